import { splitBySeed } from '#core/split/split-by-seed.ts';
import { type Decision } from './decision.ts';
import { refText } from './marking.ts';

/** A policy's decisions, and those of them that a reviewer looks at before they are made. */
export interface SpotCheck {
  readonly kept: readonly Decision[];
  readonly checked: readonly Decision[];
}

/**
 * Takes a share (0–1) of the decisions out to be looked at as if there were no policy. Which, depends on the seed and on what
 * they are about, not on their ids, times or order: so a dry run names the same ones.
 */
export function spotCheck(decisions: readonly Decision[], share: number, seed: string): SpotCheck {
  const places = splitBySeed(decisions.map(subjectOf), [share, 1 - share], seed);
  const isChecked = (decision: Decision): boolean => places.get(subjectOf(decision)) === 0;
  return {
    kept: decisions.filter((decision) => !isChecked(decision)),
    checked: decisions.filter(isChecked),
  };
}

function subjectOf({ articleId, covers }: Decision): string {
  return JSON.stringify([articleId, covers.map(refText)]);
}
