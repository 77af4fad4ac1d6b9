import { type LinkTypeId } from '#core/labels/link-type.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type IdTable, idTable, valueAt } from './id-table.ts';
import { type Origin, type SpanId } from './span.ts';

/** Identifies a link within its layer. */
export type LinkId = string & { readonly brand: 'LinkId' };

/** A typed arrow between two different spans of one layer. `createdAt` is an ISO 8601 time in UTC. */
export interface Link {
  readonly id: LinkId;
  readonly type: LinkTypeId;
  readonly from: SpanId;
  readonly to: SpanId;
  readonly origin: Origin;
  readonly createdAt: string;
}

/** The order of a layer's links: by type, then where they start, where they end, and id, so that it is total and stable. */
export function compareLinks(a: Link, b: Link): number {
  return (
    compareText(a.type, b.type) || compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.id, b.id)
  );
}

/** True where all fields are equal. */
export function sameLink(a: Link, b: Link): boolean {
  return compareLinks(a, b) === 0 && a.origin === b.origin && a.createdAt === b.createdAt;
}

/** `links` (in order) with one more, in order. */
export function insertLink(links: readonly Link[], link: Link): readonly Link[] {
  const place = links.findIndex((other) => compareLinks(other, link) > 0);
  return links.toSpliced(place < 0 ? links.length : place, 0, link);
}

/** The links of each list that was asked for those at a span. As lists never change, this is no state. */
const linksBySpan = new WeakMap<readonly Link[], IdTable<readonly Link[]>>();

/** The links that start or end at the span. */
export function linksAt(links: readonly Link[], id: SpanId): readonly Link[] {
  if (links.length === 0) return links;
  let table = linksBySpan.get(links);
  if (!table) linksBySpan.set(links, (table = tableOf(links)));
  return valueAt(table, id) ?? [];
}

function tableOf(links: readonly Link[]): IdTable<readonly Link[]> {
  const bySpan = new Map<SpanId, Link[]>();
  for (const link of links) {
    for (const end of [link.from, link.to]) {
      const known = bySpan.get(end);
      if (known) known.push(link);
      else bySpan.set(end, [link]);
    }
  }
  return idTable([...bySpan]);
}
