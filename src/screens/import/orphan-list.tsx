import { useStores } from '#state/react.tsx';
import { type ReadFile } from '#state/transfer-store.ts';
import { Button } from '#ui/button.tsx';
import { plural } from '#ui/plural.ts';
import { Download } from 'lucide-react';
import styles from './orphan-list.module.css';

type Orphans = (ReadFile & { readonly kind: 'dataset' })['orphans'];

interface OrphanListProps {
  readonly handle: number;
  /** The first of them. */
  readonly orphans: Orphans;
  readonly total: number;
}

/** Spans that have no place in a text: what they are, and all of them as a file, since the import leaves them out. */
export function OrphanList({ handle, orphans, total }: OrphanListProps) {
  const { transfer } = useStores();
  const download = (as: 'csv' | 'json'): void => {
    void transfer.getState().downloadOrphans(handle, as);
  };
  return (
    <section className={styles.orphans} aria-label="Spans without a place">
      <p>
        <b>{plural(total, 'span')} without a place</b> will be left out. Keep the list if you want to put{' '}
        {total === 1 ? 'it' : 'them'} in by hand, or choose another way to count offsets above.
      </p>
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
      <details>
        <summary>{total > orphans.length ? `Show the first ${orphans.length}` : 'Show them'}</summary>
        <ul>
          {orphans.map(({ document, place, label, words, why }, index) => (
            // Two may be the same in all they say; their order does not change.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <bdi>{label}</bdi>
              {words !== '' && (
                <>
                  {' '}
                  “<bdi>{words}</bdi>”
                </>
              )}{' '}
              in <bdi>{document === '' ? 'a document without a name' : document}</bdi> {why}. <code>{place}</code>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
