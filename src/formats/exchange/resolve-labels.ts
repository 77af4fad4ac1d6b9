import { type Attribute, type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label, type LabelSet, TONES } from '#core/labels/label-set.ts';
import { type LinkType, type LinkTypeId } from '#core/labels/link-type.ts';
import { LIMITS } from '#formats/limits.ts';
import { atMost } from './unique-ids.ts';

/** What becomes of a label of a file: one of the project's, a new one of that name, or nothing. */
export type LabelFate =
  { readonly kind: 'label'; readonly id: LabelId } | { readonly kind: 'new' } | { readonly kind: 'left-out' };

/** Finds the labels, attributes and link types that a file names, and adds those that the project does not have. */
export interface LabelResolver {
  /** Undefined where its spans are left out, and where the label set can take no more. */
  readonly label: (name: string) => Label | undefined;
  /** True where the user wants no spans of this label. */
  readonly leavesOut: (name: string) => boolean;
  /** Undefined where the label can take no more. */
  readonly attribute: (label: Label, name: string) => Attribute | undefined;
  /** Undefined where the label set can take no more. */
  readonly linkType: (name: string) => LinkType | undefined;
  /** The label set with all that was added. */
  readonly labelSet: () => LabelSet;
}

/** A resolver for a project's label set; names are matched by id, then by name whatever the case, unless `fates` says otherwise. */
export function resolveLabels(labelSet: LabelSet, fates: ReadonlyMap<string, LabelFate>): LabelResolver {
  const labels = new Map(labelSet.labels.map((label) => [label.id as string, label]));
  const linkTypes = new Map(labelSet.linkTypes.map((type) => [type.id as string, type]));

  const addLabel = (name: string): Label | undefined => {
    const id = idFrom(name, 'unnamed label');
    const known = labels.get(id);
    if (known || labels.size >= LIMITS.labels) return known;
    const label: Label = {
      id: id as LabelId,
      name: id,
      description: '',
      key: '',
      tone: TONES[labels.size % TONES.length]!,
      channel: 'fill',
      smartExtent: 'word',
      overlapsItself: true,
      attributes: [],
    };
    labels.set(id, label);
    return label;
  };

  /** Ids of labels by the names that were looked for, since there may be a million spans. */
  const found = new Map<string, LabelId | undefined>();
  const findLabelId = (name: string): LabelId | undefined => {
    const fate = fates.get(name);
    if (fate?.kind === 'left-out') return undefined;
    if (fate?.kind === 'label') return fate.id;
    return ((fate ? labels.get(name) : find(labels.values(), name)) ?? addLabel(name))?.id;
  };
  return {
    label: (name) => {
      if (!found.has(name)) found.set(name, findLabelId(name));
      const id = found.get(name);
      return id === undefined ? undefined : labels.get(id);
    },
    leavesOut: (name) => fates.get(name)?.kind === 'left-out',
    attribute: ({ id }, name) => {
      const label = labels.get(id)!;
      const known = find(label.attributes, name) ?? find(label.attributes, idFrom(name, 'unnamed attribute'));
      if (known || label.attributes.length >= LIMITS.attributes) return known;
      const attributeId = idFrom(name, 'unnamed attribute');
      const added: Attribute = {
        id: attributeId as AttributeId,
        name: attributeId,
        description: '',
        kind: 'text',
        isRequired: false,
        values: [],
      };
      labels.set(id, { ...label, attributes: [...label.attributes, added] });
      return added;
    },
    linkType: (name) => {
      const id = idFrom(name, 'unnamed link');
      const known = find(linkTypes.values(), name) ?? find(linkTypes.values(), id);
      if (known || linkTypes.size >= LIMITS.linkTypes) return known;
      const added: LinkType = {
        id: id as LinkTypeId,
        name: id,
        description: '',
        from: [],
        to: [],
        isSingle: false,
        isRequired: false,
      };
      linkTypes.set(id, added);
      return added;
    },
    labelSet: () => ({ labels: [...labels.values()], linkTypes: [...linkTypes.values()] }),
  };
}

/** A name of a file as an id of ours, which is never empty nor longer than ids may be. */
function idFrom(name: string, instead: string): string {
  return atMost(name.toWellFormed(), LIMITS.id) || instead;
}

/** The one with this id, else the first with this name whatever the case. */
function find<Item extends { readonly id: string; readonly name: string }>(
  items: Iterable<Item>,
  wanted: string,
): Item | undefined {
  const all = [...items];
  return all.find(({ id }) => id === wanted) ?? all.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}
