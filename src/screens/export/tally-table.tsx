import { t } from '#language/t.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type TallyRow } from '#state/exporting/export-store.ts';
import { count } from '#language/numbers.ts';
import styles from './tally-table.module.css';

interface TallyTableProps {
  readonly tally: readonly TallyRow[];
  readonly labelSet: LabelSet;
}

const NAMES = { train: t`Train`, dev: t`Dev`, test: t`Test` } as const;

/** How much is written, by label, and how evenly the parts of a split have it. */
export function TallyTable({ tally, labelSet }: TallyTableProps) {
  const isSplit = tally.some(({ split }) => split !== undefined);
  const used = labelSet.labels.filter(({ id }) => tally.some(({ labels }) => labels.has(id)));
  const rows = [
    { key: 'articles', name: t`Articles`, of: (row: TallyRow) => row.articles, isLabel: false },
    { key: 'layers', name: t`Layers`, of: (row: TallyRow) => row.layers, isLabel: false },
    { key: 'links', name: t`Links`, of: (row: TallyRow) => row.links, isLabel: false },
    { key: 'spans', name: t`Spans`, of: (row: TallyRow) => row.spans, isLabel: false },
    ...used.map(({ id, name }) => ({
      key: `label ${id}`,
      name,
      of: (row: TallyRow) => row.labels.get(id) ?? 0,
      isLabel: true,
    })),
  ];
  return (
    // It scrolls, and the keyboard must be able to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroller} role="region" aria-label={t`What is written`} tabIndex={0}>
      <table className={styles.table}>
        <caption>{t`What is written`}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t`What`}</span>
            </th>
            {isSplit &&
              tally.map(({ split }) => (
                <th key={split} scope="col">
                  {split && NAMES[split]}
                </th>
              ))}
            <th scope="col">{t`All`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, of, isLabel }) => (
            <tr key={key} className={isLabel ? styles.label : undefined}>
              <th scope="row" dir="auto">
                {name}
              </th>
              {isSplit &&
                tally.map((row) => (
                  <td key={row.split}>
                    <Figure number={of(row)} of={isLabel ? row.spans : undefined} />
                  </td>
                ))}
              <td>
                <Figure number={sum(tally, of)} of={isLabel ? sum(tally, ({ spans }) => spans) : undefined} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number, and what share of the part's spans it is. */
function Figure({ number, of }: { readonly number: number; readonly of: number | undefined }) {
  return (
    <>
      {count(number)}
      {of !== undefined && (
        <small> {of > 0 ? count(Math.round((100 * number) / of) / 100, { style: 'percent' }) : '–'}</small>
      )}
    </>
  );
}

function sum(tally: readonly TallyRow[], of: (row: TallyRow) => number): number {
  return tally.reduce((total, row) => total + of(row), 0);
}
