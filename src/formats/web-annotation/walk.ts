import { t } from '#language/t.ts';
import { OFFSET_UNITS, type OffsetUnit } from '#core/text/offset-units.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { objectsField, textField } from '#formats/exchange/fields.ts';
import { isObject } from '#formats/is-object.ts';
import { type Finds } from './found.ts';
import { readAnnotation } from './read-annotation.ts';
import { isHypothesis, isRecogitoNative, readHypothesis, readRecogitoNative } from './read-others.ts';
import { agentName, iriIn, ownAgentName } from './values.ts';

/** Where lists of annotations are: pages, graphs, answers of Hypothesis's server, its exports. */
const LISTS = ['items', '@graph', 'rows', 'annotations'] as const;

/** Lists in lists go at least as deep as a collection with its first page. */
const MAX_DEPTH = 4;

/** Finds every annotation in the value: alone, in lists, in pages. Keys of a list are in the places, from 0 on. */
export function walkAnnotations(value: unknown, place: string, path: string, finds: Finds, depth = 0): void {
  if (depth > MAX_DEPTH) {
    finds.problem(place, t`lists of annotations are nested too deeply`);
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      walkAnnotations(each, `${place}[${index}]`, path, finds, depth + 1);
    }
  } else if (!isObject(value)) {
    finds.problem(place, t`this is no annotation`);
  } else if (isHypothesis(value)) readHypothesis(value, place, finds);
  else if (isRecogitoNative(value)) readRecogitoNative(value, place, path, finds);
  else if (value['target'] !== undefined) readAnnotation(value, place, path, finds);
  else walkContainer(value, place, path, finds, depth);
}

function walkContainer(
  value: Readonly<Record<string, unknown>>,
  place: string,
  path: string,
  finds: Finds,
  depth: number,
): void {
  readText(value, place, path, finds);
  const lists = LISTS.filter((name) => Array.isArray(value[name]));
  for (const name of lists) walkAnnotations(value[name], `${place} ${name}`, path, finds, depth + 1);
  const first = value['first'];
  if (isObject(first)) walkAnnotations(first, `${place} first`, path, finds, depth + 1);
  if (lists.length === 0 && !isObject(first)) finds.problem(place, t`this is no annotation and holds none`);
}

function readText(page: Readonly<Record<string, unknown>>, place: string, path: string, finds: Finds): void {
  const text = page['annotates'];
  const iri = iriIn(text);
  if (iri === '') return;
  const file = textField(text, 'file');
  const unit = textField(text, 'offsetUnit');
  finds.text({
    place,
    iri,
    title: textField(text, 'title'),
    author: textField(text, 'author'),
    publication: textField(text, 'publication'),
    date: textField(text, 'date'),
    language: textField(text, 'language'),
    file: file === '' ? '' : `${path.slice(0, path.lastIndexOf('/') + 1)}${file}`,
    sha256: textField(text, 'sha256'),
    unit: OFFSET_UNITS.find((each): each is OffsetUnit => each === unit),
    layers: objectsField(page, 'layers').map((layer) => ({
      annotator: agentName(layer['creator']),
      annotatorName: ownAgentName(layer['creator']),
      status: statusOf(textField(layer, 'status')),
    })),
  });
}

function statusOf(written: string): LayerStatus {
  return written === 'not-started' || written === 'in-progress' ? written : 'done';
}
