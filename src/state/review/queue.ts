import { type ArticleId } from '#core/project/project.ts';
import { type ArticleFigures, countGroups } from '#core/review/article-figures.ts';
import { messageOf } from '#state/message-of.ts';
import { comparedArticles } from './compared.ts';
import { type Remembering } from './remembering.ts';
import { type ReviewParts, type ReviewState, type ReviewWrites } from './review-parts.ts';

type Queue = Pick<
  ReviewState,
  'readQueue' | 'cancelQueue' | 'sortQueue' | 'filterQueue' | 'countAgain' | 'hear' | 'noteOpen'
>;

/** The queue of articles: counted in a worker, and the open one from what is in memory. */
export function createQueue(
  { dependencies, session, library, annotate, set, get }: ReviewParts,
  ready: Remembering['ready'],
  writes: ReviewWrites,
): Queue {
  const { reviewing, newId } = dependencies;
  let turn = 0;
  /** Counts of the open article that are newer than what is still being counted, by when they were made. */
  const noted = new Map<ArticleId, number>();
  let notes = 0;

  const put = (some: readonly ArticleFigures[]): void => {
    const { queue } = get();
    set({
      queue: { ...queue, figures: new Map([...queue.figures, ...some.map((each) => [each.articleId, each] as const)]) },
    });
  };

  /** What was counted of an article in which something has been decided since. */
  const withNoted = (counted: ArticleFigures): ArticleFigures => {
    const { articleId, openThreads, f1 } = counted;
    return { ...(get().queue.figures.get(articleId) ?? counted), openThreads, f1 };
  };

  /** Counts these articles; what is known of others stays. */
  const count = async (articleIds: readonly ArticleId[], isWhole: boolean): Promise<void> => {
    if (isWhole) turn += 1;
    const mine = turn;
    const began = notes;
    const { project } = session.getState();
    const total = articleIds.length;
    try {
      await annotate.getState().settled();
      await writes.settled();
      await ready();
      const choice = comparedArticles(project.id, articleIds, get().choice);
      await reviewing.count(choice, (some, done) => {
        if (mine !== turn || project.id !== session.getState().project.id) return;
        put(some.map((each) => ((noted.get(each.articleId) ?? 0) > began ? withNoted(each) : each)));
        if (isWhole) set({ queue: { ...get().queue, progress: { done, total } } });
      });
      if (mine === turn && isWhole) set({ queue: { ...get().queue, phase: 'ready', progress: undefined } });
    } catch (error) {
      if (mine !== turn) return;
      const failure = messageOf(error);
      set({ queue: { ...get().queue, phase: 'failed', failure, progress: undefined } });
    }
  };

  return {
    readQueue: async () => {
      const { queue } = get();
      const seed = queue.seed === '' ? newId() : queue.seed;
      // What was counted before stands until it is counted anew.
      set({ queue: { ...queue, phase: 'reading', failure: '', progress: undefined, seed } });
      await library.getState().whenRead();
      const begun = library
        .getState()
        .present()
        .filter(({ progress }) => progress.length > 0);
      await count(
        begun.map(({ id }) => id),
        true,
      );
    },
    cancelQueue: () => {
      if (get().queue.phase !== 'reading') return;
      turn += 1;
      set({ queue: { ...get().queue, phase: 'cancelled', progress: undefined } });
      reviewing.close();
    },
    sortQueue: (order) => {
      set({ queue: { ...get().queue, order } });
    },
    filterQueue: (filter) => {
      set({ queue: { ...get().queue, filter: { ...get().queue.filter, ...filter } } });
    },
    countAgain: (articleIds) => count(articleIds, false),
    hear: async (articleIds) => {
      const { article, refresh, queue: shown, countAgain } = get();
      if (articleIds.includes(article.id)) await refresh();
      if (shown.phase !== 'closed') await countAgain(articleIds);
    },
    noteOpen: () => {
      const { phase, article, groups, gold, layers, finishedAt, queue } = get();
      if (phase !== 'open' || !gold || queue.phase === 'closed') return;
      noted.set(article.id, (notes += 1));
      // What deciding does not change is as it was counted.
      const { openThreads = 0, f1 } = queue.figures.get(article.id) ?? {};
      put([{ ...countGroups(article.id, groups, gold, layers), finishedAt, openThreads, f1 }]);
    },
  };
}
