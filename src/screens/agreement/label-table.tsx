import { type Figure } from '#core/agreement/figure.ts';
import { type AgreementReport, type LabelAgreement } from '#core/agreement/report.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { count } from '#ui/plural.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { FigureValue } from './figure-value.tsx';
import { Section } from './section.tsx';
import styles from './table.module.css';
import { useNames } from './use-names.ts';

const COLUMNS = ['Strict F1', 'Partial F1', 'uα', 'γk', 'κ of tokens', 'α of tokens'] as const;

/** How well annotators agree on each label by itself. */
export function LabelTable({ report }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const labelSet = useSession((state) => state.project.labelSet);
  const names = useNames();
  return (
    <Section
      title="Labels"
      lead="Each label by itself. κ and α judge token by token and are corrected for chance; where a label is rare they are mostly about text that nobody marked, and F1 says more."
      isWide
    >
      {(titleId) => (
        <table className={styles.table} aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">Label</th>
              <th scope="col">Spans</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.labels.map((agreed) => {
              const label = findLabel(labelSet, agreed.label);
              const name = names.label(agreed.label);
              const spans = agreed.spans.reduce((sum, number) => sum + number, 0);
              const look = (): void => {
                const asked = { pair: undefined, label: agreed.label, articleId: undefined };
                void agreement
                  .getState()
                  .lookBehind({ kind: 'disagreements', ...asked }, `What annotators disagree on: ${name}`);
              };
              return (
                <tr key={agreed.label}>
                  <th scope="row" dir="auto" className={styles.label}>
                    {label && <LabelMark label={label} />}
                    {name}
                  </th>
                  <td>{count(spans)}</td>
                  {figuresOf(agreed).map((figure, index) => (
                    <td key={COLUMNS[index]}>
                      {figure && (
                        <FigureValue
                          outcome={figure}
                          name={`${COLUMNS[index]!} of ${name}`}
                          onLook={spans > 0 ? look : undefined}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function figuresOf({ f1, unitizing, gamma, tokens }: LabelAgreement): readonly (Figure | undefined)[] {
  return [f1.strict, f1.partial, unitizing, gamma, tokens.cohen, tokens.alpha];
}
