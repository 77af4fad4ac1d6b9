import { listInWords } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type Attribute } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkType, type LinkTypeId } from '#core/labels/link-type.ts';
import { type GuidelineVersion, type LabelGuideline } from '#core/project/guidelines.ts';
import { type Layer, type Project } from '#core/project/project.ts';
import { compareLinks } from '#core/spans/link.ts';
import { compareSpans } from '#core/spans/span.ts';

/** New names for the ids of labels and link types in one export; those that are not named keep theirs. */
export interface Renames {
  readonly labels: ReadonlyMap<LabelId, string>;
  readonly linkTypes: ReadonlyMap<LinkTypeId, string>;
}

/** Everything keeps its name. */
export const NO_RENAMES: Renames = { labels: new Map(), linkTypes: new Map() };

/** Renames a project and its layers, or says why that cannot be done. */
export type Renaming =
  | {
      readonly ok: true;
      readonly project: Project;
      readonly layer: (layer: Layer) => Layer;
      /** What has another name now: the old one and the new one. */
      readonly renamed: readonly { readonly from: string; readonly to: string }[];
    }
  | { readonly ok: false; readonly problem: string };

/**
 * A renaming for the project. Several labels or link types with one new name become one, with the attributes of all. It is
 * refused where a name is empty, or where attributes with one id are of different kinds.
 */
export function renaming(project: Project, renames: Renames): Renaming {
  const labelName = (id: LabelId): LabelId => (renames.labels.get(id) ?? id) as LabelId;
  const typeName = (id: LinkTypeId): LinkTypeId => (renames.linkTypes.get(id) ?? id) as LinkTypeId;
  const { labels, linkTypes } = project.labelSet;
  const problem = findProblem(labels, linkTypes, labelName, typeName);
  if (problem !== undefined) return { ok: false, problem };
  const renamed = [
    ...labels.map(({ id }) => ({ from: id, to: labelName(id) })),
    ...linkTypes.map(({ id }) => ({ from: id, to: typeName(id) })),
  ].filter(({ from, to }) => from !== to);
  if (renamed.length === 0) return { ok: true, project, layer: (layer) => layer, renamed };
  const labelSet: LabelSet = {
    labels: grouped(labels, ({ id }) => labelName(id)).map(([id, some]) => joinedLabel(id, some)),
    linkTypes: grouped(linkTypes, ({ id }) => typeName(id)).map(([id, some]) => joinedType(id, some, labelName)),
  };
  return {
    ok: true,
    project: {
      ...project,
      labelSet,
      guidelines: project.guidelines.map((version) => renamedGuidelines(version, labelName)),
    },
    layer: (layer) => ({
      ...layer,
      spans: layer.spans.map((span) => ({ ...span, label: labelName(span.label) })).toSorted(compareSpans),
      links: layer.links.map((link) => ({ ...link, type: typeName(link.type) })).toSorted(compareLinks),
    }),
    renamed,
  };
}

function findProblem(
  labels: readonly Label[],
  linkTypes: readonly LinkType[],
  labelName: (id: LabelId) => LabelId,
  typeName: (id: LinkTypeId) => LinkTypeId,
): string | undefined {
  const nameless = [
    ...labels.filter(({ id }) => labelName(id) !== id && labelName(id).trim() === ''),
    ...linkTypes.filter(({ id }) => typeName(id) !== id && typeName(id).trim() === ''),
  ];
  if (nameless.length > 0) return t`Give “${nameless[0]!.name}” a name: it cannot be written without.`;
  for (const [id, some] of grouped(labels, (label) => labelName(label.id))) {
    const kinds = grouped(
      some.flatMap(({ attributes }) => attributes),
      (attribute) => attribute.id,
    );
    const clash = kinds.find(([, attributes]) => new Set(attributes.map(({ kind }) => kind)).size > 1);
    if (clash) {
      const names = listInWords(some.map(({ name }) => t`“${name}”`));
      return t`${names} cannot both be called “${id}”: their attribute “${clash[1][0]!.name}” holds different kinds of values.`;
    }
  }
  return undefined;
}

/** The items by key, in the order in which the keys come first. */
function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): readonly [Key, readonly Item[]][] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}

function joinedLabel(id: LabelId, [first, ...others]: readonly Label[]): Label {
  const all = [first!, ...others];
  const attributes = grouped(
    all.flatMap((label) => label.attributes),
    (attribute) => attribute.id,
  );
  return {
    ...first!,
    id,
    name: id,
    // What was apart may share words now that it is one.
    overlapsItself: others.length > 0 || first!.overlapsItself,
    attributes: attributes.map(([, some]) => joinedAttribute(some)),
  };
}

/** Required only where every label asked for it; values of all. */
function joinedAttribute(some: readonly Attribute[]): Attribute {
  const values = grouped(
    some.flatMap((attribute) => attribute.values),
    (value) => value.id,
  ).map(([, [value]]) => value!);
  return { ...some[0]!, isRequired: some.every(({ isRequired }) => isRequired), values };
}

function joinedType(id: LinkTypeId, some: readonly LinkType[], labelName: (id: LabelId) => LabelId): LinkType {
  const ends = (end: 'from' | 'to'): readonly LabelId[] => {
    // An empty list means any label, and then so does the whole.
    if (some.some((type) => type[end].length === 0)) return [];
    return [...new Set(some.flatMap((type) => type[end].map(labelName)))];
  };
  const alone = some.length === 1;
  const [first] = some;
  return {
    ...first!,
    id,
    name: id,
    from: ends('from'),
    to: ends('to'),
    isSingle: alone && first!.isSingle,
    isRequired: alone && first!.isRequired,
  };
}

function renamedGuidelines(version: GuidelineVersion, labelName: (id: LabelId) => LabelId): GuidelineVersion {
  const labels = grouped(version.labels, ({ label }) => labelName(label)).map(([label, some]): LabelGuideline => {
    const texts = some.map(({ text }) => text).filter((text) => text !== '');
    return { label, text: texts.join('\n\n'), examples: some.flatMap(({ examples }) => examples) };
  });
  return { ...version, labels };
}
