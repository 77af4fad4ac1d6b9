import { inNumbers } from '#core/agreement/report-words.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { count } from '#ui/plural.ts';
import { CountButton, FigureValue } from './figure-value.tsx';
import { Section } from './section.tsx';
import styles from './table.module.css';
import { useNames } from './use-names.ts';

const COLUMNS = [
  'Annotator',
  'Articles',
  'Spans',
  'Mean length',
  'Only theirs',
  'Missed',
  'Starts',
  'Ends',
  'Strict F1',
] as const;

/** How each annotator differs from the others. */
export function AnnotatorTable({ report }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const names = useNames();
  return (
    <Section
      title="Annotators"
      lead="“Only theirs” is the share of their spans for which another has nothing, “Missed” the share of others’ spans for which they have nothing. Starts and ends are how many characters later than others’ they are on average."
      isWide
    >
      {(titleId) => (
        <table className={styles.table} aria-labelledby={titleId}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.annotators.map((one) => {
              const { annotatorId } = one;
              const name = names.annotator(annotatorId);
              const look = (kind: 'extra' | 'missing', title: string) => () => {
                void agreement.getState().lookBehind({ kind, annotatorId }, title);
              };
              return (
                <tr key={annotatorId}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  <td>{count(one.articles)}</td>
                  <td>{count(one.spans)}</td>
                  <td>{inNumbers(one.meanLength, 1)}</td>
                  <td>
                    <CountButton
                      words={percent(one.extra)}
                      name={`marked only by ${name}`}
                      onLook={one.extra ? look('extra', `Marked only by ${name}`) : undefined}
                    />
                  </td>
                  <td>
                    <CountButton
                      words={percent(one.missing)}
                      name={`missed by ${name}`}
                      onLook={one.missing ? look('missing', `Missed by ${name}`) : undefined}
                    />
                  </td>
                  <td>{signed(one.startOffset)}</td>
                  <td>{signed(one.endOffset)}</td>
                  <td>
                    <FigureValue outcome={one.strict} name={`Strict F1 of ${name} with the others`} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

function signed(value: number | null): string {
  if (value === null) return '–';
  const words = Math.abs(value).toFixed(1);
  if (words === '0.0') return words;
  return value < 0 ? `−${words}` : `+${words}`;
}
