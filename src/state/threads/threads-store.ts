import { type SpanRef } from '#core/alignment/group.ts';
import { type ArticleId, type ProjectId } from '#core/project/project.ts';
import { type GuidelineQuestion } from '#core/review/guideline-questions.ts';
import { type Message, type MessageId, type Thread, type ThreadId } from '#core/review/thread.ts';
import { compareText } from '#core/text/compare-text.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { LIMITS } from '#formats/limits.ts';
import { type Saving } from '#state/annotate/annotate-state.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { messageOf } from '#state/message-of.ts';
import { type SessionStore } from '#state/session-store.ts';
import { loadAllThreads, loadThreads, saveThread } from '#storage/threads.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
// Wholly a type: an import that stays would load with the app what few need.
import type { QuestionsFile } from './download-questions.ts';
import { createDraftKeeper, type DraftKeeper, type Drafts, withDraft } from './thread-drafts.ts';
import { createThreadKeeping, type ThreadKeeping } from './thread-keeping.ts';
import { placeKey, refKey, type ThreadPlace } from './thread-place.ts';

/** How many threads an article has. */
export interface ThreadCount {
  readonly open: number;
  readonly resolved: number;
}

export interface ThreadsState {
  /** The article whose threads are here; undefined where none is open. */
  readonly articleId: ArticleId | undefined;
  /** Its threads, the oldest first. */
  readonly threads: readonly Thread[];
  /** The spans that a thread that is not resolved is about, by refKey. */
  readonly discussed: ReadonlySet<string>;
  /** Articles without threads are left out. */
  readonly counts: ReadonlyMap<ArticleId, ThreadCount>;
  /** Guideline questions on all articles, open and resolved; undefined before they were read. */
  readonly questions: readonly GuidelineQuestion[] | undefined;
  /** What was typed and not sent, by the thread's id or the placeKey. It outlives the page. */
  readonly drafts: Drafts;
  readonly saving: Saving;
  /** What could not be read, or empty. */
  readonly failure: string;

  /** Reads the threads of an article; what another tab or a file has changed is there then. */
  readonly open: (articleId: ArticleId) => Promise<void>;
  readonly close: () => void;
  /** Counts the threads of all articles. */
  readonly count: () => Promise<void>;
  readonly readQuestions: () => Promise<void>;
  /** Keeps what is typed, so that it is there after the page was closed. */
  readonly keepDraft: (key: string, text: string) => void;
  /** In the last moment of a page: keeps what is typed, resolved or marked and not on the disk yet. */
  readonly keepUnsaved: () => void;
  /** Starts a thread; true once it is on the disk. Where the disk refuses, what was typed stays as a draft. */
  readonly start: (place: ThreadPlace, body: string, isGuidelineQuestion: boolean) => Promise<boolean>;
  /** Adds a message, and opens a thread that was resolved; as start does. */
  readonly reply: (thread: Thread, body: string) => Promise<boolean>;
  readonly mark: (thread: Thread, isGuidelineQuestion: boolean) => Promise<boolean>;
  readonly resolve: (thread: Thread, isResolved: boolean) => Promise<boolean>;
  /** Saves these questions as a file. */
  readonly downloadQuestions: (questions: readonly GuidelineQuestion[], file: QuestionsFile) => Promise<void>;
}

export type ThreadsStore = StoreApi<ThreadsState>;

type Set = (part: Partial<ThreadsState>) => void;
type Get = () => ThreadsState;

const NO_THREADS = { articleId: undefined, threads: [], discussed: new Set<string>() } as const;

const NOTHING_READ = {
  ...NO_THREADS,
  counts: new Map<ArticleId, ThreadCount>(),
  questions: undefined,
  drafts: new Map<string, string>(),
  failure: '',
} as const;

export function createThreadsStore(dependencies: Dependencies, session: SessionStore): ThreadsStore {
  const keeper = createDraftKeeper(dependencies.database);
  const keeping = createThreadKeeping(dependencies);
  const store = createStore<ThreadsState>((set, get) => ({
    ...NOTHING_READ,
    saving: { kind: 'saved' },
    keepUnsaved: () => {
      keeper.keepUnsaved();
      keeping.keepUnsaved();
    },
    close: () => {
      set(NO_THREADS);
    },
    downloadQuestions: async (questions, file) => {
      try {
        const { downloadQuestions } = await import('./download-questions.ts');
        downloadQuestions(dependencies, session, questions, file);
      } catch (error) {
        set({ failure: messageOf(error) });
      }
    },
    ...createReading(dependencies, session, keeper, set, get),
    ...createWriting(dependencies, session, { keeper, keeping }, set, get),
  }));
  session.subscribe(({ project }, before) => {
    if (project.id !== before.project.id) store.setState(NOTHING_READ);
  });
  return store;
}

function createReading(
  { database }: Dependencies,
  session: SessionStore,
  keeper: DraftKeeper,
  set: Set,
  get: Get,
): Pick<ThreadsState, 'open' | 'count' | 'readQuestions'> {
  const projectId = (): ProjectId => session.getState().project.id;
  /** Reads, and shows it unless the project is another one by then. */
  const read = async (job: (id: ProjectId) => Promise<Partial<ThreadsState>>): Promise<void> => {
    const id = projectId();
    try {
      const part = await job(id);
      if (id === projectId()) set({ ...part, failure: '' });
    } catch (error) {
      if (id === projectId()) set({ failure: messageOf(error) });
    }
  };
  return {
    open: async (articleId) => {
      if (get().articleId !== articleId) set({ ...NO_THREADS, articleId });
      await read(async (id) => {
        const [threads, drafts] = await Promise.all([loadThreads(database, id, articleId), keeper.load(id)]);
        return get().articleId === articleId ? { ...shown(threads), drafts } : {};
      });
    },
    count: () => read(async (id) => ({ counts: countsOf(await loadAllThreads(database, id)) })),
    readQuestions: () =>
      read(async (id) => {
        const { readQuestions } = await import('./read-questions.ts');
        const [questions, drafts] = await Promise.all([readQuestions(database, id), keeper.load(id)]);
        return { questions, drafts };
      }),
  };
}

function createWriting(
  { database, now, newId, tellTabs }: Dependencies,
  session: SessionStore,
  { keeper, keeping }: { readonly keeper: DraftKeeper; readonly keeping: ThreadKeeping },
  set: Set,
  get: Get,
): Pick<ThreadsState, 'keepDraft' | 'start' | 'reply' | 'mark' | 'resolve'> {
  const projectId = (): ProjectId => session.getState().project.id;
  const keepDraft = (key: string, text: string): void => {
    set({ drafts: withDraft(get().drafts, key, text) });
    keeper.keep(projectId(), key, text);
  };
  /** Shows the thread as it is on the disk once it is there. */
  const put = async (
    changed: Thread,
    write: () => Promise<Thread> = () => saveThread(database, projectId(), changed),
  ): Promise<boolean> => {
    set({ saving: { kind: 'saving' } });
    try {
      const thread = await write();
      set({ saving: { kind: 'saved' }, ...withThread(get(), thread) });
      tellTabs();
      return true;
    } catch (error) {
      set({ saving: { kind: 'failed', message: messageOf(error) } });
      return false;
    }
  };
  /** Of a message there is the draft until it is saved; of a change of the state there is nothing else. */
  const change = (thread: Thread): Promise<boolean> => {
    const kept = { projectId: projectId(), thread };
    return put(thread, () => keeping.whileSaving(kept, () => saveThread(database, kept.projectId, thread)));
  };
  const messageFrom = (body: string): Message => {
    const written = body.trim().slice(0, LIMITS.note).toWellFormed();
    return { id: newId() as MessageId, by: session.getState().annotatorId, at: now(), body: written };
  };

  return {
    keepDraft,
    start: async (place, body, isGuidelineQuestion) => {
      if (body.trim() === '') return false;
      const message = messageFrom(body);
      const { articleId, spans, range, quote } = place;
      const id = newId() as ThreadId;
      const kind = { isGuidelineQuestion, isResolved: false, changedAt: message.at };
      const thread: Thread = { id, articleId, spans, range, quote, ...kind, messages: [message] };
      const isSaved = await put(thread);
      if (isSaved) keepDraft(placeKey(place), '');
      return isSaved;
    },
    reply: async (thread, body) => {
      if (body.trim() === '') return false;
      const message = messageFrom(body);
      const isSaved = await put({
        ...thread,
        messages: [...thread.messages, message],
        ...(thread.isResolved ? { isResolved: false, changedAt: message.at } : {}),
      });
      if (isSaved) keepDraft(thread.id, '');
      return isSaved;
    },
    mark: (thread, isGuidelineQuestion) => change({ ...thread, isGuidelineQuestion, changedAt: now() }),
    resolve: (thread, isResolved) => change({ ...thread, isResolved, changedAt: now() }),
  };
}

function shown(all: readonly Thread[]): Pick<ThreadsState, 'threads' | 'discussed'> {
  const threads = all.toSorted((a, b) => compareTimes(startOf(a), startOf(b)) || compareText(a.id, b.id));
  const discussed = new Set(threads.filter(({ isResolved }) => !isResolved).flatMap(({ spans }) => spans.map(refKey)));
  return { threads, discussed };
}

function startOf({ messages }: Thread): string {
  return messages[0]?.at ?? '';
}

/** Puts a thread that was added or changed wherever it is shown. */
function withThread(state: ThreadsState, thread: Thread): Partial<ThreadsState> {
  const { articleId, questions, counts } = state;
  const before = state.threads.find(({ id }) => id === thread.id);
  const threads = before ? state.threads.map((each) => (each === before ? thread : each)) : [...state.threads, thread];
  return {
    ...(articleId === thread.articleId ? { ...shown(threads), counts: withCount(counts, articleId, threads) } : {}),
    ...(questions && {
      questions: questions.map((each) => (each.thread.id === thread.id ? { ...each, thread } : each)),
    }),
  };
}

function withCount(
  counts: ReadonlyMap<ArticleId, ThreadCount>,
  articleId: ArticleId,
  threads: readonly Thread[],
): ReadonlyMap<ArticleId, ThreadCount> {
  const [own] = countsOf(threads).values();
  return own ? new Map([...counts, [articleId, own]]) : counts;
}

function countsOf(threads: readonly Thread[]): ReadonlyMap<ArticleId, ThreadCount> {
  const counts = new Map<ArticleId, ThreadCount>();
  for (const { articleId, isResolved } of threads) {
    const { open, resolved } = counts.get(articleId) ?? { open: 0, resolved: 0 };
    counts.set(articleId, isResolved ? { open, resolved: resolved + 1 } : { open: open + 1, resolved });
  }
  return counts;
}

/** The threads about one of the spans. */
export function threadsAbout(threads: readonly Thread[], refs: readonly SpanRef[]): readonly Thread[] {
  const wanted = new Set(refs.map(refKey));
  return threads.filter(({ spans }) => spans.some((ref) => wanted.has(refKey(ref))));
}
