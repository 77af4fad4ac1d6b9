import { changesNothing, type ImportPlan, type LayerFate } from '#core/project/plan-import.ts';
import { type Annotator, type Article, type ArticleAbout, type Project } from '#core/project/project.ts';
import { countWords } from '#core/text/count-words.ts';
import { type Problem } from '#formats/problem.ts';
import { type FileReading, problemWithFileSize, readFileBytes } from '#formats/read-file.ts';
import { importArticle, whereArticleIs } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { importAsProject, importBundle, previewImport } from '#storage/import-bundle.ts';
import { inHundredths } from './in-hundredths.ts';

/** What importing a bundle would change, in numbers. */
export interface PlanInNumbers extends Pick<
  ImportPlan,
  'labelsAdded' | 'linkTypesAdded' | 'guidelinesAdded' | 'changesProject' | 'articlesHere'
> {
  /** Articles that come in. */
  readonly articles: number;
  readonly articlesBack: number;
  readonly articlesReplaced: number;
  /** How many layers have each fate. */
  readonly layers: ReadonlyMap<LayerFate, number>;
}

/** What a file that was read turned out to hold, as far as it is shown: the rest stays with whoever read it. */
export type ReadFile =
  | {
      readonly kind: 'bundle';
      readonly fileName: string;
      readonly project: Project;
      readonly annotators: readonly Annotator[];
      readonly plan: PlanInNumbers;
    }
  | {
      readonly kind: 'article';
      readonly fileName: string;
      readonly article: ArticleAbout;
      /** The first words of the text, and its length in UTF-16 code units. */
      readonly start: string;
      readonly length: number;
    }
  | { readonly kind: 'problems'; readonly fileName: string; readonly problems: readonly Problem[] };

/** A file that was read and what importing it would do. */
export interface PreparedFile {
  /** Names what was read to whoever read it. */
  readonly handle: number;
  readonly reading: ReadFile;
  /** True where everything in the file is here already. */
  readonly isHere: boolean;
  /** True for an article that was taken out of the library and that importing puts back. */
  readonly comesBack: boolean;
}

/** Where a file is written to, and when. */
export interface WriteTarget {
  readonly project: Project;
  /** True where a bundle brings its project with it. */
  readonly isNew: boolean;
  readonly at: string;
}

type Report = (done: number, total: number) => void;

/** Reads files, holds what they hold, and writes it. */
export interface ReadWork {
  /** What the file holds and would change in the project, or what is wrong with it. Writes nothing. */
  readonly readFile: (file: File, project: Project, report: Report) => Promise<PreparedFile>;
  /** Looks again at what importing would change, in another project. */
  readonly prepareAgain: (handle: number, project: Project) => Promise<PreparedFile>;
  /** Writes a file that was read, all or nothing; false where it was cancelled, and nothing is written then. */
  readonly write: (handle: number, target: WriteTarget, report: Report) => Promise<boolean>;
  /** Takes back what is being written, unless it is on the disk already. */
  readonly cancelWriting: () => void;
}

/** How much of a text is shown, in UTF-16 code units. */
const SHOWN = 1200;

/** The work of the worker that reads files, which tests run without one. */
export function createReadWork(database: () => Promise<Database>): ReadWork {
  const held = new Map<number, FileReading>();
  let handles = 0;
  let isCancelled = false;

  const find = (handle: number): FileReading => {
    const reading = held.get(handle);
    if (!reading) throw new Error('What was read is no longer in memory: choose the files again.');
    return reading;
  };
  const prepare = async (handle: number, project: Project): Promise<PreparedFile> => {
    const reading = find(handle);
    if (reading.kind === 'problems') return { handle, reading, isHere: false, comesBack: false };
    if (reading.kind === 'bundle') {
      const plan = await previewImport(await database(), project, reading.bundle);
      return { handle, reading: inShort(reading, plan), isHere: changesNothing(plan), comesBack: false };
    }
    const { fileName, article } = reading;
    const where = await whereArticleIs(await database(), project.id, article.id);
    const { text, ...about } = article;
    const start = text.slice(0, SHOWN).toWellFormed();
    return {
      handle,
      reading: { kind: 'article', fileName, article: about, start, length: text.length },
      isHere: where === 'here',
      comesBack: where === 'taken-out',
    };
  };
  return {
    readFile: async (file, project, report) => {
      const handle = (handles += 1);
      held.set(handle, await readingOf(file, inHundredths(report)));
      return prepare(handle, project);
    },
    prepareAgain: prepare,
    write: async (handle, { project, isNew, at }, report) => {
      const reading = find(handle);
      isCancelled = false;
      const tell = inHundredths(report);
      const writing = {
        at,
        countWords: wordsOf,
        report: (done: number, total: number) => {
          if (isCancelled) throw new Error('cancelled');
          tell(done, total);
        },
      };
      try {
        if (reading.kind === 'bundle') {
          await (isNew ? importAsProject : importBundle)(await database(), project, reading.bundle, writing);
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

async function readingOf(file: File, report: Report): Promise<FileReading> {
  const tooLarge = problemWithFileSize(file.size);
  if (tooLarge) return { kind: 'problems', fileName: file.name, problems: [tooLarge] };
  try {
    return readFileBytes(file.name, new Uint8Array(await file.arrayBuffer()), report);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const message = `the browser could not read the file (${error.name}): it was moved, changed or locked since it was chosen`;
    return { kind: 'problems', fileName: file.name, problems: [{ place: 'file', message }] };
  }
}

function inShort({ fileName, bundle }: FileReading & { readonly kind: 'bundle' }, plan: ImportPlan): ReadFile {
  const { labelsAdded, linkTypesAdded, guidelinesAdded, changesProject, articlesHere } = plan;
  const layers = new Map<LayerFate, number>();
  for (const { fate } of plan.layers) layers.set(fate, (layers.get(fate) ?? 0) + 1);
  return {
    kind: 'bundle',
    fileName,
    project: bundle.project,
    annotators: bundle.annotators,
    plan: {
      labelsAdded,
      linkTypesAdded,
      guidelinesAdded,
      changesProject,
      articlesHere,
      articles: plan.articles.length,
      articlesBack: plan.articlesBack.length,
      articlesReplaced: plan.articlesReplaced.length,
      layers,
    },
  };
}

function wordsOf(article: Article): number {
  return countWords(article.text, article.language);
}
