import { t } from '#language/t.ts';
import { type SpanRef } from '#core/alignment/group.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId, type ArticleId, emptyLayer, type Layer } from '#core/project/project.ts';
import { compareLinks, type Link, type LinkId } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type Standing, standingOf } from './counting.ts';
import { type DecidedSpan, type Decision, type DecisionId } from './decision.ts';
import { textDigest } from '#core/text/text-digest.ts';
import { refText } from './marking.ts';

/** Whom gold is written under where everything has an annotator. */
export const GOLD = { id: 'gold' as AnnotatorId, name: t`Gold` } as const;

/** A link that a decision wants, and that has nothing in gold to go to. */
export interface LinkLeftOut {
  readonly decision: DecisionId;
  readonly from: SpanId;
  readonly type: LinkTypeId;
  readonly to: SpanRef;
}

/** Gold of one article, as the decisions alone give it. */
export interface GoldLayer {
  /**
   * Layer-shaped and canonical: each span has the id and the time of its decision. `in-progress` as soon as there is a
   * decision; the annotator is GOLD. It holds nothing but what standing decisions put in.
   */
  readonly layer: Layer;
  /** The decision that put the span in. */
  readonly decisionOf: ReadonlyMap<SpanId, Decision>;
  readonly linksLeftOut: readonly LinkLeftOut[];
}

/** Gold of an article from its log (in the order of the numbers) alone, without a look at anybody's layer. */
export function goldLayer(articleId: ArticleId, log: readonly Decision[]): GoldLayer {
  return goldOfStanding(articleId, standingOf(log));
}

/** The same where the standing decisions are known already. */
export function goldOfStanding(articleId: ArticleId, standing: Standing): GoldLayer {
  const given = standing.decisions.filter(({ id }) => !standing.disputed.has(id));
  const decisionOf = new Map<SpanId, Decision>();
  const decided: { readonly decision: Decision; readonly span: DecidedSpan }[] = [];
  for (const decision of given) {
    for (const span of decision.spans) {
      if (decisionOf.has(span.id)) continue;
      decisionOf.set(span.id, decision);
      decided.push({ decision, span });
    }
  }
  const places = placesInGold(given);
  const links = new Map<string, Link>();
  const linksLeftOut: LinkLeftOut[] = [];
  for (const { decision, span } of decided) {
    for (const { type, to } of span.links) {
      const end = places.get(refText(to));
      if (end === undefined || end === span.id) {
        linksLeftOut.push({ decision: decision.id, from: span.id, type, to });
        continue;
      }
      const link = linkOf(type, span.id, end, decision.at);
      links.set(link.id, link);
    }
  }
  const layer: Layer = {
    ...emptyLayer(articleId, GOLD.id),
    status: standing.decisions.length === 0 ? 'not-started' : 'in-progress',
    spans: decided.map(({ decision, span }) => goldSpan(span, decision.at)).toSorted(compareSpans),
    links: [...links.values()].toSorted(compareLinks),
    changedAt: standing.decisions.reduce((last, { at }) => (compareText(at, last) > 0 ? at : last), ''),
  };
  return { layer, decisionOf, linksLeftOut };
}

/** What a link names that goes to a span of gold which no annotator has marked. */
export function inGold(id: SpanId): SpanRef {
  return { annotatorId: GOLD.id, spanId: id };
}

/**
 * The gold span that stands in the place of each span of a layer, by refText: itself; the one that was taken from it; else the only
 * one of the decision that disposed of it. Of several that were taken from it, the first in the text.
 */
function placesInGold(given: readonly Decision[]): ReadonlyMap<string, SpanId> {
  const places = new Map<string, SpanId>();
  const putIn = (ref: SpanRef, id: SpanId): void => {
    const name = refText(ref);
    if (!places.has(name)) places.set(name, id);
  };
  for (const { spans } of given) {
    for (const span of spans.toSorted((a, b) => compareSpans(goldSpan(a, ''), goldSpan(b, '')))) {
      for (const ref of span.from) putIn(ref, span.id);
      putIn(inGold(span.id), span.id);
    }
  }
  for (const { spans, covers } of given) {
    if (spans.length !== 1) continue;
    for (const ref of covers) putIn(ref, spans[0]!.id);
  }
  return places;
}

function goldSpan({ id, label, ranges, attributes, note }: DecidedSpan, at: string): Span {
  return { id, label, ranges, attributes, note, origin: 'hand', createdAt: at, changedAt: at };
}

/** Its id is made from what it joins, so that the same link always has the same one. */
function linkOf(type: LinkTypeId, from: SpanId, to: SpanId, createdAt: string): Link {
  const id = textDigest(JSON.stringify([type, from, to])) as LinkId;
  return { id, type, from, to, origin: 'hand', createdAt };
}
