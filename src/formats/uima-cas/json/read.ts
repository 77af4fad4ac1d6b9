import { t } from '#language/t.ts';
import { type LooseDocument, type ReadDataset, type SourceFile } from '#formats/exchange/loose.ts';
import { textField } from '#formats/exchange/fields.ts';
import { isObject } from '#formats/is-object.ts';
import { decodeText } from '#formats/plain-text/decode.ts';
import { type Problem, ProblemList } from '#formats/problem.ts';
import {
  type Cas,
  type CasFeature,
  type CasStructure,
  type CasType,
  type CasValue,
  type CasView,
} from '#formats/uima-cas/cas.ts';
import { fromCas } from '#formats/uima-cas/from-cas.ts';

/** So many faults of one file are told. */
const MOST_PROBLEMS = 100;

/** Reads CAS JSON files of INCEpTION, cassis and createCasJsonWriter. Each text of a file is a document. */
export const readCasJson: ReadDataset = (files) => {
  const documents: LooseDocument[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    if (!/\.json$/i.test(file.path)) continue;
    const found = new ProblemList(MOST_PROBLEMS);
    const cas = casOf(file, found);
    if (cas) documents.push(...fromCas(cas, file.path, found));
    problems.push(...found.all);
  }
  return { documents, problems, units: ['utf-16'] };
};

function casOf({ path, bytes }: SourceFile, problems: ProblemList): Cas | undefined {
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    for (const { place, message } of decoded.problems) problems.add(`${path} ${place}`, message);
    return undefined;
  }
  const file = parsed(decoded.value.replace(/^\uFEFF/, ''));
  if (file === undefined) problems.add(path, t`this is not JSON: the file may have been cut off`);
  else if (isObject(file) && '_views' in file) {
    problems.add(path, t`this is an older form of CAS JSON: export it as “UIMA CAS JSON 0.4.0” and import that`);
  } else if (!isObject(file) || !('%FEATURE_STRUCTURES' in file)) {
    problems.add(path, t`this is no UIMA CAS: it has no “%FEATURE_STRUCTURES”`);
  } else return readCas(path, file, problems);
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readCas(path: string, file: Readonly<Record<string, unknown>>, problems: ProblemList): Cas {
  const structures = new Map<number, CasStructure>();
  const sofas = new Map<number, unknown>();
  for (const [place, id, value] of listed(file['%FEATURE_STRUCTURES'])) {
    const type = textField(value, '%TYPE');
    if (!isObject(value) || !Number.isSafeInteger(id) || type === '') {
      problems.add(`${path} %FEATURE_STRUCTURES${place}`, t`this is no structure with “%ID” and “%TYPE”`);
    } else if (type === 'uima.cas.Sofa') sofas.set(id, value);
    else structures.set(id, structureOf(id, type, value));
  }
  return { types: typesOf(file['%TYPES']), views: viewsOf(file['%VIEWS'], sofas), structures };
}

/** Structures stand in a list with their ids in them, or by their ids. */
function listed(value: unknown): readonly (readonly [place: string, id: number, value: unknown])[] {
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => [
      `[${index}]`,
      isObject(each) ? Number(each['%ID'] ?? Number.NaN) : Number.NaN,
      each,
    ]);
  }
  return isObject(value) ? Object.entries(value).map(([id, each]) => [`.${id.slice(0, 40)}`, Number(id), each]) : [];
}

function typesOf(value: unknown): ReadonlyMap<string, CasType> {
  const types = new Map<string, CasType>();
  for (const [name, type] of Object.entries(isObject(value) ? value : {})) {
    if (!isObject(type)) continue;
    const features = Object.entries(type).flatMap(([feature, about]): readonly CasFeature[] =>
      feature.startsWith('%') || !isObject(about)
        ? []
        : [{ name: feature, range: textField(about, '%RANGE'), description: '' }],
    );
    types.set(name, { name, superType: textField(type, '%SUPER_TYPE'), description: '', features });
  }
  return types;
}

function viewsOf(value: unknown, sofas: ReadonlyMap<number, unknown>): readonly CasView[] {
  const members = new Map<number, ReadonlySet<number>>();
  for (const view of Object.values(isObject(value) ? value : {})) {
    const sofa = isObject(view) ? view['%SOFA'] : undefined;
    const listedMembers = isObject(view) ? view['%MEMBERS'] : undefined;
    if (typeof sofa === 'number' && Array.isArray(listedMembers)) members.set(sofa, new Set(listedMembers.map(Number)));
  }
  return [...sofas].map(([id, sofa]): CasView => {
    const text = isObject(sofa) ? sofa['sofaString'] : undefined;
    return {
      name: textField(sofa, 'sofaID'),
      sofa: id,
      text: typeof text === 'string' ? text : undefined,
      members: members.get(id),
    };
  });
}

function structureOf(id: number, type: string, fields: Readonly<Record<string, unknown>>): CasStructure {
  const values = new Map<string, CasValue>();
  for (const [key, field] of Object.entries(fields)) {
    const value = valueOf(key, type, field);
    // Prefixes say what kind of value it is: a reference, a number that JSON does not have, an anchor.
    if (value !== undefined) values.set(key === '%ELEMENTS' ? 'elements' : key.replace(/^[@#^]/, ''), value);
  }
  const whole = (name: string): number | undefined => {
    const value = values.get(name);
    values.delete(name);
    return typeof value === 'number' ? value : undefined;
  };
  const sofa = values.get('sofa');
  values.delete('sofa');
  const sofaId = typeof sofa === 'object' && 'ids' in sofa ? sofa.ids[0] : undefined;
  return { id, type, sofa: sofaId, begin: whole('begin'), end: whole('end'), values };
}

function valueOf(key: string, type: string, field: unknown): CasValue | undefined {
  if (key === '%ELEMENTS') return elementsOf(type, field);
  if (key.startsWith('%')) return undefined;
  if (key.startsWith('@')) {
    const ids = [field].flat().filter((id): id is number => typeof id === 'number');
    return ids.length > 0 ? { ids } : undefined;
  }
  if (typeof field === 'string') return field.toWellFormed();
  return typeof field === 'number' || typeof field === 'boolean' ? field : undefined;
}

/** Arrays of plain values hold these; all others hold ids. */
function elementsOf(type: string, field: unknown): CasValue | undefined {
  if (!Array.isArray(field)) return undefined;
  const plain = /^uima\.cas\.(?:String|Integer|Long|Short|Double|Float|Boolean)(?:Array|\[\])$/.test(type);
  if (!plain) return { ids: field.filter((id): id is number => typeof id === 'number') };
  return field.filter((each) => each !== null && typeof each !== 'object').map((each) => String(each).toWellFormed());
}
