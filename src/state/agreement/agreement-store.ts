import { DEFAULT_SETTINGS } from '#core/agreement/agreement-report.ts';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type LibraryStore } from '#state/library-store.ts';
import { type SessionStore } from '#state/session-store.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AgreementState } from './agreement-state.ts';
import { createSaving, wordsOf } from './saving.ts';

/** So many cases behind a figure are listed. */
const LISTED = 200;

export type AgreementStore = StoreApi<AgreementState>;

/** The stores that say what is compared, and when all of it is on the disk. */
interface Around {
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
}

const NOTHING = { phase: 'closed', failure: '', progress: undefined, report: undefined, behind: undefined } as const;

export function createAgreementStore(
  dependencies: Dependencies,
  { session, library, annotate }: Around,
): AgreementStore {
  const { agreeing: worker } = dependencies;
  /** Each grows with what it counts, so that what ends late shows nothing. */
  let turn = 0;
  let looking = 0;
  /** The library that the report is of. */
  let computedFor: unknown;

  return createStore<AgreementState>((set, get) => ({
    ...NOTHING,
    settings: DEFAULT_SETTINGS,
    visit: async () => {
      const { phase, compute } = get();
      if (phase === 'computing') return;
      await annotate.getState().settled();
      await library.getState().whenRead();
      if (phase !== 'ready' || computedFor !== library.getState().articles) await compute();
    },
    compute: async () => {
      const mine = (turn += 1);
      set({ phase: 'computing', failure: '', progress: undefined });
      try {
        // An edit that is still on its way to the disk is compared too.
        await annotate.getState().settled();
        await library.getState().whenRead();
        if (mine !== turn) return;
        const { articles, present } = library.getState();
        const articleIds = new Set(present().map(({ id }) => id));
        const { project } = session.getState();
        const report = await worker.report({ project, articleIds, settings: get().settings }, (progress) => {
          if (mine === turn) set({ progress });
        });
        if (mine !== turn) return;
        computedFor = articles;
        set({ phase: 'ready', progress: undefined, report });
      } catch (error) {
        if (mine === turn) set({ phase: 'failed', progress: undefined, failure: wordsOf(error) });
      }
    },
    cancel: () => {
      if (get().phase !== 'computing') return;
      turn += 1;
      worker.close();
      set({ phase: 'cancelled', progress: undefined });
    },
    choose: async (changed) => {
      // What is under way is of no use any more.
      if (get().phase === 'computing') worker.close();
      set({ settings: { ...get().settings, ...changed } });
      await get().compute();
    },
    lookBehind: async (question, title) => {
      const mine = (looking += 1);
      set({ behind: { title, found: undefined, failure: '' } });
      try {
        const found = await worker.behind(question, LISTED);
        if (mine === looking) set({ behind: { title, found, failure: '' } });
      } catch (error) {
        if (mine === looking) set({ behind: { title, found: undefined, failure: wordsOf(error) } });
      }
    },
    closeBehind: () => {
      looking += 1;
      set({ behind: undefined });
    },
    leaveProject: () => {
      turn += 1;
      looking += 1;
      computedFor = undefined;
      worker.close();
      set({ ...NOTHING, settings: { ...get().settings, annotatorIds: undefined } });
    },
    ...createSaving(dependencies, session, set, get),
  }));
}
