import { type Figure } from './figure.ts';
import { countOf } from './report-words.ts';
import { type AgreementReport } from './report.ts';

/** A paragraph for the methods section of a paper, with the exact settings and the figures about all labels. */
export function methodsParagraph(report: AgreementReport): string {
  const { counts, annotatorIds, headline, method } = report;
  const { settings, tokens, matching } = method;
  const { gamma: asked, resamples, seed, includesInProgress, includesChangedSince } = settings;
  const { f1, gamma, unitizing } = headline;
  const layers = includesInProgress ? 'finished or in progress' : 'finished';
  const sentences = [
    `Inter-annotator agreement was measured on ${countOf(counts.articles, 'article')} that at least two of ${countOf(annotatorIds.length, 'annotator')} had ${layers} (${countOf(counts.spans, 'span')}, ${countOf(counts.tokens, 'token')}).`,
    includesChangedSince
      ? 'Annotations that were changed after adjudication had begun are included.'
      : 'Only annotations as they were before adjudication are included.',
    matching,
    `Span F1, the mean over all pairs of annotators of the micro-average over articles, was ${valueOf(f1.strict)} where ranges and label must be the same (strict), ${valueOf(f1.partial)} where overlap counts a half (partial), and ${valueOf(f1.type)} where the label must be the same and the spans overlap (type).`,
    ...(asked && gamma
      ? [
          `γ (Mathet, Widlöcher & Métivier 2015; α = ${asked.weights.position}, β = ${asked.weights.category}, Δ∅ = ${asked.weights.missing}) was ${valueOf(gamma.gamma)}, from ${countOf(gamma.samples, 'random sample')} of each article (standard error of sampling ${gamma.samplingError.toFixed(3)}). ${method.chance}`,
        ]
      : []),
    `Krippendorff’s unitizing α (Krippendorff, Mathet, Bouvry & Widlöcher 2016), summed over labels, was ${valueOf(unitizing)}.`,
    tokens,
    resamples > 0
      ? `Intervals are 95 % percentile intervals of a bootstrap over articles (${countOf(resamples, 'resample')}, seed ${seed}); annotators are taken as given.`
      : `No intervals were computed; the seed was ${seed}.`,
    ...(leftOutSentence(report) ?? []),
    'Computed with Spanmark.',
  ];
  return sentences.join(' ');
}

function leftOutSentence({ leftOut, changedSince }: AgreementReport): readonly string[] | undefined {
  const parts = [
    ...(leftOut.length > 0
      ? [`${countOf(leftOut.length, 'article')} that fewer than two annotators had finished or that were corrected`]
      : []),
    ...(changedSince.length > 0
      ? [`${countOf(changedSince.length, 'layer')} changed after adjudication had begun`]
      : []),
  ];
  return parts.length > 0 ? [`Left out: ${parts.join('; ')}.`] : undefined;
}

function valueOf({ value, interval }: Figure): string {
  if (value === null) return 'undefined';
  return interval
    ? `${value.toFixed(3)} (95 % CI ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)})`
    : value.toFixed(3);
}
