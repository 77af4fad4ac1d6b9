import { type Bundle } from '#core/bundle/bundle.ts';
import { type Article, type Project } from '#core/project/project.ts';
import { countWords } from '#core/text/count-words.ts';
import { fatesIn } from '#formats/exchange/fates.ts';
import { type FormatId, TEXT } from '#formats/exchange/detect-format.ts';
import { type DroppedFile, gatherDatasets } from '#formats/exchange/gather-datasets.ts';
import { type Orphan } from '#formats/exchange/report-dataset.ts';
import { importArticle } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { importAsProject, importBundle } from '#storage/import-bundle.ts';
import { createHeldFiles, NOTHING_CHOSEN } from './held-files.ts';
import { inHundredths } from './in-hundredths.ts';
import { type ChosenFolder, type FileSource, openFile } from './open-files.ts';
import { type DatasetChoices } from './prepare-dataset.ts';
import { type PreparedFile } from './prepared-file.ts';
import { readGathered, textFilesIn } from './read-gathered.ts';

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
  readonly readFiles: (
    files: readonly (File | ChosenFolder)[],
    project: Project,
    report: Report,
  ) => Promise<readonly PreparedFile[]>;
  /** Looks again at what importing would change, in another project. */
  readonly prepareAgain: (handle: number, project: Project) => Promise<PreparedFile>;
  /** Reads a file again as the user chose. */
  readonly choose: (handle: number, choices: ReadChoices, project: Project) => Promise<PreparedFile>;
  /** All spans of a dataset that have no place in a text and for which none was chosen, as it was last prepared. */
  readonly orphansOf: (handle: number) => readonly Orphan[];
  /** Writes a file that was read, all or nothing; false where it was cancelled, and nothing is written then. */
  readonly write: (handle: number, target: WriteTarget, report: Report) => Promise<boolean>;
  /** Takes back what is being written, unless it is on the disk already. */
  readonly cancelWriting: () => void;
}

/** The work of the worker that reads files, which tests run without one. */
export function createReadWork(database: () => Promise<Database>): ReadWork {
  let isCancelled = false;
  /** The text files of the last reading, which documents without a text may belong to. */
  let texts: readonly DroppedFile<FileSource>[] = [];

  const { hold, find, replace, datasetIn, prepare } = createHeldFiles(database);
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
      replace(handle, { ...rest, choices: { ...choices, fates: fatesIn(project.labelSet, choices.fates) } });
      return prepare(handle, project, () => undefined);
    },
    choose: async (handle, { format, ...choices }, project) => {
      const { gathered, reading, format: before, problems } = find(handle);
      const again =
        gathered && format !== before ? await readGathered(gathered, format, texts, () => undefined) : reading;
      replace(handle, { gathered, reading: again, format, choices, problems });
      return prepare(handle, project, () => undefined);
    },
    orphansOf: (handle) => (find(handle).prepared?.dataset.orphans ?? []).filter(({ chosen }) => !chosen),
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

function wordsOf(article: Article): number {
  return countWords(article.text, article.language);
}
