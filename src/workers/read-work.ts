import { changesNothing } from '#core/project/plan-import.ts';
import { type Article, type Bundle, type Project } from '#core/project/project.ts';
import { countWords } from '#core/text/count-words.ts';
import { type FormatId, readableFormats, TEXT } from '#formats/exchange/detect-format.ts';
import { type DroppedFile, type Gathered, gatherDatasets } from '#formats/exchange/gather-datasets.ts';
import { type Orphan } from '#formats/exchange/report-dataset.ts';
import { type Problem } from '#formats/problem.ts';
import { importArticle, whereArticleIs } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { importAsProject, importBundle, previewImport } from '#storage/import-bundle.ts';
import { inHundredths } from './in-hundredths.ts';
import { type FileSource, openFile } from './open-files.ts';
import { type DatasetChoices, prepareDataset, type PreparedDataset } from './prepare-dataset.ts';
import { inNumbers, type PreparedFile } from './prepared-file.ts';
import { readGathered, type Reading, textFilesIn } from './read-gathered.ts';

/** Where a file is written to, and when. */
export interface WriteTarget {
  readonly project: Project;
  /** True where a bundle brings its project with it. */
  readonly isNew: boolean;
  readonly at: string;
}

type Report = (done: number, total: number) => void;

/** What the user chooses for a file that was read. */
export interface ReadChoices extends DatasetChoices {
  readonly format: FormatId;
}

/** Reads files, holds what they hold, and writes it. */
export interface ReadWork {
  /** What the files hold and would change in the project, or what is wrong with them. Writes nothing. */
  readonly readFiles: (files: readonly File[], project: Project, report: Report) => Promise<readonly PreparedFile[]>;
  /** Looks again at what importing would change, in another project. */
  readonly prepareAgain: (handle: number, project: Project) => Promise<PreparedFile>;
  /** Reads a file again as the user chose. */
  readonly choose: (handle: number, choices: ReadChoices, project: Project) => Promise<PreparedFile>;
  /** All spans of a dataset that have no place in a text, as it was last prepared. */
  readonly orphansOf: (handle: number) => readonly Orphan[];
  /** Writes a file that was read, all or nothing; false where it was cancelled, and nothing is written then. */
  readonly write: (handle: number, target: WriteTarget, report: Report) => Promise<boolean>;
  /** Takes back what is being written, unless it is on the disk already. */
  readonly cancelWriting: () => void;
}

/** How much of a text is shown, in UTF-16 code units, and how many spans without a place. */
const SHOWN = 1200;
const SHOWN_ORPHANS = 50;

/** What is held of a file between reading and writing. */
interface Held {
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

const NOTHING_CHOSEN: DatasetChoices = { unit: undefined, fates: new Map() };

/** The work of the worker that reads files, which tests run without one. */
export function createReadWork(database: () => Promise<Database>): ReadWork {
  const held = new Map<number, Held>();
  let handles = 0;
  let isCancelled = false;
  /** The text files of the last reading, which documents without a text may belong to. */
  let texts: readonly DroppedFile<FileSource>[] = [];

  const find = (handle: number): Held => {
    const found = held.get(handle);
    if (!found) throw new Error('What was read is no longer in memory: choose the files again.');
    return found;
  };
  /** The dataset in the project, made anew where it was made for another. */
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
    const formats = gathered ? readableFormats() : [];
    const about = { handle, format, formats, isHere: false, comesBack: false };
    const { fileName } = reading;
    switch (reading.kind) {
      case 'problems':
        return { ...about, reading: { ...reading, problems: [...problems, ...reading.problems] } };
      case 'bundle': {
        const plan = await previewImport(await database(), project, reading.bundle);
        const { project: theirs, annotators } = reading.bundle;
        const short = { kind: 'bundle', fileName, project: theirs, annotators, plan: inNumbers(plan) } as const;
        return { ...about, reading: short, isHere: changesNothing(plan) };
      }
      case 'article':
        return { ...about, ...(await articleInShort(await database(), project, reading)) };
      case 'dataset': {
        const { bundle, report: told, orphans } = await datasetIn(handle, project, report);
        const all = [...problems, ...told.problems];
        if (bundle.articles.length === 0) return { ...about, reading: { kind: 'problems', fileName, problems: all } };
        const plan = await previewImport(await database(), project, bundle);
        const some = orphans.slice(0, SHOWN_ORPHANS);
        const short = { kind: 'dataset', fileName, orphans: some, plan: inNumbers(plan), choices } as const;
        return { ...about, reading: { ...short, report: { ...told, problems: all } }, isHere: changesNothing(plan) };
      }
    }
  };
  const hold = (given: Held): number => {
    handles += 1;
    held.set(handles, given);
    return handles;
  };
  return {
    readFiles: async (files, project, report) => {
      const tell = inHundredths(report);
      const opened = [];
      for (const file of files) opened.push(await openFile(file));
      texts = opened.flatMap((each) => (each.kind === 'opened' ? textFilesIn(each.dropped) : []));
      const gathered = gatherDatasets(opened.flatMap((each) => (each.kind === 'opened' ? [each.dropped] : [])));
      const all: number[] = [];
      for (const each of opened) {
        if (each.kind === 'problems') {
          all.push(hold({ gathered: undefined, reading: each, format: TEXT, choices: NOTHING_CHOSEN, problems: [] }));
          continue;
        }
        for (const [index, group] of gathered.filter(({ from }) => from === each.dropped).entries()) {
          const problems = index === 0 ? each.problems : [];
          const reading = await readGathered(group, group.format, texts, tell);
          all.push(hold({ gathered: group, reading, format: group.format, choices: NOTHING_CHOSEN, problems }));
        }
      }
      const prepared: PreparedFile[] = [];
      for (const handle of all) prepared.push(await prepare(handle, project, tell));
      return prepared;
    },
    prepareAgain: (handle, project) => {
      const { choices, ...rest } = find(handle);
      // What was mapped to a label of the one project may have none in the other.
      const own = new Set(project.labelSet.labels.map(({ id }) => id));
      const fates = [...choices.fates].filter(([, fate]) => fate.kind !== 'label' || own.has(fate.id));
      held.set(handle, { ...rest, choices: { ...choices, fates: new Map(fates) } });
      return prepare(handle, project, () => undefined);
    },
    choose: async (handle, { format, unit, fates }, project) => {
      const { gathered, reading, format: before, problems } = find(handle);
      const again =
        gathered && format !== before ? await readGathered(gathered, format, texts, () => undefined) : reading;
      held.set(handle, { gathered, reading: again, format, choices: { unit, fates }, problems });
      return prepare(handle, project, () => undefined);
    },
    orphansOf: (handle) => find(handle).prepared?.dataset.orphans ?? [],
    write: async (handle, { project, isNew, at }, report) => {
      const { reading } = find(handle);
      isCancelled = false;
      const tell = inHundredths(report);
      const heed = (done: number, total: number): void => {
        if (isCancelled) throw new Error('cancelled');
        tell(done, total);
      };
      const writeBundle = async (bundle: Bundle): Promise<unknown> => {
        const write = isNew ? importAsProject : importBundle;
        return write(await database(), project, bundle, { at, countWords: wordsOf, report: heed });
      };
      try {
        if (reading.kind === 'bundle') await writeBundle(reading.bundle);
        if (reading.kind === 'dataset') {
          const { bundle } = await datasetIn(handle, project, () => undefined);
          if (bundle.articles.length > 0) await writeBundle(bundle);
        }
        if (reading.kind === 'article') {
          const counted = { article: reading.article, words: wordsOf(reading.article) };
          await importArticle(await database(), project.id, counted, at);
        }
        return true;
      } catch (error) {
        if (isCancelled) return false;
        throw error;
      }
    },
    cancelWriting: () => {
      isCancelled = true;
    },
  };
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

function wordsOf(article: Article): number {
  return countWords(article.text, article.language);
}
