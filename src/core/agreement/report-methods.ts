import { decimals } from '#language/numbers.ts';
import { t } from '#language/t.ts';
import { type Figure } from './figure.ts';
import { GOLD_WORDS } from './report-gold.ts';
import { plural } from './report-speech.ts';
import { type AgreementReport, type GammaFigures } from './report.ts';

/** A paragraph for the methods section of a paper, with the exact settings and the figures about all labels. */
export function methodsParagraph(report: AgreementReport): string {
  const { headline, method } = report;
  const { settings, tokens, matching } = method;
  const { resamples, seed, includesChangedSince } = settings;
  const { f1, unitizing } = headline;
  const sentences = [
    measuredSentence(report),
    includesChangedSince
      ? t`Annotations that were changed after adjudication had begun are included.`
      : t`Only annotations as they were before adjudication are included.`,
    matching,
    t`Span F1, the mean over all pairs of annotators of the micro-average over articles, was ${valueOf(f1.strict)} where ranges and label must be the same (strict), ${valueOf(f1.partial)} where overlap counts a half (partial), and ${valueOf(f1.type)} where the label must be the same and the spans overlap (type).`,
    ...gammaSentences(report),
    t`Krippendorff’s unitizing α (Krippendorff, Mathet, Bouvry & Widlöcher 2016), summed over labels, was ${valueOf(unitizing)}.`,
    tokens,
    resamples > 0
      ? t`Intervals are 95 % percentile intervals of a bootstrap over articles (${plural(resamples, 'resample')}, seed ${seed}); annotators are taken as given.`
      : t`No intervals were computed; the seed was ${seed}.`,
    ...goldSentences(report),
    ...leftOutSentence(report),
    t`Computed with Spanmark.`,
  ];
  return sentences.join(' ');
}

function measuredSentence({ counts, annotatorIds, method }: AgreementReport): string {
  const articles = plural(counts.articles, 'on # article', 'on # articles');
  const annotators = plural(annotatorIds.length, 'of # annotator', 'of # annotators');
  const [spans, tokens] = [plural(counts.spans, 'span'), plural(counts.tokens, 'token')];
  return method.settings.includesInProgress
    ? t`Inter-annotator agreement was measured ${articles} that at least two ${annotators} had finished or in progress (${spans}, ${tokens}).`
    : t`Inter-annotator agreement was measured ${articles} that at least two ${annotators} had finished (${spans}, ${tokens}).`;
}

function gammaSentences({ headline: { gamma }, method }: AgreementReport): readonly string[] {
  const asked = method.settings.gamma;
  if (!asked || !gamma) return [];
  const { position, category, missing } = asked.weights;
  const settings = `α = ${position}, β = ${category}, Δ∅ = ${missing}`;
  return [gammaSentence(gamma, settings), method.chance];
}

/** With how far γ may be off because chance was drawn; from one sample that is not known. */
function gammaSentence({ gamma, samples, samplingError }: GammaFigures, settings: string): string {
  const from = plural(samples, 'from # random sample of each article', 'from # random samples of each article');
  return samples > 1
    ? t`γ (Mathet, Widlöcher & Métivier 2015; ${settings}) was ${valueOf(gamma)}, ${from} (standard error of sampling ${decimals(samplingError, 3)}).`
    : t`γ (Mathet, Widlöcher & Métivier 2015; ${settings}) was ${valueOf(gamma)}, ${from}.`;
}

function goldSentences({ gold, reviewed }: AgreementReport): readonly string[] {
  if (!gold || gold.length === 0) return [];
  const values = gold.flatMap(({ f1 }) => f1.strict.value ?? []);
  const range =
    values.length > 0 ? t`${decimals(Math.min(...values), 3)} to ${decimals(Math.max(...values), 3)}` : t`undefined`;
  const articles = plural(reviewed, 'of # article', 'of # articles');
  const annotators = plural(gold.length, 'of # annotator', 'of # annotators');
  return [t`Against the adjudicated annotations ${articles}, strict span F1 ${annotators} was ${range}.`, GOLD_WORDS];
}

function leftOutSentence({ leftOut, changedSince }: AgreementReport): readonly string[] {
  const articles = plural(
    leftOut.length,
    '# article that fewer than two annotators had finished or that were corrected',
    '# articles that fewer than two annotators had finished or that were corrected',
  );
  const layers = plural(
    changedSince.length,
    '# layer changed after adjudication had begun',
    '# layers changed after adjudication had begun',
  );
  if (leftOut.length > 0 && changedSince.length > 0) return [t`Left out: ${articles}; ${layers}.`];
  if (leftOut.length > 0) return [t`Left out: ${articles}.`];
  return changedSince.length > 0 ? [t`Left out: ${layers}.`] : [];
}

function valueOf({ value, interval }: Figure): string {
  if (value === null) return t`undefined`;
  if (!interval) return decimals(value, 3);
  return t`${decimals(value, 3)} (95 % CI ${decimals(interval.low, 3)} to ${decimals(interval.high, 3)})`;
}
