import { t } from '#language/t.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { decodeFile } from '#formats/exchange/decode-file.ts';
import { textField } from '#formats/exchange/fields.ts';
import { jsonLines } from '#formats/exchange/json-lines.ts';
import { type LooseDocument, type LooseLayer, type ReadDataset } from '#formats/exchange/loose.ts';
import { isObject } from '#formats/is-object.ts';
import { type Problem } from '#formats/problem.ts';
import { readResults } from './results.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads Label Studio's JSON export, tasks to be imported there, and what createLabelStudioWriter writes: annotations, or
 * completions as they were once called, and predictions. Offsets of old versions count UTF-16, which words show.
 */
export const readLabelStudio: ReadDataset = (files) => {
  const documents: LooseDocument[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    if (!/\.jsonl?$/i.test(file.path)) continue;
    const text = decodeFile(file, problems);
    if (text === undefined) continue;
    for (const [index, task] of tasksOf(file.path, text, problems).entries()) {
      const document = documentOf(task, `${file.path} tasks[${index}]`, problems);
      if (document) documents.push(document);
    }
  }
  return { documents, problems, units: ['code-point', 'utf-16'] };
};

/** A list of tasks, a single one, or one on each line. */
function tasksOf(path: string, text: string, problems: Problem[]): readonly unknown[] {
  try {
    const whole: unknown = JSON.parse(text);
    return Array.isArray(whole) ? whole : [whole];
  } catch {
    const read = jsonLines(path, text);
    for (const problem of read.problems) problems.push(problem);
    return read.lines.map(({ value }) => value);
  }
}

function documentOf(task: unknown, place: string, problems: Problem[]): LooseDocument | undefined {
  const data = isObject(task) ? task['data'] : undefined;
  if (!isObject(task) || !isObject(data)) {
    problems.push({ place, message: isMin(task) ? MIN : t`this is no task: it has no “data”` });
    return undefined;
  }
  const text = textOf(data);
  if (text === undefined) {
    const message = t`there is no text in “data”: dialogues, images and sounds are not read`;
    problems.push({ place, message });
    return undefined;
  }
  const hasMarkup = text !== null && /<[a-z/!][^>]{0,500}>/i.test(text);
  const annotated = Array.isArray(task['annotations']) ? 'annotations' : 'completions';
  const layers = [
    ...membersOf(task, annotated).flatMap((each, index) => {
      return layerOf(each, false, hasMarkup, `${place}.${annotated}[${index}]`, problems);
    }),
    ...membersOf(task, 'predictions').flatMap((each, index) => {
      return layerOf(each, true, hasMarkup, `${place}.predictions[${index}]`, problems);
    }),
  ];
  return {
    place,
    name: textField(data, 'article'),
    text: text ?? undefined,
    title: textField(data, 'title'),
    author: textField(data, 'author'),
    source: textField(data, 'source'),
    date: textField(data, 'date'),
    language: textField(data, 'language'),
    layers,
  };
}

const MIN = t`this is the JSON-MIN export, which does not tell ids, links and which attribute belongs to which span: export “JSON” instead`;

/** JSON-MIN has the results and the fields of the data side by side. */
function isMin(task: unknown): boolean {
  if (!isObject(task)) return false;
  if ('annotation_id' in task || 'lead_time' in task) return true;
  return Object.values(task).some((field) => Array.isArray(field) && isObject(field[0]) && 'labels' in field[0]);
}

/**
 * The field that is called `text`, or the longest one: the labelling configuration, which would tell, is another file. Null
 * where it is only an address of the text, undefined where there is none.
 */
function textOf(data: Row): string | null | undefined {
  const fields = Object.values(data);
  // A dialogue, whose title is not the text.
  if (fields.some((field) => Array.isArray(field) && field.some(isObject))) return undefined;
  let text = typeof data['text'] === 'string' ? data['text'] : undefined;
  if (text === undefined) {
    for (const field of fields) {
      if (typeof field === 'string' && field.length > (text?.length ?? -1)) text = field;
    }
  }
  if (text === undefined) return undefined;
  return /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|\/data\/)\S+$/i.test(text) ? null : text.toWellFormed();
}

function membersOf(task: Row, name: string): readonly unknown[] {
  const field = task[name];
  return Array.isArray(field) ? field : [];
}

function layerOf(
  annotation: unknown,
  isPrediction: boolean,
  hasMarkup: boolean,
  place: string,
  problems: Problem[],
): readonly LooseLayer[] {
  const results = isObject(annotation) ? annotation['result'] : undefined;
  if (!isObject(annotation) || !Array.isArray(results)) {
    problems.push({ place, message: t`there is no list of results: left out` });
    return [];
  }
  if (annotation['was_cancelled'] === true) {
    problems.push({ place, message: t`the annotator skipped this text: what was marked until then is left out` });
    return [];
  }
  const annotator = isPrediction ? textField(annotation, 'model_version') : annotatorOf(annotation);
  const status = statusOf(textField(annotation, 'status'));
  const annotatorName = textField(annotation, 'annotator') === annotator ? textField(annotation, 'annotator_name') : '';
  return [{ annotator, annotatorName, isPrediction, status, ...readResults(results, hasMarkup, place, problems) }];
}

/** Our own field, or what Label Studio tells of the user: an address, a name, a number. */
function annotatorOf(annotation: Row): string {
  const user = annotation['completed_by'];
  const fullName = `${textField(user, 'first_name')} ${textField(user, 'last_name')}`.trim();
  return (
    textField(annotation, 'annotator') ||
    textField(user, 'email') ||
    textField(user, 'username') ||
    fullName ||
    textField(user, 'id') ||
    textField(annotation, 'completed_by')
  );
}

function statusOf(written: string): LayerStatus {
  return written === 'not-started' || written === 'in-progress' ? written : 'done';
}
