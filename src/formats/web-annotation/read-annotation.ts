import { t } from '#language/t.ts';
import { textField } from '#formats/exchange/fields.ts';
import { type LooseAttribute } from '#formats/exchange/loose.ts';
import { isObject } from '#formats/is-object.ts';
import { type Finds, type Passage } from './found.ts';
import { readBodies, type Said } from './read-bodies.ts';
import { hasSelector, passageOf, sourceOf } from './read-targets.ts';
import { agentName, hasType, iriIn, listOf, ownAgentName, timeField } from './values.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads one annotation of the W3C model. `path` names its source where it does not. */
export function readAnnotation(annotation: Fields, place: string, path: string, finds: Finds): void {
  const targets = listOf(annotation['target']);
  const motivation = motivationOf(annotation);
  const bodies = [...listOf(annotation['body']), ...bodyValue(annotation)];
  const ends = motivation === 'linking' ? bodies.filter(isResource) : [];
  if (ends.length > 0 && !targets.some(hasSelector)) {
    readLink(annotation, place, { targets, bodies, ends }, finds);
    return;
  }
  const source = targets.map(sourceOf).find((iri) => iri !== '') ?? '';
  const here = targets.filter((target) => sourceOf(target) === source || sourceOf(target) === '');
  if (here.length < targets.length) finds.problem(place, t`only what it says of its first source is read`);
  const passage = passageOf(here);
  if (!passage) {
    finds.problem(place, t`this annotation is not about certain words of a text, by a quote or a position: left out`);
    return;
  }
  const said = readBodies(
    bodies.filter((body) => !ends.includes(body)),
    motivation,
  );
  const links = ends.map((end): LooseAttribute => ({ name: 'link', value: iriIn(end) }));
  finds.span({
    ...spanFields(annotation, place, passage, { ...said, attributes: [...said.attributes, ...links] }, motivation),
    source: source || path,
    annotator: agentName(annotation['creator']),
    annotatorName: ownAgentName(annotation['creator']),
    createdAt: timeField(annotation, 'created'),
    changedAt: timeField(annotation, 'modified'),
  });
}

/** The fields of a span that all kinds of annotations have. One that says no label has its motivation for a label. */
export function spanFields(annotation: Fields, place: string, passage: Passage, said: Said, motivation: string) {
  const { labels, attributes, note } = said;
  const fallback = motivation || (note === '' ? 'highlighting' : 'commenting');
  return { place, id: iriIn(annotation), labels: labels.length > 0 ? labels : [fallback], passage, attributes, note };
}

function readLink(
  annotation: Fields,
  place: string,
  parts: { readonly [Part in 'targets' | 'bodies' | 'ends']: readonly unknown[] },
  finds: Finds,
): void {
  const said = readBodies(
    parts.bodies.filter((body) => !parts.ends.includes(body)),
    'tagging',
  );
  for (const [index, end] of parts.ends.entries()) {
    for (const target of parts.targets) {
      const id = index === 0 && target === parts.targets[0] ? iriIn(annotation) : '';
      finds.link({ place, id, type: said.labels[0] ?? 'linking', from: sourceOf(target), to: iriIn(end) });
    }
  }
}

function motivationOf(annotation: Fields): string {
  const [first] = listOf(annotation['motivation']);
  return typeof first === 'string' ? first.toWellFormed().replace(/^oa:/, '') : '';
}

/** A body that is nothing but another resource. */
function isResource(body: unknown): boolean {
  if (typeof body === 'string') return true;
  return isObject(body) && iriIn(body) !== '' && textField(body, 'value') === '' && !hasType(body, 'TextualBody');
}

function bodyValue(annotation: Fields): readonly unknown[] {
  const value = textField(annotation, 'bodyValue');
  return value === '' ? [] : [{ value }];
}
