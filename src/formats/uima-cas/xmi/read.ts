import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { type LooseDocument, type ReadDataset, type SourceFile } from '#formats/exchange/loose.ts';
import { type Problem, ProblemList } from '#formats/problem.ts';
import {
  type Cas,
  type CasStructure,
  type CasType,
  type CasValue,
  type CasView,
  isKindOf,
  rangeOf,
} from '#formats/uima-cas/cas.ts';
import { fromCas } from '#formats/uima-cas/from-cas.ts';
import { readXml, type XmlElement } from '#formats/xml/read-xml.ts';
import { readTypeSystem } from './type-system.ts';

/** So many faults of one file are told. */
const MOST_PROBLEMS = 100;

/**
 * Reads XMI files of INCEpTION, Apache UIMA, cassis and createCasXmiWriter, with the types of every type system among the
 * files. Without one, features that INCEpTION uses to point to others are known by their names.
 */
export const readCasXmi: ReadDataset = (files) => {
  const documents: LooseDocument[] = [];
  const problems: Problem[] = [];
  const types = new Map<string, CasType>();
  for (const file of files) {
    if (!isTypeSystem(file)) continue;
    const read = readTypeSystem(file);
    problems.push(...read.problems);
    for (const [name, type] of read.types) types.set(name, type);
  }
  for (const file of files) {
    if (!/\.(?:xmi|xml)$/i.test(file.path) || isTypeSystem(file)) continue;
    const found = new ProblemList(MOST_PROBLEMS);
    documents.push(...fromCas(readCas(file, types, found), file.path, found));
    problems.push(...found.all);
  }
  return { documents, problems, units: ['utf-16'] };
};

/** By its start, which is plain ASCII in every encoding that is read. */
function isTypeSystem({ path, bytes }: SourceFile): boolean {
  if (!/\.xml$/i.test(path)) return false;
  return new TextDecoder().decode(bytes.subarray(0, 4000)).includes('<typeSystemDescription');
}

/** An element in the root, while it is read. */
interface OpenStructure {
  readonly element: XmlElement;
  readonly type: string;
  readonly lists: Map<string, string[]>;
}

function readCas(file: SourceFile, types: ReadonlyMap<string, CasType>, problems: ProblemList): Cas {
  const structures = new Map<number, CasStructure>();
  const sofas: CasView[] = [];
  const members = new Map<number, ReadonlySet<number>>();
  const prefixes = new Map<string, string>();
  let open: OpenStructure | undefined;
  let text = '';
  const finish = ({ element, type, lists }: OpenStructure): void => {
    const { attributes, line } = element;
    const id = whole(attributes.get('xmi:id'));
    if (type === 'uima.cas.NULL') return;
    if (type === 'uima.cas.View') {
      members.set(whole(attributes.get('sofa')) ?? 0, new Set(idsIn(attributes.get('members') ?? '')));
    } else if (id === undefined) problems.add(placeOfLine(file.path, line), t`the structure has no “xmi:id”`);
    else if (type === 'uima.cas.Sofa') {
      const name = attributes.get('sofaID') ?? '';
      sofas.push({ name, sofa: id, text: attributes.get('sofaString'), members: undefined });
    } else structures.set(id, structureOf(types, id, type, attributes, lists));
  };
  const faults = readXml(file, {
    open: (element) => {
      if (element.depth === 0) readPrefixes(element, prefixes);
      if (element.depth === 1) open = { element, type: typeName(element.name, prefixes), lists: new Map() };
      text = '';
    },
    text: (piece) => {
      text += piece;
    },
    close: (name, depth) => {
      if (depth === 2 && open) {
        const list = open.lists.get(name);
        if (list) list.push(text);
        else open.lists.set(name, [text]);
      }
      if (depth === 1 && open) finish(open);
      text = '';
    },
  });
  for (const { place, message } of faults) problems.add(place, message);
  return { types, views: sofas.map((view) => ({ ...view, members: members.get(view.sofa) })), structures };
}

/** UIMA makes namespaces of packages: `http:///webanno/custom.ecore` is `webanno.custom`. */
function readPrefixes({ attributes }: XmlElement, prefixes: Map<string, string>): void {
  for (const [name, uri] of attributes) {
    const packageName = /^http:\/\/\/(.+)\.ecore$/.exec(uri)?.[1];
    if (name.startsWith('xmlns:') && packageName !== undefined) {
      prefixes.set(name.slice('xmlns:'.length), packageName.replaceAll('/', '.'));
    }
  }
}

/** A type without a package has the package `noNamespace`. */
function typeName(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const packageName = prefixes.get(name.slice(0, Math.max(0, colon)));
  const local = name.slice(colon + 1);
  return packageName === undefined || packageName === 'uima.noNamespace' ? local : `${packageName}.${local}`;
}

function structureOf(
  types: ReadonlyMap<string, CasType>,
  id: number,
  type: string,
  attributes: ReadonlyMap<string, string>,
  lists: ReadonlyMap<string, readonly string[]>,
): CasStructure {
  const values = new Map<string, CasValue>();
  for (const [name, value] of attributes) {
    if (!NO_FEATURES.has(name) && !name.includes(':')) values.set(name, valueOf(types, type, name, value));
  }
  for (const [name, texts] of lists) values.set(name, texts);
  const [sofa, begin, end] = ['sofa', 'begin', 'end'].map((name) => whole(attributes.get(name)));
  return { id, type, sofa, begin, end, values };
}

const NO_FEATURES: ReadonlySet<string> = new Set(['sofa', 'begin', 'end']);
/** Features that point to others in the layers of INCEpTION, whatever the types say. */
const POINTERS: ReadonlySet<string> = new Set(['Governor', 'Dependent', 'first', 'next', 'target']);

function valueOf(types: ReadonlyMap<string, CasType>, type: string, name: string, value: string): CasValue {
  if (type === 'uima.cas.FSArray' && name === 'elements') return { ids: idsIn(value) };
  // Arrays of numbers stand in one attribute.
  if (name === 'elements' && type.startsWith('uima.cas.')) return value.split(/\s+/).filter((part) => part !== '');
  const range = rangeOf(types, type, name);
  if (range === undefined) return POINTERS.has(name) && isIds(value) ? { ids: idsIn(value) } : value;
  // Tagsets are types below String.
  if (PLAIN.has(range) || isKindOf(types, range, 'uima.cas.String')) return value;
  if (/^uima\.cas\.(?:Integer|Long|Short|Double|Float|Boolean)Array$/.test(range)) return value.split(/\s+/);
  return isIds(value) ? { ids: idsIn(value) } : value;
}

const PLAIN: ReadonlySet<string> = new Set(
  ['String', 'Boolean', 'Byte', 'Short', 'Integer', 'Long', 'Float', 'Double'].map((name) => `uima.cas.${name}`),
);

function isIds(value: string): boolean {
  return /^\s*\d+(?:\s+\d+)*\s*$/.test(value);
}

function idsIn(value: string): readonly number[] {
  return value.split(/\s+/).flatMap((part) => whole(part) ?? []);
}

function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,15}$/.test(value) ? Number(value) : undefined;
}
