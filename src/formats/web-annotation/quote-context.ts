import { clusterAt } from '#core/text/clusters.ts';
import { type TextRange } from '#core/text/range.ts';

/** So many UTF-16 code units, at most, of what stands before and after a quote are given with it. */
const LENGTH = 32;

/** What stands right before and after the range, cut between characters as people see them, never inside one. */
export function quoteContext(
  text: string,
  { from, to }: TextRange,
): { readonly prefix: string; readonly suffix: string } {
  const start = from <= LENGTH ? 0 : Math.min(from, edgeNear(text, from - LENGTH, 'after'));
  const end = to + LENGTH >= text.length ? text.length : Math.max(to, edgeNear(text, to + LENGTH, 'before'));
  return { prefix: text.slice(start, from), suffix: text.slice(to, end) };
}

function edgeNear(text: string, offset: number, side: 'before' | 'after'): number {
  // Between two letters of Latin-1 nothing joins; asking the segmenter for every span would take most of the time.
  if (isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset))) return offset;
  const cluster = clusterAt(text, offset);
  if (cluster.from === offset) return offset;
  return side === 'before' ? cluster.from : cluster.to;
}

function isPlain(unit: number): boolean {
  return unit >= 0x20 && unit < 0x300 && unit !== 0xad;
}
