import { realign } from '#core/alignment/align-layers.ts';
import { type ComparedLayers } from '#core/alignment/group.ts';
import { type Layer } from '#core/project/project.ts';
import { blindOrder } from '#core/review/blind-order.ts';
import { type Decision } from '#core/review/decision.ts';
import { layerDigest } from '#core/review/digest.ts';
import { type ArticleReview } from '#storage/article-review.ts';
import { withLog } from './committing.ts';
import { currentItem } from './review-items.ts';
import { type ReviewParts } from './review-parts.ts';
import { type ReviewData, type ReviewItem } from './review-state.ts';

/**
 * Shows the open article as it is on the disk now, and leaves what the reviewer was doing as it was. What is being changed
 * goes on with the layers, and about the group, that it began with: others are shown when it is saved or left.
 */
export function showAgain({ set, get }: Pick<ReviewParts, 'set' | 'get'>, review: ArticleReview): void {
  const before = get();
  const areSame = sameLayers(before.layers, review.layers);
  if (areSame && sameLog(before.log, review.log) && before.finishedAt === review.finishedAt) return;
  if (before.draft && !areSame) return;
  const { article, annotatorIds, finishedAt } = review;
  const layers = areSame ? before.layers : review.layers;
  const groups = areSame ? before.groups : realign(before.groups, layers);
  const shown = { article, layers, groups, finishedAt, letters: blindOrder(article.id, annotatorIds) };
  // What was decided while it was being read is not on the disk yet, or was not when it was read.
  const folded = withLog(shown, withUnsaved(review.log, before.log));
  const now = folded.items.find(({ id }) => id === before.currentId);
  if (before.draft && !now) return;
  set({ ...shown, ...folded });
  const { goTo, noteOpen } = get();
  goTo((now ?? itemNear(folded.items, before))?.id, now === undefined);
  if (now) set(keptThrough(before, now, areSame));
  noteOpen();
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
function itemNear(items: readonly ReviewItem[], before: ReviewData): ReviewItem | undefined {
  const from = currentItem(before)?.hull.from ?? 0;
  return items.find(({ hull }) => hull.to > from) ?? items.at(-1);
}

/** What the reviewer was doing at the current item, as far as it still makes sense. */
function keptThrough(before: ReviewData, now: ReviewItem, areSame: boolean): Partial<ReviewData> {
  const { selection, draft, focused } = before;
  const isDecidedAsBefore = idsOf(currentItem(before)) === idsOf(now);
  return { selection, draft, ...(draft || (isDecidedAsBefore && areSame) ? { focused } : {}) };
}

function idsOf(item: ReviewItem | undefined): string {
  return JSON.stringify(item?.decisions.map(({ id }) => id));
}
