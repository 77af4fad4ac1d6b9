import { t } from '#language/t.ts';
import { confusionPicture } from '#core/agreement/pictures.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { ConfusionGrid } from './confusion-grid.tsx';
import { PictureButtons } from './picture-buttons.tsx';
import { Section } from './section.tsx';
import { useNames } from './use-names.ts';
import { usePair } from './use-pair.tsx';

/** What annotators chose for the same thing, nothing included, as a heat map with the counts in it. */
export function ConfusionTable({ report }: { readonly report: AgreementReport }) {
  const names = useNames();
  const [pair, field] = usePair(report);
  const { labelIds } = report;
  const { confusion } = pair ?? report;
  const whose = pair
    ? t`Rows are what ${names.annotator(pair.one)} chose, columns what ${names.annotator(pair.other)} chose.`
    : t`Over all pairs there is no first annotator, so each case off the diagonal stands on both sides.`;
  return (
    <Section
      title={t`Labels for the same thing`}
      lead={t`On the diagonal both chose the same label; “nothing” is a span that only one has. ${whose}`}
      tools={
        <>
          {field}
          <PictureButtons
            name="agreement-labels"
            words={t`save a picture of the labels`}
            draw={() => confusionPicture({ labelIds, confusion }, pair, names)}
          />
        </>
      }
    >
      {(titleId) => <ConfusionGrid titleId={titleId} labelIds={labelIds} confusion={confusion} pair={pair} />}
    </Section>
  );
}
