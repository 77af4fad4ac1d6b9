import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { useStores } from '#state/react.tsx';
import { type ReadFile } from '#state/transfer-store.ts';
import { Button } from '#ui/button.tsx';
import { count, plural } from '#language/numbers.ts';
import { directionOf } from '#core/text/direction.ts';
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
  const spans = <b>{plural(total, '# span without a place', '# spans without a place')}</b>;
  return (
    <section className={styles.orphans} aria-label={t`Spans without a place`}>
      <p>
        {left < total ? tNodes`${spans}, of which you placed ${count(total - left)}.` : <>{spans}.</>}{' '}
        {left > 0 && outlookInWords(left, total)}
      </p>
      {left > 0 && (
        <div className={styles.actions}>
          <Button onClick={() => download('csv')}>
            <Download size={16} aria-hidden="true" />
            {t`List as CSV`}
          </Button>
          <Button onClick={() => download('json')}>
            <Download size={16} aria-hidden="true" />
            {t`List as JSON`}
          </Button>
        </div>
      )}
      <details>
        <summary>{total > orphans.length ? t`Show the first ${orphans.length}` : t`Show them`}</summary>
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

function outlookInWords(left: number, total: number): string {
  if (left < total) {
    return plural(
      left,
      '# will be left out, unless you say where it belongs, or choose another way to count offsets above.',
      '# will be left out, unless you say where they belong, or choose another way to count offsets above.',
    );
  }
  return total === 1
    ? t`It will be left out, unless you say where it belongs, or choose another way to count offsets above.`
    : t`They will be left out, unless you say where they belong, or choose another way to count offsets above.`;
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
  const shownLabel = <bdi>{label}</bdi>;
  const shownDocument = <bdi>{document === '' ? t`a document without a name` : document}</bdi>;
  return (
    <li>
      <fieldset className={styles.item}>
        <legend>
          {words === ''
            ? tNodes`${shownLabel} in ${shownDocument} ${why}.`
            : tNodes`${shownLabel} “${<bdi>{words}</bdi>}” in ${shownDocument} ${why}.`}{' '}
          <code>{orphan.place}</code>
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
              <span>{t`Leave it out`}</span>
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
