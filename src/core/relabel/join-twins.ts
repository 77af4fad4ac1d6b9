import { type Link } from '#core/spans/link.ts';
import { plainAttributes, type Span, type SpanId } from '#core/spans/span.ts';

interface Joined {
  readonly spans: readonly Span[];
  readonly links: readonly Link[];
}

/**
 * Joins spans that became the same apart from id and times: one that was not touched stays before one that was, and takes
 * over the links of the others. Links that then are the same, or end where they start, go. Twins that were there before stay.
 */
export function joinTwins(
  spans: readonly Span[],
  links: readonly Link[],
  isTouched: (span: Span) => boolean,
  isLinkTouched: (link: Link) => boolean,
): Joined {
  const kept = new Map<string, Span>();
  for (const span of spans) {
    const content = contentOf(span);
    const known = kept.get(content);
    if (!known || (isTouched(known) && !isTouched(span))) kept.set(content, span);
  }
  const heirs = new Map<SpanId, SpanId>();
  for (const span of spans) {
    const heir = kept.get(contentOf(span))!;
    if (heir !== span && isTouched(span)) heirs.set(span.id, heir.id);
  }
  return {
    spans: spans.filter(({ id }) => !heirs.has(id)),
    links: joinLinks(links, heirs, isLinkTouched),
  };
}

function joinLinks(
  links: readonly Link[],
  heirs: ReadonlyMap<SpanId, SpanId>,
  isTouched: (link: Link) => boolean,
): readonly Link[] {
  const moved = links.map((link) => {
    const [from, to] = [heirs.get(link.from) ?? link.from, heirs.get(link.to) ?? link.to];
    const next = from === link.from && to === link.to ? link : { ...link, from, to };
    return { next, isTouched: next !== link || isTouched(link) };
  });
  const kept = new Set(moved.filter((link) => !link.isTouched).map(({ next }) => arrowOf(next)));
  return moved.flatMap(({ next, isTouched: isOurs }) => {
    if (!isOurs) return [next];
    if (next.from === next.to || kept.has(arrowOf(next))) return [];
    kept.add(arrowOf(next));
    return [next];
  });
}

function arrowOf({ type, from, to }: Link): string {
  return JSON.stringify([type, from, to]);
}

function contentOf({ label, ranges, attributes, note, origin }: Span): string {
  const places = ranges.map(({ from, to }) => [from, to]);
  return JSON.stringify([label, places, plainAttributes(attributes), note, origin]);
}
