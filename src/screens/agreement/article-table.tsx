import { type AgreementReport } from '#core/agreement/report.ts';
import { reviewAddress } from '#state/addresses.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { count } from '#ui/plural.ts';
import { useState } from 'react';
import { CountButton, FigureValue } from './figure-value.tsx';
import { Section } from './section.tsx';
import styles from './table.module.css';

/** How many articles are shown before the rest is asked for, and how many more each time. */
const [FIRST, MORE] = [10, 100];

/** The articles, those with the most disagreements first, each a way to its review. */
export function ArticleTable({ report: { articles } }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const [most, setMost] = useState(FIRST);
  const hasGamma = articles.some(({ gamma }) => gamma);
  const left = articles.length - most;
  return (
    <>
      <Section
        title="Articles"
        lead="Those with the most to talk about first. The title opens the article in review."
        isWide
      >
        {(titleId) => (
          <table className={styles.table} aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col">Article</th>
                <th scope="col">Annotators</th>
                <th scope="col">Disagreements</th>
                <th scope="col">Strict F1</th>
                <th scope="col">Partial F1</th>
                {hasGamma && <th scope="col">γ</th>}
              </tr>
            </thead>
            <tbody>
              {articles.slice(0, most).map(({ articleId, title, annotators, disagreements, f1, gamma }) => {
                const look = (): void => {
                  const asked = { pair: undefined, label: undefined, articleId };
                  void agreement
                    .getState()
                    .lookBehind({ kind: 'disagreements', ...asked }, `What annotators disagree on in “${title}”`);
                };
                return (
                  <tr key={articleId}>
                    <th scope="row" dir="auto">
                      <a href={reviewAddress(articleId)}>{title}</a>
                    </th>
                    <td>{count(annotators.length)}</td>
                    <td>
                      <CountButton
                        words={count(disagreements)}
                        name={`disagreements in ${title}`}
                        onLook={disagreements > 0 ? look : undefined}
                      />
                    </td>
                    <td>
                      <FigureValue outcome={f1.strict} name={`Strict F1 in ${title}`} onLook={look} />
                    </td>
                    <td>
                      <FigureValue outcome={f1.partial} name={`Partial F1 in ${title}`} onLook={look} />
                    </td>
                    {gamma && (
                      <td>
                        <FigureValue outcome={gamma} name={`γ in ${title}`} onLook={look} />
                      </td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </Section>
      {left > 0 && (
        <Button
          look="quiet"
          onClick={() => {
            setMost(most + MORE);
          }}
        >
          Show {count(Math.min(left, MORE))} more of {count(articles.length)} articles
        </Button>
      )}
    </>
  );
}
