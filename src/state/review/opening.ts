import { type ComparedLayers, type Group, type SpanRef } from '#core/alignment/group.ts';
import { alignLayers } from '#core/alignment/align-layers.ts';
import { type ArticleId } from '#core/project/project.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type ArticleReview, readReview } from '#storage/article-review.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { blindOrder } from '#core/review/blind-order.ts';
import { withLog } from './committing.ts';
import { isCompared } from './compared.ts';
import { type Remembering } from './remembering.ts';
import { nextOpen } from './review-items.ts';
import { showAgain } from './reading-again.ts';
import { NO_QUEUE } from './queue-state.ts';
import { type ReviewParts, type ReviewState, type ReviewWrites } from './review-parts.ts';
import { type ComparedChoice, EVERYBODY, NOTHING_REVIEWED } from './review-state.ts';
import { type WhyDrafts } from './why-drafts.ts';

type Opening = Pick<ReviewState, 'open' | 'close' | 'leaveProject' | 'refresh' | 'compare' | 'settled' | 'retrySaving'>;

/** More spans than this are aligned off the main thread: below, it takes less than a frame. */
const ALIGNED_HERE = 300;

/** Opening and closing an article, and reading it again. */
export function createOpening(
  { dependencies, session, annotate, set, get }: ReviewParts,
  { ready, choose, areNamesShownIn, forget }: Remembering,
  queue: ReviewWrites,
  drafts: Pick<WhyDrafts, 'load'>,
): Opening {
  let turn = 0;

  const read = async (articleId: ArticleId): Promise<ArticleReview | undefined> => {
    // A layer that is still on its way to the disk is compared as it will be, and a decision is not read twice.
    await annotate.getState().settled();
    await queue.settled();
    await ready();
    const { choice } = get();
    return readReview(dependencies.database, {
      projectId: session.getState().project.id,
      articleId,
      isCompared: (head) => isCompared(choice, head),
    });
  };

  const show = async (mine: number, { article, annotatorIds, finishedAt, ...review }: ArticleReview): Promise<void> => {
    const { layers, log } = review;
    const groups = await groupsOf(dependencies, layers);
    if (mine !== turn) return;
    const paragraphs = paragraphsOf(article.text);
    const letters = blindOrder(article.id, annotatorIds);
    const shown = { phase: 'open', article, paragraphs, layers, groups, letters, finishedAt } as const;
    set({ ...shown, ...withLog(shown, log), areNamesShown: areNamesShownIn(log) });
    const { items, goTo, noteOpen } = get();
    goTo((nextOpen(items, undefined, 1) ?? items[0])?.id, true);
    noteOpen();
  };

  return {
    open: async (articleId, span) => {
      if (get().phase === 'open' && get().article.id === articleId) return goToSpan(get(), span);
      turn += 1;
      const mine = turn;
      set({ ...NOTHING_REVIEWED, phase: 'opening' });
      try {
        const review = await read(articleId);
        await drafts.load();
        if (mine !== turn) return;
        if (!review) return set({ phase: 'missing' });
        await show(mine, review);
        if (mine === turn) goToSpan(get(), span);
      } catch (error) {
        if (mine === turn) set({ phase: 'failed', failure: (error as StorageError).message });
      }
    },
    close: () => {
      turn += 1;
      set(NOTHING_REVIEWED);
    },
    leaveProject: () => {
      turn += 1;
      forget();
      const queueBefore = { ...NO_QUEUE, order: get().queue.order };
      set({ ...NOTHING_REVIEWED, queue: queueBefore, done: [], undone: [], choice: EVERYBODY, areNamesShown: false });
    },
    refresh: async () => {
      const before = get();
      if (before.phase !== 'open') return;
      const mine = turn;
      try {
        const review = await read(before.article.id);
        if (mine === turn && review) showAgain({ set, get }, review);
      } catch (error) {
        if (mine === turn) get().say((error as StorageError).message);
      }
    },
    compare: async (choice: ComparedChoice) => {
      choose(choice);
      set({ queue: { ...get().queue, figures: new Map() } });
      const { refresh, readQueue, queue: shown } = get();
      await refresh();
      if (shown.phase !== 'closed') await readQueue();
    },
    settled: queue.settled,
    retrySaving: queue.retry,
  };
}

/** Goes to the group with this span; stays where no compared layer has it. */
function goToSpan({ items, goTo }: ReviewState, span: SpanRef | undefined): void {
  const item = span && items.find(({ group }) => group && hasSpan(group, span));
  if (item) goTo(item.id, true);
}

function hasSpan({ members }: Group, { annotatorId, spanId }: SpanRef): boolean {
  return members.some((member) => member.annotatorId === annotatorId && member.span?.id === spanId);
}

/** Aligns on the main thread what is aligned within a frame, and the rest in a worker. */
async function groupsOf({ reviewing }: Dependencies, layers: ComparedLayers): Promise<readonly Group[]> {
  const spans = layers.reduce((sum, layer) => sum + layer.spans.length, 0);
  return spans <= ALIGNED_HERE ? alignLayers(layers) : reviewing.align(layers);
}
