import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { attributeKey, type Fate, type Fates, NO_FATES } from './fates.ts';
import { type LooseDataset } from './loose.ts';
import { findAttribute, findLinkType, resolveLabels } from './resolve-labels.ts';
import { type ImportContext } from './to-bundle.ts';

/** A name in a file, and what becomes of what is called so. */
interface NameUse<Id> {
  readonly name: string;
  /** The project's own of this id or name; undefined where it has none. */
  readonly known: Id | undefined;
  readonly fate: Fate<Id>;
}

/** A label that a file names, and how many spans have it. */
export interface LabelUse extends NameUse<LabelId> {
  readonly spans: number;
}

/** An attribute of a label, both as the file calls them, and how many spans have it. */
export interface AttributeUse extends NameUse<AttributeId> {
  readonly label: string;
  /** The project's own label that these spans come to; undefined where it is a new one. */
  readonly into: LabelId | undefined;
  readonly spans: number;
}

/** A link type that a file names, and how many links have it. */
export interface LinkTypeUse extends NameUse<LinkTypeId> {
  readonly links: number;
}

type About = Pick<ImportContext, 'project' | 'fates'>;

/** The labels in the order in which the file has them first. */
export function labelUses(dataset: LooseDataset, { project, fates }: About): readonly LabelUse[] {
  const own = new Set<string>(project.labelSet.labels.map(({ id }) => id));
  const byName = resolveLabels(project.labelSet, NO_FATES);
  return counted(labelsOf(dataset)).map(([name, spans]) => {
    const id = byName.label(name)?.id;
    const known = id !== undefined && own.has(id) ? id : undefined;
    return { name, spans, known, fate: fates.labels.get(name) ?? fateOf(known) };
  });
}

/** The attributes of labels that are not left out, in the order in which the file has them first. */
export function attributeUses(dataset: LooseDataset, { project, fates }: About): readonly AttributeUse[] {
  const own = new Map(project.labelSet.labels.map((label) => [label.id, label]));
  const resolved = resolveLabels(project.labelSet, onlyLabels(fates));
  const names = new Map<string, readonly [label: string, name: string]>();
  const counts = counted(attributesOf(dataset, names));
  return counts.flatMap(([key, spans]): AttributeUse[] => {
    const [label, name] = names.get(key)!;
    if (resolved.leavesOut(label)) return [];
    const id = resolved.label(label)?.id;
    const into = id === undefined ? undefined : own.get(id);
    const known = into && findAttribute(into.attributes, name)?.id;
    return [{ label, name, into: into?.id, spans, known, fate: fates.attributes.get(key) ?? fateOf(known) }];
  });
}

/** The link types in the order in which the file has them first. */
export function linkTypeUses(dataset: LooseDataset, { project, fates }: About): readonly LinkTypeUse[] {
  return counted(linkTypesOf(dataset)).map(([name, links]) => {
    const known = findLinkType(project.labelSet.linkTypes, name)?.id;
    return { name, links, known, fate: fates.linkTypes.get(name) ?? fateOf(known) };
  });
}

function fateOf<Id>(known: Id | undefined): Fate<Id> {
  return known === undefined ? { kind: 'new' } : { kind: 'own', id: known };
}

function onlyLabels({ labels }: Fates): Fates {
  return { ...NO_FATES, labels };
}

function* labelsOf({ documents }: LooseDataset): Iterable<string> {
  for (const { layers } of documents) for (const { spans } of layers) for (const { label } of spans) yield label;
}

function* linkTypesOf({ documents }: LooseDataset): Iterable<string> {
  for (const { layers } of documents) for (const { links } of layers) for (const { type } of links) yield type;
}

/** The key of each attribute once for each span that has it; `names` gets what is behind the keys. */
function* attributesOf(
  { documents }: LooseDataset,
  names: Map<string, readonly [label: string, name: string]>,
): Iterable<string> {
  for (const { layers } of documents) {
    for (const { spans } of layers) {
      for (const { label, attributes } of spans) {
        for (const name of new Set(attributes.map((attribute) => attribute.name))) {
          const key = attributeKey(label, name);
          names.set(key, [label, name]);
          yield key;
        }
      }
    }
  }
}

function counted(keys: Iterable<string>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts];
}
