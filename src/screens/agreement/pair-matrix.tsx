import { t } from '#language/t.ts';
import { pairAt, pairsPicture } from '#core/agreement/pictures.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { type Scheme, SCHEMES } from '#core/agreement/span-scores.ts';
import { SelectField } from '#ui/field.tsx';
import { plural } from '#language/numbers.ts';
import { useState } from 'react';
import { FigureValue } from './figure-value.tsx';
import { HeatMap } from './heat-map.tsx';
import { PictureButtons } from './picture-buttons.tsx';
import { Section } from './section.tsx';
import { useLook } from './use-look.ts';
import { useNames } from './use-names.ts';

const SCHEME_WORDS: Readonly<Record<Scheme, string>> = {
  strict: t`strict: same words and label`,
  exact: t`exact: same words`,
  partial: t`partial: overlap counts a half`,
  type: t`type: same label, any overlap`,
  soft: t`soft: same label, by shared text`,
};

/** Span F1 of every two annotators, as a heat map with the numbers in it. */
export function PairMatrix({ report }: { readonly report: AgreementReport }) {
  const look = useLook();
  const names = useNames();
  const [scheme, setScheme] = useState<Scheme>('strict');
  const { annotatorIds } = report;
  return (
    <Section
      title={t`Pairs of annotators`}
      lead={t`Span F1 of every two. A row that is paler than the others is somebody who sees things differently.`}
      tools={
        <>
          <SelectField
            label={t`What counts as the same`}
            value={scheme}
            options={SCHEMES.map((value) => ({ value, text: SCHEME_WORDS[value] }))}
            onChange={setScheme}
          />
          <PictureButtons
            name="agreement-pairs"
            words={t`save a picture of the pairs`}
            draw={() => pairsPicture(report, scheme, names)}
          />
        </>
      }
    >
      {(titleId) => (
        <HeatMap
          titleId={titleId}
          of={t`Annotator`}
          heads={annotatorIds.map((id) => ({ key: id, name: names.annotator(id) }))}
          none={t`the same annotator`}
          cellAt={(row, column) => {
            const pair = pairAt(report, row, column);
            if (!pair) return undefined;
            const figure = pair.f1[scheme];
            const [one, other] = [names.annotator(pair.one), names.annotator(pair.other)];
            const show = look({ kind: 'disagreements', pair }, t`What ${one} and ${other} disagree on`);
            const onLook = pair.articles > 0 ? show : undefined;
            return {
              share: figure.value ?? 0,
              content: (
                <>
                  <FigureValue outcome={figure} name={t`${one} and ${other}`} onLook={onLook} />
                  <small>{plural(pair.articles, 'article')}</small>
                </>
              ),
            };
          }}
        />
      )}
    </Section>
  );
}
