import { t } from '#language/t.ts';
import { mergeLabelSets } from '#core/labels/merge-label-sets.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { READY_MADE_LABEL_SETS } from '#core/labels/ready-made-label-sets.ts';
import { withFreshIds } from '#core/relabel/fresh-ids.ts';
import { outcomesOf } from '#core/relabel/outcome.ts';
import { isSameLabelSet, isStanding } from '#storage/label-changes.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { additionsInWords } from '#state/correction/additions-in-words.ts';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { labelSetFileName } from './label-set-file-name.ts';
import { readLabelSetFile } from './label-set-files.ts';
import { createLabelsRunning } from './labels-running.ts';
import { type LabelsState } from './labels-state.ts';
import { takeBackLabelChange } from './make-label-change.ts';
import { type SessionStore } from '#state/session-store.ts';

export type LabelsStore = StoreApi<LabelsState>;

/** Makes the store of the label set's editing. */
export function createLabelsStore(
  dependencies: Dependencies,
  session: SessionStore,
  annotate: AnnotateStore,
): LabelsStore {
  const { newId, now, download } = dependencies;
  const project = () => session.getState().project;

  return createStore<LabelsState>((set, get) => {
    const { inTurn, read, run, make } = createLabelsRunning(dependencies, session, annotate, set);
    const prepareAdding = (labelSet: LabelSet, title: string, text: string, mayReplace: boolean): void => {
      const fresh = withFreshIds(labelSet, session.getState().labelChanges.filter(isStanding), newId);
      const before = project().labelSet;
      const replaces = mayReplace && get().uses.size === 0;
      const after = replaces ? fresh : mergeLabelSets(before, fresh);
      const notes = additionsInWords(before, after);
      set({ failure: '', refused: undefined, prepared: { title, text, after, rules: [], outcomes: [], notes } });
    };

    return {
      phase: 'loading',
      failure: '',
      isBusy: false,
      layers: [],
      uses: new Map(),
      prepared: undefined,
      refused: undefined,

      load: () =>
        inTurn(async () => {
          try {
            await annotate.getState().settled();
            await session.getState().refresh();
            await read();
          } catch (error) {
            set({ phase: 'failed', failure: (error as StorageError).message });
          }
        }),
      change: (text, makeFrom) =>
        inTurn(async () => {
          const before = project().labelSet;
          const after = makeFrom(before);
          return isSameLabelSet(before, after) || make({ after, rules: [] }, text);
        }),
      follow: (title, text, makeFrom) =>
        inTurn(async () => {
          const before = project().labelSet;
          const followed = makeFrom(before);
          const outcomes = outcomesOf(get().layers, { ...followed, at: now() });
          const notes = additionsInWords(before, followed.after);
          if (outcomes.length > 0) set({ failure: '', prepared: { ...followed, title, text, outcomes, notes } });
          else await make(followed, text);
        }),
      confirm: () =>
        inTurn(async () => {
          const { prepared } = get();
          if (!prepared) return false;
          set({ prepared: undefined });
          return make(prepared, prepared.text);
        }),
      cancel: () => {
        set({ prepared: undefined });
      },
      undo: () =>
        inTurn(async () => {
          const last = session.getState().labelChanges.findLast(({ isUndone }) => !isUndone);
          if (last) await run(() => takeBackLabelChange(dependencies, session, last), last.rules.length > 0);
          else annotate.getState().say(t`There is nothing to undo.`);
        }),
      freshId: newId,
      saveFile: async () => {
        const { writeLabelSet } = await import('#formats/label-set/write.ts');
        const blob = new Blob([writeLabelSet(project().labelSet)], { type: 'application/json' });
        download(labelSetFileName(project().name), blob);
      },
      openFile: (file) =>
        inTurn(async () => {
          set({ failure: '', refused: undefined });
          const result = await readLabelSetFile(file);
          if (!result.ok) set({ refused: { fileName: file.name, problems: result.problems } });
          else prepareAdding(result.value, t`Open “${file.name}”`, t`Added the label set of “${file.name}”.`, false);
        }),
      choose: (id) => {
        const chosen = READY_MADE_LABEL_SETS.find((known) => known.id === id);
        if (chosen)
          prepareAdding(chosen.labelSet, t`Use “${chosen.name}”`, t`Took the label set “${chosen.name}”.`, true);
      },
      dismiss: () => {
        set({ failure: '', refused: undefined });
      },
    };
  });
}
