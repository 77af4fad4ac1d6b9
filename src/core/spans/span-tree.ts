import { overlaps, type TextRange } from '#core/text/range.ts';
import { compareSpans, extentOf, type Span } from './span.ts';

/**
 * Spans in reading order, in a tree that knows how far the spans below each node reach, so that those that touch a stretch
 * of text are found without looking at the others, however long some are. Never changed: a changed copy shares all nodes
 * but those on the way to the change.
 */
export type SpanTree = Leaf | Branch;

interface Leaf {
  readonly spans: readonly Span[];
  /** The greatest end of the spans below; -1 without any. */
  readonly reach: number;
}

interface Branch {
  readonly children: readonly SpanTree[];
  readonly reach: number;
  /** The first span below. */
  readonly first: Span;
}

/** A node has at most so many children or spans. */
const MOST = 32;

/** A tree of spans that are in reading order. */
export function treeOf(spans: readonly Span[]): SpanTree {
  let nodes: readonly SpanTree[] = chunks(spans).map(leafOf);
  while (nodes.length > 1) nodes = chunks(nodes).map(branchOf);
  return nodes[0] ?? leafOf([]);
}

/** The tree with one more span. */
export function withTreeSpan(tree: SpanTree, span: Span): SpanTree {
  const nodes = inserted(tree, span);
  return nodes.length === 1 ? nodes[0]! : branchOf(nodes);
}

/** The tree without this span, which it must hold. */
export function withoutTreeSpan(tree: SpanTree, span: Span): SpanTree {
  return removed(tree, span) ?? leafOf([]);
}

/** The spans of the tree with a range that overlaps this one, in reading order. */
export function overlapping(tree: SpanTree, range: TextRange): readonly Span[] {
  const found: Span[] = [];
  collect(tree, range, found);
  return found;
}

function collect(tree: SpanTree, range: TextRange, found: Span[]): void {
  if (tree.reach <= range.from) return;
  if ('children' in tree) {
    for (const child of tree.children) {
      const first = firstOf(child);
      if (first && extentOf(first).from >= range.to) return;
      collect(child, range, found);
    }
    return;
  }
  for (const span of tree.spans) {
    if (extentOf(span).from >= range.to) return;
    if (span.ranges.some((each) => overlaps(each, range))) found.push(span);
  }
}

/** The node with the span, or the two that it becomes where it would hold too many. */
function inserted(tree: SpanTree, span: Span): readonly SpanTree[] {
  if (!('children' in tree)) {
    const place = tree.spans.findIndex((each) => compareSpans(each, span) > 0);
    return halves(tree.spans.toSpliced(place < 0 ? tree.spans.length : place, 0, span)).map(leafOf);
  }
  const place = childFor(tree, span);
  return halves(tree.children.toSpliced(place, 1, ...inserted(tree.children[place]!, span))).map(branchOf);
}

/** The node without the span; undefined where nothing is left. */
function removed(tree: SpanTree, span: Span): SpanTree | undefined {
  if (!('children' in tree)) {
    const spans = tree.spans.filter(({ id }) => id !== span.id);
    return spans.length > 0 ? leafOf(spans) : undefined;
  }
  const place = childFor(tree, span);
  const child = removed(tree.children[place]!, span);
  const children = tree.children.toSpliced(place, 1, ...(child ? [child] : []));
  return children.length > 0 ? branchOf(children) : undefined;
}

/** The last child that starts with the span or before it. */
function childFor({ children }: Branch, span: Span): number {
  const after = children.findIndex((child) => compareSpans(firstOf(child)!, span) > 0);
  return Math.max(0, (after < 0 ? children.length : after) - 1);
}

function firstOf(tree: SpanTree): Span | undefined {
  return 'children' in tree ? tree.first : tree.spans[0];
}

function leafOf(spans: readonly Span[]): Leaf {
  return { spans, reach: spans.reduce((most, span) => Math.max(most, extentOf(span).to), -1) };
}

function branchOf(children: readonly SpanTree[]): Branch {
  const reach = children.reduce((most, child) => Math.max(most, child.reach), -1);
  return { children, reach, first: firstOf(children[0]!)! };
}

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += MOST) parts.push(items.slice(at, at + MOST));
  return parts;
}

function halves<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const middle = items.length >> 1;
  return items.length > MOST ? [items.slice(0, middle), items.slice(middle)] : [items];
}
