import { t } from '#language/t.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { reviewAddress } from '#state/addresses.ts';
import { Button } from '#ui/button.tsx';
import { count } from '#language/numbers.ts';
import { useState } from 'react';
import { ColumnTable } from './column-table.tsx';
import { CountButton, FigureValue } from './figure-value.tsx';
import { Section } from './section.tsx';
import { useLook } from './use-look.ts';

const COLUMNS = [t`Article`, t`Annotators`, t`Disagreements`, t`Strict F1`, t`Partial F1`] as const;

/** How many articles are shown before the rest is asked for, and how many more each time. */
const [FIRST, MORE] = [10, 100];

/** The articles, those with the most disagreements first, each a way to its review. */
export function ArticleTable({ report: { articles } }: { readonly report: AgreementReport }) {
  const look = useLook();
  const [most, setMost] = useState(FIRST);
  const hasGamma = articles.some(({ gamma }) => gamma);
  const left = articles.length - most;
  return (
    <>
      <Section
        title={t`Articles`}
        lead={t`Those with the most to talk about first. The title opens the article in review.`}
        isWide
      >
        {(titleId) => (
          <ColumnTable titleId={titleId} columns={[...COLUMNS, ...(hasGamma ? ['γ'] : [])]}>
            {articles.slice(0, most).map(({ articleId, title, annotators, disagreements, f1, gamma }) => {
              const show = look(
                { kind: 'disagreements', articleIds: [articleId] },
                t`What annotators disagree on in “${title}”`,
              );
              return (
                <tr key={articleId}>
                  <th scope="row">
                    <a href={reviewAddress(articleId)} dir="auto">
                      {title}
                    </a>
                  </th>
                  <td>{count(annotators.length)}</td>
                  <td>
                    <CountButton
                      words={count(disagreements)}
                      name={t`disagreements in ${title}`}
                      onLook={disagreements > 0 ? show : undefined}
                    />
                  </td>
                  <td>
                    <FigureValue outcome={f1.strict} name={t`Strict F1 in ${title}`} onLook={show} />
                  </td>
                  <td>
                    <FigureValue outcome={f1.partial} name={t`Partial F1 in ${title}`} onLook={show} />
                  </td>
                  {gamma && (
                    <td>
                      <FigureValue outcome={gamma} name={t`γ in ${title}`} onLook={show} />
                    </td>
                  )}
                </tr>
              );
            })}
          </ColumnTable>
        )}
      </Section>
      {left > 0 && (
        <Button
          look="quiet"
          onClick={() => {
            setMost(most + MORE);
          }}
        >{t`Show ${count(Math.min(left, MORE))} more of ${count(articles.length)} articles`}</Button>
      )}
    </>
  );
}
