import { t } from '#language/t.ts';
import { AS_GOLD } from '#core/agreement/gold-comparison.ts';
import { labelsWithSpans } from '#core/agreement/report-gold.ts';
import { type GoldAgreement } from '#core/agreement/report.ts';
import { ColumnTable } from './column-table.tsx';
import { FigureValue } from './figure-value.tsx';
import { Section } from './section.tsx';
import { useLook } from './use-look.ts';
import { useNames } from './use-names.ts';

const COLUMNS = [t`Annotator`, t`Label`, t`Strict F1`, t`Partial F1`, 'uα', t`κ of tokens`] as const;

/** Each annotator against gold, label by label; labels that neither has are left out. */
export function GoldLabels({ gold }: { readonly gold: readonly GoldAgreement[] }) {
  const look = useLook();
  const names = useNames();
  return (
    <Section
      title={t`Annotators against gold, by label`}
      lead={t`Which labels an annotator marks otherwise than gold.`}
      isWide
    >
      {(titleId) => (
        <ColumnTable titleId={titleId} columns={COLUMNS}>
          {gold.flatMap((one) =>
            labelsWithSpans(one).map(({ label, f1, unitizing, tokens }) => {
              const [who, what] = [names.annotator(one.annotatorId), names.label(label)];
              const pair = { one: AS_GOLD, other: one.annotatorId };
              const onLook = look({ kind: 'disagreements', pair, label }, t`Where ${who} and gold differ: ${what}`);
              const figures = [f1.strict, f1.partial, unitizing, tokens.cohen];
              return (
                <tr key={JSON.stringify([one.annotatorId, label])}>
                  <th scope="row">
                    <bdi>{who}</bdi>
                  </th>
                  <td>
                    <bdi>{what}</bdi>
                  </td>
                  {figures.map((figure, index) => (
                    <td key={COLUMNS[index + 2]}>
                      <FigureValue
                        outcome={figure}
                        name={t`${COLUMNS[index + 2]!} of ${who} and gold, ${what}`}
                        onLook={onLook}
                      />
                    </td>
                  ))}
                </tr>
              );
            }),
          )}
        </ColumnTable>
      )}
    </Section>
  );
}
