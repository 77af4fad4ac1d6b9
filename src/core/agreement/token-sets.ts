import { type TextRange } from '#core/text/range.ts';

/** A run of tokens for which no annotator changes: how many, and each annotator's labels in ascending order. */
export interface LabelSetsOfTokens {
  readonly count: number;
  readonly sets: readonly (readonly number[])[];
}

/**
 * Cuts a text of so many tokens where any annotator's labels change. `ranges` are by label, then by annotator, in token
 * indices; the ranges of each list must neither overlap nor touch.
 */
export function segmentsOf(
  ranges: readonly (readonly (readonly TextRange[])[])[],
  tokens: number,
): readonly LabelSetsOfTokens[] {
  const edges = ranges.flatMap((lists, label) =>
    lists.flatMap((list, annotator) =>
      list.flatMap(({ from, to }) => [
        { at: from, label, annotator, isStart: true },
        { at: to, label, annotator, isStart: false },
      ]),
    ),
  );
  edges.sort((a, b) => a.at - b.at);
  const open = (ranges[0] ?? []).map(() => new Set<number>());
  const segments: LabelSetsOfTokens[] = [];
  const close = (from: number, to: number): void => {
    if (to <= from) return;
    segments.push({ count: to - from, sets: open.map((labels) => [...labels].toSorted((a, b) => a - b)) });
  };
  let last = 0;
  for (const { at, label, annotator, isStart } of edges) {
    close(last, at);
    last = at;
    if (isStart) open[annotator]!.add(label);
    else open[annotator]!.delete(label);
  }
  close(last, tokens);
  return segments;
}
