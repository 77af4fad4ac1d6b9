import { type Figure } from './figure.ts';
import { type ReportNames } from './report-names.ts';
import { type AgreementReport, type GammaFigures, type LabelAgreement, type PairAgreement } from './report.ts';
import { SCHEMES } from './span-scores.ts';

/** A figure with what people call it. */
export type NamedFigure = readonly [name: string, figure: Figure];

/** The figures about all labels together; those that the project has nothing for are left out. */
export function headlineFigures({ headline }: AgreementReport): readonly NamedFigure[] {
  const { f1, gamma, unitizing, sets, continuum } = headline;
  return [
    ...SCHEMES.map((scheme): NamedFigure => [`Span F1, ${scheme}`, f1[scheme]]),
    ...(gamma ? gammaFigures(gamma) : []),
    ['Unitizing α (uα), summed over labels', unitizing],
    ['α of tokens, label sets, Jaccard', sets.jaccard],
    ['α of tokens, label sets, MASI', sets.masi],
    ['α of tokens, label sets, nominal', sets.nominal],
    ...(continuum.unitizing.reason === 'labels-overlap'
      ? []
      : ([
          ['uα, all labels on one continuum', continuum.unitizing],
          ['|uα, marked or not', continuum.marking],
          ['cuα, labels of what both marked', continuum.coding],
        ] as const)),
  ];
}

function gammaFigures({ gamma, category, samplingError, samples }: GammaFigures): readonly NamedFigure[] {
  const error = gamma.value === null ? '' : ` (±${samplingError.toFixed(3)} from ${samples} samples)`;
  return [
    [`γ${error}`, gamma],
    ['γcat, labels of aligned spans', category],
  ];
}

/** The figures about one label. */
export function labelFigures(agreement: LabelAgreement, names: ReportNames): readonly NamedFigure[] {
  const { label, f1, gamma, unitizing, coding, characters, tokens, attributes } = agreement;
  return [
    ...SCHEMES.map((scheme): NamedFigure => [`Span F1, ${scheme}`, f1[scheme]]),
    ...(gamma ? [['γk', gamma] as const] : []),
    ['uα', unitizing],
    ...(coding.reason === 'labels-overlap' ? [] : [['(k)uα', coding] as const]),
    ...[
      { of: characters, unit: 'characters' },
      { of: tokens, unit: 'tokens' },
    ].flatMap(({ of, unit }): readonly NamedFigure[] => [
      [`Cohen’s κ, ${unit}, mean of pairs`, of.cohen],
      [`Fleiss’ κ, ${unit}`, of.fleiss],
      [`Krippendorff’s α, ${unit}`, of.alpha],
    ]),
    ...attributes.flatMap(({ attribute, figures }) =>
      figures.map(({ distance, figure }): NamedFigure => [
        `α of ${names.attribute(label, attribute)}, ${distance}`,
        figure,
      ]),
    ),
  ];
}

/** The figures about two annotators. */
export function pairFigures({ f1, unitizing, links }: PairAgreement): readonly NamedFigure[] {
  return [
    ...SCHEMES.map((scheme): NamedFigure => [`Span F1, ${scheme}`, f1[scheme]]),
    ['uα', unitizing],
    ['F1 of links between matched spans', links],
  ];
}

/** The figures about links; none where nobody has linked anything. */
export function linkFigures({ headline: { links } }: AgreementReport, names: ReportNames): readonly NamedFigure[] {
  if (links.types.length === 0) return [];
  return [
    ['F1 of all links', links.all],
    ['F1 of links between matched spans', links.aligned],
    ...links.types.map(({ type, aligned }): NamedFigure => [`${names.linkType(type)}, between matched spans`, aligned]),
  ];
}
