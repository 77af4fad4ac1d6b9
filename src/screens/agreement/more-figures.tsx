import { t } from '#language/t.ts';
import { headlineFigures } from '#core/agreement/named-figures.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { FigureTable, type FigureRow } from './figure-table.tsx';
import { useLook } from './use-look.ts';
import { useNames } from './use-names.ts';

/** Agreement on links, by type; nothing where nobody has linked anything. */
export function LinkFigures({ report }: { readonly report: AgreementReport }) {
  const look = useLook();
  const names = useNames();
  const { all, aligned, types } = report.headline.links;
  if (types.length === 0) return null;
  const behind = (which: 'all' | 'aligned', type: (typeof types)[number]['type'] | undefined, title: string) =>
    look({ kind: 'links', which, type, pair: undefined }, title);
  return (
    <FigureTable
      title={t`Links`}
      lead={t`F1 of links. Between matched spans means that both annotators have marked both ends, so that a span that is missing is not held against its links too.`}
      rows={[
        row(t`All links`, all, behind('all', undefined, t`Links that only one has: all`)),
        row(
          t`Between matched spans`,
          aligned,
          behind('aligned', undefined, t`Links that only one has: between matched spans`),
        ),
        ...types.map((each) => {
          const name = names.linkType(each.type);
          return row(
            t`${name}, between matched spans`,
            each.aligned,
            behind('aligned', each.type, t`Links that only one has: ${name}`),
          );
        }),
      ]}
    />
  );
}

function row(name: string, figure: FigureRow['figure'], onLook: () => void): FigureRow {
  return { name, figure, onLook };
}

/** Agreement on what is said about spans; nothing where labels have no attributes that two people filled in. */
export function AttributeFigures({ report }: { readonly report: AgreementReport }) {
  const look = useLook();
  const names = useNames();
  const rows = report.labels.flatMap(({ label, attributes }) =>
    attributes.flatMap(({ attribute, figures }) =>
      figures.map(({ distance, figure }): FigureRow => {
        const name = `${names.label(label)}: ${names.attribute(label, attribute)}`;
        return {
          name: distance === 'nominal' ? name : `${name} (${distance})`,
          figure,
          onLook: look({ kind: 'attribute', label, attribute }, t`Said differently: ${name}`),
        };
      }),
    ),
  );
  if (rows.length === 0) return null;
  return (
    <FigureTable
      title={t`Attributes`}
      lead={t`Krippendorff’s α of what annotators say about spans of one label that they have matched. Whoever said nothing is left out; several choices are compared by what they share (Jaccard, MASI).`}
      rows={rows}
    />
  );
}

/** The figures about all labels that have no card of their own, for those who report them. */
export function OtherFigures({ report }: { readonly report: AgreementReport }) {
  const look = useLook();
  const onLook = look({ kind: 'disagreements' }, t`What annotators disagree on`);
  return (
    <FigureTable
      title={t`All figures about all labels`}
      lead={t`By every scheme and coefficient, for comparison with what others have published. αU of 2004 can rise while boundaries move apart; uα of 2016 does not.`}
      rows={headlineFigures(report).map(([name, figure]) => ({ name, figure, onLook }))}
    />
  );
}
