import { t } from '#language/t.ts';
import { withCommas } from '#language/lists.ts';
import { useStores } from '#state/react.tsx';
import { type ReadFile } from '#state/transfer-store.ts';
import { Button } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { SelectField } from '#ui/field.tsx';
import { count, plural } from '#language/numbers.ts';
import { ProblemList } from './problem-list.tsx';
import styles from './table-preview.module.css';

type Table = ReadFile & { readonly kind: 'table' };
type Field = keyof Table['shown']['mapping'];

/** More articles than these come in as they are: each of them alone would be a write of its own. */
const MOST_ALONE = 500;

interface TablePreviewProps {
  readonly handle: number;
  readonly reading: Table;
  readonly isHere: boolean;
}

/** A table of articles: how many its rows give, what its columns were taken for, which can be changed, and its first rows. */
export function TablePreview({ handle, reading, isHere }: TablePreviewProps) {
  const { transfer } = useStores();
  const { shown, plan, problems, problemCount } = reading;
  const articles = plan.articles + plan.articlesHere;
  return (
    <>
      <p>
        {t`${plural(shown.count, 'row')} with ${plural(articles, 'article')}: ${articlesInWords(plan)}.`}
        {isHere && plan.articlesHere > 0 && <b> {t`All of them are here already: importing them changes nothing.`}</b>}
      </p>
      <MappingFields handle={handle} reading={reading} />
      {shown.mayHaveHeader && (
        <CheckField
          label={t`The first row names the columns`}
          isChecked={shown.hasHeader}
          onChange={(hasHeader) => {
            // The columns have other names then, by which they are told anew.
            void transfer.getState().choose(handle, { table: { hasHeader } });
          }}
        />
      )}
      <FirstRows shown={shown} fileName={reading.fileName} />
      {articles > 0 && articles <= MOST_ALONE && (
        <div>
          <Button
            onClick={() => void transfer.getState().splitTable(handle)}
          >{t`Read and change the articles one by one`}</Button>
        </div>
      )}
      {problems.length > 0 && (
        <details className={styles.more}>
          <summary>
            {plural(problemCount, '# problem with rows, the rest is read', '# problems with rows, the rest is read')}
          </summary>
          <ProblemList problems={problems} count={problemCount} />
        </details>
      )}
    </>
  );
}

function articlesInWords({ articles, articlesHere, articlesBack }: Table['plan']): string {
  const parts = [t`${count(articles)} new`, t`${count(articlesHere)} here already`];
  if (articlesBack > 0) parts.push(t`${count(articlesBack)} of them taken out: put back`);
  return withCommas(parts);
}

const FIELDS: readonly { readonly field: Field; readonly text: string }[] = [
  { field: 'text', text: t`Text` },
  { field: 'title', text: t`Title` },
  { field: 'author', text: t`Author` },
  { field: 'source', text: t`Source` },
  { field: 'date', text: t`Date` },
  { field: 'language', text: t`Language` },
];

/** What a source is where no column has one is said, since it is never empty. */
const WITHOUT: Readonly<Record<Field, string>> = {
  text: t`Choose a column`,
  title: t`None: the first words`,
  author: t`None`,
  source: t`None: the file and row`,
  date: t`None`,
  language: t`None: found out`,
};

function MappingFields({ handle, reading: { shown } }: Pick<TablePreviewProps, 'handle' | 'reading'>) {
  const { transfer } = useStores();
  const { columns, mapping, hasHeader } = shown;
  return (
    <fieldset className={styles.mapping}>
      <legend>{t`Which column is what`}</legend>
      {FIELDS.map(({ field, text }) => (
        <SelectField
          key={field}
          label={text}
          value={String(mapping[field] ?? '')}
          options={[
            { value: '', text: WITHOUT[field] },
            ...columns.map((name, index) => ({ value: String(index), text: name })),
          ]}
          onChange={(value) => {
            const chosen = { ...mapping, [field]: value === '' ? undefined : Number(value) };
            void transfer.getState().choose(handle, { table: { hasHeader, columns: chosen } });
          }}
        />
      ))}
    </fieldset>
  );
}

function FirstRows({ shown, fileName }: { readonly shown: Table['shown']; readonly fileName: string }) {
  const { columns, mapping, rows } = shown;
  const meaning = (index: number) => FIELDS.filter(({ field }) => mapping[field] === index);
  return (
    // It scrolls, and the keyboard must be able to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.rows} tabIndex={0} aria-label={t`First rows of ${fileName}`}>
      <table>
        <thead>
          <tr>
            {columns.map((name, index) => (
              // Columns may have one name; their order does not change.
              // oxlint-disable-next-line react/no-array-index-key
              <th key={index} scope="col">
                <bdi className={styles.name} title={name}>
                  {name}
                </bdi>
                {meaning(index).map(({ field, text }) => (
                  <span key={field} className={styles.meaning}>
                    {text}
                  </span>
                ))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={row}>
              {columns.map((_, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index} dir="auto" className={meaning(index).length === 0 ? styles.unused : styles.used}>
                  <div className={styles.cell}>{cells[index]}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
