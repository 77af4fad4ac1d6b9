import { t } from '#language/t.ts';
import { AS_GOLD } from '#core/agreement/gold-comparison.ts';
import { confusionPicture } from '#core/agreement/pictures.ts';
import { type GoldAgreement } from '#core/agreement/report.ts';
import { SelectField } from '#ui/field.tsx';
import { useState } from 'react';
import { ConfusionGrid } from './confusion-grid.tsx';
import { PictureButtons } from './picture-buttons.tsx';
import { Section } from './section.tsx';
import { useNames } from './use-names.ts';

/** What one annotator chose where gold has something else. */
export function GoldConfusion({ gold }: { readonly gold: readonly GoldAgreement[] }) {
  const names = useNames();
  const [chosen, setChosen] = useState('');
  const { annotatorId, labelIds, confusion } = gold.find((one) => one.annotatorId === chosen) ?? gold[0]!;
  const pair = { one: AS_GOLD, other: annotatorId };
  return (
    <Section
      title={t`Labels against gold`}
      lead={t`Rows are gold, columns what ${names.annotator(annotatorId)} chose; “nothing” is a span that only one of the two has.`}
      tools={
        <>
          <SelectField
            label={t`Annotator against gold`}
            value={annotatorId}
            options={gold.map((one) => ({ value: one.annotatorId as string, text: names.annotator(one.annotatorId) }))}
            onChange={setChosen}
          />
          <PictureButtons
            name="agreement-gold"
            words={t`save a picture of the labels against gold`}
            draw={() => confusionPicture({ labelIds, confusion }, pair, names)}
          />
        </>
      }
    >
      {(titleId) => <ConfusionGrid titleId={titleId} labelIds={labelIds} confusion={confusion} pair={pair} />}
    </Section>
  );
}
