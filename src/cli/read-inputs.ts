import { type Bundle } from '#core/bundle/bundle.ts';
import { type Annotator, type Article, type Layer, type ProjectId } from '#core/project/project.ts';
import { planImport } from '#core/bundle/plan-import.ts';
import { type OffsetUnit } from '#core/text/offset-units.ts';
import { type FormatId, NATIVE, TEXT } from '#formats/exchange/detect-format.ts';
import { NO_FATES } from '#formats/exchange/fates.ts';
import { findArticles, libraryOf, type TextBeside } from '#formats/exchange/find-articles.ts';
import { type Dropped, type Gathered, gatherDatasets } from '#formats/exchange/gather-datasets.ts';
import { nameAnnotators } from '#formats/exchange/name-annotators.ts';
import { readAs } from '#formats/exchange/read-as.ts';
import { type Orphan, orphansOf } from '#formats/exchange/report-dataset.ts';
import { toBundle } from '#formats/exchange/to-bundle.ts';
import { readFileBytes } from '#formats/read-file.ts';
import { type InputFile, type InputProblem } from './open-inputs.ts';

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
  for (const group of gathered.filter(({ format }) => format !== NATIVE && format !== TEXT)) {
    const here = all ?? fresh;
    const read = await readGroup(group, here, texts, unit);
    orphans.push(...read.orphans);
    problems.push(...read.problems);
    take(group.name, read.bundle);
  }
  return { bundle: all ?? fresh, problems, orphans };
}

async function readGroup(
  { name, format, files }: Gathered<InputFile>,
  here: Bundle,
  texts: readonly TextBeside[],
  unit: OffsetUnit | undefined,
): Promise<ReadInputs> {
  const dataset = await readAs(
    format,
    await Promise.all(files.map(async ({ head, source }) => ({ path: head.path, bytes: await source.bytes() }))),
  );
  const beside = [...(await textsIn(files)), ...texts];
  const found = await findArticles(dataset.documents, libraryOf(here.articles), beside, name);
  const imported = toBundle(dataset, {
    project: here.project,
    articleOf: (document) => found.get(document),
    annotatorOf: nameAnnotators(here.annotators),
    fates: NO_FATES,
    places: new Map(),
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
