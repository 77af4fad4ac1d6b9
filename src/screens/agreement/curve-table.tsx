import { t } from '#language/t.ts';
import { curveLines } from '#core/agreement/curve-lines.ts';
import { curvePicture } from '#core/agreement/curve-picture.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { dateInWords } from '#language/dates.ts';
import { count } from '#language/numbers.ts';
import { ColumnTable } from './column-table.tsx';
import { CurveChart } from './curve-chart.tsx';
import { CountButton, FigureValue } from './figure-value.tsx';
import { PictureButtons } from './picture-buttons.tsx';
import { Section } from './section.tsx';
import { useLook } from './use-look.ts';

const COLUMNS = [t`Finished`, t`Articles`, t`Strict F1`, t`Partial F1`, 'uα'] as const;

const DAY: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
/** Ten of them have room side by side; the table below has the year. */
const SHORT_DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };

/** Whether agreement grows: articles in the order in which they were finished, in up to ten groups. */
export function CurveTable({ report }: { readonly report: AgreementReport }) {
  const look = useLook();
  const { curve } = report;
  return (
    <Section
      title={t`Over time`}
      lead={t`Articles in the order in which the last of their annotators finished them. Rising figures mean that people learn from each other or from the guidelines; without intervals, small steps mean nothing.`}
      isWide
      tools={
        <PictureButtons
          name="agreement-over-time"
          words={t`save a picture of the change over time`}
          draw={() => curvePicture(report)}
        />
      }
    >
      {(titleId) => (
        <>
          <CurveChart shape={curveLines(report)} groups={curve.map(({ from }) => dateInWords(from, SHORT_DAY))} />
          <ColumnTable titleId={titleId} columns={COLUMNS}>
            {curve.map(({ from, to, articleIds, f1, unitizing }) => {
              const [first, last] = [dateInWords(from, DAY), dateInWords(to, DAY)];
              const when = first === last ? first : t`${first} to ${last}`;
              const show = look(
                { kind: 'disagreements', articleIds },
                t`What annotators disagree on in articles finished ${when}`,
              );
              return (
                <tr key={articleIds[0]}>
                  <th scope="row">{when}</th>
                  <td>
                    <CountButton words={count(articleIds.length)} name={t`articles finished ${when}`} onLook={show} />
                  </td>
                  <td>
                    <FigureValue outcome={f1.strict} name={t`Strict F1, ${when}`} onLook={show} />
                  </td>
                  <td>
                    <FigureValue outcome={f1.partial} name={t`Partial F1, ${when}`} onLook={show} />
                  </td>
                  <td>
                    <FigureValue outcome={unitizing} name={`uα, ${when}`} onLook={show} />
                  </td>
                </tr>
              );
            })}
          </ColumnTable>
        </>
      )}
    </Section>
  );
}
