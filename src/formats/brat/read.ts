import { decodeFile } from '#formats/exchange/decode-file.ts';
import { type LooseDocument, type LooseLayer, type ReadDataset, type SourceFile } from '#formats/exchange/loose.ts';
import { nameFrom } from '#formats/exchange/safe-name.ts';
import { type Problem } from '#formats/problem.ts';
import { layerOf } from './layer-of.ts';
import { NAMES } from './notation.ts';
import { type AnnotationFile, parseAnnotations } from './parse-annotations.ts';

/** The files of one article in one folder: their path without extension says so. */
interface Bundle {
  text: string | undefined;
  readonly annotations: AnnotationFile[];
}

/**
 * Reads folders of .txt and .ann files, or .a1 and .a2. An article that several folders have with the same text is one
 * document with a layer for each, and then, or where annotators.conf has the folder, the folder is the annotator; otherwise
 * nobody is named, since the folder may be anything.
 */
export const readBrat: ReadDataset = (files) => {
  const problems: Problem[] = [];
  const bundles = new Map<string, Bundle>();
  const names = namesIn(files, problems);
  for (const file of files) {
    const named = /^(.+)\.(txt|ann|a1|a2)$/is.exec(file.path);
    if (!named) continue;
    const content = decodeFile(file, problems);
    if (content === undefined) continue;
    const stem = named[1]!;
    const bundle = bundles.get(stem) ?? { text: undefined, annotations: [] };
    bundles.set(stem, bundle);
    if (named[2]!.toLowerCase() === 'txt') bundle.text = content;
    else bundle.annotations.push({ path: file.path, content });
  }
  const documents = new Map<string, LooseDocument>();
  for (const [stem, { text, annotations }] of bundles) {
    const slash = stem.lastIndexOf('/');
    const name = stem.slice(slash + 1);
    const layers =
      annotations.length === 0
        ? []
        : layersOf(stem.slice(0, Math.max(0, slash)), text, annotations, problems).map((layer) => ({
            ...layer,
            annotatorName: names.get(layer.annotator) ?? '',
          }));
    const key = JSON.stringify([name, text]);
    const known = documents.get(key);
    documents.set(key, {
      place: known?.place ?? annotations[0]?.path ?? `${stem}.txt`,
      name,
      text,
      title: '',
      source: '',
      date: '',
      language: '',
      layers: [...(known?.layers ?? []), ...layers],
    });
  }
  return { documents: withoutFolders([...documents.values()], names), problems, units: ['code-point', 'utf-16'] };
};

/** Folders tell annotators apart only where two of them have one article. */
function withoutFolders(
  documents: readonly LooseDocument[],
  names: ReadonlyMap<string, string>,
): readonly LooseDocument[] {
  const folders = new Map<string, Set<string>>();
  for (const { name, text, layers } of documents) {
    const article = text ?? `name: ${name}`;
    const those = folders.get(article) ?? new Set();
    folders.set(article, those);
    for (const { annotator } of layers) those.add(annotator);
  }
  if ([...folders.values()].some(({ size }) => size > 1)) return documents;
  return documents.map((document) => ({
    ...document,
    layers: document.layers.map((layer) => (names.has(layer.annotator) ? layer : { ...layer, annotator: '' })),
  }));
}

/** What annotators are called, by their ids. */
function namesIn(files: readonly SourceFile[], problems: Problem[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const file of files.filter(({ path }) => path.slice(path.lastIndexOf('/') + 1) === NAMES)) {
    for (const line of (decodeFile(file, problems) ?? '').split(/\r?\n/)) {
      const [folder = '', name = ''] = line.split('\t');
      if (folder !== '' && name !== '') names.set(nameFrom(folder), nameFrom(name));
    }
  }
  return names;
}

function layersOf(
  folder: string,
  text: string | undefined,
  files: readonly AnnotationFile[],
  problems: Problem[],
): readonly LooseLayer[] {
  const annotator = nameFrom(folder.slice(folder.lastIndexOf('/') + 1));
  // .a1 before .a2, which refers to it.
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const layer = layerOf(annotator, text, parseAnnotations(sorted, problems), sorted[0]!.path, problems);
  return layer.spans.length === 0 && annotator === 'unannotated' ? [] : [layer];
}
