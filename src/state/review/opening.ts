import { type ComparedLayers, type Group, type SpanRef } from '#core/alignment/group.ts';
import { alignLayers, realign } from '#core/alignment/align-layers.ts';
import { type ArticleId, type Layer } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type ArticleReview, readReview } from '#storage/article-review.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { blindOrder } from '#core/review/blind-order.ts';
import { layerDigest } from '#core/review/digest.ts';
import { withLog } from './committing.ts';
import { type CommentDrafts } from './comment-drafts.ts';
import { isCompared } from './compared.ts';
import { type Remembering } from './remembering.ts';
import { nextOpen } from './review-items.ts';
import { NO_QUEUE } from './queue-state.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { type WriteQueue } from './review-saving.ts';
import { type ComparedChoice, EVERYBODY, NOTHING_REVIEWED, type ReviewData, type ReviewItem } from './review-state.ts';

type Opening = Pick<ReviewState, 'open' | 'close' | 'leaveProject' | 'refresh' | 'compare' | 'settled' | 'retrySaving'>;

/** More spans than this are aligned off the main thread: below, it takes less than a frame. */
const ALIGNED_HERE = 300;

/** Opening and closing an article, and reading it again. */
export function createOpening(
  { dependencies, session, annotate, set, get }: ReviewParts,
  { ready, choose, areNamesShownIn, forget }: Remembering,
  queue: WriteQueue,
  comments: Pick<CommentDrafts, 'load'>,
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

  const show = async (mine: number, review: ArticleReview, isAgain: boolean): Promise<void> => {
    const before = get();
    const areSame = isAgain && sameLayers(before.layers, review.layers);
    const layers = areSame ? before.layers : review.layers;
    const groups = areSame
      ? before.groups
      : isAgain
        ? realign(before.groups, layers)
        : await groupsOf(dependencies, layers);
    if (mine !== turn) return;
    const { article, annotatorIds, finishedAt } = review;
    // What was decided while it was being read is not on the disk yet, or was not when it was read.
    const log = withUnsaved(review.log, isAgain ? before.log : []);
    const paragraphs = isAgain ? before.paragraphs : paragraphsOf(article.text);
    const letters = blindOrder(article.id, annotatorIds);
    const shown = { phase: 'open', article, paragraphs, layers, groups, letters, finishedAt } as const;
    set({ ...shown, ...withLog(shown, log), ...(isAgain ? {} : { areNamesShown: areNamesShownIn(log) }) });
    const { items, currentId, goTo } = get();
    if (isAgain && items.some(({ id }) => id === currentId)) goTo(currentId);
    else goTo((isAgain ? itemNear(items, before) : nextOpen(items, undefined, 1))?.id ?? items[0]?.id, true);
  };

  return {
    open: async (articleId, span) => {
      if (get().phase === 'open' && get().article.id === articleId) return goToSpan(get(), span);
      turn += 1;
      const mine = turn;
      set({ ...NOTHING_REVIEWED, phase: 'opening' });
      try {
        const review = await read(articleId);
        await comments.load();
        if (mine !== turn) return;
        if (!review) return set({ phase: 'missing' });
        await show(mine, review, false);
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
        if (mine !== turn || !review || get().draft) return;
        if (!isSame(before, review)) await show(mine, review, true);
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

/** True where nothing of what is shown has changed on the disk. */
function isSame({ layers, log, finishedAt }: ReviewData, now: ArticleReview): boolean {
  return sameLayers(layers, now.layers) && sameLog(log, now.log) && finishedAt === now.finishedAt;
}

/** True where the layers are of the same annotators and say the same; a change of the label set changes them all. */
function sameLayers(before: ComparedLayers, now: ComparedLayers): boolean {
  return before.length === now.length && before.every((layer, index) => nameOf(layer) === nameOf(now[index]!));
}

function nameOf(layer: Layer): string {
  return JSON.stringify([layer.annotatorId, layer.status, layerDigest(layer)]);
}

function sameLog(before: readonly Decision[], now: readonly Decision[]): boolean {
  return before.length === now.length && before.at(-1)?.id === now.at(-1)?.id;
}

/** The log on the disk with what is in memory only, at its end. */
function withUnsaved(stored: readonly Decision[], inMemory: readonly Decision[]): readonly Decision[] {
  const known = new Set(stored.map(({ id }) => id));
  return [...stored, ...inMemory.filter(({ id }) => !known.has(id))];
}

/** The item that stands where the current one stood. */
function itemNear(items: readonly ReviewItem[], { items: before, currentId }: ReviewData): ReviewItem | undefined {
  const from = before.find(({ id }) => id === currentId)?.hull.from ?? 0;
  return items.find(({ hull }) => hull.to > from) ?? items.at(-1);
}
