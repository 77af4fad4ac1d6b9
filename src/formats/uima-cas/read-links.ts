import { t } from '#language/t.ts';
import { type LooseLink } from '#formats/exchange/loose.ts';
import { originalName } from '#formats/xml/safe-names.ts';
import { type CasStructure, isReference } from './cas.ts';
import { layerLabel } from './layer-names.ts';
import { CONTINUATION_TYPE, FROM, LINK_TYPE, TO } from './own-types.ts';
import { isRelation, targetsOf, textsOf, type ViewReader } from './view-reader.ts';

/** Relations between spans as links, and so features of a span that point to other spans, straight or with a role. */
export function readLinks(
  reader: ViewReader,
  idOf: (structure: CasStructure) => string | undefined,
): readonly LooseLink[] {
  const told = new Set<string>();
  /** Once for each kind, since there may be one for every word. */
  const tellOnce = (structure: CasStructure, message: string): void => {
    if (!told.has(message)) reader.problems.add(reader.placeOf(structure), message);
    told.add(message);
  };
  const taken = new Set<string>();
  const links: LooseLink[] = [];
  const add = (wanted: string, type: string, from: string, to: string): void => {
    let id = wanted;
    for (let number = 2; taken.has(id); number += 1) id = `${wanted} (${number})`;
    taken.add(id);
    links.push({ id, type, from, to });
  };
  for (const structure of reader.structures) {
    if (structure.type === CONTINUATION_TYPE) continue;
    if (isRelation(reader, structure)) {
      const link = relationOf(reader, structure, idOf, tellOnce);
      if (link) add(link.id, link.type, link.from, link.to);
      continue;
    }
    const from = idOf(structure);
    if (from === undefined) continue;
    for (const { type, target } of pointersOf(reader, structure)) {
      const to = idOf(target);
      if (to !== undefined) add(`${from} ${type}`, type, from, to);
      else tellOnce(structure, t`“${type}” of “${structure.type}” points to something that is no span: left out`);
    }
  }
  return links;
}

function relationOf(
  reader: ViewReader,
  structure: CasStructure,
  idOf: (structure: CasStructure) => string | undefined,
  tellOnce: (structure: CasStructure, message: string) => void,
): LooseLink | undefined {
  const { id, type, values } = structure;
  const [start] = targetsOf(reader, values.get(FROM));
  const [end] = targetsOf(reader, values.get(TO));
  const from = start && idOf(start);
  const to = end && idOf(end);
  if (from === undefined || to === undefined) {
    tellOnce(structure, t`a relation of “${type}” does not join two spans: left out, as others like it`);
    return undefined;
  }
  if (type.startsWith(LINK_TYPE)) {
    const own = textsOf(reader, values.get('id'))?.[0];
    return { id: own ?? `link ${id}`, type: originalName(type.slice(LINK_TYPE.length)), from, to };
  }
  const { label, tagFeature } = layerLabel(type, (feature) => textsOf(reader, values.get(feature))?.[0]);
  for (const [name, value] of values) {
    if (isReference(value) || name === tagFeature || value === '') continue;
    tellOnce(structure, t`links have no attributes: “${name}” of “${type}” is left out`);
  }
  return { id: `link ${id}`, type: label, from, to };
}

/** What the features of a span point to. A structure with a `target` stands between, and its `role` names the link. */
function pointersOf(
  reader: ViewReader,
  { values }: CasStructure,
): readonly { readonly type: string; readonly target: CasStructure }[] {
  return [...values].flatMap(([feature, value]) => {
    if (!isReference(value) || textsOf(reader, value) !== undefined) return [];
    return targetsOf(reader, value).map((target) => {
      const [end] = targetsOf(reader, target.values.get('target'));
      const role = textsOf(reader, target.values.get('role'))?.[0] ?? '';
      return end ? { type: role === '' ? feature : role, target: end } : { type: feature, target };
    });
  });
}
