import { type Bundle } from '#core/bundle/bundle.ts';
import { type Article, type Project } from '#core/project/project.ts';
import { countWords } from '#core/text/count-words.ts';
import { type DatasetChoices, NOTHING_CHOSEN } from '#formats/exchange/dataset-choices.ts';
import { fatesIn } from '#formats/exchange/fates.ts';
import { type FormatId, TEXT } from '#formats/exchange/detect-format.ts';
import { type DroppedFile, gatherDatasets } from '#formats/exchange/gather-datasets.ts';
import { type Orphan } from '#formats/exchange/report-dataset.ts';
import { importArticle } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { importAsProject, importBundle } from '#storage/import-bundle.ts';
import { type ChoicesByLayer } from '#storage/merge-layer.ts';
import { createHeldFiles, type HeldFiles } from './held-files.ts';
import { layersTwiceIn } from './layers-twice.ts';
import { createDropNaming } from './name-drop.ts';
import { inHundredths } from './in-hundredths.ts';
import { createDraftWork, type DraftWork } from './draft-work.ts';
import { type FileSource, openFile, type Readable } from './open-files.ts';
import { type PreparedFile } from './prepared-file.ts';
import { readGathered, textFilesIn } from './read-gathered.ts';
import { articlesAsBundle, type TableChoices } from './read-table.ts';

/** Where a file is written to, and when. */
export interface WriteTarget {
  readonly project: Project;
  /** True where a bundle brings its project with it. */
  readonly isNew: boolean;
  readonly at: string;
  /** What is chosen for each conflict that was shown. */
  readonly choices?: ChoicesByLayer;
}

type Report = (done: number, total: number) => void;

/** What the user chooses for a file that was read. */
export interface ReadChoices extends DatasetChoices {
  readonly format: FormatId;
  /** What the bytes of a text are to be taken for; empty to find out. */
  readonly encoding?: string;
  readonly table?: TableChoices;
}

/** Reads files, holds what they hold, and writes it. */
export interface ReadWork extends DraftWork {
  /** What the files hold and would change in the project, or what is wrong with them. Writes nothing. */
  readonly readFiles: (
    files: readonly Readable[],
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

/** Of a file that nobody has chosen anything for yet. */
const NOTHING_KNOWN = { choices: NOTHING_CHOSEN, names: new Map<string, string>(), others: [] };

/** The work of the worker that reads files, which tests run without one. */
export function createReadWork(database: () => Promise<Database>): ReadWork {
  let isCancelled = false;
  /** The text files of the last reading, which documents without a text may belong to. */
  let texts: readonly DroppedFile<FileSource>[] = [];

  /** What was read together last, in the order in which it comes in. */
  let drop: readonly number[] = [];

  const held = createHeldFiles(database);
  const { hold, find, replace, datasetIn, prepare } = held;
  const { holdDrafts, ...drafting } = createDraftWork(held, database);
  const { nameDrop, withTwice, prepareOne } = createDropLook(held, database, () => drop);
  return {
    ...drafting,
    readFiles: async (files, project, report) => {
      const tell = inHundredths(report);
      const opened = [];
      for (const file of files)
        opened.push('drafts' in file ? { kind: 'ready' as const, ready: file } : await openFile(file));
      texts = opened.flatMap((each) => (each.kind === 'opened' ? textFilesIn(each.dropped) : []));
      const gathered = gatherDatasets(opened.flatMap((each) => (each.kind === 'opened' ? [each.dropped] : [])));
      const all: number[] = [];
      for (const each of opened) {
        if (each.kind === 'ready') {
          all.push(...holdDrafts(each.ready));
          continue;
        }
        if (each.kind === 'problems') {
          all.push(hold({ ...NOTHING_KNOWN, gathered: undefined, reading: each, format: TEXT, problems: [] }));
          continue;
        }
        for (const [index, group] of gathered.filter(({ from }) => from === each.dropped).entries()) {
          const problems = index === 0 ? each.problems : [];
          const reading = await readGathered(group, group.format, texts, tell);
          all.push(hold({ ...NOTHING_KNOWN, gathered: group, reading, format: group.format, problems }));
        }
      }
      drop = all;
      await nameDrop(project);
      const prepared: PreparedFile[] = [];
      for (const handle of all) prepared.push(await prepare(handle, project, tell));
      return withTwice(prepared);
    },
    prepareAgain: (handle, project) => {
      const { choices, ...rest } = find(handle);
      replace(handle, { ...rest, choices: { ...choices, fates: fatesIn(project.labelSet, choices.fates) } });
      return prepareOne(handle, project);
    },
    choose: async (handle, { format, encoding, table, ...choices }, project) => {
      const { gathered, reading, format: before, problems, names, others } = find(handle);
      const again =
        gathered && (format !== before || encoding !== undefined || table)
          ? await readGathered(gathered, format, texts, () => undefined, { encoding, table })
          : reading;
      replace(handle, { gathered, reading: again, format, choices, problems, names, others });
      return prepareOne(handle, project);
    },
    orphansOf: (handle) => (find(handle).prepared?.dataset.orphans ?? []).filter(({ chosen }) => !chosen),
    write: async (handle, { project, isNew, at, choices }, report) => {
      const { reading } = find(handle);
      isCancelled = false;
      const tell = inHundredths(report);
      const heed = (done: number, total: number): void => {
        if (isCancelled) throw new Error('cancelled');
        tell(done, total);
      };
      const writeBundle = async (bundle: Bundle): Promise<unknown> => {
        const write = isNew ? importAsProject : importBundle;
        return write(await database(), project, bundle, { at, countWords: wordsOf, choices, report: heed });
      };
      try {
        if (reading.kind === 'bundle') await writeBundle(reading.bundle);
        if (reading.kind === 'dataset') {
          const { bundle } = await datasetIn(handle, project, () => undefined);
          if (bundle.articles.length > 0) await writeBundle(bundle);
        }
        if (reading.kind === 'table' && reading.articles.length > 0) {
          await writeBundle(articlesAsBundle(project, reading.articles));
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

/** What is told of files only together: who is who, and which layers several of them have. */
function createDropLook(
  { find, has, replace, prepare }: HeldFiles,
  database: () => Promise<Database>,
  drop: () => readonly number[],
) {
  const naming = createDropNaming(database);
  /** A book that was bound and a table that was split are other files now, none of them of anybody. */
  const stillHeld = (): readonly number[] => drop().filter(has);
  const nameDrop = async (project: Project): Promise<void> => {
    const datasets = stillHeld().flatMap((handle) => {
      const { reading } = find(handle);
      return reading.kind === 'dataset' ? [{ handle, reading }] : [];
    });
    const { names, others } = await naming.namesOf(
      project,
      datasets.map(({ reading }) => reading),
    );
    for (const [index, { handle }] of datasets.entries()) {
      const { prepared, ...rest } = find(handle);
      const isSame = JSON.stringify([...rest.names]) === JSON.stringify([...names[index]!]);
      replace(handle, { ...rest, names: names[index]!, others, ...(isSame && prepared ? { prepared } : {}) });
    }
  };
  const withTwice = (files: readonly PreparedFile[]): readonly PreparedFile[] => {
    const twice = layersTwiceIn(
      stillHeld().flatMap((handle) => {
        const { reading, coming } = find(handle);
        return coming ? [{ handle, fileName: reading.fileName, ...coming }] : [];
      }),
    );
    return files.map((file) => ({ ...file, twice: twice.get(file.handle) ?? [] }));
  };
  const prepareOne = async (handle: number, project: Project): Promise<PreparedFile> => {
    await nameDrop(project);
    const [file] = withTwice([await prepare(handle, project, () => undefined)]);
    return file!;
  };
  return { nameDrop, withTwice, prepareOne };
}
