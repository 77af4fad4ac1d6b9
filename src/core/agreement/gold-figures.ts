import { gammaFigures, labelFigures, type NamedFigure, spanF1Figures } from './named-figures.ts';
import { labelsWithSpans } from './report-gold.ts';
import { type ReportNames } from './report-names.ts';
import { type Speech } from './report-speech.ts';
import { type GoldAgreement } from './report.ts';

/** Every figure of one annotator against gold, of all labels and of each. */
export function goldFigures(one: GoldAgreement, names: ReportNames, speech: Speech): readonly NamedFigure[] {
  const { t } = speech;
  const { f1, precision, recall, gamma, unitizing, links, articles } = one;
  return [
    ...spanF1Figures(f1, speech),
    [t`Precision, strict`, { ...precision, articles }],
    [t`Recall, strict`, { ...recall, articles }],
    ...(gamma ? gammaFigures(gamma, speech) : []),
    ['uα', unitizing],
    ...(links.types.length > 0 ? [[t`F1 of links between matched spans`, links.aligned] as const] : []),
    ...labelsWithSpans(one).flatMap((label) =>
      labelFigures(label, names, speech).map(([name, figure]): NamedFigure => [
        `${names.label(label.label)}: ${name}`,
        figure,
      ]),
    ),
  ];
}
