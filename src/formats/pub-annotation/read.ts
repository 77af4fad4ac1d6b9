import { t } from '#language/t.ts';
import { textField } from '#formats/exchange/fields.ts';
import { jsonValues, type PlacedValue } from '#formats/exchange/json-values.ts';
import { type LooseDocument, type LooseLayer, type ReadDataset } from '#formats/exchange/loose.ts';
import { isObject } from '#formats/is-object.ts';
import { ProblemList } from '#formats/problem.ts';
import { readTrack } from './read-track.ts';

const MOST_PROBLEMS = 100;

/**
 * Reads annotations of PubAnnotation: a document, a list of them, or one in each line. Each project (a track, or the document
 * itself) is an annotator. Offsets count code points, unless words fit better by the UTF-16 code units of its editor.
 */
export const readPubAnnotation: ReadDataset = (files) => {
  const problems = new ProblemList(MOST_PROBLEMS);
  const documents: LooseDocument[] = [];
  for (const file of files) {
    if (!/\.jsonl?$/i.test(file.path)) continue;
    const read = jsonValues(file);
    for (const { place, message } of read.problems) problems.add(place, message);
    for (const found of read.values.flatMap(listed)) {
      const document = documentOf(found, problems);
      if (document) documents.push(document);
      else problems.add(found.place, t`this is no document: it has neither a text nor denotations`);
    }
  }
  return { documents, problems: problems.all, units: ['code-point', 'utf-16'] };
};

function listed({ place, value }: PlacedValue): readonly PlacedValue[] {
  if (!Array.isArray(value)) return [{ place, value }];
  return value.map((each: unknown, index) => ({ place: `${place}[${index}]`, value: each }));
}

function documentOf({ place, value }: PlacedValue, problems: ProblemList): LooseDocument | undefined {
  if (!isObject(value)) return undefined;
  const { text, tracks } = value;
  const isAnnotated = Array.isArray(value['denotations']) || Array.isArray(tracks);
  if (typeof text !== 'string' && !isAnnotated) return undefined;
  const layers: LooseLayer[] = [];
  const own = readTrack(value, place, problems);
  // A document of tracks has nothing of its own.
  if (own.spans.length > 0 || !Array.isArray(tracks)) layers.push(own);
  for (const [index, track] of (Array.isArray(tracks) ? tracks : []).entries()) {
    if (isObject(track)) layers.push(readTrack(track, `${place} tracks[${index}]`, problems));
    else problems.add(`${place} tracks[${index}]`, t`this is no track`);
  }
  const target = textField(value, 'target');
  return {
    place,
    name: nameOf(value) || target,
    text: typeof text === 'string' ? text : undefined,
    title: '',
    source: target,
    date: '',
    language: '',
    layers: distinct(layers),
  };
}

/** `PubMed:123`, and the number of the part where a document is cut into parts. */
function nameOf(value: Readonly<Record<string, unknown>>): string {
  return [textField(value, 'sourcedb'), textField(value, 'sourceid'), textField(value, 'divid')]
    .filter((part) => part !== '')
    .join(':');
}

/** Two tracks without a project, or with one name, must not look like one annotator. */
function distinct(layers: readonly LooseLayer[]): readonly LooseLayer[] {
  const names = new Map<string, number>();
  return layers.map((layer) => {
    const before = names.get(layer.annotator) ?? 0;
    names.set(layer.annotator, before + 1);
    return before === 0 ? layer : { ...layer, annotator: `${layer.annotator} ${before + 1}`.trim() };
  });
}
