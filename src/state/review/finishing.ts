import { saveReview } from '#storage/reviews.ts';
import { isOpen, isPlain } from './review-items.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { type WriteQueue } from './review-saving.ts';
import { rowsOf } from './queue-rows.ts';

/** Finishing the review of an article, and what comes after it. */
export function createFinishing(
  { dependencies, session, library, set, get }: ReviewParts,
  queue: WriteQueue,
): Pick<ReviewState, 'finish' | 'nextArticle'> {
  return {
    finish: async () => {
      const { phase, items, article, layers, goTo, say } = get();
      if (phase !== 'open') return false;
      if (layers.length === 0) {
        say('Nobody has finished this article yet: there is nothing to review.');
        return false;
      }
      const open = items.find((item) => isOpen(item) && !isPlain(item)) ?? items.find(isOpen);
      if (open) {
        goTo(open.id, true);
        say(whyNot(items.filter(isOpen).length, open.state));
        return false;
      }
      const { project, annotatorId: by } = session.getState();
      const finishedAt = dependencies.now();
      const { annotatorIds } = get().choice;
      const compared = annotatorIds && { compared: [...annotatorIds] };
      const row = { projectId: project.id, articleId: article.id, finishedAt, by, ...compared };
      set({ finishedAt });
      queue.push(async () => {
        await saveReview(dependencies.database, row);
        dependencies.tellReviewed([article.id]);
      });
      await queue.settled();
      return get().saving.kind === 'saved';
    },
    nextArticle: () => {
      const { article, queue: shown } = get();
      const rows = rowsOf(library.getState().present(), shown, get().choice);
      const at = rows.findIndex(({ id }) => id === article.id);
      const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
      return others.find(({ state }) => state !== 'done' && state !== 'waiting')?.id;
    },
  };
}

function whyNot(count: number, state: string): string {
  const rest = count === 1 ? 'One group is still open' : `${count} groups are still open`;
  const words = { deferred: 'this one was put off', stale: 'this one has changed since it was decided' };
  const why = state === 'deferred' || state === 'stale' ? `: ${words[state]}` : '';
  return `The article cannot be finished. ${rest}${why}.`;
}
