import { type Group } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type DecidedSpan, type Decision, type DecisionId } from '#core/review/decision.ts';
import { type Gold, type GroupState } from '#core/review/fold-gold.ts';
import { type StaleDecision } from '#core/review/staleness.ts';
import { compareText } from '#core/text/compare-text.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';
import { type ReviewData, type ReviewItem } from './review-state.ts';

/** Everything there is to settle in an article, in reading order: its groups, and decisions that belong to none of them. */
export function itemsOf(groups: readonly Group[], gold: Gold): readonly ReviewItem[] {
  const staleById = new Map(gold.stale.map((stale) => [stale.decision.id, stale]));
  const withGroup = new Set<Decision>();
  const ofGroups = groups.map((group): ReviewItem => {
    const decisions = gold.decisionsAbout.get(group.key) ?? [];
    for (const decision of decisions) withGroup.add(decision);
    const state = gold.states.get(group.key) ?? 'undecided';
    return { id: group.key, group, decisions, stale: staleAmong(decisions, staleById), state, hull: group.hull };
  });
  const others = gold.standing.decisions.filter((decision) => !withGroup.has(decision));
  const alone = others.flatMap((decision): readonly ReviewItem[] => {
    const hull = hullOfDecision(decision);
    if (!hull) return [];
    const stale = staleAmong([decision], staleById);
    const state: GroupState = stale.length > 0 ? 'stale' : decision.verdict === 'defer' ? 'deferred' : 'decided';
    return [{ id: decision.id, group: undefined, decisions: [decision], stale, state, hull }];
  });
  return [...ofGroups, ...alone].toSorted((a, b) => a.hull.from - b.hull.from || b.hull.to - a.hull.to);
}

function staleAmong(
  decisions: readonly Decision[],
  staleById: ReadonlyMap<string, StaleDecision>,
): readonly StaleDecision[] {
  return decisions.flatMap(({ id }) => staleById.get(id) ?? []);
}

/** From the first start to the last end of what a decision is about; undefined where it says nothing of the text. */
function hullOfDecision({ spans, covers }: Decision): TextRange | undefined {
  const ranges = [...spans, ...covers].flatMap((span) => span.ranges);
  if (ranges.length === 0) return undefined;
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}

/** The current one of them, where there is one. */
export function currentItem({ items, currentId }: Pick<ReviewData, 'items' | 'currentId'>): ReviewItem | undefined {
  return items.find(({ id }) => id === currentId);
}

/** True where it waits for the reviewer to decide, for the first time or anew; what was put off does not. */
export function isToDecide({ state }: Pick<ReviewItem, 'state'>): boolean {
  return state === 'undecided' || state === 'stale';
}

/** True where something is left to do for it. */
export function isOpen({ state }: ReviewItem): boolean {
  return state !== 'decided';
}

/** True where it is undecided although everybody says the same: such groups are accepted all at once. */
export function isPlain({ state, group }: ReviewItem): boolean {
  return state === 'undecided' && group?.kind === 'unanimous';
}

/** How far the review of the open article is, in what is to be settled. */
export interface ItemCounts {
  readonly open: number;
  readonly unanimous: number;
  readonly deferred: number;
  readonly stale: number;
  readonly decided: number;
}

/** Counts items by what is left to do; `open` leaves out those that everybody agrees on, which `unanimous` counts. */
export function countItems(items: readonly ReviewItem[]): ItemCounts {
  const of = (state: GroupState): number => items.filter((item) => item.state === state).length;
  const unanimous = items.filter(isPlain).length;
  return {
    open: of('undecided') - unanimous,
    unanimous,
    deferred: of('deferred'),
    stale: of('stale'),
    decided: of('decided'),
  };
}

/** The decisions about an item with all that they had taken the place of, which would else count again without them. */
export function allBefore({ decisions }: ReviewItem): readonly DecisionId[] {
  return [...new Set(decisions.flatMap(({ id, supersedes }) => [id, ...supersedes]))];
}

/**
 * The item after (or before) the current one in reading order that is still open, going on at the other end of the text.
 * What everybody agrees on comes only where nothing else is undecided, and what was put off at the end.
 */
export function nextOpen(
  items: readonly ReviewItem[],
  currentId: string | undefined,
  step: 1 | -1,
): ReviewItem | undefined {
  const at = items.findIndex(({ id }) => id === currentId);
  const ahead = step === 1 ? items.slice(at + 1) : items.slice(0, Math.max(0, at)).toReversed();
  const behind = step === 1 ? items.slice(0, Math.max(0, at)) : items.slice(at + 1).toReversed();
  const others = [...ahead, ...behind];
  const isWaiting = (item: ReviewItem): boolean => isOpen(item) && item.state !== 'deferred';
  return others.find((item) => isWaiting(item) && !isPlain(item)) ?? others.find(isWaiting) ?? others.find(isOpen);
}

/** True where it is decided that nothing of it is in gold. */
export function isLeftOut({ state, decisions }: Pick<ReviewItem, 'state' | 'decisions'>): boolean {
  return state === 'decided' && decisions.length > 0 && decisions.every(({ spans }) => spans.length === 0);
}

/** What gold has of an item that is decided; none where it is open or left out. */
export function goldSpansOf({ state, decisions }: ReviewItem): readonly DecidedSpan[] {
  return state === 'decided' ? decisions.flatMap(({ spans }) => spans) : [];
}

/** All words that an item is about. */
export function rangesOf({ group, decisions }: ReviewItem): readonly TextRange[] {
  const ranges = group
    ? group.members.flatMap(({ span }) => span?.ranges ?? [])
    : decisions.flatMap(({ spans, covers }) => (spans.length > 0 ? spans : covers).flatMap((each) => each.ranges));
  return joinRanges(ranges);
}

/**
 * The label that a group is known by: that of most of its spans, of several such the first in the order of ids, so that the
 * order of the annotators does not show; undefined where nobody has a span.
 */
export function commonLabelOf({ members }: Group): LabelId | undefined {
  const counts = new Map<LabelId, number>();
  for (const { span } of members) if (span) counts.set(span.label, (counts.get(span.label) ?? 0) + 1);
  const [most] = [...counts].toSorted(([a, many], [b, other]) => other - many || compareText(a, b));
  return most?.[0];
}
