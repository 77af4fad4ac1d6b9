import { t } from '#language/t.ts';
import { changesNothing, type ImportPlan, type PlannedLayer } from '#core/bundle/plan-import.ts';
import { annotatorToBe } from '#core/bundle/hand-over.ts';
import { type Annotator, type Article, type Project } from '#core/project/project.ts';
import { type DatasetChoices } from '#formats/exchange/dataset-choices.ts';
import { type FormatId, formatsFor } from '#formats/exchange/detect-format.ts';
import { type Gathered } from '#formats/exchange/gather-datasets.ts';
import { type NamesOfFiles, UNNAMED } from '#formats/exchange/unnamed-annotators.ts';
import { type Problem } from '#formats/problem.ts';
import { whereArticleIs } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { previewImport } from '#storage/import-bundle.ts';
import { mergesShown, strangersIn } from './merge-shown.ts';
import { type FileSource } from './open-files.ts';
import { prepareDataset, type PreparedDataset, SHOWN_ORPHANS } from './prepare-dataset.ts';
import { type Book, inNumbers, type PreparedFile, type ReadFile, type UnnamedAnnotator } from './prepared-file.ts';
import { type Reading } from './read-gathered.ts';
import { articlesAsBundle, shownTable } from './read-table.ts';

type Report = (done: number, total: number) => void;

/** Of a file of which nothing but what it is has been told yet. */
const NOTHING_TOLD = { problems: [], notes: [], isHere: false, comesBack: false, twice: [] } as const;

/** How much of a text is shown, in UTF-16 code units. */
const SHOWN = 1200;

/** What is held of a file between reading and writing. */
export interface Held {
  /** Undefined for a file that could not be opened. */
  readonly gathered: Gathered<FileSource> | undefined;
  readonly reading: Reading;
  readonly format: FormatId;
  readonly choices: DatasetChoices;
  /** What the archive that it comes from has besides and cannot give. */
  readonly problems: readonly Problem[];
  readonly book?: Book;
  /** Who made what files of a dataset have that name nobody. */
  readonly names: NamesOfFiles;
  /** Whom they would be taken for otherwise; see DropNames. */
  readonly others: readonly string[];
  /** Layers that it brings, as the project was that was last looked at. */
  readonly coming?: { readonly annotators: readonly Annotator[]; readonly planned: readonly PlannedLayer[] };
  /** A dataset as it is in the project that was last looked at. */
  readonly prepared?: { readonly key: string; readonly dataset: PreparedDataset };
}

/** Files that were read and wait to be written, each under its handle. */
export interface HeldFiles {
  readonly hold: (held: Held) => number;
  /** Throws where there is none of this handle. */
  readonly find: (handle: number) => Held;
  /** False where what was held is replaced by something else. */
  readonly has: (handle: number) => boolean;
  readonly replace: (handle: number, held: Held) => void;
  /** Every article among them, oldest first. */
  readonly articles: () => readonly { readonly handle: number; readonly article: Article }[];
  readonly drop: (handle: number) => void;
  /** A dataset in the project, made anew where it was made for another. */
  readonly datasetIn: (handle: number, project: Project, report: Report) => Promise<PreparedDataset>;
  /** What is shown of a file, and what importing it would change in the project. */
  readonly prepare: (handle: number, project: Project, report: Report) => Promise<PreparedFile>;
}

/** Holds no file yet. */
export function createHeldFiles(database: () => Promise<Database>): HeldFiles {
  const held = new Map<number, Held>();
  let handles = 0;

  const find = (handle: number): Held => {
    const found = held.get(handle);
    if (!found) throw new Error(t`What was read is no longer in memory: choose the files again.`);
    return found;
  };
  const datasetIn = async (handle: number, project: Project, report: Report): Promise<PreparedDataset> => {
    const { reading, choices, names, prepared } = find(handle);
    if (reading.kind !== 'dataset') throw new Error('There is no dataset of this number.');
    const key = JSON.stringify([project.id, project.labelSet]);
    if (prepared?.key === key) return prepared.dataset;
    const dataset = await prepareDataset(await database(), project, reading, names, choices, report);
    held.set(handle, { ...find(handle), prepared: { key, dataset } });
    return dataset;
  };
  const prepare = async (handle: number, project: Project, report: Report): Promise<PreparedFile> => {
    const { gathered, reading, format, choices, problems, names, others, book } = find(handle);
    const formats = gathered ? formatsFor(format) : [];
    const about = { ...NOTHING_TOLD, handle, format, formats, book };
    const keep = (annotators: readonly Annotator[], { layers: planned }: ImportPlan): void => {
      held.set(handle, { ...find(handle), coming: { annotators, planned } });
    };
    const { fileName } = reading;
    switch (reading.kind) {
      case 'problems':
        return { ...about, reading: { ...reading, problems: [...problems, ...reading.problems] } };
      case 'bundle': {
        const plan = await previewImport(await database(), project, reading.bundle);
        keep(reading.bundle.annotators, plan);
        return { ...about, problems, reading: bundleInShort(reading, plan), isHere: changesNothing(plan) };
      }
      case 'article': {
        const short = await articleInShort(await database(), project, reading);
        return { ...about, problems, notes: reading.notes ?? [], ...short };
      }
      case 'table': {
        const plan = await previewImport(await database(), project, articlesAsBundle(project, reading.articles));
        const shown = shownTable(reading);
        const { problems: rows, problemCount } = reading;
        const short = { kind: 'table', fileName, shown, plan: inNumbers(plan), problems: rows, problemCount } as const;
        return { ...about, problems, reading: short, isHere: changesNothing(plan) };
      }
      case 'dataset': {
        const { bundle, report: told, orphans } = await datasetIn(handle, project, report);
        const all = [...problems, ...told.problems];
        if (bundle.articles.length === 0) return { ...about, reading: { kind: 'problems', fileName, problems: all } };
        const plan = await previewImport(await database(), project, bundle);
        keep(bundle.annotators, plan);
        const some = orphans.slice(0, SHOWN_ORPHANS);
        const unfinished = unfinishedIn(reading);
        const unnamed = unnamedOf(names, choices);
        const short = {
          kind: 'dataset',
          fileName,
          orphans: some,
          plan: inNumbers(plan),
          choices,
          unfinished,
          unnamed,
          others,
        } as const;
        return { ...about, reading: { ...short, report: { ...told, problems: all } }, isHere: changesNothing(plan) };
      }
    }
  };
  const hold = (given: Held): number => {
    handles += 1;
    held.set(handles, given);
    return handles;
  };
  const articles = (): readonly { readonly handle: number; readonly article: Article }[] =>
    [...held].flatMap(([handle, { reading }]) => {
      return reading.kind === 'article' ? [{ handle, article: reading.article }] : [];
    });
  return {
    hold,
    find,
    has: (handle) => held.has(handle),
    datasetIn,
    prepare,
    articles,
    replace: (handle, given) => void held.set(handle, given),
    drop: (handle) => void held.delete(handle),
  };
}

function bundleInShort({ fileName, bundle }: Reading & { readonly kind: 'bundle' }, plan: ImportPlan): ReadFile {
  const { project, annotators, layers } = bundle;
  return {
    kind: 'bundle',
    fileName,
    project,
    annotators,
    madeFor: annotatorToBe(bundle),
    layersOf: [...new Set(layers.map(({ annotatorId }) => annotatorId))],
    merges: mergesShown(plan, bundle),
    strangers: strangersIn(plan),
    plan: inNumbers(plan),
  };
}

function unnamedOf(names: NamesOfFiles, { called }: DatasetChoices): readonly UnnamedAnnotator[] {
  return [...new Set(names.values())].map((found) => {
    return { found, name: called.get(found) ?? found, isByFile: found !== UNNAMED };
  });
}

/** How many layers the file itself says are not finished. */
function unfinishedIn({ loose }: Reading & { readonly kind: 'dataset' }): number {
  return loose.documents.flatMap(({ layers }) => layers.filter(({ status }) => status === 'in-progress')).length;
}

async function articleInShort(
  database: Database,
  project: Project,
  { fileName, article, encoding }: Reading & { readonly kind: 'article' },
): Promise<Pick<PreparedFile, 'reading' | 'isHere' | 'comesBack'>> {
  const where = await whereArticleIs(database, project.id, article.id);
  const { text, ...about } = article;
  const start = text.slice(0, SHOWN).toWellFormed();
  return {
    reading: { kind: 'article', fileName, article: about, start, length: text.length, encoding },
    isHere: where === 'here',
    comesBack: where === 'taken-out',
  };
}
