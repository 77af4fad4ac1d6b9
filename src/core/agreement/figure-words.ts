import { t } from '#language/t.ts';

/** What a figure measures, how to read it, and when not to, each in a sentence or two. */
export interface FigureWords {
  readonly name: string;
  readonly measures: string;
  readonly reading: string;
  readonly caution: string;
}

/** The figures that are explained where they stand. */
export const FIGURE_WORDS = {
  strict: {
    name: t`Span F1, strict`,
    measures: t`The share of spans for which another annotator has one with the same words and the same label.`,
    reading: t`1 is the same everywhere, 0 is nothing the same. It is the mean of all pairs of annotators.`,
    caution: t`A boundary that is off by one letter counts as much as a span that is missing. Look at “partial” and at the boundaries below before calling a low figure disagreement. It is not corrected for chance.`,
  },
  partial: {
    name: t`Span F1, partial`,
    measures: t`The same, but a span that another annotator has with other boundaries or another label counts a half.`,
    reading: t`Far above strict: people mean the same things and draw the line elsewhere.`,
    caution: t`It looks at places only: two labels on the same words count as agreement. It is not corrected for chance.`,
  },
  gamma: {
    name: 'γ',
    measures: t`How much better the spans of all annotators fit together, in place and label at once, than spans at random places would.`,
    reading: t`1 is the same everywhere, 0 is no better than chance, below 0 is worse than chance.`,
    caution: t`It depends on its settings and on how chance is drawn, so compare it only with γ by the same settings. With very few spans in an article it says little.`,
  },
  unitizing: {
    name: 'uα',
    measures: t`Krippendorff’s α for marked text: how much text is marked alike, corrected for chance, summed over the labels.`,
    reading: t`1 is the same everywhere, 0 is chance. Long spans weigh more than short ones.`,
    caution: t`It counts text and not things: one long quotation outweighs ten names. Overlapping spans of one label and annotator are taken as one.`,
  },
  links: {
    name: t`F1 of links`,
    measures: t`The share of links that another annotator has too, of those whose ends both annotators have marked.`,
    reading: t`1 is the same everywhere, 0 is nothing the same.`,
    caution: t`Links at spans that only one annotator has are left out here; “all links” counts them.`,
  },
} as const satisfies Record<string, FigureWords>;
