import { type LabelUndo, undoLabelChange } from '#storage/label-changes.ts';
import { appendSteps, type LayerStep, type Step } from '#storage/layers.ts';
import { type Database } from '#storage/database.ts';
import { type LayerKey, nameOfLayer } from '#storage/rows.ts';
import { StorageError } from '#storage/storage-error.ts';
import { type Saving } from './annotate-state.ts';

/** Steps on their way to the disk, one after another in the order in which they were made. */
export interface SaveQueue {
  /**
   * Adds steps that are written together or not at all, and with them the undoing of a change of the label set where they
   * take one back; `report` hears how far the disk is after every change.
   */
  readonly push: (steps: readonly LayerStep[], labels?: LabelUndo) => void;
  /** Tries again after a failure; the steps that failed are still here. */
  readonly retry: () => void;
  /** Resolves when nothing waits any more or the disk refuses. */
  readonly settled: () => Promise<void>;
  /** Resolves when everything is on the disk, however often that has to be tried again. */
  readonly emptied: () => Promise<void>;
  /** The steps of a layer that are not on the disk yet, oldest first. */
  readonly waitingFor: (key: LayerKey) => readonly Step[];
}

/**
 * Makes a queue that writes the steps of one action in their own transaction and says "saved" only when all of them have committed. A
 * failed step stays at the head of the queue until `retry` succeeds. `onWritten` hears what is on the disk.
 */
export function createSaveQueue(
  database: Database,
  report: (saving: Saving) => void,
  onWritten: (steps: readonly LayerStep[]) => void,
): SaveQueue {
  const waiting: { readonly steps: readonly LayerStep[]; readonly labels: LabelUndo | undefined }[] = [];
  const onEmptied: (() => void)[] = [];
  let running: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    let end: Saving = { kind: 'saved' };
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        if (next.labels) await undoLabelChange(database, next.labels, next.steps);
        else await appendSteps(database, next.steps);
        waiting.shift();
        onWritten(next.steps);
      }
    } catch (error) {
      end = { kind: 'failed', message: error instanceof StorageError ? error.message : String(error) };
    }
    // Before the report: whoever hears it may push the next step at once.
    running = undefined;
    report(end);
    if (waiting.length === 0) for (const resolve of onEmptied.splice(0)) resolve();
  };
  const start = (): void => {
    report({ kind: 'saving' });
    running ??= drain();
  };
  const settled = async (): Promise<void> => {
    if (!running) return;
    await running;
    // More may have been pushed meanwhile.
    await settled();
  };
  return {
    push: (steps, labels) => {
      waiting.push({ steps, labels });
      start();
    },
    retry: () => {
      if (waiting.length > 0) start();
    },
    settled,
    emptied: () =>
      waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            onEmptied.push(resolve);
          }),
    waitingFor: (key) => {
      const name = nameOfLayer(key);
      return waiting
        .flatMap(({ steps }) => steps.filter(({ key: other }) => nameOfLayer(other) === name))
        .map(({ step }) => step);
    },
  };
}
