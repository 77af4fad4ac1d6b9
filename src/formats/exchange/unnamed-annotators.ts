import { t } from '#language/t.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { withoutSpaces } from '#core/text/carry-range.ts';
import { type Article } from '#core/project/project.ts';
import { type LooseDataset, type LooseDocument, type LooseLayer } from './loose.ts';
import { firstOfSeveral } from './several-files.ts';

/** What whoever made annotations is called where nothing tells one from another. */
export const UNNAMED = t`Unnamed annotator`;

/** The files of a dataset that have annotations by nobody, by their paths, each with the texts that these are on. */
export type UnnamedFiles = ReadonlyMap<string, ReadonlySet<string>>;

/** A dataset among others that were dropped together. */
export interface UnnamedPart {
  /** That of the file, the archive or the folder; of several files beside one another, the first’s and how many more. */
  readonly name: string;
  readonly unnamed: UnnamedFiles;
}

/** Who made the annotations of each of its files that name nobody, by path. */
export type NamesOfFiles = ReadonlyMap<string, string>;

/** True for a document with annotations of which nothing says whose they are. */
export function namesNobody({ layers }: LooseDocument): boolean {
  return layers.some(isByNobody);
}

/**
 * Which files of a dataset name nobody. Texts that differ in white space alone count as one. `found` are articles of documents
 * that have no text of their own; what has neither is on no text.
 */
export function unnamedFilesIn(
  documents: readonly LooseDocument[],
  paths: readonly string[],
  found: ReadonlyMap<LooseDocument, Pick<Article, 'text'>>,
): UnnamedFiles {
  const files = new Map<string, Set<string>>();
  const fileOf = fileFinder(paths);
  for (const document of documents.filter(namesNobody)) {
    const path = fileOf(document);
    const texts = files.get(path) ?? new Set();
    files.set(path, texts);
    const text = document.text ?? found.get(document)?.text;
    if (text !== undefined) texts.add(articleIdOf(withoutSpaces(text)));
  }
  return files;
}

/**
 * Who made what names nobody in datasets that were dropped together: one unnamed annotator, unless two files have annotations
 * on one text. Then each is somebody called like the file, or like the archive or folder where nothing in that is on one text.
 * No two are called the same, and nobody like one of `others`, who are known to be somebody else.
 */
export function namesOfUnnamed(parts: readonly UnnamedPart[], others: readonly string[] = []): readonly NamesOfFiles[] {
  const all = parts.flatMap(({ unnamed }) => [...unnamed.values()]);
  if (!areOnOneText(all)) {
    const name = freeNames([`0/${UNNAMED}`], others)(`0/${UNNAMED}`);
    return parts.map(({ unnamed }) => new Map([...unnamed.keys()].map((path) => [path, name])));
  }
  const people = parts.map(({ name, unnamed }) => {
    const isEachByItself = areOnOneText([...unnamed.values()]);
    return [...unnamed.keys()].map((path) => ({ path, called: isEachByItself ? path : ownerOf(name) }));
  });
  const keys = new Set(people.flatMap((part, index) => part.map(({ called }) => `${index}/${called}`)));
  const nameOf = freeNames([...keys], others);
  return people.map((part, index) => new Map(part.map(({ path, called }) => [path, nameOf(`${index}/${called}`)])));
}

/** The dataset with `names` put where a file names nobody, or what the user would call these instead. */
export function withNames(
  dataset: LooseDataset,
  paths: readonly string[],
  names: NamesOfFiles,
  called: ReadonlyMap<string, string>,
): LooseDataset {
  const fileOf = fileFinder(paths);
  const documents = dataset.documents.map((document) => {
    const name = names.get(fileOf(document));
    if (name === undefined || !namesNobody(document)) return document;
    const annotator = called.get(name) ?? name;
    return {
      ...document,
      layers: document.layers.map((layer) => (isByNobody(layer) ? { ...layer, annotator } : layer)),
    };
  });
  return { ...dataset, documents };
}

function isByNobody({ annotator, annotatorName = '', isPrediction, spans, status }: LooseLayer): boolean {
  const isNamed = annotator.trim() !== '' || annotatorName.trim() !== '';
  return !isNamed && !isPrediction && (spans.length > 0 || status !== 'not-started');
}

/** Finds the file that a document is of, for its place begins with the path; that of a dataset of one file is known. */
function fileFinder(paths: readonly string[]): (document: LooseDocument) => string {
  const longestFirst = paths.toSorted((a, b) => b.length - a.length);
  const [only = '', ...others] = paths;
  const known = new Set(paths);
  return ({ place }) => {
    if (others.length === 0) return only;
    return known.has(place) ? place : (longestFirst.find((path) => place.startsWith(path)) ?? '');
  };
}

function areOnOneText(files: readonly ReadonlySet<string>[]): boolean {
  const seen = new Set<string>();
  for (const texts of files) {
    for (const text of texts) {
      if (seen.has(text)) return true;
      seen.add(text);
    }
  }
  return false;
}

/** What lies in an archive is “archive: file”; several files beside one another are called by the first. */
function ownerOf(name: string): string {
  const [outer = ''] = name.split(': ');
  return firstOfSeveral(outer);
}

/** Names from paths that start with a number and a slash: without folders and endings, with more of the path where two would be the same. */
function freeNames(keys: readonly string[], others: readonly string[]): (key: string) => string {
  const taken = new Set(others.map((name) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (const key of keys) {
    const path = key.slice(key.indexOf('/') + 1);
    const file = path.slice(path.lastIndexOf('/') + 1);
    const stem = file.replace(/(?<=.)\.[A-Za-z\d]{1,9}$/, '') || UNNAMED;
    const isFree = (name: string): boolean => name !== '' && !taken.has(name.toLowerCase());
    let name = [stem, file, path].find(isFree);
    for (let number = 2; name === undefined; number += 1) name = [`${stem} (${number})`].find(isFree);
    taken.add(name.toLowerCase());
    names.set(key, name);
  }
  return (key) => names.get(key) ?? UNNAMED;
}
