import { appendDecisions } from '#storage/decisions.ts';
import { saveReview } from '#storage/reviews.ts';
// Wholly types: what restores them is loaded only where there is something to restore.
import type { ReviewWrite, UnsavedReview } from '#storage/unsaved-review.ts';
import { downloadHeld } from '#state/download-held.ts';
import { createUnsavedKeeper } from '#state/unsaved-keeper.ts';
import { createWriteQueue } from '#state/write-queue.ts';
import { type ReviewParts, type ReviewState, type ReviewWrites } from './review-parts.ts';

/** Writes what a reviewer does, one after another; what is still on its way when the page goes is kept for the next start. */
export function createReviewWriting({
  dependencies,
  session,
  set,
  get,
}: ReviewParts): ReviewWrites & Pick<ReviewState, 'keepUnsaved' | 'downloadFromMemory'> {
  const { database, retryLater, tellReviewed } = dependencies;
  const keeper = createUnsavedKeeper(dependencies, 'review');
  const write = async (job: ReviewWrite): Promise<void> => {
    if (job.kind === 'finish') {
      await saveReview(database, job.row);
      tellReviewed([job.row.articleId]);
    } else {
      await appendDecisions(database, job.projectId, job.decisions);
      tellReviewed([...new Set(job.decisions.map(({ articleId }) => articleId))]);
    }
  };
  const queue = createWriteQueue<ReviewWrite>(
    write,
    (saving) => {
      set({ saving });
    },
    retryLater,
    () => {
      // Decisions that are kept twice all the same are told apart by their ids.
      if (queue.waiting.length === 0) keeper.forget();
    },
  );
  return {
    ...queue,
    keepUnsaved: () => {
      if (queue.waiting.length === 0) return;
      const value: UnsavedReview = { review: queue.waiting };
      keeper.keep(value);
    },
    downloadFromMemory: async () => {
      const { article, layers, log, say } = get();
      const { project, annotators } = session.getState();
      const held = { project, annotators, articles: [article], layers, decisions: log };
      const failure = await downloadHeld(dependencies, article.title, held);
      if (failure !== '') say(failure);
    },
  };
}
