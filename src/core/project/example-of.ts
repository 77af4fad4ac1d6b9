import { extentOf, type Span } from '#core/spans/span.ts';
import { clusterAt } from '#core/text/clusters.ts';
import { isWhiteSpace } from '#core/text/code-points.ts';
import { type TextRange } from '#core/text/range.ts';
import { GUIDELINE_LIMITS, type GuidelineExample } from './guidelines.ts';

/** How much of the text on either side is shown, in UTF-16 code units. */
const CONTEXT = 60;

/**
 * A span as an example in the guidelines: its words, its ranges joined by an ellipsis and cut to the limit with one, and the
 * text within 60 code units before and after it, from and to whole words where there are any. No character is cut in two.
 */
export function exampleOf(text: string, span: Span, title: string): Omit<GuidelineExample, 'isGood' | 'comment'> {
  const { from, to } = extentOf(span);
  return {
    before: text.slice(contextStart(text, from), from),
    quote: cutWithEllipsis(span.ranges.map((range) => text.slice(range.from, range.to)).join(' … ')),
    after: text.slice(to, contextEnd(text, to)),
    source: title,
  };
}

function contextStart(text: string, offset: number): number {
  const least = offset - CONTEXT;
  if (least <= 0) return 0;
  const edge = clusterAround(text, least).to;
  for (let at = least; at < offset; at += 1) if (isWhiteSpace(text.charAt(at - 1))) return at;
  // Without white space, as in Chinese, any whole character will do.
  return Math.min(edge, offset);
}

function contextEnd(text: string, offset: number): number {
  const most = offset + CONTEXT;
  if (most >= text.length) return text.length;
  for (let at = most; at > offset; at -= 1) if (isWhiteSpace(text.charAt(at))) return at;
  return Math.max(clusterAround(text, most).from, offset);
}

function cutWithEllipsis(quote: string): string {
  if (quote.length <= GUIDELINE_LIMITS.quote) return quote;
  return `${quote.slice(0, clusterAround(quote, GUIDELINE_LIMITS.quote - 1).from)}…`;
}

/** The character that the offset lies inside of; the empty range at the offset where it lies between two. */
function clusterAround(text: string, offset: number): TextRange {
  const cluster = clusterAt(text, offset);
  return cluster.from === offset ? { from: offset, to: offset } : cluster;
}
