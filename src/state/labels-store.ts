import { type Followed } from '#core/labels/follow-rule.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { mergeLabelSets } from '#core/labels/merge-label-sets.ts';
import { READY_MADE_LABEL_SETS } from '#core/labels/ready-made-label-sets.ts';
import { withFreshIds } from '#core/relabel/fresh-ids.ts';
import { type LayerOutcome, type LayerWithText, outcomesOf } from '#core/relabel/outcome.ts';
import { countUses, type Uses } from '#core/relabel/uses.ts';
import { type Problem, type ReadResult } from '#formats/problem.ts';
import { isSameLabelSet, isStanding, readAllLayers } from '#storage/label-changes.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { additionsInWords } from './additions-in-words.ts';
import { type AnnotateStore } from './annotate-store.ts';
import { type Dependencies } from './dependencies.ts';
import { labelSetFileName } from './label-set-file-name.ts';
import { type ChangeResult, makeLabelChange, takeBackLabelChange } from './make-label-change.ts';
import { type SessionStore } from './session-store.ts';

/** A change of the label set that waits for a yes: what would be done, and what it would do to whom. */
export interface PreparedChange extends Followed {
  readonly title: string;
  /** What was done, once it is. */
  readonly text: string;
  readonly outcomes: readonly LayerOutcome[];
  /** What comes in or goes besides, as sentences. */
  readonly notes: readonly string[];
}

/** A file that holds no label set, and why. */
export interface RefusedFile {
  readonly fileName: string;
  readonly problems: readonly Problem[];
}

export interface LabelsState {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Why the last action was not done, or empty. */
  readonly failure: string;
  readonly isBusy: boolean;
  /** Every layer of the project, read through the changes of the label set. */
  readonly layers: readonly LayerWithText[];
  readonly uses: Uses;
  readonly prepared: PreparedChange | undefined;
  readonly refused: RefusedFile | undefined;

  /** Reads layers and changes; the label set itself is the session's project's. */
  readonly load: () => Promise<void>;
  /** Saves a change that no layer has to follow, made from the label set as it is when its turn comes. */
  readonly change: (text: string, make: (labelSet: LabelSet) => LabelSet) => Promise<boolean>;
  /** Does at once what no span or link has to follow, and else shows what it would do. */
  readonly follow: (title: string, text: string, make: (labelSet: LabelSet) => Followed) => Promise<void>;
  /** Does what is prepared. */
  readonly confirm: () => Promise<boolean>;
  readonly cancel: () => void;
  /** Undoes the last change that stands. */
  readonly undo: () => Promise<void>;
  /** An id for something new. */
  readonly freshId: () => string;
  readonly saveFile: () => Promise<void>;
  /** Reads a label set file and shows what opening it would add. */
  readonly openFile: (file: File) => Promise<void>;
  /** Shows what a ready-made label set would add or, where nothing is marked yet, replace. */
  readonly choose: (id: string) => void;
  readonly dismiss: () => void;
}

export type LabelsStore = StoreApi<LabelsState>;

/** Makes the store of the label set's editing. */
export function createLabelsStore(
  dependencies: Dependencies,
  session: SessionStore,
  annotate: AnnotateStore,
): LabelsStore {
  const { database, newId, now, download } = dependencies;
  const project = () => session.getState().project;
  let tail: Promise<unknown> = Promise.resolve();

  return createStore<LabelsState>((set, get) => {
    /** One after another, each on what the one before left. */
    const inTurn = async <T>(job: () => Promise<T>): Promise<T> => {
      const mine = tail.then(job);
      tail = mine.catch(() => undefined);
      return mine;
    };
    const read = async (): Promise<void> => {
      const layers = await readAllLayers(database, project().id);
      set({ phase: 'ready', layers, uses: countUses(layers.map(({ layer }) => layer)) });
    };
    /** Does a job when all edits are on the disk; says how it ended, and shows what is there then. */
    const run = async (job: () => Promise<ChangeResult>): Promise<boolean> => {
      set({ isBusy: true, failure: '' });
      let failure = '';
      try {
        await annotate.getState().settled();
        const result: ChangeResult =
          annotate.getState().saving.kind === 'saved' ? await job() : { ok: false, message: UNSAVED };
        if (result.ok) annotate.getState().say(result.text);
        else failure = result.message;
      } catch (error) {
        failure = (error as StorageError).message;
      }
      await session
        .getState()
        .refresh()
        .then(read)
        .catch((error: unknown) => {
          failure ||= (error as StorageError).message;
        });
      set({ isBusy: false, failure });
      return failure === '';
    };
    const make = (followed: Followed, text: string): Promise<boolean> =>
      run(async () => {
        const message = await problemWith(followed.after);
        if (message !== undefined) return { ok: false, message };
        return makeLabelChange(dependencies, session, followed, text);
      });
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
          if (last) await run(() => takeBackLabelChange(dependencies, session, last));
          else annotate.getState().say('There is nothing to undo.');
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
          const result = await readFile(file);
          if (!result.ok) set({ refused: { fileName: file.name, problems: result.problems } });
          else prepareAdding(result.value, `Open “${file.name}”`, `Added the label set of “${file.name}”.`, false);
        }),
      choose: (id) => {
        const chosen = READY_MADE_LABEL_SETS.find((known) => known.id === id);
        if (chosen)
          prepareAdding(chosen.labelSet, `Use “${chosen.name}”`, `Took the label set “${chosen.name}”.`, true);
      },
      dismiss: () => {
        set({ failure: '', refused: undefined });
      },
    };
  });
}

const UNSAVED = 'The last edit could not be saved. Open the article again and save it before you change the label set.';

/** The checks of a file, loaded when they are first needed. */
async function problemWith(labelSet: LabelSet): Promise<string | undefined> {
  const { problemsWithLabelSet } = await import('#formats/label-set/read.ts');
  const [first] = problemsWithLabelSet(labelSet);
  return first && `The label set cannot be like that: ${first.place}: ${first.message}.`;
}

async function readFile(file: File): Promise<ReadResult<LabelSet>> {
  const { problemWithLabelSetSize, readLabelSetBytes } = await import('#formats/label-set/read.ts');
  const tooLarge = problemWithLabelSetSize(file.size);
  if (tooLarge) return { ok: false, problems: [tooLarge] };
  try {
    return readLabelSetBytes(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const message = `the browser could not read the file (${error.name}): it was moved, changed or locked since it was chosen`;
    return { ok: false, problems: [{ place: 'file', message }] };
  }
}
