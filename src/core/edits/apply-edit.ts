import { type Layer } from '#core/project/project.ts';
import { insertLink, type Link, linksAt, sameLink } from '#core/spans/link.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { insertSpan, placeOf, withoutSpan } from '#core/spans/span-order.ts';
import { sameSpan, type Span } from '#core/spans/span.ts';
import { type Edit } from './edit.ts';

/**
 * The layer after the edit; the given layer is not changed and neither is its `changedAt`. Throws a RangeError where the
 * layer does not hold what the edit says was there before, or where a link would lose one of its ends.
 */
export function applyEdit(layer: Layer, edit: Edit): Layer {
  switch (edit.kind) {
    case 'add-span':
      if (findSpan(layer.spans, edit.span.id)) throw new RangeError(`span ${edit.span.id} is in the layer already`);
      return { ...layer, spans: insertSpan(layer.spans, edit.span) };
    case 'remove-span':
      mustHold(layer.spans, edit.span);
      if (linksAt(layer.links, edit.span.id).length > 0) throw new RangeError(`span ${edit.span.id} still has links`);
      return { ...layer, spans: withoutSpan(layer.spans, edit.span) };
    case 'replace-span':
      if (edit.before.id !== edit.after.id) {
        throw new RangeError(`span ${edit.before.id} cannot be replaced by span ${edit.after.id}`);
      }
      mustHold(layer.spans, edit.before);
      return { ...layer, spans: insertSpan(withoutSpan(layer.spans, edit.before), edit.after) };
    case 'add-link':
      return { ...layer, links: withLink(layer, edit.link) };
    case 'remove-link':
      return { ...layer, links: withoutLink(layer, edit.link) };
    case 'set-status':
      if (layer.status !== edit.before) {
        throw new RangeError(`the layer is ${layer.status}, the edit expects ${edit.before}`);
      }
      return { ...layer, status: edit.after };
    case 'together':
      return edit.edits.reduce(applyEdit, layer);
  }
}

function withLink({ spans, links }: Layer, link: Link): readonly Link[] {
  if (links.some(({ id }) => id === link.id)) throw new RangeError(`link ${link.id} is in the layer already`);
  if (link.from === link.to) throw new RangeError(`link ${link.id} ends where it starts`);
  for (const end of [link.from, link.to]) {
    if (!findSpan(spans, end)) throw new RangeError(`link ${link.id} has no span ${end} to end at`);
  }
  return insertLink(links, link);
}

function withoutLink({ links }: Layer, link: Link): readonly Link[] {
  const place = links.findIndex((held) => sameLink(held, link));
  if (place < 0) throw new RangeError(`link ${link.id} is not in the layer`);
  return links.toSpliced(place, 1);
}

function mustHold(spans: readonly Span[], span: Span): void {
  const found = spans[placeOf(spans, span)];
  if (found?.id !== span.id) throw new RangeError(`span ${span.id} is not in the layer`);
  if (!sameSpan(found, span)) throw new RangeError(`span ${span.id} was changed since the edit was made`);
}
