import { type SpanRef } from '#core/alignment/group.ts';
import { overlapOf } from '#core/alignment/overlap.ts';
import { type Layer } from '#core/project/project.ts';
import { type Link } from '#core/spans/link.ts';
import { compareSpans, plainAttributes, type Span, type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { sameRanges } from '#core/text/range.ts';
import { type CoveredSpan, type Decision } from './decision.ts';
import { refText, sameMarking } from './marking.ts';

/**
 * What became of a span of an annotator in gold: it is there as it was; with another label, other ranges, other values or
 * other links, of which the weightiest is told; not there; there though the annotator has none; or not settled yet.
 */
export const OUTCOMES = ['label', 'boundary', 'attributes', 'links', 'left-out', 'missed', 'waiting', 'kept'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One thing to learn from: the annotator's span, the one in gold, or both, and the decision between them. */
export interface FeedbackEntry {
  readonly outcome: Outcome;
  /** The annotator's; undefined where it was missed. */
  readonly mine: Span | undefined;
  /** Undefined where it was left out or waits. */
  readonly gold: Span | undefined;
  /** Undefined where no reviewer has seen the span. */
  readonly decision: Decision | undefined;
  /** Everything in which the two differ. */
  readonly differs: readonly Difference[];
  /** True where the annotator has changed the span since the reviewer saw it. */
  readonly isChangedSince: boolean;
}

export type Difference = 'label' | 'boundary' | 'attributes' | 'links';

/** Gold as far as feedback needs it: the spans with the ids of the decided spans, and links between them. */
export interface FeedbackGold {
  readonly spans: readonly Span[];
  readonly links: readonly Link[];
}

/**
 * An annotator's layer against gold, in reading order. `counting` are the decisions on the article that count. A span that no
 * reviewer has seen, since it was made or changed later, is matched with what was missed where label and ranges are equal.
 */
export function feedbackOf(
  layer: Pick<Layer, 'annotatorId' | 'spans' | 'links'>,
  gold: FeedbackGold,
  counting: readonly Decision[],
): readonly FeedbackEntry[] {
  const decided = decisionsByRef(counting);
  const goldById = new Map(gold.spans.map((span) => [span.id, span]));
  const partners = new Map<SpanId, Partner>();
  for (const mine of layer.spans) {
    const partner = partnerOf({ annotatorId: layer.annotatorId, spanId: mine.id }, mine, decided, goldById);
    if (partner) partners.set(mine.id, partner);
  }
  const found = new Set([...partners.values()].flatMap(({ gold: theirs }) => (theirs ? [theirs.id] : [])));
  const unfound = gold.spans.filter(({ id }) => !found.has(id));
  const later = new Map(
    layer.spans.flatMap((mine) => {
      if (partners.has(mine.id)) return [];
      const twin = unfound.find(({ label, ranges }) => label === mine.label && sameRanges(ranges, mine.ranges));
      return twin ? [[mine.id, twin] as const] : [];
    }),
  );
  const bySpan = decisionsBySpan(counting);
  const goldOf = (id: SpanId): Span | undefined => partners.get(id)?.gold ?? later.get(id);
  const differsIn = differences(layer, gold, goldOf);
  const own = layer.spans.map((mine): FeedbackEntry => {
    const partner = partners.get(mine.id);
    const theirs = goldOf(mine.id);
    const differs = theirs ? differsIn(mine, theirs) : [];
    return {
      outcome: theirs ? (differs[0] ?? 'kept') : partner && !partner.isDeferred ? 'left-out' : 'waiting',
      mine,
      gold: theirs,
      decision: partner?.decision ?? (theirs && bySpan.get(theirs.id)),
      differs,
      isChangedSince: partner !== undefined && !sameMarking(mine, partner.seen),
    };
  });
  const matched = new Set(own.flatMap(({ gold: theirs }) => (theirs ? [theirs.id] : [])));
  const missed = gold.spans
    .filter(({ id }) => !matched.has(id))
    .map((span): FeedbackEntry => {
      const decision = bySpan.get(span.id);
      return { outcome: 'missed', mine: undefined, gold: span, decision, differs: [], isChangedSince: false };
    });
  return [...own, ...missed].toSorted((a, b) => compareSpans(spanOf(a), spanOf(b)));
}

/** How often each outcome comes. */
export function countOutcomes(entries: readonly FeedbackEntry[]): Readonly<Record<Outcome, number>> {
  const count = (outcome: Outcome): number => entries.filter((entry) => entry.outcome === outcome).length;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>;
}

/** Where an entry is in the text: the annotator's span, or the one that was missed. */
export function spanOf({ mine, gold }: Pick<FeedbackEntry, 'mine' | 'gold'>): Span {
  return (mine ?? gold)!;
}

/** What a decision made of an annotator's span. */
interface Partner {
  readonly decision: Decision;
  readonly seen: CoveredSpan;
  readonly gold: Span | undefined;
  readonly isDeferred: boolean;
}

function decisionsByRef(counting: readonly Decision[]): ReadonlyMap<string, readonly [Decision, CoveredSpan]> {
  const found = new Map<string, readonly [Decision, CoveredSpan]>();
  for (const decision of counting) for (const seen of decision.covers) found.set(refText(seen), [decision, seen]);
  return found;
}

function decisionsBySpan(counting: readonly Decision[]): ReadonlyMap<SpanId, Decision> {
  return new Map(counting.flatMap((decision) => decision.spans.map(({ id }) => [id, decision] as const)));
}

/** The span that gold took from this one; where it took none, the one of the same decision that shares most text with it. */
function partnerOf(
  ref: SpanRef,
  mine: Span,
  decided: ReadonlyMap<string, readonly [Decision, CoveredSpan]>,
  goldById: ReadonlyMap<SpanId, Span>,
): Partner | undefined {
  const [decision, seen] = decided.get(refText(ref)) ?? [];
  if (!decision || !seen) return undefined;
  const inGold = decision.spans.flatMap(({ id, from }) => {
    const span = goldById.get(id);
    if (!span) return [];
    const isTaken = from.some((source) => refText(source) === refText(ref));
    return [{ span, isTaken, overlap: overlapOf(span.ranges, mine.ranges), isSameLabel: span.label === mine.label }];
  });
  const [best] = inGold
    .filter(({ isTaken, overlap }) => isTaken || overlap > 0)
    .toSorted(
      (a, b) =>
        Number(b.isTaken) - Number(a.isTaken) ||
        Number(b.isSameLabel) - Number(a.isSameLabel) ||
        b.overlap - a.overlap ||
        compareSpans(a.span, b.span),
    );
  return { decision, seen, gold: best?.span, isDeferred: decision.verdict === 'defer' };
}

/** Tells in what two spans differ, the weightiest first. Links are compared by where gold has their ends. */
function differences(
  layer: Pick<Layer, 'links'>,
  gold: FeedbackGold,
  goldOf: (id: SpanId) => Span | undefined,
): (mine: Span, theirs: Span) => readonly Difference[] {
  const own = linksByStart(layer.links, (id) => goldOf(id)?.id ?? `mine ${id}`);
  const theirLinks = linksByStart(gold.links, (id) => id);
  return (mine, theirs) => [
    ...(mine.label === theirs.label ? [] : ['label' as const]),
    ...(sameRanges(mine.ranges, theirs.ranges) ? [] : ['boundary' as const]),
    ...(sameAttributes(mine.attributes, theirs.attributes) ? [] : ['attributes' as const]),
    ...(sameTexts(own.get(mine.id), theirLinks.get(theirs.id)) ? [] : ['links' as const]),
  ];
}

function linksByStart(links: readonly Link[], endOf: (id: SpanId) => string): ReadonlyMap<SpanId, ReadonlySet<string>> {
  const found = new Map<SpanId, Set<string>>();
  for (const { type, from, to } of links) {
    const signature = JSON.stringify([type, endOf(to)]);
    const known = found.get(from);
    if (known) known.add(signature);
    else found.set(from, new Set([signature]));
  }
  return found;
}

const NONE: ReadonlySet<string> = new Set();

function sameTexts(a: ReadonlySet<string> = NONE, b: ReadonlySet<string> = NONE): boolean {
  return a.size === b.size && [...a].every((text) => b.has(text));
}

function sameAttributes(a: readonly SpanAttribute[], b: readonly SpanAttribute[]): boolean {
  return JSON.stringify(plainAttributes(a)) === JSON.stringify(plainAttributes(b));
}
