import { type LabelId } from '#core/labels/label-id.ts';
import { type Figure, type FigureReason, type NoInterval, type Outcome } from './figure.ts';
import { type ReportNames } from './report-names.ts';
import { type AgreementReport, type Warning } from './report.ts';

/** Why there is no value, in a few words that fit into a table. */
export function inWords(reason: FigureReason | undefined): string {
  switch (reason) {
    case 'no-data':
      return 'nothing marked';
    case 'no-variation':
      return 'nothing varies';
    case 'one-annotator':
      return 'one annotator';
    case 'no-overlap':
      return 'nothing in common';
    case 'chance-zero':
      return 'no chance to differ';
    case 'labels-overlap':
      return 'labels overlap';
    case 'too-costly':
      return 'not computed';
    case undefined:
      return 'no value';
  }
}

/** Why a figure has no interval, in a few words. */
export function noIntervalInWords(why: NoInterval | undefined): string {
  switch (why) {
    case 'few-articles':
      return 'no interval: fewer than ten articles';
    case 'often-undefined':
      return 'no interval: too often without a value';
    case 'not-asked':
      return 'no interval was asked for';
    case 'no-value':
    case undefined:
      return '';
  }
}

/** The value with three digits, or a dash with why there is none. */
export function outcomeInWords({ value, reason }: Outcome): string {
  return value === null ? `– (${inWords(reason)})` : value.toFixed(3);
}

/** The interval with three digits, or nothing. */
export function intervalInNumbers({ interval }: Figure): string {
  return interval ? `${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}` : '';
}

/** A number with so many digits, or a dash. */
export function inNumbers(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

/** What was not compared and why, and how far each annotator is: a line each. */
export function leftOutInWords(
  { leftOut, changedSince, progress }: AgreementReport,
  names: ReportNames,
): readonly string[] {
  const count = (why: string): number => leftOut.filter((one) => one.why === why).length;
  const reasons = [
    [count('none-finished'), 'nobody has finished'],
    [count('one-finished'), 'one annotator has finished'],
    [count('corrected'), 'a corrected text takes the place of'],
  ] as const;
  return [
    ...reasons
      .filter(([articles]) => articles > 0)
      .map(([articles, why]) => `${countOf(articles, 'article')} that ${why}`),
    ...(changedSince.length > 0
      ? [`${countOf(changedSince.length, 'layer')} changed after review of the article had begun`]
      : []),
    ...progress.map(
      ({ annotatorId, done, inProgress, notStarted }) =>
        `${names.annotator(annotatorId)}: ${done} done, ${inProgress} in progress, ${notStarted} not started`,
    ),
  ];
}

/** A warning as a sentence. */
export function warningInWords(warning: Warning, labelName: (id: LabelId) => string): string {
  switch (warning.kind) {
    case 'few-articles':
      return `With ${countOf(warning.articles, 'article')} there are no intervals; ten are needed.`;
    case 'rare-label':
      return `${percent(warning.share)} of the tokens have the label ${labelName(warning.label)}: κ and α over tokens are mostly about text that nobody marked.`;
    case 'overlaps-merged':
      return `For uα, ${countOf(warning.count, 'span')} that overlapped another of the same label and annotator went into one with it.`;
    case 'twins-left-out':
      return `Left out: ${countOf(warning.count, 'span')} that said the same as another of the same annotator.`;
    case 'gamma-incomplete':
      return `γ leaves out ${countOf(warning.articles, 'article')}, as the best alignment would have taken too long.`;
  }
}

/** `1 article`, `2 articles`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
