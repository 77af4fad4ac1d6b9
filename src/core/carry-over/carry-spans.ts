import { type AttributeId, isRange } from '#core/labels/attribute.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { type Anchoring, type Carried, carryRange, guessRange } from '#core/text/anchor.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';

/** A span that has its place in the corrected text; `grade` is that of its least certain range. */
export interface CarriedSpan {
  readonly before: Span;
  readonly after: Span;
  readonly grade: Carried;
}

/** A span whose place in the corrected text is not certain. `guess` holds ranges that may be it. */
export interface UnplacedSpan {
  readonly before: Span;
  readonly guess: readonly TextRange[] | undefined;
}

/** An attribute that is words of the old text which have no certain place in the new one; the span goes without it. */
export interface DroppedAttribute {
  readonly span: SpanId;
  readonly id: AttributeId;
  readonly words: TextRange;
}

/** What becomes of spans in a corrected text: each is in exactly one of the first two lists. */
export interface CarriedSpans {
  readonly carried: readonly CarriedSpan[];
  readonly unplaced: readonly UnplacedSpan[];
  readonly dropped: readonly DroppedAttribute[];
}

/** Carries spans over in the order given. A span of several ranges is placed only where each of them is. */
export function carrySpans(anchors: Anchoring, spans: readonly Span[]): CarriedSpans {
  const carried: CarriedSpan[] = [];
  const unplaced: UnplacedSpan[] = [];
  const dropped: DroppedAttribute[] = [];
  for (const span of spans) {
    const placed = placeOf(anchors, span);
    if (!placed) {
      unplaced.push({ before: span, guess: guessOf(anchors, span) });
      continue;
    }
    const moved = moveSpan(anchors, span, placed.ranges);
    carried.push({ before: span, after: moved.span, grade: placed.grade });
    dropped.push(...moved.dropped);
  }
  return { carried, unplaced, dropped };
}

/** The span on these ranges of the new text, with its attributes that are ranges carried over or dropped. */
export function moveSpan(
  anchors: Anchoring,
  span: Span,
  ranges: readonly TextRange[],
): { readonly span: Span; readonly dropped: readonly DroppedAttribute[] } {
  const dropped: DroppedAttribute[] = [];
  const attributes = span.attributes.flatMap((attribute) => {
    const { id, value } = attribute;
    if (!isRange(value)) return [attribute];
    const words = { from: value.from, to: value.to };
    const place = carryRange(anchors, words);
    if (place) return [{ id, value: place.range }];
    dropped.push({ span: span.id, id, words });
    return [];
  });
  return { span: { ...span, ranges, attributes }, dropped };
}

const CERTAINTY: readonly Carried[] = ['kept', 'changed', 'moved'];

function placeOf(
  anchors: Anchoring,
  span: Span,
): (Pick<CarriedSpan, 'grade'> & { ranges: readonly TextRange[] }) | undefined {
  const places = span.ranges.map((range) => carryRange(anchors, range));
  const found = places.filter((place) => place !== undefined);
  if (found.length < places.length) return undefined;
  const ranges = inOrder(
    anchors.after,
    found.map(({ range }) => range),
  );
  const grade = CERTAINTY.findLast((one) => found.some((place) => place.grade === one));
  return ranges && grade && { ranges, grade };
}

function guessOf(anchors: Anchoring, span: Span): readonly TextRange[] | undefined {
  const places = span.ranges.map((range) => carryRange(anchors, range)?.range ?? guessRange(anchors, range));
  const found = places.filter((place) => place !== undefined);
  return found.length < places.length ? undefined : inOrder(anchors.after, found);
}

/** Ranges that touch now, since what was between them is gone, become one; undefined where they cross or changed places. */
function inOrder(after: string, ranges: readonly TextRange[]): readonly TextRange[] | undefined {
  if (ranges.some(({ from }, index) => index > 0 && from < ranges[index - 1]!.to)) return undefined;
  const joined = joinRanges(ranges);
  return problemWithRanges(after, joined) === undefined ? joined : undefined;
}
