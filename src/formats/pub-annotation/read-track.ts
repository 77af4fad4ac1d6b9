import { t } from '#language/t.ts';
import { objectsField, textField, wholeNumber } from '#formats/exchange/fields.ts';
import { freeId } from '#formats/exchange/free-id.ts';
import {
  type LooseAttribute,
  type LooseLayer,
  type LooseLink,
  type LooseRange,
  type LooseSpan,
} from '#formats/exchange/loose.ts';
import { isObject } from '#formats/is-object.ts';
import { type ProblemList } from '#formats/problem.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The label of what is only a part of another denotation, and the relation that says of which. */
const FRAGMENT = '_FRAGMENT';
const CHAINED = '_lexicallyChainedTo';

interface Denotation {
  readonly id: string;
  readonly label: string;
  readonly ranges: LooseRange[];
  readonly attributes: LooseAttribute[];
}

/**
 * What one project says of a text: denotations (and blocks, which are the same for long stretches) are spans, relations
 * links, attributes and modifications attributes. What names something that is not there is a problem.
 */
export function readTrack(track: Fields, place: string, problems: ProblemList): LooseLayer {
  const denotations = readDenotations(track, place, problems);
  const relations = objectsField(track, 'relations');
  const headOf = joinFragments(denotations, relations, place, problems);
  const find = (id: string): Denotation | undefined => denotations.get(headOf(id));
  readAttributes(track, place, find, problems);
  const links = new Map<string, LooseLink>();
  for (const [index, relation] of relations.entries()) {
    const type = textField(relation, 'pred');
    if (type === CHAINED) continue;
    const from = find(textField(relation, 'subj'));
    const to = find(textField(relation, 'obj'));
    const id = freeId(links, textField(relation, 'id'), 'relation');
    if (from && to && type !== '') links.set(id, { id, type, from: from.id, to: to.id });
    else problems.add(`${place} relations[${index}]`, t`this relation does not join two denotations: left out`);
  }
  return {
    annotator: textField(track, 'project'),
    isPrediction: false,
    status: 'done',
    spans: [...denotations.values()].map(({ id, label, ranges, attributes }): LooseSpan => ({
      id,
      label,
      ranges: ranges.toSorted((a, b) => a.from - b.from),
      attributes,
      note: '',
      createdAt: '',
      changedAt: '',
    })),
    links: [...links.values()],
  };
}

function readDenotations(track: Fields, place: string, problems: ProblemList): Map<string, Denotation> {
  const denotations = new Map<string, Denotation>();
  for (const list of ['denotations', 'blocks']) {
    const items = track[list];
    if (items === undefined) continue;
    if (!Array.isArray(items)) problems.add(`${place} ${list}`, t`this is no list`);
    for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
      const label = textField(item, 'obj');
      const ranges = rangesOf(item);
      if (label === '' || ranges.length === 0) {
        problems.add(`${place} ${list}[${index}]`, t`this denotation has no “span” or no “obj”: left out`);
        continue;
      }
      const id = freeId(denotations, textField(item, 'id'), 'span');
      denotations.set(id, { id, label, ranges, attributes: [] });
    }
  }
  return denotations;
}

/** One stretch, or a list of them. */
function rangesOf(item: unknown): LooseRange[] {
  const span = isObject(item) ? item['span'] : undefined;
  const parts = Array.isArray(span) ? span : [span];
  return parts.filter(isObject).map((part) => ({ from: wholeNumber(part, 'begin'), to: wholeNumber(part, 'end') }));
}

/** Gives the ranges of fragments to the denotation that they are chained to, and tells where each id has gone. */
function joinFragments(
  denotations: Map<string, Denotation>,
  relations: readonly Fields[],
  place: string,
  problems: ProblemList,
): (id: string) => string {
  const heads = new Map<string, string>();
  for (const relation of relations) {
    if (textField(relation, 'pred') === CHAINED) heads.set(textField(relation, 'obj'), textField(relation, 'subj'));
  }
  for (const fragment of denotations.values()) {
    if (fragment.label !== FRAGMENT) continue;
    denotations.delete(fragment.id);
    const id = lastHead(heads, fragment.id);
    const head = id === undefined ? undefined : denotations.get(id);
    if (head && head.label !== FRAGMENT) head.ranges.push(...fragment.ranges);
    else problems.add(place, t`the fragment “${fragment.id}” belongs to no denotation: left out`);
  }
  return (id) => (denotations.has(id) ? id : (lastHead(heads, id) ?? id));
}

/**
 * Follows the chain to its end; undefined in a circle, which is undone. What was passed then points to the end, so that no
 * chain is followed twice.
 */
function lastHead(heads: Map<string, string>, start: string): string | undefined {
  const passed = new Set<string>();
  let at = start;
  for (let next = heads.get(at); next !== undefined; next = heads.get(at)) {
    if (passed.has(at)) {
      for (const id of passed) heads.delete(id);
      return undefined;
    }
    passed.add(at);
    at = next;
  }
  for (const id of passed) heads.set(id, at);
  return at === start ? undefined : at;
}

function readAttributes(
  track: Fields,
  place: string,
  find: (id: string) => Denotation | undefined,
  problems: ProblemList,
): void {
  for (const [index, attribute] of objectsField(track, 'attributes').entries()) {
    const name = textField(attribute, 'pred');
    const value = valueText(attribute['obj']);
    const denotation = find(textField(attribute, 'subj'));
    if (denotation && name !== '' && value !== undefined) denotation.attributes.push({ name, value });
    else problems.add(`${place} attributes[${index}]`, t`this attribute says nothing of a denotation: left out`);
  }
  for (const [index, modification] of objectsField(track, 'modifications').entries()) {
    const name = textField(modification, 'pred');
    const denotation = find(textField(modification, 'obj'));
    if (denotation && name !== '') denotation.attributes.push({ name, value: 'true' });
    else problems.add(`${place} modifications[${index}]`, t`this modification is not one of a denotation: left out`);
  }
}

function valueText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.toWellFormed();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
