import { t } from '#language/t.ts';
import { type Figure } from '#core/agreement/figure.ts';
import { type AgreementReport, type LabelAgreement } from '#core/agreement/report.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { total } from '#core/text/total.ts';
import { useSession } from '#state/react.tsx';
import { count } from '#language/numbers.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { ColumnTable } from './column-table.tsx';
import { CountButton, FigureValue } from './figure-value.tsx';
import { Section } from './section.tsx';
import styles from './table.module.css';
import { useLook } from './use-look.ts';
import { useNames } from './use-names.ts';

const COLUMNS = [t`Strict F1`, t`Partial F1`, 'uα', 'γk', t`κ of tokens`, t`α of tokens`] as const;

/** How well annotators agree on each label by itself. */
export function LabelTable({ report }: { readonly report: AgreementReport }) {
  const look = useLook();
  const labelSet = useSession((state) => state.project.labelSet);
  const names = useNames();
  return (
    <Section
      title={t`Labels`}
      lead={t`Each label by itself. κ and α judge token by token and are corrected for chance; where a label is rare they are mostly about text that nobody marked, and F1 says more.`}
      isWide
    >
      {(titleId) => (
        <ColumnTable titleId={titleId} columns={[t`Label`, t`Spans`, ...COLUMNS]}>
          {report.labels.map((agreed) => {
            const label = findLabel(labelSet, agreed.label);
            const name = names.label(agreed.label);
            const spans = total(agreed.spans);
            const show = look({ kind: 'disagreements', label: agreed.label }, t`What annotators disagree on: ${name}`);
            const all = look({ kind: 'spans', annotatorId: undefined, label: agreed.label }, t`Spans: ${name}`);
            return (
              <tr key={agreed.label}>
                <th scope="row" className={styles.label}>
                  {label && <LabelMark label={label} />}
                  <bdi>{name}</bdi>
                </th>
                <td>
                  <CountButton words={count(spans)} name={t`spans of ${name}`} onLook={spans > 0 ? all : undefined} />
                </td>
                {figuresOf(agreed).map((figure, index) => (
                  <td key={COLUMNS[index]}>
                    {figure && (
                      <FigureValue
                        outcome={figure}
                        name={t`${COLUMNS[index]!} of the label ${name}`}
                        onLook={spans > 0 ? show : undefined}
                      />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </ColumnTable>
      )}
    </Section>
  );
}

function figuresOf({ f1, unitizing, gamma, tokens }: LabelAgreement): readonly (Figure | undefined)[] {
  return [f1.strict, f1.partial, unitizing, gamma, tokens.cohen, tokens.alpha];
}
