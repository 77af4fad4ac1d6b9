import { useStores } from '#state/react.tsx';
import { type ReadFile } from '#state/transfer-store.ts';
import { Button } from '#ui/button.tsx';
import { count, plural } from '#ui/plural.ts';
import { directionOf } from '#views/text/direction.ts';
import { Download } from 'lucide-react';
import { useId } from 'react';
import styles from './orphan-list.module.css';

type Dataset = ReadFile & { readonly kind: 'dataset' };
type Orphan = Dataset['orphans'][number];
type Place = Orphan['chosen'];

interface OrphanListProps {
  readonly handle: number;
  readonly dataset: Dataset;
}

/** Spans that have no place of their own in a text: where they may belong, and all that are left out as a file. */
export function OrphanList({ handle, dataset: { orphans, report, choices } }: OrphanListProps) {
  const { transfer } = useStores();
  const left = report.orphans;
  const total = left + report.grades.chosen;
  const download = (as: 'csv' | 'json'): void => {
    void transfer.getState().downloadOrphans(handle, as);
  };
  const put = (key: string, place: Place): void => {
    const places = new Map(choices.places);
    if (place) places.set(key, place);
    else places.delete(key);
    void transfer.getState().choose(handle, { places });
  };
  return (
    <section className={styles.orphans} aria-label="Spans without a place">
      <p>
        <b>{plural(total, 'span')} without a place</b>
        {left < total && `, of which you placed ${count(total - left)}`}.{' '}
        {left > 0 &&
          `${left === total ? (total === 1 ? 'It' : 'They') : count(left)} will be left out, unless you say where ${left === 1 ? 'it belongs' : 'they belong'}, or choose another way to count offsets above.`}
      </p>
      {left > 0 && (
        <div className={styles.actions}>
          <Button onClick={() => download('csv')}>
            <Download size={16} aria-hidden="true" />
            List as CSV
          </Button>
          <Button onClick={() => download('json')}>
            <Download size={16} aria-hidden="true" />
            List as JSON
          </Button>
        </div>
      )}
      <details>
        <summary>{total > orphans.length ? `Show the first ${orphans.length}` : 'Show them'}</summary>
        <ul>
          {orphans.map((orphan) => (
            <OrphanItem
              key={orphan.key}
              orphan={orphan}
              place={choices.places.get(orphan.key)}
              onPut={(place) => {
                put(orphan.key, place);
              }}
            />
          ))}
        </ul>
      </details>
    </section>
  );
}

interface OrphanItemProps {
  readonly orphan: Orphan;
  readonly place: Place;
  readonly onPut: (place: Place) => void;
}

function OrphanItem({ orphan, place, onPut }: OrphanItemProps) {
  const { document, label, words, why, candidates, language } = orphan;
  const name = useId();
  const text = { lang: language, dir: directionOf(language) };
  const chosen = place && keyOf(place.ranges);
  return (
    <li>
      <fieldset className={styles.item}>
        <legend>
          <bdi>{label}</bdi>
          {words !== '' && (
            <>
              {' '}
              “<bdi>{words}</bdi>”
            </>
          )}{' '}
          in <bdi>{document === '' ? 'a document without a name' : document}</bdi> {why}. <code>{orphan.place}</code>
        </legend>
        {candidates.length > 0 && (
          <>
            <label>
              <input
                type="radio"
                name={name}
                checked={!place}
                onChange={() => {
                  onPut(undefined);
                }}
              />
              <span>Leave it out</span>
            </label>
            {candidates.map((candidate) => (
              <label key={keyOf(candidate.ranges)}>
                <input
                  type="radio"
                  name={name}
                  checked={chosen === keyOf(candidate.ranges)}
                  onChange={() => {
                    onPut({ ranges: candidate.ranges, words: candidate.words });
                  }}
                />
                <span {...text}>
                  {candidate.before}
                  <mark>{candidate.words}</mark>
                  {candidate.after}
                </span>
              </label>
            ))}
          </>
        )}
      </fieldset>
    </li>
  );
}

function keyOf(ranges: NonNullable<Place>['ranges']): string {
  return ranges.map(({ from, to }) => `${from} ${to}`).join();
}
