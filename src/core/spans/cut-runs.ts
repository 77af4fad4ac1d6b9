import { type TextRange } from '#core/text/range.ts';

/** A thing to be drawn over a stretch of text; `key` says which thing. */
export interface Piece<Key> extends TextRange {
  readonly key: Key;
}

/** A stretch of text that is covered by the same pieces from end to end. */
export interface Run<Key> extends TextRange {
  readonly covering: readonly Key[];
}

/**
 * Cut `within` at every edge of the pieces into runs that do not overlap and together cover it exactly, so that a
 * renderer can draw each run as one element. `covering` keeps the order of `pieces`; empty pieces give no run.
 *
 *   within [0,9), [0,5) A, [3,8) B  ->  [0,3) A · [3,5) A B · [5,8) B · [8,9)
 */
export function cutRuns<Key>(within: TextRange, pieces: readonly Piece<Key>[]): readonly Run<Key>[] {
  const inside = pieces
    .map((piece) => ({ key: piece.key, from: Math.max(piece.from, within.from), to: Math.min(piece.to, within.to) }))
    .filter((piece) => piece.from < piece.to);
  const edges = [...new Set([within.from, within.to, ...inside.flatMap(({ from, to }) => [from, to])])];
  edges.sort((a, b) => a - b);
  const starts = [...inside.keys()].toSorted((a, b) => inside[a]!.from - inside[b]!.from);
  const runs: Run<Key>[] = [];
  let open: number[] = [];
  let next = 0;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const from = edges[index]!;
    open = open.filter((piece) => inside[piece]!.to > from);
    while (next < starts.length && inside[starts[next]!]!.from === from) open.push(starts[next++]!);
    open.sort((a, b) => a - b);
    runs.push({ from, to: edges[index + 1]!, covering: open.map((piece) => inside[piece]!.key) });
  }
  return runs;
}
