import { type Figure } from './figure.ts';
import { type ReportNames } from './report-names.ts';
import { IN_USE, type Speech } from './report-speech.ts';
import {
  type AgreementReport,
  type GammaFigures,
  type LabelAgreement,
  type PairAgreement,
  type SchemeFigures,
  type TextFigures,
} from './report.ts';
import { type Scheme, SCHEMES } from './span-scores.ts';
import { type ValueDistance } from './statistic-attributes.ts';

/** A figure with what people call it. */
export type NamedFigure = readonly [name: string, figure: Figure];

/** What span F1 is called by each scheme. */
export function spanF1Names({ t }: Speech): Readonly<Record<Scheme, string>> {
  return {
    strict: t`Span F1, strict`,
    exact: t`Span F1, exact`,
    partial: t`Span F1, partial`,
    type: t`Span F1, type`,
    soft: t`Span F1, soft`,
  };
}

/** Span F1 by every scheme. */
export function spanF1Figures(f1: SchemeFigures, speech: Speech): readonly NamedFigure[] {
  const names = spanF1Names(speech);
  return SCHEMES.map((scheme) => [names[scheme], f1[scheme]]);
}

function earlierFigure(figure: Figure, { t }: Speech): NamedFigure {
  return [t`αU (2004), for older work only`, figure];
}

/**
 * The figures about all labels together; those that the project has nothing for are left out. As everywhere here, `speech` is
 * how they are called.
 */
export function headlineFigures({ headline }: AgreementReport, speech = IN_USE): readonly NamedFigure[] {
  const { t } = speech;
  const { f1, gamma, unitizing, earlier, sets, continuum } = headline;
  return [
    ...spanF1Figures(f1, speech),
    ...(gamma ? gammaFigures(gamma, speech) : []),
    [t`Unitizing α (uα), summed over labels`, unitizing],
    earlierFigure(earlier, speech),
    [t`α of tokens, label sets, Jaccard`, sets.jaccard],
    [t`α of tokens, label sets, MASI`, sets.masi],
    [t`α of tokens, label sets, nominal`, sets.nominal],
    ...(continuum.unitizing.reason === 'labels-overlap'
      ? []
      : ([
          [t`uα, all labels on one continuum`, continuum.unitizing],
          [t`|uα, marked or not`, continuum.marking],
          [t`cuα, labels of what both marked`, continuum.coding],
        ] as const)),
  ];
}

/** γ, with how far it may be off because chance was sampled, and γcat. */
export function gammaFigures(figures: GammaFigures, speech: Speech): readonly NamedFigure[] {
  const { gamma, category } = figures;
  const { t } = speech;
  return [
    [gamma.value === null ? 'γ' : sampledGamma(figures, speech), gamma],
    [t`γcat, labels of aligned spans`, category],
  ];
}

function sampledGamma({ samplingError, samples }: GammaFigures, { t, plural, decimals }: Speech): string {
  const from = plural(samples, 'from # sample', 'from # samples');
  // From one sample nobody knows how far the next would be off.
  return samples > 1 ? t`γ (±${decimals(samplingError, 3)} ${from})` : t`γ (${from})`;
}

/** The figures about one label. */
export function labelFigures(agreement: LabelAgreement, names: ReportNames, speech = IN_USE): readonly NamedFigure[] {
  const { label, f1, gamma, unitizing, earlier, coding, characters, tokens, attributes } = agreement;
  return [
    ...spanF1Figures(f1, speech),
    ...(gamma ? [['γk', gamma] as const] : []),
    ['uα', unitizing],
    earlierFigure(earlier, speech),
    ...(coding.reason === 'labels-overlap' ? [] : [['(k)uα', coding] as const]),
    ...characterFigures(characters, speech),
    ...tokenFigures(tokens, speech),
    ...attributes.flatMap(({ attribute, figures }) =>
      figures.map(({ distance, figure }): NamedFigure => [
        valueAlphaName(names.attribute(label, attribute), distance, speech),
        figure,
      ]),
    ),
  ];
}

function characterFigures({ cohen, fleiss, alpha }: TextFigures, { t }: Speech): readonly NamedFigure[] {
  return [
    [t`Cohen’s κ, characters, mean of pairs`, cohen],
    [t`Fleiss’ κ, characters`, fleiss],
    [t`Krippendorff’s α, characters`, alpha],
  ];
}

function tokenFigures({ cohen, fleiss, alpha }: TextFigures, { t }: Speech): readonly NamedFigure[] {
  return [
    [t`Cohen’s κ, tokens, mean of pairs`, cohen],
    [t`Fleiss’ κ, tokens`, fleiss],
    [t`Krippendorff’s α, tokens`, alpha],
  ];
}

function valueAlphaName(attribute: string, distance: ValueDistance, { t }: Speech): string {
  switch (distance) {
    case 'nominal':
      return t`α of ${attribute}, nominal`;
    case 'jaccard':
      return t`α of ${attribute}, jaccard`;
    case 'masi':
      return t`α of ${attribute}, masi`;
  }
}

/** The figures about two annotators. */
export function pairFigures({ f1, unitizing, links }: PairAgreement, speech = IN_USE): readonly NamedFigure[] {
  const { t } = speech;
  return [...spanF1Figures(f1, speech), ['uα', unitizing], [t`F1 of links between matched spans`, links]];
}

/** The figures about links; none where nobody has linked anything. */
export function linkFigures(
  { headline: { links } }: AgreementReport,
  names: ReportNames,
  { t }: Speech = IN_USE,
): readonly NamedFigure[] {
  if (links.types.length === 0) return [];
  return [
    [t`F1 of all links`, links.all],
    [t`F1 of links between matched spans`, links.aligned],
    ...links.types.map(({ type, aligned }): NamedFigure => [
      t`${names.linkType(type)}, between matched spans`,
      aligned,
    ]),
  ];
}
