import { confusionPicture } from '#core/agreement/pictures.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { count } from '#ui/plural.ts';
import { type CSSProperties } from 'react';
import { CountButton } from './figure-value.tsx';
import styles from './heat-map.module.css';
import { PictureButtons } from './picture-buttons.tsx';
import { Section } from './section.tsx';
import { useNames } from './use-names.ts';
import { usePair } from './use-pair.tsx';

/** What annotators chose for the same thing, nothing included, as a heat map with the counts in it. */
export function ConfusionTable({ report }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const names = useNames();
  const [pair, field] = usePair(report);
  const { confusion } = pair ?? report;
  const labels: readonly (LabelId | undefined)[] = [...report.labelIds, undefined];
  const nameOf = (label: LabelId | undefined): string => (label === undefined ? 'nothing' : names.label(label));
  const most = Math.max(1, ...confusion.flat());
  const whose = pair
    ? `Rows are what ${names.annotator(pair.one)} chose, columns what ${names.annotator(pair.other)} chose.`
    : 'Over all pairs there is no first annotator, so each case off the diagonal stands on both sides.';
  return (
    <Section
      title="Labels for the same thing"
      lead={`On the diagonal both chose the same label; “nothing” is a span that only one has. ${whose}`}
      tools={
        <>
          {field}
          <PictureButtons name="agreement-labels" of="the labels" draw={() => confusionPicture(report, pair, names)} />
        </>
      }
    >
      {(titleId) => (
        <table className={styles.map} aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Label</span>
              </th>
              {labels.map((label) => (
                <th key={label ?? ''} scope="col" dir="auto">
                  {nameOf(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((row, rowAt) => (
              <tr key={row ?? ''}>
                <th scope="row" dir="auto">
                  {nameOf(row)}
                </th>
                {labels.map((column, columnAt) => {
                  if (row === undefined && column === undefined) {
                    return <td key="" className={styles.none} aria-label="not counted" />;
                  }
                  const number = confusion[rowAt]![columnAt]!;
                  const name = `${nameOf(row)} and ${nameOf(column)}`;
                  return (
                    <td key={column ?? ''} style={{ '--share': number / most } as CSSProperties}>
                      <CountButton
                        words={count(number)}
                        name={name}
                        onLook={
                          number > 0
                            ? () => {
                                void agreement
                                  .getState()
                                  .lookBehind({ kind: 'confusion', pair, row, column }, `Labels: ${name}`);
                              }
                            : undefined
                        }
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
