import { decimals } from '#language/numbers.ts';
import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Figure, type FigureReason, type NoInterval, type Outcome } from './figure.ts';
import { type ReportNames } from './report-names.ts';
import { plural } from './report-speech.ts';
import { type AgreementReport, type Warning } from './report.ts';

/** Why there is no value, in a few words that fit into a table. */
export function inWords(reason: FigureReason | undefined): string {
  switch (reason) {
    case 'no-data':
      return t`nothing marked`;
    case 'no-variation':
      return t`nothing varies`;
    case 'one-annotator':
      return t`one annotator`;
    case 'no-overlap':
      return t`nothing in common`;
    case 'chance-zero':
      return t`no chance to differ`;
    case 'labels-overlap':
      return t`labels overlap`;
    case 'too-costly':
      return t`not computed`;
    case undefined:
      return t`no value`;
  }
}

/** Why a figure has no interval, in a few words. */
export function noIntervalInWords(why: NoInterval | undefined): string {
  switch (why) {
    case 'few-articles':
      return t`no interval: fewer than ten articles`;
    case 'often-undefined':
      return t`no interval: too often without a value`;
    case 'not-asked':
      return t`no interval was asked for`;
    case 'no-value':
    case undefined:
      return '';
  }
}

/** The value with three digits, or a dash with why there is none. */
export function outcomeInWords({ value, reason }: Outcome): string {
  return value === null ? `– (${inWords(reason)})` : decimals(value, 3);
}

/** The interval with three digits, or nothing. */
export function intervalInNumbers({ interval }: Figure): string {
  return interval ? t`${decimals(interval.low, 3)} to ${decimals(interval.high, 3)}` : '';
}

/** A number with so many digits, or a dash. */
export function inNumbers(value: number | null, digits: number): string {
  return value === null ? '–' : decimals(value, digits);
}

/** What was not compared and why, and how far each annotator is: a line each. */
export function leftOutInWords(
  { leftOut, changedSince, progress }: AgreementReport,
  names: ReportNames,
): readonly string[] {
  const count = (why: string): number => leftOut.filter((one) => one.why === why).length;
  const [none, one, corrected] = [count('none-finished'), count('one-finished'), count('corrected')];
  return [
    ...(none > 0 ? [plural(none, '# article that nobody has finished', '# articles that nobody has finished')] : []),
    ...(one > 0
      ? [plural(one, '# article that one annotator has finished', '# articles that one annotator has finished')]
      : []),
    ...(corrected > 0
      ? [
          plural(
            corrected,
            '# article that a corrected text takes the place of',
            '# articles that a corrected text takes the place of',
          ),
        ]
      : []),
    ...(changedSince.length > 0
      ? [
          plural(
            changedSince.length,
            '# layer changed after review of the article had begun',
            '# layers changed after review of the article had begun',
          ),
        ]
      : []),
    ...progress.map(
      ({ annotatorId, done, inProgress, notStarted }) =>
        t`${names.annotator(annotatorId)}: ${done} done, ${inProgress} in progress, ${notStarted} not started`,
    ),
  ];
}

/** A warning as a sentence. */
export function warningInWords(warning: Warning, labelName: (id: LabelId) => string): string {
  switch (warning.kind) {
    case 'few-articles':
      return plural(
        warning.articles,
        'With # article there are no intervals; ten are needed.',
        'With # articles there are no intervals; ten are needed.',
      );
    case 'rare-label':
      return t`${percent(warning.share)} of the tokens have the label ${labelName(warning.label)}: κ and α over tokens are mostly about text that nobody marked.`;
    case 'overlaps-merged':
      return plural(
        warning.count,
        'For uα, # span that overlapped another of the same label and annotator went into one with it.',
        'For uα, # spans that overlapped another of the same label and annotator went into one with it.',
      );
    case 'twins-left-out':
      return plural(
        warning.count,
        'Left out: # span that said the same as another of the same annotator.',
        'Left out: # spans that said the same as another of the same annotator.',
      );
    case 'gamma-incomplete':
      return plural(
        warning.articles,
        'γ leaves out # article, as the best alignment would have taken too long.',
        'γ leaves out # articles, as the best alignment would have taken too long.',
      );
  }
}

function percent(share: number): string {
  return `${decimals(100 * share, 1)} %`;
}
