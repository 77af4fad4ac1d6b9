import { type Attribute, type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label, type LabelSet, TONES } from '#core/labels/label-set.ts';
import { type LinkType, type LinkTypeId } from '#core/labels/link-type.ts';

/** What becomes of a label of a file: one of the project's, a new one of that name, or nothing. */
export type LabelFate =
  { readonly kind: 'label'; readonly id: LabelId } | { readonly kind: 'new' } | { readonly kind: 'left-out' };

/** Finds the labels, attributes and link types that a file names, and adds those that the project does not have. */
export interface LabelResolver {
  /** Undefined where its spans are left out. */
  readonly label: (name: string) => Label | undefined;
  readonly attribute: (label: Label, name: string) => Attribute;
  readonly linkType: (name: string) => LinkType;
  /** The label set with all that was added. */
  readonly labelSet: () => LabelSet;
}

/** A resolver for a project's label set; names are matched by id, then by name whatever the case, unless `fates` says otherwise. */
export function resolveLabels(labelSet: LabelSet, fates: ReadonlyMap<string, LabelFate>): LabelResolver {
  const labels = new Map(labelSet.labels.map((label) => [label.id as string, label]));
  const linkTypes = new Map(labelSet.linkTypes.map((type) => [type.id as string, type]));

  const addLabel = (name: string): Label => {
    const label: Label = {
      id: name as LabelId,
      name,
      description: '',
      key: '',
      tone: TONES[labels.size % TONES.length]!,
      channel: 'fill',
      smartExtent: 'word',
      overlapsItself: true,
      attributes: [],
    };
    labels.set(name, label);
    return label;
  };

  return {
    label: (name) => {
      const fate = fates.get(name);
      if (fate?.kind === 'left-out') return undefined;
      if (fate?.kind === 'label') return labels.get(fate.id);
      return (fate ? labels.get(name) : find(labels.values(), name)) ?? addLabel(name);
    },
    attribute: ({ id }, name) => {
      const label = labels.get(id)!;
      const known = find(label.attributes, name);
      if (known) return known;
      const added: Attribute = {
        id: name as AttributeId,
        name,
        description: '',
        kind: 'text',
        isRequired: false,
        values: [],
      };
      labels.set(id, { ...label, attributes: [...label.attributes, added] });
      return added;
    },
    linkType: (name) => {
      const known = find(linkTypes.values(), name);
      if (known) return known;
      const added: LinkType = {
        id: name as LinkTypeId,
        name,
        description: '',
        from: [],
        to: [],
        isSingle: false,
        isRequired: false,
      };
      linkTypes.set(name, added);
      return added;
    },
    labelSet: () => ({ labels: [...labels.values()], linkTypes: [...linkTypes.values()] }),
  };
}

/** The one with this id, else the first with this name whatever the case. */
function find<Item extends { readonly id: string; readonly name: string }>(
  items: Iterable<Item>,
  wanted: string,
): Item | undefined {
  const all = [...items];
  return all.find(({ id }) => id === wanted) ?? all.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}
