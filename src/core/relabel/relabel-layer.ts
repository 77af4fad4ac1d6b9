import { type Attribute, type AttributeValue, fitsAttribute } from '#core/labels/attribute.ts';
import { type LabelRule } from '#core/labels/label-rule.ts';
import { findAttribute, findLabel, findLinkType, type Label, type LabelSet } from '#core/labels/label-set.ts';
import { mayEndAt, mayStartAt } from '#core/labels/link-type.ts';
import { type Layer } from '#core/project/project.ts';
import { compareLinks, type Link } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanAttribute, type SpanId, withAttribute } from '#core/spans/span.ts';
import { joinTwins } from './join-twins.ts';
import { linkMatches, spanMatches } from './rule-condition.ts';

/** A change of the label set that layers have to follow: the rules, the label set after them, and its ISO time in UTC. */
export interface RuledChange {
  readonly rules: readonly LabelRule[];
  readonly after: LabelSet;
  readonly at: string;
}

/** A layer that followed a change, and what that cost. */
export interface Relabelled {
  /** The very layer that was given where it has nothing to follow. */
  readonly layer: Layer;
  /** Spans that are still there and differ. */
  readonly changed: number;
  /** Spans taken away. */
  readonly removed: number;
  /** Spans that became the same as another, apart from id and times, and were joined with it. */
  readonly joined: number;
  /** Values of spans that stay which were dropped. */
  readonly values: number;
  readonly links: number;
}

interface Work {
  readonly spans: readonly Span[];
  readonly links: readonly Link[];
  readonly values: number;
}

/**
 * The layer as it is under the label set after the change. Values go along to another label where it declares the same
 * attribute and they fit it; a span goes with its links; a link whose ends its type no longer allows goes too. A rule with a
 * condition is only about spans and links that were last changed before it, so that what is marked since stays as marked.
 * `text` is the article's.
 */
export function relabelLayer(layer: Layer, change: RuledChange, text: string): Relabelled {
  const start: Work = { spans: layer.spans, links: layer.links, values: 0 };
  const { spans, links, values } = change.rules.reduce((work, rule) => follow(work, rule, change, text), start);
  const before = new Map(layer.spans.map((span) => [span.id, span]));
  const isChanged = (span: Span): boolean => before.get(span.id) !== span;
  const touched = new Set(spans.filter(isChanged).map(({ id }) => id));
  if (touched.size === 0 && spans.length === layer.spans.length && links === layer.links) return unchanged(layer);
  const linksBefore = new Set(layer.links);
  const isTouched = (link: Link): boolean => !linksBefore.has(link) || touched.has(link.from) || touched.has(link.to);
  const allowed = links.filter((link) => !isTouched(link) || isAllowed(link, spans, change.after));
  const one = joinTwins(spans, allowed, (span) => touched.has(span.id), isTouched);
  return {
    layer: { ...layer, spans: one.spans.toSorted(compareSpans), links: one.links.toSorted(compareLinks) },
    changed: one.spans.filter(isChanged).length,
    removed: layer.spans.length - spans.length,
    joined: spans.length - one.spans.length,
    values,
    links: layer.links.length - one.links.length,
  };
}

/** The layer after several changes, oldest first; the very layer given where none is about it. */
export function relabelThrough(layer: Layer, changes: readonly RuledChange[], text: string): Layer {
  return changes.reduce((current, change) => relabelLayer(current, change, text).layer, layer);
}

function unchanged(layer: Layer): Relabelled {
  return { layer, changed: 0, removed: 0, joined: 0, values: 0, links: 0 };
}

function follow(work: Work, rule: LabelRule, change: RuledChange, text: string): Work {
  if (rule.kind === 'link-type') return followLinkType(work, rule, change);
  const target = rule.kind === 'label' && rule.to !== null ? findLabel(change.after, rule.to) : undefined;
  let dropped = 0;
  const spans = work.spans.flatMap((span): readonly Span[] => {
    if (!isAbout(rule, span, change.at, text)) return [span];
    if (rule.kind === 'label') {
      if (rule.to === null) return [];
      const attributes = carried(span.attributes, target);
      dropped += span.attributes.length - attributes.length;
      return [{ ...span, label: rule.to, attributes }];
    }
    const next =
      rule.kind === 'value' ? withValueOf(span, rule, change.after) : withAttributeOf(span, rule, change.after);
    if (next === undefined) return [span];
    dropped += next.dropped;
    return [{ ...span, attributes: next.attributes }];
  });
  const values = work.values + dropped;
  if (spans.length === work.spans.length) return { ...work, spans, values };
  const left = new Set(spans.map(({ id }) => id));
  return { spans, links: work.links.filter(({ from, to }) => left.has(from) && left.has(to)), values };
}

type SpanRule = Exclude<LabelRule, { readonly kind: 'link-type' }>;

function isAbout(rule: SpanRule, span: Span, at: string, text: string): boolean {
  if (span.label !== (rule.kind === 'label' ? rule.from : rule.label)) return false;
  return rule.kind === 'attribute' || spanMatches(rule.where, span, at, text);
}

interface Kept {
  readonly attributes: readonly SpanAttribute[];
  readonly dropped: number;
}

function withValueOf(span: Span, rule: SpanRule & { readonly kind: 'value' }, after: LabelSet): Kept | undefined {
  const held = span.attributes.find(({ id }) => id === rule.attribute)?.value;
  if (held === undefined) return undefined;
  const next = replaced(held, rule.from, rule.to, findAttribute(findLabel(after, rule.label), rule.attribute));
  if (next === held) return undefined;
  return { attributes: withAttribute(span.attributes, rule.attribute, next), dropped: rule.to === null ? 1 : 0 };
}

/** Several values stay in the order of the attribute, each once; undefined where none is left. */
function replaced(
  held: AttributeValue,
  from: string,
  to: string | null,
  attribute: Attribute | undefined,
): AttributeValue | undefined {
  if (held === from) return to ?? undefined;
  if (!Array.isArray(held) || !held.includes(from)) return held;
  const others = (held as readonly string[]).filter((id) => id !== from && id !== to);
  const all = to === null ? others : [...others, to];
  if (all.length === 0) return undefined;
  const order = new Map<string, number>(attribute?.values.map(({ id }, index) => [id, index]) ?? []);
  return all.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function withAttributeOf(
  span: Span,
  rule: SpanRule & { readonly kind: 'attribute' },
  after: LabelSet,
): Kept | undefined {
  const held = span.attributes.find(({ id }) => id === rule.from)?.value;
  if (held === undefined) return undefined;
  const others = withAttribute(span.attributes, rule.from, undefined);
  const target = rule.to === null ? undefined : findAttribute(findLabel(after, rule.label), rule.to);
  const value = target && converted(held, target);
  if (!target || value === undefined) return { attributes: others, dropped: 1 };
  return { attributes: withAttribute(others, target.id, value), dropped: 0 };
}

/** The value as the attribute's kind holds it: a choice as the only one of several, the only one of several as a choice. */
function converted(value: AttributeValue, attribute: Attribute): AttributeValue | undefined {
  const forms: readonly AttributeValue[] = [
    value,
    ...(typeof value === 'string' ? [[value]] : []),
    ...(Array.isArray(value) && value.length === 1 ? [(value as readonly string[])[0]!] : []),
    ...(typeof value === 'number' ? [String(value)] : []),
  ];
  return forms.find((form) => fitsAttribute(attribute, form));
}

function carried(attributes: readonly SpanAttribute[], target: Label | undefined): readonly SpanAttribute[] {
  return attributes.filter(({ id, value }) => {
    const declared = findAttribute(target, id);
    return declared !== undefined && fitsAttribute(declared, value);
  });
}

function followLinkType(work: Work, rule: LabelRule & { readonly kind: 'link-type' }, { at }: RuledChange): Work {
  const labels = new Map(work.spans.map(({ id, label }) => [id, label]));
  const isMeant = (link: Link): boolean => link.type === rule.from && linkMatches(rule.where, link, labels, at);
  if (!work.links.some(isMeant)) return work;
  const links = work.links.flatMap((link): readonly Link[] => {
    if (!isMeant(link)) return [link];
    return rule.to === null ? [] : [{ ...link, type: rule.to }];
  });
  return { ...work, links };
}

function isAllowed(link: Link, spans: readonly Span[], after: LabelSet): boolean {
  const type = findLinkType(after, link.type);
  const labelOf = (id: SpanId) => spans.find((span) => span.id === id)!.label;
  return !type || (mayStartAt(type, labelOf(link.from)) && mayEndAt(type, labelOf(link.to)));
}
