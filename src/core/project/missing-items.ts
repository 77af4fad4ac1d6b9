import { type Attribute } from '#core/labels/attribute.ts';
import { findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkType } from '#core/labels/link-type.ts';
import { linksAt } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';
import { type Layer } from './project.ts';

/** What the label set asks of a span and the span does not have. */
export interface Missing {
  readonly attributes: readonly Attribute[];
  readonly linkTypes: readonly LinkType[];
}

/** The required attributes and links that a span lacks, in the order of the label set; none for an unknown label. */
export function missingItems(labelSet: LabelSet, { links }: Pick<Layer, 'links'>, span: Span): Missing {
  const label = findLabel(labelSet, span.label);
  if (!label) return { attributes: [], linkTypes: [] };
  const attributes = label.attributes.filter(
    ({ id, isRequired }) => isRequired && !span.attributes.some((attribute) => attribute.id === id),
  );
  const here = linksAt(links, span.id);
  // A type that may start at any label asks nobody in particular.
  const linkTypes = labelSet.linkTypes.filter(
    ({ id, isRequired, from }) =>
      isRequired && from.includes(label.id) && !here.some((link) => link.type === id && link.from === span.id),
  );
  return { attributes, linkTypes };
}
