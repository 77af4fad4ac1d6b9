import { t } from '#language/t.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { type LooseDocument, type LooseLayer, type ReadDataset, type SourceFile } from '#formats/exchange/loose.ts';
import { type Problem, ProblemList } from '#formats/problem.ts';
import { readXml } from '#formats/xml/read-xml.ts';
import { annotatorsByPath, type PathNames } from './annotators-by-path.ts';
import { ROOT } from './names.ts';
import { readTags, type Tag } from './read-tags.ts';

/** So many faults of one file are told. */
const MOST_PROBLEMS = 100;

/** Reads XML files of MedTator, MAE and createMedTatorWriter, whatever their root is called. Schemas are not needed. */
export const readMedTator: ReadDataset = (files) => {
  const sources = files.filter(({ path }) => /\.xml$/i.test(path));
  const namesOf = annotatorsByPath(sources.map(({ path }) => path));
  const problems: Problem[] = [];
  let hasForeign = false;
  const documents = sources.flatMap((file): readonly LooseDocument[] => {
    const found = new ProblemList(MOST_PROBLEMS);
    const read = readFile(file, found);
    const document = read && documentOf(file.path, read, namesOf(file.path), found);
    if (read && !read.isOwn) hasForeign = true;
    problems.push(...found.all);
    return document ? [document] : [];
  });
  // Python programs that write this form count code points.
  return { documents, problems, units: hasForeign ? ['utf-16', 'code-point'] : ['utf-16'] };
};

interface TaggedFile {
  readonly isOwn: boolean;
  readonly text: string | undefined;
  readonly tags: readonly Tag[];
  readonly meta: ReadonlyMap<string, string>;
}

function readFile(file: SourceFile, problems: ProblemList): TaggedFile | undefined {
  const tags: Tag[] = [];
  const text: string[] = [];
  let meta: ReadonlyMap<string, string> = new Map();
  let root = '';
  let part = '';
  const seen = new Set<string>();
  const faults = readXml(file, {
    open: ({ name, attributes, depth, line }) => {
      if (depth === 0) root = name;
      if (depth === 1) {
        part = name.toUpperCase();
        seen.add(part);
        if (part === 'META') meta = attributes;
      }
      if (depth === 2 && part === 'TAGS') tags.push({ name, attributes, line });
    },
    text: (piece) => {
      if (part === 'TEXT') text.push(piece);
    },
    close: (_name, depth) => {
      if (depth === 1) part = '';
    },
  });
  for (const { place, message } of faults) problems.add(place, message);
  if (!seen.has('TEXT') && !seen.has('TAGS')) {
    problems.add(file.path, t`this is no file of MedTator: it has neither TEXT nor TAGS`);
    return undefined;
  }
  return { isOwn: root === ROOT, text: seen.has('TEXT') ? text.join('') : undefined, tags, meta };
}

function documentOf(
  path: string,
  { isOwn, text, tags, meta }: TaggedFile,
  names: PathNames,
  problems: ProblemList,
): LooseDocument {
  const { spans, links } = readTags({ path, isOwn, text, problems }, tags);
  const named = new Set(spans.map(({ annotator }) => annotator).filter((annotator) => annotator !== ''));
  const about = (name: string): string => (isOwn ? (meta.get(name) ?? '') : '');
  // A span that was added in MedTator has no annotator; where all others have the same, it is theirs.
  const [only = ''] = named.size === 1 ? named : [];
  const owner = about('annotator') || only || (isOwn ? '' : names.annotator);
  const annotators = new Set(spans.map(({ annotator }) => annotator || owner));
  if (annotators.size === 0 && (owner !== '' || !isOwn)) annotators.add(owner);
  const layers = [...annotators].map((annotator): LooseLayer => {
    const mine = spans.filter((each) => (each.annotator || owner) === annotator).map(({ span }) => span);
    const ids = new Set(mine.map(({ id }) => id));
    const status = statusOf(about('status'));
    const annotatorName = annotator === about('annotator') ? about('annotatorName') : '';
    return {
      annotator,
      annotatorName,
      isPrediction: false,
      status,
      spans: mine,
      links: links.filter(({ from }) => ids.has(from)),
    };
  });
  return {
    place: path,
    name: about('article') || names.document,
    text,
    title: about('title'),
    author: about('author'),
    source: about('source'),
    date: about('date'),
    language: about('language'),
    layers,
  };
}

function statusOf(written: string): LayerStatus {
  return written === 'not-started' || written === 'in-progress' ? written : 'done';
}
