import { type LabelSet } from '#core/labels/label-set.ts';
import { type Article, type Layer } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type Span } from '#core/spans/span.ts';
import { contains, sameRange, type TextRange } from '#core/text/range.ts';
import { trimRange } from '#core/text/words.ts';
import { type OverlapRule } from './dataset.ts';
import { type Loss, type LossLog, type LossReason } from './losses.ts';
import { tokenEdges, type TokenizedText } from './tokens.ts';

/** A span without the white space at its ends, `trimmed` in UTF-16 code units. */
export interface TrimmedSpan {
  readonly span: Span;
  readonly trimmed: TextRange;
}

/** A span that begins and ends where tokens do; `first` and `last` are both in it. */
export interface TokenSpan extends TrimmedSpan {
  readonly first: number;
  readonly last: number;
}

/** The spans of the layer in one piece that hold more than white space, trimmed; reports those that are not and were. */
export function trimmedSpans(article: Article, layer: Layer, losses: LossLog): readonly TrimmedSpan[] {
  return layer.spans.flatMap((span) => {
    const [range, ...others] = span.ranges;
    if (!range || others.length > 0) return dropped(article, layer, span, 'discontinuous-dropped', losses);
    const trimmed = trimRange(article.text, range);
    if (!trimmed) return dropped(article, layer, span, 'not-on-token-boundary', losses);
    if (!sameRange(trimmed, range)) losses.add(spanLoss('trimmed-whitespace', article, layer, span));
    return [{ span, trimmed }];
  });
}

/** The spans of the layer that the tokens can tell, in reading order; reports the others, and those that lost white space. */
export function spansOnTokens(
  article: Article,
  layer: Layer,
  { tokens }: TokenizedText,
  losses: LossLog,
): readonly TokenSpan[] {
  const { startingAt, endingAt } = tokenEdges(tokens);
  return trimmedSpans(article, layer, losses).flatMap(({ span, trimmed }) => {
    const first = startingAt.get(trimmed.from);
    const last = endingAt.get(trimmed.to);
    if (first !== undefined && last !== undefined) return [{ span, trimmed, first, last }];
    return dropped(article, layer, span, 'not-on-token-boundary', losses);
  });
}

/** Those of the spans that the rule keeps where several share a place, in reading order, and those that had to give way. */
export interface Chosen<Item extends TrimmedSpan> {
  readonly kept: readonly Item[];
  readonly rest: readonly { readonly item: Item; readonly reason: 'overlap-dropped' | 'nested-dropped' }[];
}

/** Keeps the spans that the rule puts first, each unless it shares a place with one that is already kept. */
export function chooseApart<Item extends TrimmedSpan>(
  items: readonly Item[],
  rule: OverlapRule,
  labelSet: LabelSet,
): Chosen<Item> {
  const rank = new Map<string, number>(labelSet.labels.map(({ id }, index) => [id, index]));
  const length = ({ trimmed }: Item): number => trimmed.to - trimmed.from;
  const byRule = (a: Item, b: Item): number => {
    if (rule === 'shortest') return length(a) - length(b);
    const byLabel = rule === 'first-label' ? (rank.get(a.span.label) ?? 0) - (rank.get(b.span.label) ?? 0) : 0;
    return byLabel || length(b) - length(a);
  };
  // Sorted by place and without overlaps at any time.
  const kept: Item[] = [];
  const rest: Chosen<Item>['rest'][number][] = [];
  for (const item of items.toSorted((a, b) => byRule(a, b) || a.trimmed.from - b.trimmed.from)) {
    const place = firstEndingAfter(kept, item.trimmed.from);
    const other = kept[place]?.trimmed;
    if (!other || other.from >= item.trimmed.to) kept.splice(place, 0, item);
    else if (contains(other, item.trimmed) || contains(item.trimmed, other)) {
      rest.push({ item, reason: 'nested-dropped' });
    } else rest.push({ item, reason: 'overlap-dropped' });
  }
  return { kept, rest };
}

/** spansOnTokens and chooseApart in one, for formats with one tag for each token; reports all that is not kept. */
export function taggedSpans(
  { article, layer, text, labelSet }: TaggedLayer,
  rule: OverlapRule,
  losses: LossLog,
): readonly TokenSpan[] {
  const { kept, rest } = chooseApart(spansOnTokens(article, layer, text, losses), rule, labelSet);
  for (const { item, reason } of rest) losses.add(spanLoss(reason, article, layer, item.span));
  let sentence = 0;
  for (const { span, first, last } of kept) {
    while (text.sentences[sentence]!.to <= first) sentence += 1;
    if (text.sentences[sentence]!.to <= last) losses.add(spanLoss('crosses-sentence', article, layer, span));
  }
  return kept;
}

/** A layer whose spans become tags. */
export interface TaggedLayer {
  readonly article: Article;
  readonly layer: Layer;
  readonly text: TokenizedText;
  readonly labelSet: LabelSet;
}

/** A loss of the span, shown by its words. */
function spanLoss(reason: LossReason, article: Article, layer: Layer, span: Span): Loss {
  const { articleId, annotatorId } = layer;
  return { reason, articleId, annotatorId, spanId: span.id, detail: quoteOf(article.text, span) };
}

function dropped(article: Article, layer: Layer, span: Span, reason: LossReason, losses: LossLog): never[] {
  losses.add(spanLoss(reason, article, layer, span));
  return [];
}

/** Index of the first of the sorted items that ends after the offset. */
function firstEndingAfter(items: readonly TrimmedSpan[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.trimmed.to <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
