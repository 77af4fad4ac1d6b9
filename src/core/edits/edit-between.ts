import { type Layer } from '#core/project/project.ts';
import { sameLink } from '#core/spans/link.ts';
import { sameSpan } from '#core/spans/span.ts';
import { type Edit } from './edit.ts';

/** One edit that turns `before` into `after` (spans, links and status), or undefined where they hold the same. */
export function editBetween(before: Layer, after: Layer): Edit | undefined {
  const old = byId(before.spans);
  const fresh = byId(after.spans);
  const linksBefore = byId(before.links);
  const linksAfter = byId(after.links);
  const edits: Edit[] = [];
  // A link goes before the spans at its ends do, and comes after them.
  for (const link of before.links) {
    const stays = linksAfter.get(link.id);
    if (!stays || !sameLink(stays, link)) edits.push({ kind: 'remove-link', link });
  }
  for (const span of before.spans) {
    if (!fresh.has(span.id)) edits.push({ kind: 'remove-span', span });
  }
  for (const span of after.spans) {
    const was = old.get(span.id);
    if (!was) edits.push({ kind: 'add-span', span });
    else if (!sameSpan(was, span)) edits.push({ kind: 'replace-span', before: was, after: span });
  }
  for (const link of after.links) {
    const was = linksBefore.get(link.id);
    if (!was || !sameLink(was, link)) edits.push({ kind: 'add-link', link });
  }
  if (before.status !== after.status) edits.push({ kind: 'set-status', before: before.status, after: after.status });
  return edits.length === 0 ? undefined : { kind: 'together', edits };
}

function byId<T extends { readonly id: string }>(members: readonly T[]): ReadonlyMap<string, T> {
  return new Map(members.map((member) => [member.id, member]));
}
