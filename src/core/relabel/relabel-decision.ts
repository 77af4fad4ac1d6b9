import { type LinkTypeId } from '#core/labels/link-type.ts';
import { emptyLayer } from '#core/project/project.ts';
import { type CoveredSpan, type DecidedLink, type DecidedSpan, type Decision } from '#core/review/decision.ts';
import { type Marking } from '#core/review/marking.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { relabelThrough, type RuledChange } from './relabel-layer.ts';

/**
 * A decision as it is under a label set that has changed since, like the layers it is about: what it covers and what it puts
 * into gold follow the rules, and what they take away is gone from both. The very decision where nothing is to follow. A rule
 * about links whose far end has some label is not followed, for a decision does not know that label.
 */
export function decisionThrough(decision: Decision, changes: readonly RuledChange[], text: string): Decision {
  if (changes.length === 0 || (decision.covers.length === 0 && decision.spans.length === 0)) return decision;
  const follow = <Held extends Marking>(held: Held): readonly Held[] => followed(held, decision, changes, text);
  const covers = decision.covers.flatMap((covered): readonly CoveredSpan[] => follow(covered));
  const spans = decision.spans.flatMap((span): readonly DecidedSpan[] =>
    follow(span).map((after) => {
      const links = linksThrough(after.links, span, changes);
      return links === after.links ? after : { ...after, links };
    }),
  );
  const isSame = isSameList(covers, decision.covers) && isSameList(spans, decision.spans);
  return isSame ? decision : { ...decision, covers, spans };
}

function followed<Held extends Marking>(
  held: Held,
  { articleId, by, at }: Decision,
  changes: readonly RuledChange[],
  text: string,
): readonly Held[] {
  const { label, ranges, attributes } = held;
  const span: Span = {
    id: 'held' as SpanId,
    label,
    ranges,
    attributes,
    note: '',
    origin: 'hand',
    createdAt: at,
    changedAt: at,
  };
  const layer = { ...emptyLayer(articleId, by), spans: [span] };
  const after = relabelThrough(layer, changes, text);
  if (after === layer) return [held];
  return after.spans.map((each) => ({ ...held, label: each.label, attributes: each.attributes }));
}

function linksThrough(
  links: readonly DecidedLink[],
  { label }: DecidedSpan,
  changes: readonly RuledChange[],
): readonly DecidedLink[] {
  const rules = changes.flatMap((change) => change.rules);
  const typeThrough = (start: LinkTypeId): LinkTypeId | null =>
    rules.reduce<LinkTypeId | null>((type, rule) => {
      if (rule.kind !== 'link-type' || rule.from !== type) return type;
      if (rule.where && (rule.where.end === 'to' || rule.where.label !== label)) return type;
      return rule.to;
    }, start);
  const after = links.flatMap((link): readonly DecidedLink[] => {
    const type = typeThrough(link.type);
    if (type === link.type) return [link];
    return type === null ? [] : [{ ...link, type }];
  });
  return isSameList(after, links) ? links : after;
}

function isSameList<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
