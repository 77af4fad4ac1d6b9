import { DEFAULT_SETTINGS } from '#core/agreement/agreement-report.ts';
import { type GammaSoFar } from '#core/agreement/progress.ts';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type LibraryStore } from '#state/library-store.ts';
import { messageOf } from '#state/message-of.ts';
import { type SessionStore } from '#state/session-store.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AgreementState } from './agreement-state.ts';
import { comparedState } from './compared-state.ts';
import { createSaving } from './saving.ts';

/** So many cases behind a figure are listed. */
const LISTED = 200;

export type AgreementStore = StoreApi<AgreementState>;

/** The stores that say what is compared, and when all of it is on the disk. */
interface Around {
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
}

const NOTHING = {
  phase: 'closed',
  failure: '',
  progress: undefined,
  sampling: [],
  report: undefined,
  behind: undefined,
} as const;

export function createAgreementStore(
  dependencies: Dependencies,
  { session, library, annotate }: Around,
): AgreementStore {
  const { agreeing: worker, database } = dependencies;
  /** Each grows with what it counts, so that what ends late shows nothing. */
  let turn = 0;
  let looking = 0;
  /** What the report is of, as it was on the disk before the report was computed. */
  let computedFor: string | undefined;
  /** True where somebody came to see the figures while they were computed from what may be over by now. */
  let isAskedAgain = false;

  /** Everything that is on its way to the disk is there, and so is the library: what is compared now. */
  const whatIsCompared = async () => {
    // An edit that is still on its way is compared too.
    await annotate.getState().settled();
    await library.getState().whenRead();
    const { project } = session.getState();
    const articleIds = new Set(
      library
        .getState()
        .present()
        .map(({ id }) => id),
    );
    return { project, articleIds, state: await comparedState(database, project, articleIds) };
  };

  return createStore<AgreementState>((set, get) => ({
    ...NOTHING,
    settings: DEFAULT_SETTINGS,
    visit: async () => {
      // Whoever has cancelled it says when it is computed.
      if (get().phase === 'cancelled') return;
      if (get().phase === 'ready') {
        const now = await whatIsCompared().catch(() => undefined);
        if (get().phase === 'ready' && now?.state === computedFor) return;
      }
      if (get().phase === 'computing') isAskedAgain = true;
      else await get().compute();
    },
    compute: async () => {
      const mine = (turn += 1);
      isAskedAgain = false;
      set({ phase: 'computing', failure: '', progress: undefined, sampling: [] });
      try {
        const { state, ...compared } = await whatIsCompared();
        if (mine !== turn) return;
        const report = await worker.report({ ...compared, settings: get().settings }, (progress) => {
          if (mine === turn) set({ progress, sampling: withSample(get().sampling, progress.gamma) });
        });
        if (mine !== turn) return;
        computedFor = state;
        set({ phase: 'ready', progress: undefined, sampling: [], report });
      } catch (error) {
        if (mine === turn) set({ phase: 'failed', progress: undefined, failure: messageOf(error) });
      }
      if (mine === turn && isAskedAgain) await get().visit();
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
        if (mine === looking) set({ behind: { title, found: undefined, failure: messageOf(error) } });
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

/** Progress is told more often than there are samples. */
function withSample(known: readonly GammaSoFar[], next: GammaSoFar | undefined): readonly GammaSoFar[] {
  return !next || known.at(-1)?.samples === next.samples ? known : [...known, next];
}
