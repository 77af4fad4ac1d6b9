import { t } from '#language/t.ts';
import { type Followed } from '#core/labels/follow-rule.ts';
import { countUses } from '#core/relabel/uses.ts';
import { readAllLayers } from '#storage/label-changes.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { problemWithLabelSet } from './label-set-files.ts';
import { type LabelsState } from './labels-state.ts';
import { type ChangeResult, makeLabelChange } from './make-label-change.ts';
import { type SessionStore } from '#state/session-store.ts';

/** How changes of the label set are run. */
export interface LabelsRunning {
  /** One after another, each on what the one before left. */
  readonly inTurn: <T>(job: () => Promise<T>) => Promise<T>;
  /** Shows what is on the disk; rejects where it cannot be read. */
  readonly read: () => Promise<void>;
  /**
   * Does a job when all edits are on the disk; says how it ended, and shows what is there then: the layers only where they
   * may have followed, for reading all of them takes a while.
   */
  readonly run: (job: () => Promise<ChangeResult>, followsLayers: boolean) => Promise<boolean>;
  /** Changes the label set, with the layers that follow. */
  readonly make: (followed: Followed, text: string) => Promise<boolean>;
}

/** Makes what runs the changes of one store. */
export function createLabelsRunning(
  dependencies: Dependencies,
  session: SessionStore,
  annotate: AnnotateStore,
  set: (part: Partial<LabelsState>) => void,
): LabelsRunning {
  const { database } = dependencies;
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = async <T>(job: () => Promise<T>): Promise<T> => {
    const mine = tail.then(job);
    tail = mine.catch(() => undefined);
    return mine;
  };
  const read = async (): Promise<void> => {
    const layers = await readAllLayers(database, session.getState().project.id);
    set({ phase: 'ready', layers, uses: countUses(layers.map(({ layer }) => layer)) });
  };
  const run: LabelsRunning['run'] = async (job, followsLayers) => {
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
      .then(followsLayers ? read : undefined)
      .catch((error: unknown) => {
        failure ||= (error as StorageError).message;
      });
    set({ isBusy: false, failure });
    return failure === '';
  };
  const make = (followed: Followed, text: string): Promise<boolean> =>
    run(async () => {
      const message = await problemWithLabelSet(followed.after);
      if (message !== undefined) return { ok: false, message };
      return makeLabelChange(dependencies, session, followed, text);
    }, followed.rules.length > 0);
  return { inTurn, read, run, make };
}

const UNSAVED = t`The last edit could not be saved. Open the article again and save it before you change the label set.`;
