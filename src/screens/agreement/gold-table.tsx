import { t } from '#language/t.ts';
import { AS_GOLD } from '#core/agreement/gold-comparison.ts';
import { GOLD_WORDS } from '#core/agreement/report-gold.ts';
import { type AgreementReport, type GoldAgreement } from '#core/agreement/report.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { count, plural } from '#language/numbers.ts';
import { ColumnTable } from './column-table.tsx';
import { CountButton, FigureValue } from './figure-value.tsx';
import { GoldConfusion } from './gold-confusion.tsx';
import { GoldLabels } from './gold-labels.tsx';
import { Section } from './section.tsx';
import { useLook } from './use-look.ts';
import { useNames } from './use-names.ts';

/** Each annotator against gold of reviewed articles, where that was asked for; else the way to it. */
export function GoldTable({ report }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const { gold, reviewed } = report;
  if (reviewed === 0) return null;
  if (!gold) {
    return (
      <Message kind="note">
        <span>
          {plural(reviewed, '# article is reviewed.', '# articles are reviewed.')}{' '}
          {t`The figures here are about annotators as they were before review.`}
        </span>
        <Button
          onClick={() => void agreement.getState().choose({ includesGold: true })}
        >{t`Compare annotators with gold too`}</Button>
      </Message>
    );
  }
  if (gold.length === 0) {
    return (
      <Message kind="note">
        <span>{t`No layer that is compared is on a reviewed article, so nobody can be compared with gold.`}</span>
      </Message>
    );
  }
  return (
    <>
      <AgainstGold gold={gold} />
      <GoldLabels gold={gold} />
      <GoldConfusion gold={gold} />
    </>
  );
}

const COLUMNS = [
  t`Annotator`,
  t`Articles`,
  t`Spans`,
  t`In gold`,
  t`Strict F1`,
  t`Precision`,
  t`Recall`,
  t`Partial F1`,
  'uα',
] as const;

function AgainstGold({ gold }: { readonly gold: readonly GoldAgreement[] }) {
  const look = useLook();
  const names = useNames();
  const hasGamma = gold.some(({ gamma }) => gamma);
  return (
    <Section
      title={t`Annotators against gold`}
      lead={t`Each annotator’s layers, as they were before review, against what review made of these articles. ${GOLD_WORDS} Precision and recall are strict.`}
      isWide
    >
      {(titleId) => (
        <ColumnTable titleId={titleId} columns={[...COLUMNS, ...(hasGamma ? ['γ'] : [])]}>
          {gold.map((one) => {
            const name = names.annotator(one.annotatorId);
            const pair = { one: AS_GOLD, other: one.annotatorId };
            const title = t`Where ${name} and gold differ`;
            const all = look({ kind: 'disagreements', pair }, title);
            const only = look({ kind: 'extra', annotatorId: one.annotatorId, pair }, t`Marked by ${name}, not in gold`);
            const missed = look({ kind: 'missing', annotatorId: one.annotatorId, pair }, t`In gold, missed by ${name}`);
            return (
              <tr key={one.annotatorId}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>
                  <CountButton words={count(one.articles)} name={t`reviewed articles of ${name}`} onLook={all} />
                </td>
                <td>
                  <CountButton words={count(one.spans)} name={t`spans of ${name}, those not in gold`} onLook={only} />
                </td>
                <td>
                  <CountButton
                    words={count(one.goldSpans)}
                    name={t`spans of gold, those that ${name} missed`}
                    onLook={missed}
                  />
                </td>
                <td>
                  <FigureValue outcome={one.f1.strict} name={t`Strict F1 of ${name} and gold`} onLook={all} />
                </td>
                <td>
                  <FigureValue outcome={one.precision} name={t`Precision of ${name}`} onLook={all} />
                </td>
                <td>
                  <FigureValue outcome={one.recall} name={t`Recall of ${name}`} onLook={all} />
                </td>
                <td>
                  <FigureValue outcome={one.f1.partial} name={t`Partial F1 of ${name} and gold`} onLook={all} />
                </td>
                <td>
                  <FigureValue outcome={one.unitizing} name={t`uα of ${name} and gold`} onLook={all} />
                </td>
                {one.gamma && (
                  <td>
                    <FigureValue outcome={one.gamma.gamma} name={t`γ of ${name} and gold`} onLook={all} />
                  </td>
                )}
              </tr>
            );
          })}
        </ColumnTable>
      )}
    </Section>
  );
}
