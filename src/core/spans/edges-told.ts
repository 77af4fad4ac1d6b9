import { type TextRange } from '#core/text/range.ts';
import { type Span } from './span.ts';

/** What happens to a span at a place of the text; an interrupted one pauses and goes on. */
export type EdgeKind = 'starts' | 'pauses' | 'goes-on' | 'ends';

/** Where a range of a span begins or ends: between the UTF-16 code units before and after `at`. */
export interface SpanEdge {
  readonly span: Span;
  readonly kind: EdgeKind;
  readonly at: number;
}

interface Sorted extends SpanEdge {
  /** The other end of its range. */
  readonly other: number;
  /** Of the span among those that were given. */
  readonly order: number;
}

/**
 * The edges of these spans in a block of the text, in the order in which they are to be told: what ends before what starts,
 * inner spans end first and outer ones start first. Blank edges of a range are left out, so that each edge is told beside a
 * word, in the block that has it.
 */
export function edgesIn(text: string, block: TextRange, spans: readonly Span[]): readonly SpanEdge[] {
  return spans
    .flatMap((span, order) => span.ranges.flatMap((range, index) => edgesOf(text, block, span, range, index, order)))
    .toSorted(compareEdges);
}

/** True where something begins there, and is told before the words that follow. */
export function isStart({ kind }: SpanEdge): boolean {
  return kind === 'starts' || kind === 'goes-on';
}

function edgesOf(
  text: string,
  block: TextRange,
  span: Span,
  range: TextRange,
  index: number,
  order: number,
): readonly Sorted[] {
  if (range.from >= block.to || range.to <= block.from) return [];
  const { from, to } = withoutBlanks(text, range);
  const edges: Sorted[] = [];
  if (from >= block.from && from < block.to) {
    edges.push({ span, kind: index === 0 ? 'starts' : 'goes-on', at: from, other: to, order });
  }
  if (to > block.from && to <= block.to) {
    edges.push({ span, kind: index === span.ranges.length - 1 ? 'ends' : 'pauses', at: to, other: from, order });
  }
  return edges;
}

/** Looks at the edges alone: a range may be as long as the text, and is asked about in each of its blocks. */
function withoutBlanks(text: string, range: TextRange): TextRange {
  let { from, to } = range;
  while (from < to && isBlank(text[from]!)) from += 1;
  while (from < to && isBlank(text[to - 1]!)) to -= 1;
  return from < to ? { from, to } : range;
}

function isBlank(character: string): boolean {
  return character.trim() === '';
}

function compareEdges(a: Sorted, b: Sorted): number {
  if (a.at !== b.at) return a.at - b.at;
  if (isStart(a) !== isStart(b)) return isStart(a) ? 1 : -1;
  return b.other - a.other || (isStart(a) ? a.order - b.order : b.order - a.order);
}
