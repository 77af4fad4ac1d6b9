import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';

/** What becomes of a name in a file: one of the project's own, a new one of that name, or nothing. */
export type Fate<Id> =
  | { readonly kind: 'own'; readonly id: Id }
  | { readonly kind: 'new' }
  | { readonly kind: 'left-out' };

/** What was decided about the names in a file. Those that are not in it are looked up in the project, and added where it has none. */
export interface Fates {
  readonly labels: ReadonlyMap<string, Fate<LabelId>>;
  /** By attributeKey. */
  readonly attributes: ReadonlyMap<string, Fate<AttributeId>>;
  readonly linkTypes: ReadonlyMap<string, Fate<LinkTypeId>>;
}

/** Nothing was decided. */
export const NO_FATES: Fates = { labels: new Map(), attributes: new Map(), linkTypes: new Map() };

/** What was decided, without what names things that this label set does not have. */
export function fatesIn({ labels, linkTypes }: LabelSet, fates: Fates): Fates {
  const attributes = labels.flatMap((label) => label.attributes);
  return {
    labels: those(labels, fates.labels),
    attributes: those(attributes, fates.attributes),
    linkTypes: those(linkTypes, fates.linkTypes),
  };
}

function those<Id extends string>(
  items: readonly { readonly id: Id }[],
  fates: ReadonlyMap<string, Fate<Id>>,
): ReadonlyMap<string, Fate<Id>> {
  const own = new Set(items.map(({ id }) => id));
  return new Map([...fates].filter(([, fate]) => fate.kind !== 'own' || own.has(fate.id)));
}

/** The key of an attribute of a label, both as the file calls them. */
export function attributeKey(label: string, attribute: string): string {
  return JSON.stringify([label, attribute]);
}
