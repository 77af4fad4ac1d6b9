import { type Bundle } from '#core/bundle/bundle.ts';
import { type Annotator, type Article, type Layer, type ProjectId } from '#core/project/project.ts';
import { planImport } from '#core/bundle/plan-import.ts';
import { type OffsetUnit } from '#core/text/offset-units.ts';
import { NOTHING_CHOSEN } from '#formats/exchange/dataset-choices.ts';
import { type FormatId, NATIVE, TEXT } from '#formats/exchange/detect-format.ts';
import { findArticles, libraryOf, type TextBeside } from '#formats/exchange/find-articles.ts';
import { type Dropped, type Gathered, gatherDatasets } from '#formats/exchange/gather-datasets.ts';
import { nameAnnotators } from '#formats/exchange/name-annotators.ts';
import { type LooseDataset } from '#formats/exchange/loose.ts';
import { readAs } from '#formats/exchange/read-as.ts';
import { type Orphan, orphansOf } from '#formats/exchange/report-dataset.ts';
import { toBundle } from '#formats/exchange/to-bundle.ts';
import { namesOfUnnamed, unnamedFilesIn, type UnnamedPart, withNames } from '#formats/exchange/unnamed-annotators.ts';
import { readFileBytes } from '#formats/read-file.ts';
import { type InputFile, type InputProblem, openInputs } from './open-inputs.ts';

/** All inputs as one project, and what of them is not in it. */
export interface ReadInputs {
  readonly bundle: Bundle;
  readonly problems: readonly InputProblem[];
  readonly orphans: readonly Orphan[];
}

/** How the inputs are read; whatever is undefined is found out. */
export interface InputChoices {
  readonly from: FormatId | undefined;
  readonly unit: OffsetUnit | undefined;
}

/** Opens the files, folders and archives and reads them as one project; what cannot be opened is among the problems. */
export async function readPaths(paths: readonly string[], choices: InputChoices): Promise<ReadInputs> {
  const opened = await openInputs(paths);
  const read = await readInputs(opened.dropped, choices);
  return { ...read, problems: [...opened.problems, ...read.problems] };
}

/**
 * Reads the inputs into one project: that of the first native bundle, else a new one. Bundles and texts come first, so that
 * datasets without texts find their articles among them.
 */
export async function readInputs(
  dropped: readonly Dropped<InputFile>[],
  { from, unit }: InputChoices,
): Promise<ReadInputs> {
  const problems: InputProblem[] = [];
  const orphans: Orphan[] = [];
  const gathered = gatherDatasets(dropped, from);
  let all: Bundle | undefined;
  const take = (input: string, bundle: Bundle): void => {
    all = all ? joined(all, bundle, (message) => problems.push({ input, place: 'file', message })) : bundle;
  };
  const texts: TextBeside[] = [];
  for (const group of gathered.filter(({ format }) => format === NATIVE || format === TEXT)) {
    for (const { head, source } of group.files) {
      const reading = readFileBytes(head.path, await source.bytes(), group.format === NATIVE ? 'bundle' : 'text');
      if (reading.kind === 'bundle') take(group.name, reading.bundle);
      else if (reading.kind === 'article') texts.push({ path: head.path, article: reading.article });
      else problems.push(...reading.problems.map((problem) => ({ input: group.name, ...problem })));
    }
  }
  const fresh = emptyBundle(gathered[0]?.name ?? 'Converted');
  if (texts.length > 0)
    take('texts', { ...emptyBundle(''), project: (all ?? fresh).project, articles: distinct(texts) });
  const groups = gathered.filter(({ format }) => format !== NATIVE && format !== TEXT);
  for (const group of await readNamed(groups, all ?? fresh, texts)) {
    const read = await importGroup(group, all ?? fresh, unit);
    orphans.push(...read.orphans);
    problems.push(...read.problems);
    take(group.name, read.bundle);
  }
  return { bundle: all ?? fresh, problems, orphans };
}

interface ReadGroup extends Gathered<InputFile> {
  readonly dataset: LooseDataset;
  /** The texts of its own files and then all others, where a document has none of its own. */
  readonly beside: readonly TextBeside[];
}

/** Reads datasets, and names whoever made what names nobody. */
async function readNamed(
  groups: readonly Gathered<InputFile>[],
  here: Bundle,
  texts: readonly TextBeside[],
): Promise<readonly ReadGroup[]> {
  const read: ReadGroup[] = [];
  const parts: UnnamedPart[] = [];
  for (const group of groups) {
    const { name, format, files } = group;
    const sources = files.map(async ({ head, source }) => ({ path: head.path, bytes: await source.bytes() }));
    const dataset = await readAs(format, await Promise.all(sources));
    const withoutText = dataset.documents.filter(({ text }) => text === undefined);
    const beside = withoutText.length > 0 ? [...(await textsIn(files)), ...texts] : [];
    const found = await findArticles(withoutText, libraryOf(here.articles), beside, name);
    read.push({ ...group, dataset, beside });
    parts.push({ name, unnamed: unnamedFilesIn(dataset.documents, pathsOf(group), found) });
  }
  const names = namesOfUnnamed(parts);
  return read.map((group, index) => {
    return { ...group, dataset: withNames(group.dataset, pathsOf(group), names[index]!, new Map()) };
  });
}

function pathsOf({ files }: Gathered<InputFile>): readonly string[] {
  return files.map(({ head }) => head.path);
}

async function importGroup(
  { name, files, dataset, beside }: ReadGroup,
  here: Bundle,
  unit: OffsetUnit | undefined,
): Promise<ReadInputs> {
  const found = await findArticles(dataset.documents, libraryOf(here.articles), beside, name);
  const imported = toBundle(dataset, {
    project: here.project,
    articleOf: (document) => found.get(document),
    annotatorOf: nameAnnotators(here.annotators),
    ...NOTHING_CHOSEN,
    unit,
    at: files[0]?.source.at ?? '',
  });
  return {
    bundle: imported.bundle,
    problems: imported.problems.map((problem) => ({ input: name, ...problem })),
    orphans: orphansOf(imported),
  };
}

async function textsIn(files: Gathered<InputFile>['files']): Promise<readonly TextBeside[]> {
  const texts: TextBeside[] = [];
  for (const { head, source } of files.filter((file) => /\.(?:txt|md)$/i.test(file.head.path))) {
    const reading = readFileBytes(head.path, await source.bytes(), 'text');
    if (reading.kind === 'article') texts.push({ path: head.path, article: reading.article });
  }
  return texts;
}

function distinct(texts: readonly TextBeside[]): readonly Article[] {
  return [...new Map(texts.map(({ article }) => [article.id, article])).values()];
}

/** Both in one, by the rules of an import: of two layers of one annotator on one article the later stays. */
function joined(here: Bundle, theirs: Bundle, complain: (message: string) => void): Bundle {
  const { project, articles, annotators, layers, decisions, threads } = here;
  const plan = planImport(
    {
      project,
      annotators,
      articleIds: new Set(articles.map(({ id }) => id)),
      takenOut: new Set(),
      untouched: new Set(),
      layers: layers.map((layer) => ({ layer, editedHere: false })),
      decisionIds: new Set(decisions.map(({ id }) => id)),
      threads,
    },
    theirs,
  );
  const byKey = new Map(layers.map((layer) => [keyOf(layer), layer]));
  for (const { fate, layer } of plan.layers) {
    if (fate === 'added' || fate === 'updated') byKey.set(keyOf(layer), layer);
    if (fate === 'updated' || fate === 'older')
      complain(twice(layer, [...articles, ...plan.articles], theirs.annotators));
  }
  return {
    project: plan.project,
    annotators: [...annotators, ...plan.annotators],
    articles: [...articles, ...plan.articles],
    layers: [...byKey.values()],
    decisions: [...decisions, ...plan.decisions],
    threads: [
      ...new Map([...threads, ...plan.threads].map((thread) => [thread.articleId + thread.id, thread])).values(),
    ],
  };
}

function twice(
  { articleId, annotatorId }: Layer,
  articles: readonly Article[],
  annotators: readonly Annotator[],
): string {
  const title = articles.find(({ id }) => id === articleId)?.title ?? articleId;
  const name = annotators.find(({ id }) => id === annotatorId)?.name ?? annotatorId;
  return `“${name}” has annotated “${title}” in another file as well: only the later annotations are kept`;
}

function keyOf({ articleId, annotatorId }: Layer): string {
  return articleId + annotatorId;
}

function emptyBundle(name: string): Bundle {
  const project = { id: name as ProjectId, name, labelSet: { labels: [], linkTypes: [] }, guidelines: [] };
  return { project, annotators: [], articles: [], layers: [], decisions: [], threads: [] };
}
