import { splitsSurrogatePair } from '#core/text/offsets.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';

/** A part of a snippet; a hit is drawn with a mark. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** How many code units are shown before and after what was found, and at most of what was found itself. */
const AROUND = 60;
const LONGEST = 300;
/** How far an edge moves in order not to cut a word. */
const REACH = 15;

/**
 * What was found with some words around it, within `bounds`. Line ends become spaces, an ellipsis stands where the text goes
 * on, and what is long is cut off at its end. `hits` must lie in `found`.
 */
export function snippetOf(
  text: string,
  found: TextRange,
  hits: readonly TextRange[],
  bounds: TextRange = { from: 0, to: text.length },
): readonly SnippetPart[] {
  const cut = found.from + LONGEST;
  const isCut = found.to > cut;
  const from = startAt(text, Math.max(bounds.from, found.from - AROUND), found.from, bounds.from);
  const to = isCut
    ? endAt(text, cut, found.from, found.to)
    : endAt(text, Math.min(bounds.to, found.to + AROUND), found.to, bounds.to);
  const parts: SnippetPart[] = [];
  const add = (start: number, end: number, isHit: boolean): void => {
    if (start < end) parts.push({ text: text.slice(start, end).replaceAll(/\s/g, ' '), isHit });
  };
  let at = from;
  if (from > bounds.from) parts.push({ text: '…', isHit: false });
  for (const hit of joinRanges(hits)) {
    const end = Math.min(hit.to, to);
    if (hit.from >= end) break;
    add(at, hit.from, false);
    add(hit.from, end, true);
    at = end;
  }
  add(at, to, false);
  if (to < bounds.to) parts.push({ text: '…', isHit: false });
  return parts;
}

/** The first start of a word from `offset` on, where there is one within reach and before `limit`. */
function startAt(text: string, offset: number, limit: number, bound: number): number {
  if (offset === bound) return offset;
  const last = Math.min(limit, offset + REACH);
  for (let at = offset; at <= last; at += 1) if (/\s/.test(text.charAt(at - 1))) return at;
  return splitsSurrogatePair(text, offset) ? offset + 1 : offset;
}

/** The last end of a word up to `offset`, where there is one within reach and after `limit`. */
function endAt(text: string, offset: number, limit: number, bound: number): number {
  if (offset === bound) return offset;
  const first = Math.max(limit, offset - REACH);
  for (let at = offset; at > first; at -= 1) if (/\s/.test(text.charAt(at))) return at;
  return splitsSurrogatePair(text, offset) ? offset - 1 : offset;
}
