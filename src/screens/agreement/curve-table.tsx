import { type Outcome } from '#core/agreement/figure.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { count } from '#ui/plural.ts';
import styles from './boundary-table.module.css';
import { FigureValue } from './figure-value.tsx';
import { Section } from './section.tsx';
import table from './table.module.css';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** Whether agreement grows: articles in the order in which they were finished, in up to ten groups. */
export function CurveTable({ report: { curve } }: { readonly report: AgreementReport }) {
  return (
    <Section
      title="Over time"
      lead="Articles in the order in which the last of their annotators finished them. Rising figures mean that people learn from each other or from the guidelines; without intervals, small steps mean nothing."
      isWide
    >
      {(titleId) => (
        <table className={table.table} aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">Finished</th>
              <th scope="col">Articles</th>
              <th scope="col">Strict F1</th>
              <th scope="col">uα</th>
            </tr>
          </thead>
          <tbody>
            {curve.map(({ from, to, articles, f1, unitizing }) => {
              const [first, last] = [DAY.format(new Date(from)), DAY.format(new Date(to))];
              return (
                <tr key={from}>
                  <th scope="row">{first === last ? first : `${first} to ${last}`}</th>
                  <td>{count(articles)}</td>
                  <td>
                    <Barred outcome={f1.strict} />
                  </td>
                  <td>
                    <FigureValue outcome={unitizing} name="uα" />
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

/** A figure with a bar that says the same. */
function Barred({ outcome }: { readonly outcome: Outcome }) {
  return (
    <span className={styles.dated}>
      <span className={styles.history} aria-hidden="true">
        <span className={styles.bar} style={{ inlineSize: `${(outcome.value ?? 0) * 100}%` }} />
      </span>
      <FigureValue outcome={outcome} name="Strict F1" />
    </span>
  );
}
