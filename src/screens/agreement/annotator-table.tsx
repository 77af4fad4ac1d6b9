import { t } from '#language/t.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { count, decimals } from '#language/numbers.ts';
import { ColumnTable } from './column-table.tsx';
import { CountButton, FigureValue } from './figure-value.tsx';
import { Section } from './section.tsx';
import { useLook } from './use-look.ts';
import { useNames } from './use-names.ts';

const COLUMNS = [
  t`Annotator`,
  t`Articles`,
  t`Spans`,
  t`Mean length`,
  t`Only theirs`,
  t`Missed`,
  t`Starts`,
  t`Ends`,
  t`Strict F1`,
] as const;

/** How each annotator differs from the others. */
export function AnnotatorTable({ report }: { readonly report: AgreementReport }) {
  const look = useLook();
  const names = useNames();
  return (
    <Section
      title={t`Annotators`}
      lead={t`“Only theirs” is the share of their spans for which another has nothing, “Missed” the share of others’ spans for which they have nothing. Starts and ends are how many characters later than others’ they are on average.`}
      isWide
    >
      {(titleId) => (
        <ColumnTable titleId={titleId} columns={COLUMNS}>
          {report.annotators.map((one) => {
            const { annotatorId } = one;
            const name = names.annotator(annotatorId);
            const spans = look({ kind: 'spans', annotatorId, label: undefined }, t`Spans of ${name}`);
            return (
              <tr key={annotatorId}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{count(one.articles)}</td>
                <td>
                  <CountButton
                    words={count(one.spans)}
                    name={t`spans of ${name}`}
                    onLook={one.spans > 0 ? spans : undefined}
                  />
                </td>
                <td>
                  <CountButton
                    words={one.meanLength === null ? '–' : decimals(one.meanLength, 1)}
                    name={t`mean length of the spans of ${name}`}
                    onLook={one.spans > 0 ? spans : undefined}
                  />
                </td>
                <td>
                  <CountButton
                    words={percent(one.extra)}
                    name={t`marked only by ${name}`}
                    onLook={one.extra ? look({ kind: 'extra', annotatorId }, t`Marked only by ${name}`) : undefined}
                  />
                </td>
                <td>
                  <CountButton
                    words={percent(one.missing)}
                    name={t`missed by ${name}`}
                    onLook={one.missing ? look({ kind: 'missing', annotatorId }, t`Missed by ${name}`) : undefined}
                  />
                </td>
                {(['starts', 'ends'] as const).map((edge) => {
                  const offset = edge === 'starts' ? one.startOffset : one.endOffset;
                  const show = look(
                    { kind: 'shifted', annotatorId, edge },
                    edge === 'starts' ? t`Spans of ${name} with other starts` : t`Spans of ${name} with other ends`,
                  );
                  return (
                    <td key={edge}>
                      <CountButton
                        words={signed(offset)}
                        name={edge === 'starts' ? t`starts of ${name}` : t`ends of ${name}`}
                        onLook={offset === null ? undefined : show}
                      />
                    </td>
                  );
                })}
                <td>
                  <FigureValue
                    outcome={one.strict}
                    name={t`Strict F1 of ${name} with the others`}
                    onLook={look({ kind: 'disagreements', annotatorId }, t`What ${name} and others disagree on`)}
                  />
                </td>
              </tr>
            );
          })}
        </ColumnTable>
      )}
    </Section>
  );
}

function percent(share: number | null): string {
  return share === null ? '–' : t`${Math.round(share * 100)} %`;
}

function signed(value: number | null): string {
  if (value === null) return '–';
  const words = decimals(Math.abs(value), 1);
  if (words === decimals(0, 1)) return words;
  return value < 0 ? `−${words}` : `+${words}`;
}
