import { changesNothing } from '#core/bundle/plan-import.ts';
import { annotatorToBe } from '#core/bundle/hand-over.ts';
import { type Project } from '#core/project/project.ts';
import { type FormatId, formatsFor } from '#formats/exchange/detect-format.ts';
import { NO_FATES } from '#formats/exchange/fates.ts';
import { type Gathered } from '#formats/exchange/gather-datasets.ts';
import { type Problem } from '#formats/problem.ts';
import { whereArticleIs } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { previewImport } from '#storage/import-bundle.ts';
import { type FileSource } from './open-files.ts';
import { type DatasetChoices, prepareDataset, type PreparedDataset, SHOWN_ORPHANS } from './prepare-dataset.ts';
import { inNumbers, type PreparedFile } from './prepared-file.ts';
import { type Reading } from './read-gathered.ts';

type Report = (done: number, total: number) => void;

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
  /** A dataset as it is in the project that was last looked at. */
  readonly prepared?: { readonly key: string; readonly dataset: PreparedDataset };
}

export const NOTHING_CHOSEN: DatasetChoices = {
  unit: undefined,
  fates: NO_FATES,
  places: new Map(),
  isFinished: undefined,
};

/** Files that were read and wait to be written, each under its handle. */
export interface HeldFiles {
  readonly hold: (held: Held) => number;
  /** Throws where there is none of this handle. */
  readonly find: (handle: number) => Held;
  readonly replace: (handle: number, held: Held) => void;
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
    if (!found) throw new Error('What was read is no longer in memory: choose the files again.');
    return found;
  };
  const datasetIn = async (handle: number, project: Project, report: Report): Promise<PreparedDataset> => {
    const { reading, choices, prepared } = find(handle);
    if (reading.kind !== 'dataset') throw new Error('There is no dataset of this number.');
    const key = JSON.stringify([project.id, project.labelSet]);
    if (prepared?.key === key) return prepared.dataset;
    const dataset = await prepareDataset(await database(), project, reading, choices, report);
    held.set(handle, { ...find(handle), prepared: { key, dataset } });
    return dataset;
  };
  const prepare = async (handle: number, project: Project, report: Report): Promise<PreparedFile> => {
    const { gathered, reading, format, choices, problems } = find(handle);
    const formats = gathered ? formatsFor(format) : [];
    const about = { handle, format, formats, problems: [], isHere: false, comesBack: false };
    const { fileName } = reading;
    switch (reading.kind) {
      case 'problems':
        return { ...about, reading: { ...reading, problems: [...problems, ...reading.problems] } };
      case 'bundle': {
        const plan = await previewImport(await database(), project, reading.bundle);
        const { project: theirs, annotators } = reading.bundle;
        const madeFor = annotatorToBe(reading.bundle);
        const layersOf = [...new Set(reading.bundle.layers.map(({ annotatorId }) => annotatorId))];
        const short = { kind: 'bundle', fileName, project: theirs, annotators, madeFor, layersOf } as const;
        return { ...about, problems, reading: { ...short, plan: inNumbers(plan) }, isHere: changesNothing(plan) };
      }
      case 'article':
        return { ...about, problems, ...(await articleInShort(await database(), project, reading)) };
      case 'dataset': {
        const { bundle, report: told, orphans } = await datasetIn(handle, project, report);
        const all = [...problems, ...told.problems];
        if (bundle.articles.length === 0) return { ...about, reading: { kind: 'problems', fileName, problems: all } };
        const plan = await previewImport(await database(), project, bundle);
        const some = orphans.slice(0, SHOWN_ORPHANS);
        const unfinished = unfinishedIn(reading);
        const short = { kind: 'dataset', fileName, orphans: some, plan: inNumbers(plan), choices, unfinished } as const;
        return { ...about, reading: { ...short, report: { ...told, problems: all } }, isHere: changesNothing(plan) };
      }
    }
  };
  const hold = (given: Held): number => {
    handles += 1;
    held.set(handles, given);
    return handles;
  };
  return { hold, find, datasetIn, prepare, replace: (handle, given) => void held.set(handle, given) };
}

/** How many layers the file itself says are not finished. */
function unfinishedIn({ loose }: Reading & { readonly kind: 'dataset' }): number {
  return loose.documents.flatMap(({ layers }) => layers.filter(({ status }) => status === 'in-progress')).length;
}

async function articleInShort(
  database: Database,
  project: Project,
  { fileName, article }: Reading & { readonly kind: 'article' },
): Promise<Pick<PreparedFile, 'reading' | 'isHere' | 'comesBack'>> {
  const where = await whereArticleIs(database, project.id, article.id);
  const { text, ...about } = article;
  const start = text.slice(0, SHOWN).toWellFormed();
  return {
    reading: { kind: 'article', fileName, article: about, start, length: text.length },
    isHere: where === 'here',
    comesBack: where === 'taken-out',
  };
}
