import { changesNothing, type ImportPlan } from '#core/project/plan-import.ts';
import { type AnnotatorId, type Article, type ArticleId, type Bundle, type Project } from '#core/project/project.ts';
import { countWords } from '#core/text/count-words.ts';
import { type FileReading } from '#formats/read-file.ts';
import { importArticle, whereArticleIs } from '#storage/articles.ts';
import { importAsProject, importBundle, previewImport } from '#storage/import-bundle.ts';
import { loadBundle } from '#storage/load-bundle.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { bundleFileName } from './bundle-file-name.ts';
import { type Dependencies } from './dependencies.ts';
import { type SessionStore } from './session-store.ts';

/** A file that was read, and for a bundle what importing it would change. */
export interface PreparedFile {
  readonly reading: FileReading;
  readonly plan: ImportPlan | undefined;
  /** True where everything in the file is here already. */
  readonly isHere: boolean;
  /** True for an article that was taken out of the library and that importing puts back. */
  readonly comesBack: boolean;
}

/** What an export takes: these articles, and the layers of one annotator or of all. */
export interface ExportChoice {
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly annotatorId: AnnotatorId | 'all';
}

/** A file that is ready to be downloaded. */
export interface PreparedExport {
  readonly fileName: string;
  readonly blob: Blob;
  readonly start: string;
  readonly articles: number;
  readonly layers: number;
  readonly spans: number;
}

export type ImportPhase = 'idle' | 'reading' | 'preview' | 'writing' | 'done';

export interface TransferState {
  readonly phase: ImportPhase;
  /** What was read and is not imported yet, or was just imported. */
  readonly files: readonly PreparedFile[];
  readonly failure: string;

  /** Reads and checks files in a worker; nothing is written. Does nothing while an import is being written. */
  readonly read: (files: readonly File[]) => Promise<void>;
  /**
   * Writes what was read, each file all or nothing, into the session's project or into a new one, which is added with the
   * first bundle that has other labels. True where at least one file came in.
   */
  readonly write: (into?: Project) => Promise<boolean>;
  /** Looks again at what importing would change, after a switch of the project. */
  readonly prepareAgain: () => Promise<void>;
  readonly reset: () => void;
  /** Lets an import that is done be no longer shown. */
  readonly forgetDone: () => void;
  /** Rejects where the disk cannot be read or the file not be made. */
  readonly prepareExport: (choice: ExportChoice) => Promise<PreparedExport>;
  readonly download: (prepared: PreparedExport) => void;
}

export type TransferStore = StoreApi<TransferState>;

/** How much of a prepared file its preview shows, in bytes. */
const PREVIEW_BYTES = 6000;

export function createTransferStore(dependencies: Dependencies, session: SessionStore): TransferStore {
  const { database, transfer, now, tellTabs, download } = dependencies;
  const project = () => session.getState().project;

  const prepare = async (reading: FileReading): Promise<PreparedFile> => {
    if (reading.kind === 'bundle') {
      const plan = await previewImport(database, project(), reading.bundle);
      return { reading, plan, isHere: changesNothing(plan), comesBack: false };
    }
    if (reading.kind === 'article') {
      const where = await whereArticleIs(database, project().id, reading.article.id);
      return { reading, plan: undefined, isHere: where === 'here', comesBack: where === 'taken-out' };
    }
    return { reading, plan: undefined, isHere: false, comesBack: false };
  };

  const writeOne = async ({ reading }: PreparedFile, into: Project, isNew: boolean): Promise<void> => {
    if (reading.kind === 'bundle') {
      await (isNew ? importAsProject : importBundle)(database, into, reading.bundle, now(), wordsOf);
    }
    if (reading.kind === 'article') {
      const counted = { article: reading.article, words: wordsOf(reading.article) };
      await importArticle(database, into.id, counted, now());
    }
  };

  /** Grows with every reading and resetting, so that an earlier reading that ends late shows nothing. */
  let turn = 0;

  return createStore<TransferState>((set, get) => ({
    phase: 'idle',
    files: [],
    failure: '',

    read: async (files) => {
      if (get().phase === 'writing') return;
      const mine = (turn += 1);
      set({ phase: 'reading', files: [], failure: '' });
      try {
        const prepared: PreparedFile[] = [];
        for (const file of files) prepared.push(await prepare(await transfer.readFile(file)));
        if (mine === turn) set({ phase: 'preview', files: prepared });
      } catch (error) {
        if (mine === turn) set({ phase: 'idle', failure: messageOf(error) });
      }
    },
    write: async (into) => {
      if (get().phase !== 'preview') return false;
      const files = into ? withOtherLabelsFirst(get().files) : get().files;
      set({ phase: 'writing', failure: '' });
      let written = 0;
      let failure = '';
      try {
        for (const file of files) {
          await writeOne(file, into ?? project(), into !== undefined && written === 0);
          written += 1;
        }
      } catch (error) {
        failure = `Nothing of the file at fault was imported. ${messageOf(error)}`;
      }
      // What came in before a fault is part of the project now. It is on the disk, whether it can be read again or not.
      await session
        .getState()
        .refresh()
        .catch(() => undefined);
      set(failure === '' ? { phase: 'done' } : { phase: 'preview', files: files.slice(written), failure });
      tellTabs();
      return written > 0;
    },
    prepareAgain: async () => {
      const { phase, files } = get();
      if (phase !== 'preview') return;
      const mine = (turn += 1);
      const prepared: PreparedFile[] = [];
      for (const { reading } of files) prepared.push(await prepare(reading));
      if (mine === turn) set({ files: prepared });
    },
    reset: () => {
      if (get().phase === 'writing') return;
      turn += 1;
      set({ phase: 'idle', files: [], failure: '' });
    },
    forgetDone: () => {
      if (get().phase === 'done') get().reset();
    },
    prepareExport: (choice) => prepareExport(dependencies, project(), choice),
    download: ({ fileName, blob }) => {
      download(fileName, blob);
    },
  }));
}

async function prepareExport(
  { database, transfer }: Dependencies,
  project: Project,
  { articleIds, annotatorId }: ExportChoice,
): Promise<PreparedExport> {
  const isWanted = (id: AnnotatorId): boolean => annotatorId === 'all' || annotatorId === id;
  const bundle = await loadBundle(database, project, articleIds, isWanted);
  const blob = await transfer.writeBundleBlob(bundle);
  return {
    // One article alone gives the file its title.
    fileName: bundleFileName(bundle.articles.length === 1 ? bundle.articles[0]!.title : project.name),
    blob,
    start: await blob.slice(0, PREVIEW_BYTES).text(),
    articles: bundle.articles.length,
    layers: bundle.layers.length,
    spans: bundle.layers.reduce((sum, layer) => sum + layer.spans.length, 0),
  };
}

/** The first bundle whose labels the project does not have all. */
export function bundleWithOtherLabels(files: readonly PreparedFile[]): Bundle | undefined {
  const found = files.find(hasOtherLabels);
  return found?.reading.kind === 'bundle' ? found.reading.bundle : undefined;
}

function withOtherLabelsFirst(files: readonly PreparedFile[]): readonly PreparedFile[] {
  const first = files.find(hasOtherLabels);
  return first ? [first, ...files.filter((file) => file !== first)] : files;
}

function hasOtherLabels({ plan }: PreparedFile): boolean {
  return plan !== undefined && plan.labelsAdded > 0;
}

function wordsOf(article: Article): number {
  return countWords(article.text, article.language);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
