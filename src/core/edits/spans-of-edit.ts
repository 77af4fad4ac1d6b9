import { type Span } from '#core/spans/span.ts';
import { type Edit } from './edit.ts';

/** The spans that an edit takes out of a layer and those that it puts in; a replaced span is in both. */
export interface SpanChange {
  readonly removed: readonly Span[];
  readonly added: readonly Span[];
}

/** What applying the edit does to the layer's spans, in total. */
export function spansOfEdit(edit: Edit): SpanChange {
  switch (edit.kind) {
    case 'add-span':
      return { removed: [], added: [edit.span] };
    case 'remove-span':
      return { removed: [edit.span], added: [] };
    case 'replace-span':
      return { removed: [edit.before], added: [edit.after] };
    case 'add-link':
    case 'remove-link':
    case 'set-status':
      return { removed: [], added: [] };
    case 'together':
      return total(edit.edits.map(spansOfEdit));
  }
}

/** Steps in a row as one: a span that one step adds and a later one removes is in neither list. */
function total(steps: readonly SpanChange[]): SpanChange {
  const removed = new Map<string, Span>();
  const added = new Map<string, Span>();
  for (const step of steps) {
    for (const span of step.removed) {
      if (!added.delete(span.id)) removed.set(span.id, span);
    }
    for (const span of step.added) added.set(span.id, span);
  }
  return { removed: [...removed.values()], added: [...added.values()] };
}
