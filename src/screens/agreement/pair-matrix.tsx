import { pairAt, pairsPicture } from '#core/agreement/pictures.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { type Scheme, SCHEMES } from '#core/agreement/span-scores.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { SelectField } from '#ui/field.tsx';
import { plural } from '#ui/plural.ts';
import { type CSSProperties, useState } from 'react';
import { FigureValue } from './figure-value.tsx';
import styles from './heat-map.module.css';
import { PictureButtons } from './picture-buttons.tsx';
import { Section } from './section.tsx';
import { useNames } from './use-names.ts';

const SCHEME_WORDS: Readonly<Record<Scheme, string>> = {
  strict: 'strict: same words and label',
  exact: 'exact: same words',
  partial: 'partial: overlap counts a half',
  type: 'type: same label, any overlap',
  soft: 'soft: same label, by shared text',
};

/** Span F1 of every two annotators, as a heat map with the numbers in it. */
export function PairMatrix({ report }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const names = useNames();
  const [scheme, setScheme] = useState<Scheme>('strict');
  const { annotatorIds } = report;
  return (
    <Section
      title="Pairs of annotators"
      lead="Span F1 of every two. A row that is paler than the others is somebody who sees things differently."
      tools={
        <>
          <SelectField
            label="What counts as the same"
            value={scheme}
            options={SCHEMES.map((value) => ({ value, text: SCHEME_WORDS[value] }))}
            onChange={setScheme}
          />
          <PictureButtons name="agreement-pairs" of="the pairs" draw={() => pairsPicture(report, scheme, names)} />
        </>
      }
    >
      {(titleId) => (
        <table className={styles.map} aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Annotator</span>
              </th>
              {annotatorIds.map((id) => (
                <th key={id} scope="col" dir="auto">
                  {names.annotator(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {annotatorIds.map((rowId, row) => (
              <tr key={rowId}>
                <th scope="row" dir="auto">
                  {names.annotator(rowId)}
                </th>
                {annotatorIds.map((columnId, column) => {
                  const pair = pairAt(report, row, column);
                  if (!pair) return <td key={columnId} className={styles.none} aria-label="the same annotator" />;
                  const figure = pair.f1[scheme];
                  const name = `${names.annotator(pair.one)} and ${names.annotator(pair.other)}`;
                  return (
                    <td key={columnId} style={{ '--share': figure.value ?? 0 } as CSSProperties}>
                      <FigureValue
                        outcome={figure}
                        name={name}
                        onLook={
                          pair.articles > 0
                            ? () => {
                                void agreement
                                  .getState()
                                  .lookBehind(
                                    { kind: 'disagreements', pair, label: undefined, articleId: undefined },
                                    `What ${name} disagree on`,
                                  );
                              }
                            : undefined
                        }
                      />
                      <small>{plural(pair.articles, 'article')}</small>
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
