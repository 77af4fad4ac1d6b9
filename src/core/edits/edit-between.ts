import { type Layer } from '#core/project/project.ts';
import { sameSpan, type Span } from '#core/spans/span.ts';
import { type Edit } from './edit.ts';

/** One edit that turns `before` into `after` (spans and status), or undefined where they hold the same. */
export function editBetween(before: Layer, after: Layer): Edit | undefined {
  const old = byId(before.spans);
  const fresh = byId(after.spans);
  const edits: Edit[] = [];
  for (const span of before.spans) {
    if (!fresh.has(span.id)) edits.push({ kind: 'remove-span', span });
  }
  for (const span of after.spans) {
    const was = old.get(span.id);
    if (!was) edits.push({ kind: 'add-span', span });
    else if (!sameSpan(was, span)) edits.push({ kind: 'replace-span', before: was, after: span });
  }
  if (before.status !== after.status) edits.push({ kind: 'set-status', before: before.status, after: after.status });
  return edits.length === 0 ? undefined : { kind: 'together', edits };
}

function byId(spans: readonly Span[]): ReadonlyMap<string, Span> {
  return new Map(spans.map((span) => [span.id, span]));
}
