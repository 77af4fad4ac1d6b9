import { type LabelId } from '#core/labels/label-set.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { codePointOffsets } from '#core/text/offsets.ts';
import { type ProblemList } from '#formats/problem.ts';
import { quoted } from '#formats/wording.ts';
import { type ArticleShape, type SpanShape } from './shape.ts';

/** A text with the conversion of its offsets, which costs a walk over the text: make one for each article, not each layer. */
export interface MeasuredText {
  readonly text: string;
  readonly title: string;
  readonly toCodePoint: (utf16: number) => number;
}

type RangeShape = SpanShape['ranges'][number];

/** Measures an article's text once for all its layers. */
export function measuredText({ text, title }: ArticleShape): MeasuredText {
  const offsets = codePointOffsets(text);
  return { text, title, toCodePoint: (utf16) => offsets.toCodePoint(utf16) };
}

/** Checks that the spans' ids are unique, their labels exist and every offset and quote fits the text. */
export function checkSpans(
  spans: readonly SpanShape[],
  { text, title, toCodePoint }: MeasuredText,
  labels: ReadonlySet<LabelId>,
  place: string,
  problems: ProblemList,
): void {
  const inArticle = `(in article ${quoted(title)})`;
  const firstWithId = new Map<string, number>();
  for (const [index, span] of spans.entries()) {
    if (problems.isFull) return;
    const here = `${place}[${index}]`;
    const first = firstWithId.get(span.id);
    if (first === undefined) firstWithId.set(span.id, index);
    else problems.add(`${here}.id`, `the same span id as at ${place}[${first}].id: ${quoted(span.id)}`);
    if (!labels.has(span.label)) {
      problems.add(`${here}.label`, `the label set has no label with the id ${quoted(span.label)} ${inArticle}`);
    }
    const fault = problemWithRanges(text, span.ranges);
    if (fault !== undefined) {
      problems.add(`${here}.ranges`, `${fault} ${inArticle}`);
      continue;
    }
    for (const [rangeIndex, range] of span.ranges.entries()) {
      const message = problemWithQuote(text, range) ?? problemWithCodePoints(range, toCodePoint);
      if (message !== undefined) problems.add(`${here}.ranges[${rangeIndex}]`, `${message} ${inArticle}`);
    }
  }
}

function problemWithQuote(text: string, { from, to, quote }: RangeShape): string | undefined {
  const actual = text.slice(from, to);
  if (actual === quote) return undefined;
  return `the quote is ${quoted(quote)} but the text at ${from}–${to} is ${quoted(actual)}: the offsets or the text were changed`;
}

function problemWithCodePoints(range: RangeShape, toCodePoint: (utf16: number) => number): string | undefined {
  const { from, to, codePointFrom, codePointTo } = range;
  const [right, end] = [toCodePoint(from), toCodePoint(to)];
  if (codePointFrom === right && codePointTo === end) return undefined;
  return `the range ${from}–${to} is ${right}–${end} in code points, not ${codePointFrom}–${codePointTo}: the offsets were changed`;
}
