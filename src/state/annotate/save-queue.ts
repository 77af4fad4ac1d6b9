import { type LabelUndo, undoLabelChange } from '#storage/label-changes.ts';
import { appendSteps, type LayerStep, type Step } from '#storage/layers.ts';
import { type Database } from '#storage/database.ts';
import { type LayerKey, nameOfLayer } from '#storage/rows.ts';
import { createWriteQueue, type WriteQueue } from '#state/write-queue.ts';
import { type Saving } from './annotate-state.ts';

interface Waiting {
  readonly steps: readonly LayerStep[];
  readonly labels: LabelUndo | undefined;
}

/** Steps on their way to the disk, one after another in the order in which they were made. */
export interface SaveQueue extends Pick<WriteQueue<Waiting>, 'retry' | 'settled'> {
  /**
   * Adds steps that are written together or not at all, and with them the undoing of a change of the label set where they
   * take one back; `report` hears how far the disk is after every change.
   */
  readonly push: (steps: readonly LayerStep[], labels?: LabelUndo) => void;
  /** Resolves when everything is on the disk, however often that has to be tried again. */
  readonly emptied: () => Promise<void>;
  /** The steps that are not on the disk yet, oldest first; without those that undo a change of the label set. */
  readonly allWaiting: () => readonly LayerStep[];
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
  retryLater: (job: () => void) => void,
  onWritten: (steps: readonly LayerStep[]) => void,
): SaveQueue {
  const onEmptied: (() => void)[] = [];
  const { push, retry, settled, waiting } = createWriteQueue<Waiting>(
    async ({ steps, labels }) => {
      if (labels) await undoLabelChange(database, labels, steps);
      else await appendSteps(database, steps);
    },
    (saving) => {
      report(saving);
      if (waiting.length === 0) for (const resolve of onEmptied.splice(0)) resolve();
    },
    retryLater,
    ({ steps }) => {
      onWritten(steps);
    },
  );
  return {
    push: (steps, labels) => {
      push({ steps, labels });
    },
    retry,
    settled,
    emptied: () =>
      waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            onEmptied.push(resolve);
          }),
    allWaiting: () => waiting.flatMap(({ steps, labels }) => (labels ? [] : steps)),
    waitingFor: (key) => {
      const name = nameOfLayer(key);
      return waiting
        .flatMap(({ steps }) => steps.filter(({ key: other }) => nameOfLayer(other) === name))
        .map(({ step }) => step);
    },
  };
}
