import { onTestFinished } from 'vitest';
import { type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { occurrencesOf } from '#core/suggest/occurrences.ts';
import { type TabLock } from '#platform/tab-lock.ts';
import { type Database } from '#storage/database.ts';
import { writeSnapshotIfDue } from '#storage/layers.ts';
import { openTestDisk, type TestDisk } from '#storage/test-database.arbitrary.ts';
import { createAgreementWork } from '#workers/agreement-work.ts';
import { type Agreeing } from '#workers/agreement.ts';
import { createMakeDatasetWork } from '#workers/make-dataset-work.ts';
import { createMakeFileWork } from '#workers/make-file-work.ts';
import { type MentionSearch } from '#workers/mentions.ts';
import { createReadWork } from '#workers/read-work.ts';
import { createReviewWork } from '#workers/review-work.ts';
import { type Mirror } from '#workers/mirror.ts';
import { type Reviewing } from '#workers/review.ts';
import { createSearchWork, type SearchWork } from '#workers/search-work.ts';
import { type Search } from '#workers/search.ts';
import { type Transfer } from '#workers/transfer.ts';
import { type AnnotateState } from './annotate/annotate-parts.ts';
import { createAnnotateStore } from './annotate/annotate-store.ts';
import { createCopiesStore } from './copies/copies-store.ts';
import { type Dependencies, type SeedFile } from './dependencies.ts';
import { createEverywhereStore } from './everywhere/everywhere-store.ts';
import { createGuidelinesStore } from './guidelines/guidelines-store.ts';
import { createLibraryStore } from './library-store.ts';
import { createKeysStore } from './keys/keys-store.ts';
import { createProjectsStore } from './projects-store.ts';
import { createReadingStore } from './reading/reading-store.ts';
import { alreadyHere } from './coming-later.ts';
import { createLaterStores, type LaterStores } from './later-stores.ts';
import { type Stores } from './react.tsx';
import { createSessionStore } from './session-store.ts';
import { createMakeSharedWork } from '#workers/make-shared-work.ts';
import { createThreadsStore } from './threads/threads-store.ts';
import { createTourStore } from './tour/tour-store.ts';
import { createTransferStore } from './transfer-store.ts';

/** Two speakers, an interrupted quote, a claim, names, a number, an emoji of two code points. Two paragraphs, one blank between them. */
export const TEXT =
  '“We 👍🏽 will go,” said Ann Lee from Rome, “on Monday.” Taxes rose 4% in May.\n\nBo Li left Paris.\n';

export const TAXES: SeedFile = { fileName: 'taxes.txt', text: `---\ntitle: Taxes\nlanguage: en\n---\n${TEXT}` };
export const RAIN: SeedFile = {
  fileName: 'rain.txt',
  text: '---\ntitle: Rain\nlanguage: en\n---\nIt rained in Rome.\n',
};

/** Where the words are in TEXT. */
export function rangeOf(words: string): { readonly from: number; readonly to: number } {
  const from = TEXT.indexOf(words);
  if (from < 0) throw new RangeError(`“${words}” is not in the text`);
  return { from, to: from + words.length };
}

/** One browser with one database: what its tabs share. */
export interface TestBrowser {
  readonly disk: TestDisk;
  readonly locks: TestLocks;
  seeds: readonly SeedFile[];
  /** The articles of the sample project. */
  sample: readonly SeedFile[];
  readonly downloads: { readonly fileName: string; readonly blob: Blob }[];
  /** Where the user wants a file to be saved; undefined where the browser cannot ask. */
  saveFile: (() => Promise<FileSystemFileHandle | undefined>) | undefined;
  /** How often a tab told the others that something has changed. */
  told: number;
  /** How often a tab told the others that the look has changed. */
  toldLook: number;
  /** Of what articles a tab told the others that their review has changed. */
  readonly reviewed: (readonly ArticleId[])[];
  /** What the browser answers when it is asked to keep the data. */
  persistence: () => Promise<'kept' | 'may-be-cleared'>;
  /** Writes the backup folder. */
  backUp: Dependencies['backup'];
  /** The folder that the user chooses, and whether it may be written to without asking; undefined where the browser has none. */
  folder: { readonly handle: FileSystemDirectoryHandle; isAllowed: boolean } | undefined;
  /** What starting the mirror does; it fails unless a test says otherwise. */
  startMirror: Mirror['start'];
  /** Ends before the search worker gives an answer; what it rejects with kills the worker. */
  beforeAnswer: () => Promise<void>;
  /** Called each time before the worker for files says how far it is. */
  beforeStep: () => void;
  /** Lets the jobs run that wait for an idle moment, and gives back when what they began is done. */
  readonly idle: () => Promise<void>;
  /** Lets what the disk refused be tried again. */
  readonly secondsPass: () => void;
  /** How many jobs wait for an idle moment. */
  readonly waitingForIdle: () => number;
  /** Opens the app in a new tab, up to where it is drawn. */
  readonly openTab: () => Promise<TestTab>;
}

export interface TestTab extends Stores, LaterStores {
  readonly do: () => AnnotateState;
  /** Opens the article with this title and the layer of this tab's annotator, or of another. */
  readonly open: (title: string, annotatorId?: AnnotatorId, spanId?: SpanId) => Promise<void>;
  /** Closes the tab as the user does, without any farewell. */
  readonly close: () => void;
  /** Puts the caret where the words start, one character in. */
  readonly caretIn: (words: string) => void;
  readonly select: (words: string) => void;
}

export async function openTestBrowser(): Promise<TestBrowser> {
  const disk = await openTestDisk();
  const locks = createTestLocks();
  let clock = Date.UTC(2024, 5, 17, 9);
  let ids = 0;
  const idleJobs: (() => void)[] = [];
  const retries: (() => void)[] = [];
  const snapshots: Promise<void>[] = [];
  const browser: TestBrowser = {
    disk,
    locks,
    sample: [],
    seeds: [TAXES, RAIN],
    downloads: [],
    saveFile: undefined,
    told: 0,
    toldLook: 0,
    reviewed: [],
    persistence: () => Promise.resolve('kept'),
    beforeAnswer: () => Promise.resolve(),
    backUp: () => Promise.resolve({}),
    folder: undefined,
    startMirror: () => Promise.reject(new Error('There is no place for a mirror.')),
    beforeStep: () => undefined,
    idle: async () => {
      for (const job of idleJobs.splice(0)) job();
      await Promise.allSettled(snapshots);
    },
    waitingForIdle: () => idleJobs.length,
    secondsPass: () => {
      for (const job of retries.splice(0)) job();
    },
    openTab: async () => {
      const tab = locks.openTab();
      onTestFinished(tab.close);
      return createTab(tab, {
        database: disk.database,
        transfer: transferInProcess(disk.database, () => browser.beforeStep()),
        mentions: MENTIONS_IN_PROCESS,
        search: searchInProcess(disk.database, () => browser.beforeAnswer()),
        reviewing: reviewingInProcess(disk.database, () => browser.beforeAnswer()),
        agreeing: agreeingInProcess(disk.database),
        mirror: { start: (onState) => browser.startMirror(onState) },
        backup: (folder, goesOn) => browser.backUp(folder, goesOn),
        folders: {
          canChoose: () => browser.folder !== undefined,
          choose: () => Promise.resolve(browser.folder?.handle),
          mayWrite: (_, asks) => Promise.resolve(browser.folder?.isAllowed === true || asks),
        },
        writeSnapshot: (key) => {
          const written = writeSnapshotIfDue(disk.database, key);
          snapshots.push(written);
          return written;
        },
        whenIdle: (job) => {
          idleJobs.push(job);
        },
        retryLater: (job) => {
          retries.push(job);
        },
        now: () => new Date((clock += 1000)).toISOString(),
        newId: () => `id-${(ids += 1)}`,
        loadSeeds: () => Promise.resolve(browser.seeds),
        loadSample: () => Promise.resolve(browser.sample),
        requestTabLock: tab.request,
        askForPersistence: () => browser.persistence(),
        tellTabs: () => {
          browser.told += 1;
        },
        tellReviewed: (articleIds) => {
          browser.reviewed.push(articleIds);
        },
        tellLook: () => {
          browser.toldLook += 1;
        },
        download: (fileName, blob) => {
          browser.downloads.push({ fileName, blob });
        },
        canChooseSaveFile: () => browser.saveFile !== undefined,
        chooseSaveFile: () => browser.saveFile!(),
      });
    },
  };
  return browser;
}

/** A browser with one tab, in which the article “Taxes” is open. */
export async function openTaxes(): Promise<{ readonly browser: TestBrowser; readonly tab: TestTab }> {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  await tab.open('Taxes');
  return { browser, tab };
}

/** The spans of a layer as `label: words`, with the words of an interrupted span joined by an ellipsis. */
export function shown({
  layer,
  article,
}: {
  readonly layer: Layer;
  readonly article: { readonly text: string };
}): readonly string[] {
  return layer.spans.map(({ label, ranges }) => {
    return `${label}: ${ranges.map(({ from, to }) => article.text.slice(from, to)).join(' … ')}`;
  });
}

/** Ends when every promise that can go on has gone on. */
export function promisesRun(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

async function createTab(tab: TestLockTab, dependencies: Dependencies): Promise<TestTab> {
  const session = createSessionStore(dependencies);
  const library = createLibraryStore(dependencies, session);
  const annotate = createAnnotateStore(dependencies, session);
  const everywhere = createEverywhereStore(dependencies, session, library, annotate);
  const transfer = createTransferStore(dependencies, session);
  const keys = createKeysStore(dependencies);
  const reading = createReadingStore(dependencies);
  const guidelines = createGuidelinesStore(dependencies, session);
  const projects = createProjectsStore(dependencies, { session, library, annotate, transfer });
  const threads = createThreadsStore(dependencies, session);
  const copies = createCopiesStore(dependencies);
  const tour = createTourStore(dependencies, session, annotate);
  const later = createLaterStores(dependencies, { session, library, annotate });
  await session.getState().load();
  await keys.getState().load();
  await reading.getState().load();
  await tour.getState().load();
  await library.getState().load();
  return {
    session,
    library,
    annotate,
    everywhere,
    transfer,
    keys,
    reading,
    guidelines,
    projects,
    threads,
    copies,
    tour,
    ...later,
    later: alreadyHere(later),
    do: annotate.getState,
    open: (title, annotatorId = session.getState().annotatorId, spanId) => {
      const article = library.getState().articles.find((known) => known.title === title);
      return annotate.getState().open(article?.id ?? (title as ArticleId), annotatorId, spanId);
    },
    close: tab.close,
    caretIn: (words) => {
      const { from } = rangeOf(words);
      annotate.getState().select({ anchor: from + 1, head: from + 1 });
    },
    select: (words) => {
      const { from, to } = rangeOf(words);
      annotate.getState().select({ anchor: from, head: to });
    },
  };
}

/** What the workers for files do, without them; what comes from them is copied as messages are. */
function transferInProcess(database: Database, beforeStep: () => void): Transfer {
  const open = () => Promise.resolve(database);
  const reading = runInProcess(() => createReadWork(open));
  const making = runInProcess(() => {
    return { ...createMakeFileWork(open), ...createMakeDatasetWork(open), ...createMakeSharedWork(open) };
  });
  const stepwise = (report: (done: number, total: number) => void) => (done: number, total: number) => {
    beforeStep();
    report(done, total);
  };
  return {
    readFiles: (files, project, report) => reading.run((work) => work.readFiles(files, project, stepwise(report))),
    prepareAgain: (handle, project) => reading.run((work) => work.prepareAgain(handle, project)),
    choose: (handle, choices, project) => reading.run((work) => work.choose(handle, choices, project)),
    draftOf: (handle) => reading.run((work) => Promise.resolve(work.draftOf(handle))),
    redraft: (handle, fields, project) => reading.run((work) => work.redraft(handle, fields, project)),
    bindBook: (book, asWhole, project) => reading.run((work) => work.bindBook(book, asWhole, project)),
    splitTable: (handle, project) => reading.run((work) => work.splitTable(handle, project)),
    nearArticles: (project) => reading.run((work) => work.nearArticles(project)),
    orphansOf: (handle) => reading.run((work) => Promise.resolve(work.orphansOf(handle))),
    write: (handle, target, report) => reading.run((work) => work.write(handle, target, stepwise(report))),
    cancelWriting: () => void reading.run(async (work) => work.cancelWriting()),
    forgetRead: reading.close,
    makeFile: (choice, report) => making.run((work) => work.makeFile(choice, stepwise(report))),
    makeDataset: (choice, report) => making.run((work) => work.makeDataset(structuredClone(choice), stepwise(report))),
    saveDataset: (handle, file, report) => making.run((work) => work.saveDataset(handle, file, stepwise(report))),
    stopSaving: () => void making.run((work) => Promise.resolve(work.stopSaving())),
    makeShared: (choice, report) => making.run((work) => work.makeShared(structuredClone(choice), stepwise(report))),
    cancelMaking: making.close,
    writeBundleBlob: (bundle) => making.run((work) => Promise.resolve(work.writeBundleBlob(bundle))),
  };
}

/** As runInWorker, with work that runs here: closing forgets it and rejects what is under way. */
function runInProcess<Work>(create: () => Work) {
  let work = create();
  let closed = new AbortController();
  return {
    run: async <T>(task: (work: Work) => Promise<T>): Promise<T> => {
      const { signal } = closed;
      const ended = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('the worker was closed'));
        });
      });
      return Promise.race([task(work), ended]);
    },
    close: () => {
      closed.abort();
      closed = new AbortController();
      work = create();
    },
  };
}

const MENTIONS_IN_PROCESS: MentionSearch = {
  find: (wanted, texts) => Promise.resolve(texts.map(({ text, language }) => occurrencesOf(wanted, text, language))),
};

/** What the search worker does, without one. */
function searchInProcess(database: Database, beforeAnswer: () => Promise<void>): Search {
  const { run, close } = runInProcess(() => createSearchWork(() => Promise.resolve(database)));
  const answer = async <T>(task: (work: SearchWork) => T): Promise<Awaited<T>> => {
    const isLetGo = beforeAnswer();
    // Whatever fails first, the other is no unhandled rejection.
    const [answered] = await Promise.all([run(async (work) => task(work)), isLetGo]);
    return structuredClone(answered);
  };
  return {
    load: (choice, report) => answer((work) => work.load(structuredClone(choice), report)),
    search: (question) => answer((work) => work.search(question)),
    count: (choice) => answer((work) => work.count(choice)),
    close,
  };
}

/** What the review worker does, without one; what comes from it is copied as messages are. */
function reviewingInProcess(database: Database, beforeAnswer: () => Promise<void>): Reviewing {
  const { run, close } = runInProcess(() => createReviewWork(() => Promise.resolve(database)));
  const policy = runInProcess(() => createReviewWork(() => Promise.resolve(database)));
  return {
    align: (layers) => run((work) => Promise.resolve(structuredClone(work.align(layers)))),
    count: (choice, report) =>
      run(async (work) => {
        const counted: Parameters<typeof report>[] = [];
        await work.count(choice, (some, done) => counted.push([structuredClone(some), done]));
        await beforeAnswer();
        for (const each of counted) report(...each);
      }),
    plan: (choice, report) => policy.run((work) => work.plan(structuredClone(choice), report)),
    write: (choice, report) => policy.run(async (work) => structuredClone(await work.write(choice, report))),
    close,
    cancelPolicy: policy.close,
  };
}

/** What the agreement worker does, without one; what comes from it is copied as messages are. */
function agreeingInProcess(database: Database): Agreeing {
  const { run, close } = runInProcess(() => createAgreementWork(() => Promise.resolve(database)));
  return {
    report: (choice, tell) => run(async (work) => structuredClone(await work.report(structuredClone(choice), tell))),
    behind: (question, most) => run((work) => Promise.resolve(structuredClone(work.behind(question, most)))),
    close,
  };
}

interface TestLockTab {
  readonly request: (name: string, onGranted: () => void) => TabLock;
  readonly close: () => void;
}

/** Tab locks as a browser has them: first come, first served; a tab that closes gives all of its locks back. */
interface TestLocks {
  readonly openTab: () => TestLockTab;
  /** Names of the locks that a tab holds now. */
  readonly held: () => readonly string[];
  /** How many locks were asked for so far. */
  readonly requests: () => number;
  /** Called when a tab has asked for a lock, before it gets its answer. */
  onRequest: () => void;
}

function createTestLocks(): TestLocks {
  const queues = new Map<string, { readonly onGranted: () => void }[]>();
  const leave = (name: string, place: { readonly onGranted: () => void }): void => {
    const queue = queues.get(name) ?? [];
    const at = queue.indexOf(place);
    if (at >= 0) queue.splice(at, 1);
    if (at === 0) queue[0]?.onGranted();
  };
  let requests = 0;
  const locks: TestLocks = {
    held: () => [...queues].filter(([, queue]) => queue.length > 0).map(([name]) => name),
    requests: () => requests,
    onRequest: () => undefined,
    openTab: () => {
      const releases: (() => void)[] = [];
      return {
        request: (name, onGranted) => {
          const queue = queues.get(name) ?? [];
          queues.set(name, queue);
          const place = { onGranted };
          requests += 1;
          const isFirst = queue.push(place) === 1;
          const release = (): void => {
            leave(name, place);
          };
          releases.push(release);
          locks.onRequest();
          return { held: Promise.resolve(isFirst), release };
        },
        close: () => {
          for (const release of releases) release();
        },
      };
    },
  };
  return locks;
}
