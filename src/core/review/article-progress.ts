import { type Group } from '#core/alignment/group.ts';
import { type Gold } from './fold-gold.ts';

/**
 * How far the review of an article is, in groups. Each is in one of the four states; `stale` also counts decisions that need
 * another look though all of their spans are gone, so that the four can add up to more than `groups`. `unanimous` are those
 * of all groups that need no reviewer, decided or not.
 */
export interface ArticleProgress {
  readonly groups: number;
  readonly unanimous: number;
  readonly undecided: number;
  readonly deferred: number;
  readonly stale: number;
  readonly decided: number;
}

/** Counts the groups that gold was folded with. */
export function articleProgress(gold: Gold, groups: readonly Group[]): ArticleProgress {
  const counts = { undecided: 0, deferred: 0, stale: 0, decided: 0 };
  for (const state of gold.states.values()) counts[state] += 1;
  const withGroup = new Set([...gold.decisionsAbout.values()].flatMap((about) => about.map(({ id }) => id)));
  const without = gold.stale.filter(({ decision }) => !withGroup.has(decision.id)).length;
  return {
    groups: groups.length,
    unanimous: groups.filter(({ kind }) => kind === 'unanimous').length,
    ...counts,
    stale: counts.stale + without,
  };
}

/** True where nothing is left to do: nothing undecided, deferred or stale. An article without any group is done. */
export function isDone({ undecided, deferred, stale }: ArticleProgress): boolean {
  return undecided === 0 && deferred === 0 && stale === 0;
}
