import { type TextRange } from '#core/text/range.ts';
import { type IdTable, idTable, valueAt, withValue } from './id-table.ts';
import { type Span } from './span.ts';
import { overlapping, type SpanTree, treeOf, withoutTreeSpan, withTreeSpan } from './span-tree.ts';

/** Spans by id and by place. Each half is made when it is first asked for. */
interface SpanIndex {
  tree: SpanTree | undefined;
  ids: IdTable<Span> | undefined;
}

/**
 * The index of each list of spans that was asked for one. Lists never change, so this is no state: whoever asks gets the
 * same answer as without it, and an index goes with its list.
 */
const indexes = new WeakMap<readonly Span[], SpanIndex>();

/** The span with this id, or undefined. */
export function findSpan(spans: readonly Span[], id: string | undefined): Span | undefined {
  if (id === undefined) return undefined;
  const index = indexFor(spans);
  index.ids ??= idTable(spans.map((span) => [span.id, span]));
  return valueAt(index.ids, id);
}

/** Those of `spans` (in reading order) with a range that overlaps this one, in reading order; an empty range finds none. */
export function spansOverlapping(spans: readonly Span[], range: TextRange): readonly Span[] {
  const index = indexFor(spans);
  index.tree ??= treeOf(spans);
  return overlapping(index.tree, range);
}

/** Gives `next`, which is `spans` with one more or one less, an index that shares almost all with that of `spans`. */
export function carryIndex(spans: readonly Span[], next: readonly Span[], span: Span, change: 'in' | 'out'): void {
  const index = indexes.get(spans);
  if (!index) return;
  const { tree, ids } = index;
  indexes.set(next, {
    tree: tree && (change === 'in' ? withTreeSpan : withoutTreeSpan)(tree, span),
    ids: ids && withValue(ids, span.id, change === 'in' ? span : undefined),
  });
}

function indexFor(spans: readonly Span[]): SpanIndex {
  let index = indexes.get(spans);
  if (!index) indexes.set(spans, (index = { tree: undefined, ids: undefined }));
  return index;
}
