import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { type OffsetUnit, OFFSET_UNITS } from '#core/text/offset-units.ts';
import { decodeFile } from '#formats/exchange/decode-file.ts';
import { objectsField, textField } from '#formats/exchange/fields.ts';
import { jsonLines } from '#formats/exchange/json-lines.ts';
import { type LooseDocument, type LooseLayer, type LooseLink, type ReadDataset } from '#formats/exchange/loose.ts';
import { nameFrom } from '#formats/exchange/safe-name.ts';
import { isObject } from '#formats/is-object.ts';
import { type Problem } from '#formats/problem.ts';
import { type Entity, entitiesOf } from './entities.ts';

type Row = Readonly<Record<string, unknown>>;

/** Where doccano and the writer put what belongs to no annotator, or to several. */
const SHARED_FILES: ReadonlySet<string> = new Set(['all', 'unknown', 'unannotated']);

/**
 * Reads what doccano exports for text labelling, in all forms that it has had, and what createDoccanoWriter writes. The
 * annotator is the name of the file, unless annotations name a user.
 */
export const readDoccano: ReadDataset = (files) => {
  const documents: LooseDocument[] = [];
  const problems: Problem[] = [];
  const units = new Set<string>();
  for (const file of files) {
    if (!/\.jsonl?$/i.test(file.path)) continue;
    const text = decodeFile(file, problems);
    if (text === undefined) continue;
    const read = jsonLines(file.path, text);
    for (const problem of read.problems) problems.push(problem);
    for (const { line, value } of read.lines) {
      const place = placeOfLine(file.path, line);
      const document = documentOf(file.path, place, value, problems);
      if (!document) continue;
      documents.push(document);
      if (document.layers.length > 0) units.add(textField(value, 'offset_unit'));
    }
  }
  return { documents, problems, units: unitsOf(units) };
};

/** doccano's page counts UTF-16, its server code points, and a project may count what looks like one character. */
function unitsOf(named: ReadonlySet<string>): readonly OffsetUnit[] {
  const unit = named.size === 1 ? OFFSET_UNITS.find((each) => named.has(each)) : undefined;
  return unit ? [unit] : ['utf-16', 'code-point', 'grapheme'];
}

function documentOf(path: string, place: string, value: unknown, problems: Problem[]): LooseDocument | undefined {
  const text = ['text', 'data', 'column_data']
    .map((name) => (isObject(value) ? value[name] : undefined))
    .find((field) => typeof field === 'string');
  if (!isObject(value) || text === undefined) {
    problems.push({ place, message: t`the row has no “text”` });
    return undefined;
  }
  if (Array.isArray(value['Comments']) && value['Comments'].length > 0) {
    problems.push({ place, message: t`comments are about the whole text, not a span: left out` });
  }
  return {
    place,
    name: textField(value, 'article'),
    text,
    title: textField(value, 'title'),
    author: textField(value, 'author'),
    source: textField(value, 'source'),
    date: textField(value, 'date'),
    language: textField(value, 'language'),
    layers: layersOf(path, place, value, problems),
  };
}

function layersOf(path: string, place: string, value: Row, problems: Problem[]): readonly LooseLayer[] {
  const fileName = path.slice(path.lastIndexOf('/') + 1).replace(/\.jsonl?$/i, '');
  const named = SHARED_FILES.has(fileName) ? textField(value, 'annotator') : nameFrom(fileName);
  const byUser = new Map<string, Entity[]>();
  for (const entity of entitiesOf(place, value, problems)) {
    const user = entity.user || named;
    const known = byUser.get(user);
    if (known) known.push(entity);
    else byUser.set(user, [entity]);
  }
  if (byUser.size === 0 && named !== '') byUser.set(named, []);
  const owners = new Map([...byUser].flatMap(([user, all]) => all.map(({ id }) => [id, user] as const)));
  const relations = objectsField(value, 'relations').map((row, index) => ({
    id: textField(row, 'id') || `relation ${index + 1}`,
    type: textField(row, 'type') || textField(row, 'label'),
    from: textField(row, 'from_id'),
    to: textField(row, 'to_id'),
  }));
  const links = new Map([...byUser.keys()].map((user) => [user, [] as LooseLink[]]));
  for (const relation of relations) {
    const owner = owners.get(relation.from);
    if (owner !== undefined && owner === owners.get(relation.to)) links.get(owner)!.push(relation);
    else {
      const message = t`the relation “${relation.type}” does not join two entities of one annotator: left out`;
      problems.push({ place, message });
    }
  }
  return [...byUser].map(([annotator, entities]) => ({
    annotator,
    annotatorName: textField(value, 'annotator') === annotator ? textField(value, 'annotator_name') : '',
    isPrediction: false,
    status: statusOf(textField(value, 'status')),
    spans: entities.map(({ id, label, from, to }) => ({
      id,
      label,
      ranges: [{ from, to }],
      attributes: [],
      note: '',
      createdAt: '',
      changedAt: '',
    })),
    links: links.get(annotator)!,
  }));
}

function statusOf(written: string): LayerStatus {
  return written === 'not-started' || written === 'in-progress' ? written : 'done';
}
