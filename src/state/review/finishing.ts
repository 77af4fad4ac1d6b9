import { t } from '#language/t.ts';
import { plural } from '#language/numbers.ts';
import { isOpen, isPlain } from './review-items.ts';
import { type ReviewParts, type ReviewState, type ReviewWrites } from './review-parts.ts';
import { rowsOf } from './queue-rows.ts';

/** Finishing the review of an article, and what comes after it. */
export function createFinishing(
  { dependencies, session, library, set, get }: ReviewParts,
  queue: ReviewWrites,
): Pick<ReviewState, 'finish' | 'nextArticle'> {
  return {
    finish: async () => {
      const { phase, items, article, layers, goTo, say } = get();
      if (phase !== 'open') return false;
      if (layers.length === 0) {
        say(t`Nobody has finished this article yet: there is nothing to review.`);
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
      get().noteOpen();
      queue.push({ kind: 'finish', row });
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

function whyNot(groups: number, state: string): string {
  return `${t`The article cannot be finished.`} ${stillOpen(groups, state)}`;
}

function stillOpen(groups: number, state: string): string {
  switch (state) {
    case 'deferred':
      return groups === 1
        ? t`One group is still open: this one was put off.`
        : plural(
            groups,
            '# group is still open: this one was put off.',
            '# groups are still open: this one was put off.',
          );
    case 'stale':
      return groups === 1
        ? t`One group is still open: this one has changed since it was decided.`
        : plural(
            groups,
            '# group is still open: this one has changed since it was decided.',
            '# groups are still open: this one has changed since it was decided.',
          );
    default:
      return groups === 1
        ? t`One group is still open.`
        : plural(groups, '# group is still open.', '# groups are still open.');
  }
}
