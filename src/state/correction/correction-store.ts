import { t } from '#language/t.ts';
import { type ArticleId } from '#core/project/project.ts';
import { freezeText } from '#core/text/freeze.ts';
import { loadArticle } from '#storage/articles.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { createComparing } from './correction-comparing.ts';
import { createDeciding, decisionsIn } from './correction-deciding.ts';
import { createDraftKeeper, draftKeyOf, loadDraft } from './correction-draft.ts';
import { createSavingCorrection } from './correction-saving.ts';
import { type CorrectionState, hasDraft, NOTHING_CORRECTED } from './correction-state.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type LibraryStore } from '#state/library-store.ts';
import { type SessionStore } from '#state/session-store.ts';

export type CorrectionStore = StoreApi<CorrectionState>;

/** The texts are compared when nobody has typed for so long, in milliseconds. */
const COMPARE_AFTER_MS = 200;

/** Correcting the text of an article, which makes a new article that everyone's layers are carried to. */
export function createCorrectionStore(
  dependencies: Dependencies,
  session: SessionStore,
  annotate: AnnotateStore,
  library: LibraryStore,
): CorrectionStore {
  const { database } = dependencies;
  return createStore<CorrectionState>((set, get) => {
    const parts = { dependencies, session, set, get };
    const comparing = createComparing(parts);
    const keeper = createDraftKeeper(database, (message) => {
      set({ failure: t`What you typed is not kept on the disk. ${message}` });
    });
    let turn = 0;
    /** The saving that goes on, which nothing may disturb. */
    let saving: Promise<unknown> = Promise.resolve();

    const reset = (): void => {
      turn += 1;
      comparing.stop();
      set(NOTHING_CORRECTED);
    };
    const save = createSavingCorrection(parts, comparing, { keeper, annotate, library, reset });

    const keepDraft = (): void => {
      const { article, draft, decisions } = get();
      const key = draftKeyOf(comparing.projectId(), article.id);
      keeper.keep(key, hasDraft(get()) ? { text: draft, decisions } : undefined);
    };
    const show = async (articleId: ArticleId, mine: number): Promise<void> => {
      // What was annotated last may still be on its way to the disk.
      await annotate.getState().settled();
      await keeper.kept();
      const article = await loadArticle(database, comparing.projectId(), articleId);
      const kept = await loadDraft(database, draftKeyOf(comparing.projectId(), articleId));
      const layers = await comparing.read(articleId);
      if (mine !== turn) return;
      if (!article) {
        set({ phase: 'missing' });
        return;
      }
      comparing.use(layers);
      const draft = kept?.text ?? article.text;
      const decisions: CorrectionState['decisions'] = kept?.decisions ?? new Map();
      set({ phase: 'open', article, draft, isFromBefore: draft !== article.text, decisions });
      await comparing.compare(0);
    };

    return {
      ...NOTHING_CORRECTED,

      open: async (articleId) => {
        await saving;
        reset();
        const mine = turn;
        set({ phase: 'opening' });
        try {
          await show(articleId, mine);
        } catch (error) {
          if (mine === turn) set({ phase: 'failed', failure: (error as StorageError).message });
        }
      },
      close: () => {
        if (get().phase !== 'saving') reset();
      },
      type: (typed) => {
        if (get().phase !== 'open') return;
        const { draft, decisions } = get();
        const { text } = freezeText(typed);
        set({ draft: text, decisions: decisionsIn(draft, text, decisions), failure: '' });
        keepDraft();
        void comparing.compare(COMPARE_AFTER_MS);
      },
      discard: async () => {
        if (get().phase !== 'open') return;
        set({ draft: get().article.text, decisions: new Map(), isFromBefore: false, failure: '' });
        keepDraft();
        await comparing.compare(0);
      },
      ...createDeciding(parts, comparing, keepDraft),
      compared: comparing.compared,
      kept: keeper.kept,
      save: () => {
        const done = save();
        saving = done;
        return done;
      },
    };
  });
}
