import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { problemWithPages } from '#core/project/check-pages.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { codePointOffsets } from '#core/text/offsets.ts';
import { type ProblemList } from '#formats/problem.ts';
import { quoted } from '#formats/wording.ts';
import { checkUnique } from './check-unique.ts';
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

/** Checks that pages start in order and inside the text, and that both of their offsets say the same place. */
export function checkPages(article: ArticleShape, place: string, problems: ProblemList): void {
  const { text, title, pages } = article;
  const fault = problemWithPages(text, pages);
  if (fault) problems.add(`${place}[${fault.index}]`, `${fault.message} ${inArticleCalled(title)}`);
  if (fault || pages.length === 0) return;
  const { toCodePoint } = measuredText(article);
  for (const [index, { from, codePointFrom }] of pages.entries()) {
    if (toCodePoint(from) === codePointFrom) continue;
    problems.add(
      `${place}[${index}]`,
      `${t`the page starts at ${toCodePoint(from)} in code points, not ${codePointFrom}: the offsets were changed`} ${inArticleCalled(title)}`,
    );
  }
}

/** Checks that ids of spans and of their attributes are unique, labels exist and every offset and quote fits the text. */
export function checkSpans(
  spans: readonly SpanShape[],
  measured: MeasuredText,
  labels: ReadonlySet<LabelId>,
  place: string,
  problems: ProblemList,
): void {
  checkUnique(spans, (index) => `${place}[${index}].id`, 'span', problems);
  for (let index = 0; index < spans.length; index += 1) {
    if (problems.isFull) return;
    const span = spans[index]!;
    // A path costs more than the check, and hardly any is needed.
    const here = (): string => `${place}[${index}]`;
    if (!labels.has(span.label)) {
      problems.add(
        `${here()}.label`,
        `${t`the label set has no label with the id ${quoted(span.label)}`} ${inArticleCalled(measured.title)}`,
      );
    }
    checkMarking(span, measured, here, problems);
  }
}

/** Checks what a span says of the text: that ids of attributes are unique and every offset and quote fits. */
export function checkMarking(
  { ranges, attributes }: Pick<SpanShape, 'ranges' | 'attributes'>,
  measured: MeasuredText,
  place: () => string,
  problems: ProblemList,
): void {
  if (attributes.length > 1) {
    checkUnique(attributes, (at) => `${place()}.attributes[${at}].id`, 'attribute', problems);
  }
  checkRanges(ranges, measured, () => `${place()}.ranges`, problems);
  attributes.forEach(({ value }, at) => {
    if (isRangeShape(value)) checkRanges([value], measured, () => `${place()}.attributes[${at}].value`, problems);
  });
}

/** Checks that ranges are right in the text, and that their quotes and offsets in code points agree with it. */
export function checkRanges(
  ranges: readonly RangeShape[],
  { text, title, toCodePoint }: MeasuredText,
  place: () => string,
  problems: ProblemList,
): void {
  const fault = problemWithRanges(text, ranges);
  if (fault !== undefined) {
    problems.add(place(), `${fault} ${inArticleCalled(title)}`);
    return;
  }
  for (let index = 0; index < ranges.length; index += 1) {
    const range = ranges[index]!;
    const message = problemWithQuote(text, range) ?? problemWithCodePoints(range, toCodePoint);
    if (message !== undefined) problems.add(`${place()}[${index}]`, `${message} ${inArticleCalled(title)}`);
  }
}

/** Where something is, as a remark behind what is wrong. */
export function inArticleCalled(title: string): string {
  return t`(in article ${quoted(title)})`;
}

function isRangeShape(value: SpanShape['attributes'][number]['value']): value is RangeShape {
  return typeof value === 'object' && !Array.isArray(value);
}

function problemWithQuote(text: string, { from, to, quote }: RangeShape): string | undefined {
  if (quote.length === to - from && text.startsWith(quote, from)) return undefined;
  const actual = text.slice(from, to);
  return t`the quote is ${quoted(quote)} but the text at ${from}–${to} is ${quoted(actual)}: the offsets or the text were changed`;
}

function problemWithCodePoints(range: RangeShape, toCodePoint: (utf16: number) => number): string | undefined {
  const { from, to, codePointFrom, codePointTo } = range;
  const [right, end] = [toCodePoint(from), toCodePoint(to)];
  if (codePointFrom === right && codePointTo === end) return undefined;
  return t`the range ${from}–${to} is ${right}–${end} in code points, not ${codePointFrom}–${codePointTo}: the offsets were changed`;
}
