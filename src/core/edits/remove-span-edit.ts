import { type Layer } from '#core/project/project.ts';
import { linksAt } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';
import { type Edit } from './edit.ts';

/** The edit that takes a span out of the layer together with the links that start or end at it. */
export function removeSpanEdit(layer: Layer, span: Span): Edit {
  const links = linksAt(layer.links, span.id);
  const removal: Edit = { kind: 'remove-span', span };
  if (links.length === 0) return removal;
  return { kind: 'together', edits: [...links.map((link): Edit => ({ kind: 'remove-link', link })), removal] };
}
