import { fitsAttribute } from '#core/labels/attribute.ts';
import { findAttribute, findLinkType, type Label, type LabelSet } from '#core/labels/label-set.ts';
import { mayEndAt, mayStartAt } from '#core/labels/link-type.ts';
import { type Layer } from '#core/project/project.ts';
import { type Link, linksAt } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';
import { type Edit } from './edit.ts';

/** A change of a span's label with all that it takes along. */
export interface Relabelling {
  readonly edit: Edit;
  /** Links that the new label may not have: they go. */
  readonly lostLinks: readonly Link[];
  /** Number of attribute values that the new label has no place for: they go. */
  readonly lostValues: number;
}

/** The edit that gives a span another label: values of attributes that the new label also has stay, and links it may have. */
export function relabelEdit(layer: Layer, labelSet: LabelSet, span: Span, to: Label, at: string): Relabelling {
  const attributes = span.attributes.filter(({ id, value }) => {
    const attribute = findAttribute(to, id);
    return attribute !== undefined && fitsAttribute(attribute, value);
  });
  const lostLinks = linksAt(layer.links, span.id).filter((link) => {
    const type = findLinkType(labelSet, link.type);
    return !type || !(link.from === span.id ? mayStartAt : mayEndAt)(type, to.id);
  });
  const replacement: Edit = {
    kind: 'replace-span',
    before: span,
    after: { ...span, label: to.id, attributes, changedAt: at },
  };
  const removals = lostLinks.map((link): Edit => ({ kind: 'remove-link', link }));
  return {
    edit: removals.length === 0 ? replacement : { kind: 'together', edits: [...removals, replacement] },
    lostLinks,
    lostValues: span.attributes.length - attributes.length,
  };
}
