import { type Attribute, type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label, type LabelSet, TONES } from '#core/labels/label-set.ts';
import { type LinkType, type LinkTypeId } from '#core/labels/link-type.ts';
import { t } from '#language/t.ts';
import { LIMITS } from '#formats/limits.ts';
import { attributeKey, type Fates } from './fates.ts';
import { findCalled } from './find-called.ts';
import { atMost } from './unique-ids.ts';

/** Finds the labels, attributes and link types that a file names, and adds those that the project does not have. */
export interface LabelResolver {
  /** Undefined where its spans are left out, and where the label set can take no more. */
  readonly label: (name: string) => Label | undefined;
  /** True where the user wants no spans of this label. */
  readonly leavesOut: (name: string) => boolean;
  /** The attribute of one of the project's labels, which the file calls `written`; undefined where it can take no more. A new one is of the kind range where the file has a stretch of the text for its value. */
  readonly attribute: (label: Label, written: string, name: string, isRange: boolean) => Attribute | undefined;
  /** True where the user wants no values of this attribute of what the file calls `written`. */
  readonly leavesOutAttribute: (written: string, name: string) => boolean;
  /** Undefined where its links are left out, and where the label set can take no more. */
  readonly linkType: (name: string) => LinkType | undefined;
  /** True where the user wants no links of this type. */
  readonly leavesOutLinks: (name: string) => boolean;
  /** The label set with all that was added. */
  readonly labelSet: () => LabelSet;
}

/** A resolver for a project's label set; names are matched by id, then by name and by id whatever the case, unless `fates` says otherwise. */
export function resolveLabels(labelSet: LabelSet, fates: Fates): LabelResolver {
  const labels = new Map(labelSet.labels.map((label) => [label.id as string, label]));
  const linkTypes = new Map(labelSet.linkTypes.map((type) => [type.id as string, type]));
  /** By names in small letters: a file may have as many labels as spans. */
  const byName = new Map([
    // Names count before ids, which stay English where the names are in another language.
    ...labelSet.labels.toReversed().map((label) => [label.id.toLowerCase(), label] as const),
    ...labelSet.labels.toReversed().map((label) => [label.name.toLowerCase(), label] as const),
  ]);

  const addLabel = (name: string): Label | undefined => {
    const id = idFrom(name, 'unnamed label');
    const known = labels.get(id);
    if (known || labels.size >= LIMITS.labels) return known;
    const label: Label = {
      id: id as LabelId,
      name: nameFor(id),
      description: '',
      key: '',
      tone: TONES[labels.size % TONES.length]!,
      channel: 'fill',
      smartExtent: 'word',
      overlapsItself: true,
      attributes: [],
    };
    labels.set(id, label);
    // Of several with one name the first counts.
    if (!byName.has(id.toLowerCase())) byName.set(id.toLowerCase(), label);
    return label;
  };

  /** Ids of labels by the names that were looked for, since there may be a million spans. */
  const found = new Map<string, LabelId | undefined>();
  const findLabelId = (name: string): LabelId | undefined => {
    const fate = fates.labels.get(name);
    if (fate?.kind === 'left-out') return undefined;
    if (fate?.kind === 'own') return fate.id;
    return ((fate ? labels.get(name) : (labels.get(name) ?? byName.get(name.toLowerCase()))) ?? addLabel(name))?.id;
  };
  return {
    label: (name) => {
      if (!found.has(name)) found.set(name, findLabelId(name));
      const id = found.get(name);
      return id === undefined ? undefined : labels.get(id);
    },
    leavesOut: (name) => fates.labels.get(name)?.kind === 'left-out',
    attribute: ({ id }, written, name, isRange) => {
      const label = labels.get(id)!;
      const fate = fates.attributes.get(attributeKey(written, name));
      if (fate?.kind === 'left-out') return undefined;
      const chosen = fate?.kind === 'own' ? label.attributes.find((each) => each.id === fate.id) : undefined;
      const known = chosen ?? findAttribute(label.attributes, name);
      if (known || label.attributes.length >= LIMITS.attributes) return known;
      const attributeId = idFrom(name, 'unnamed attribute');
      const added: Attribute = {
        id: attributeId as AttributeId,
        name: nameFor(attributeId),
        description: '',
        kind: isRange ? 'range' : 'text',
        isRequired: false,
        values: [],
      };
      labels.set(id, { ...label, attributes: [...label.attributes, added] });
      return added;
    },
    leavesOutAttribute: (written, name) => fates.attributes.get(attributeKey(written, name))?.kind === 'left-out',
    leavesOutLinks: (name) => fates.linkTypes.get(name)?.kind === 'left-out',
    linkType: (name) => {
      const fate = fates.linkTypes.get(name);
      if (fate?.kind === 'left-out') return undefined;
      const chosen = fate?.kind === 'own' ? linkTypes.get(fate.id) : undefined;
      const id = idFrom(name, 'unnamed link');
      const known = chosen ?? findLinkType(linkTypes.values(), name);
      if (known || linkTypes.size >= LIMITS.linkTypes) return known;
      const added: LinkType = {
        id: id as LinkTypeId,
        name: nameFor(id),
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

/** What is called nothing in a file: its ids, which are the same in every language, and its names. */
const NAMELESS: ReadonlyMap<string, string> = new Map([
  ['unnamed label', t`unnamed label`],
  ['unnamed attribute', t`unnamed attribute`],
  ['unnamed link', t`unnamed link`],
]);

function nameFor(id: string): string {
  return NAMELESS.get(id) ?? id;
}

/** The attribute that a file calls so, if the label has it. */
export function findAttribute(attributes: readonly Attribute[], name: string): Attribute | undefined {
  return findCalled(attributes, name) ?? findCalled(attributes, idFrom(name, 'unnamed attribute'));
}

/** The link type that a file calls so, if there is one. */
export function findLinkType(linkTypes: Iterable<LinkType>, name: string): LinkType | undefined {
  const all = [...linkTypes];
  return findCalled(all, name) ?? findCalled(all, idFrom(name, 'unnamed link'));
}
