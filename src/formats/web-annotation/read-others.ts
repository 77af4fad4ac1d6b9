import { t } from '#language/t.ts';
import { objectsField, textField, wholeNumber } from '#formats/exchange/fields.ts';
import { isObject } from '#formats/is-object.ts';
import { type Finds, type FoundText } from './found.ts';
import { spanFields } from './read-annotation.ts';
import { readBodies } from './read-bodies.ts';
import { passageOf, sourceOf } from './read-targets.ts';
import { agentName, listOf, ownAgentName, timeField } from './values.ts';

type Fields = Readonly<Record<string, unknown>>;

/** True for an annotation as Recogito keeps it itself, with `bodies` instead of `body`. */
export function isRecogitoNative(annotation: Fields): boolean {
  return Array.isArray(annotation['bodies']) && isObject(annotation['target']);
}

/** Reads an annotation as Recogito keeps it itself. It does not say which text it is about, so its file stands for that. */
export function readRecogitoNative(annotation: Fields, place: string, path: string, finds: Finds): void {
  const target = annotation['target'];
  const selectors = objectsField(target, 'selector').map((selector) => ({
    type: 'Place',
    selector: [
      { type: 'TextQuoteSelector', exact: textField(selector, 'quote') },
      { type: 'TextPositionSelector', start: wholeNumber(selector, 'start'), end: wholeNumber(selector, 'end') },
    ],
  }));
  const passage = passageOf(selectors);
  if (!passage) {
    finds.problem(place, t`this annotation is not about certain words of a text, by a quote or a position: left out`);
    return;
  }
  finds.text(untoldText(place, path, ''));
  finds.span({
    ...spanFields(annotation, place, passage, readBodies(listOf(annotation['bodies']), ''), ''),
    source: path,
    annotator: agentName(isObject(target) ? target['creator'] : undefined),
    annotatorName: ownAgentName(isObject(target) ? target['creator'] : undefined),
    createdAt: timeField(target, 'created'),
    changedAt: timeField(target, 'updated'),
  });
}

/** True for an annotation as Hypothesis exports it, with `uri` and `tags`. */
export function isHypothesis(annotation: Fields): boolean {
  return typeof annotation['uri'] === 'string' && typeof annotation['user'] === 'string';
}

/** Reads an annotation of a Hypothesis export: its tags are labels, its text a note. Replies and notes on a page as a whole are problems. */
export function readHypothesis(annotation: Fields, place: string, finds: Finds): void {
  if (listOf(annotation['references']).length > 0) {
    finds.problem(place, t`this is an answer to another annotation, which has no place here: left out`);
    return;
  }
  const targets = listOf(annotation['target']);
  const passage = passageOf(targets);
  if (!passage) {
    finds.problem(place, t`this note is about the page as a whole and not about certain words: left out`);
    return;
  }
  const tags = listOf(annotation['tags']).filter((tag): tag is string => typeof tag === 'string' && tag !== '');
  const said = { labels: tags.map((tag) => tag.toWellFormed()), attributes: [], note: textField(annotation, 'text') };
  const source = textField(annotation, 'uri') || sourceOf(targets[0]);
  const document = annotation['document'];
  const [title] = isObject(document) ? listOf(document['title']) : [];
  finds.text(untoldText(place, source, typeof title === 'string' ? title.toWellFormed() : ''));
  finds.span({
    ...spanFields(annotation, place, passage, said, ''),
    source,
    annotator: textField(annotation, 'user')
      .replace(/^acct:/, '')
      .replace(/@hypothes\.is$/, ''),
    annotatorName: '',
    createdAt: timeField(annotation, 'created'),
    changedAt: timeField(annotation, 'updated'),
  });
}

/** Both count as the browsers that they run in. */
function untoldText(place: string, iri: string, title: string): FoundText {
  return {
    place,
    iri,
    title,
    author: '',
    publication: '',
    date: '',
    language: '',
    file: '',
    sha256: '',
    unit: 'utf-16',
    layers: [],
  };
}
