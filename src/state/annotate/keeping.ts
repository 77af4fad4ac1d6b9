import { createUnsavedKeeper } from '#state/unsaved-keeper.ts';
import { unsavedSteps } from '#storage/unsaved.ts';
import { type AnnotateState, type Parts } from './annotate-parts.ts';
import { type SaveQueue } from './save-queue.ts';

/** The last moment of a page: what is still on its way to the disk is kept for the next start. */
export function createKeeping(
  { dependencies }: Parts,
  queue: Pick<SaveQueue, 'allWaiting' | 'emptied'>,
): Pick<AnnotateState, 'keepUnsaved'> {
  const keeper = createUnsavedKeeper(dependencies, 'steps');
  return {
    keepUnsaved: () => {
      const steps = queue.allWaiting();
      if (steps.length === 0) return;
      keeper.keep(unsavedSteps(steps));
      // A page that was only hidden goes on saving; what is kept twice is told apart by its numbers and times.
      void queue.emptied().then(keeper.forget);
    },
  };
}
