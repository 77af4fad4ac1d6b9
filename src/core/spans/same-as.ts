import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Link } from './link.ts';
import { type SpanId } from './span.ts';

/** The link type whose links join several names of one thing. */
export const SAME_AS = 'same-as' as LinkTypeId;

/** These spans and all that links of the type `same-as` join them to, over any number of steps and in both directions. */
export function withSameAs(links: readonly Link[], spans: Iterable<SpanId>): ReadonlySet<SpanId> {
  const neighbours = new Map<SpanId, SpanId[]>();
  const join = (one: SpanId, other: SpanId): void => {
    const known = neighbours.get(one);
    if (known) known.push(other);
    else neighbours.set(one, [other]);
  };
  for (const { type, from, to } of links) {
    if (type !== SAME_AS) continue;
    join(from, to);
    join(to, from);
  }
  const joined = new Set(spans);
  // A set that grows while it is walked through is walked to its new end.
  for (const id of joined) for (const other of neighbours.get(id) ?? []) joined.add(other);
  return joined;
}
