import { type LabelId } from '#core/labels/label-id.ts';
import { type SpanMatch } from './match-pair.ts';

/**
 * How often one annotator chose the label of the row and the other that of the column for the same thing; the last row and
 * column stand for nothing. Of several pairs of annotators together there is no first: such a table is the same on
 * both sides of its diagonal, each case standing in both places.
 */
export type ConfusionTable = readonly (readonly number[])[];

/** A table of zeros for so many labels. */
export function emptyConfusion(labels: number): number[][] {
  return Array.from({ length: labels + 1 }, () => Array.from({ length: labels + 1 }, () => 0));
}

/** Adds two layers of one article to the table; every label must be listed. */
export function addConfusion(
  table: number[][],
  labels: ReadonlyMap<LabelId, number>,
  spans: {
    readonly one: readonly { readonly label: LabelId }[];
    readonly other: readonly { readonly label: LabelId }[];
  },
  matches: readonly SpanMatch[],
): void {
  const nothing = labels.size;
  const matched = new Set<unknown>();
  for (const { one, other } of matches) {
    table[labels.get(one.label)!]![labels.get(other.label)!]! += 1;
    matched.add(one).add(other);
  }
  for (const span of spans.one) if (!matched.has(span)) table[labels.get(span.label)!]![nothing]! += 1;
  for (const span of spans.other) if (!matched.has(span)) table[nothing]![labels.get(span.label)!]! += 1;
}

/** Tables of several pairs of annotators as one in which nobody is first. */
export function joinConfusions(tables: readonly ConfusionTable[], labels: number): ConfusionTable {
  const joined = emptyConfusion(labels);
  for (const table of tables) {
    for (const [row, counts] of table.entries()) {
      for (const [column, count] of counts.entries()) {
        joined[row]![column]! += count;
        if (row !== column) joined[column]![row]! += count;
      }
    }
  }
  return joined;
}
