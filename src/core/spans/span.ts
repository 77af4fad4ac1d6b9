import { type AttributeId, type AttributeValue, isRange } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type TextRange } from '#core/text/range.ts';

/** Identifies a span within its layer. */
export type SpanId = string & { readonly brand: 'SpanId' };

/** How a span came to be: marked by a person, accepted from a suggestion, or read from a file of another tool. */
export type Origin = 'hand' | 'suggestion' | 'import';

/** What a span holds for one attribute of its label. */
export interface SpanAttribute {
  readonly id: AttributeId;
  readonly value: AttributeValue;
}

/**
 * A label on one or more ranges of an article. Several ranges make one interrupted span; they are sorted, not empty and
 * neither overlap nor touch. `attributes` are sorted by id, each id once. Times are ISO 8601 strings in UTC.
 */
export interface Span {
  readonly id: SpanId;
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
  readonly attributes: readonly SpanAttribute[];
  readonly note: string;
  readonly origin: Origin;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** A span that somebody makes now, at this ISO time, without a note. */
export function spanByHand(
  id: SpanId,
  label: LabelId,
  ranges: readonly TextRange[],
  at: string,
  attributes: readonly SpanAttribute[] = [],
): Span {
  return { id, label, ranges, attributes, note: '', origin: 'hand', createdAt: at, changedAt: at };
}

/** From the first range's start to the last range's end, gaps included. */
export function extentOf(span: Pick<Span, 'ranges'>): TextRange {
  return { from: span.ranges[0]!.from, to: span.ranges.at(-1)!.to };
}

/** Number of UTF-16 code units in the span's ranges, gaps left out. */
export function lengthOf(span: Pick<Span, 'ranges'>): number {
  return span.ranges.reduce((sum, range) => sum + range.to - range.from, 0);
}

/** Order of reading: by start, the longer extent first, then label, then id, so that the order is total and stable. */
export function compareSpans(a: Span, b: Span): number {
  const one = extentOf(a);
  const two = extentOf(b);
  return one.from - two.from || two.to - one.to || compareText(a.label, b.label) || compareText(a.id, b.id);
}

/** What the span holds for the attribute, or undefined where it holds nothing. */
export function attributeOf(span: Pick<Span, 'attributes'>, id: AttributeId): AttributeValue | undefined {
  return span.attributes.find((attribute) => attribute.id === id)?.value;
}

/** The span's attributes with this one set, or left out where `value` is undefined; sorted by id. */
export function withAttribute(
  attributes: readonly SpanAttribute[],
  id: AttributeId,
  value: AttributeValue | undefined,
): readonly SpanAttribute[] {
  const others = attributes.filter((attribute) => attribute.id !== id);
  if (value === undefined) return others;
  return [...others, { id, value }].toSorted((a, b) => compareText(a.id, b.id));
}

/** True where label, ranges, attributes, note, origin and times are all equal. */
export function sameSpan(a: Span, b: Span): boolean {
  return a === b || JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(span: Span): unknown {
  const { id, label, ranges, attributes, note, origin, createdAt, changedAt } = span;
  const places = ranges.map(({ from, to }) => [from, to]);
  return [id, label, places, plainAttributes(attributes), note, origin, createdAt, changedAt];
}

/** The attributes as lists that are equal in JSON exactly where the attributes are. */
export function plainAttributes(attributes: readonly SpanAttribute[]): readonly unknown[] {
  return attributes.map(({ id, value }) => [id, plainValue(value)]);
}

function plainValue(value: AttributeValue): unknown {
  return isRange(value) ? { from: value.from, to: value.to } : value;
}
