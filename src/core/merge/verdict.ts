/** Which of two sides something is taken from. */
export type Verdict = 'same' | 'mine' | 'theirs' | 'conflict';

/**
 * Which side changed a value since the sides parted: the other one is as it was for an ancestor. Where both did, or where two
 * ancestors contradict each other, it is a conflict. Exchanging the sides exchanges the answer. What is undefined is the same
 * only as what is; `isSame` is asked about the rest.
 */
export function verdictOn<T>(
  mine: T | undefined,
  theirs: T | undefined,
  ancestors: readonly (T | undefined)[],
  isSame: (a: T, b: T) => boolean = Object.is,
): Verdict {
  const isAlike = (a: T | undefined, b: T | undefined): boolean => {
    return a === undefined || b === undefined ? a === b : isSame(a, b);
  };
  if (isAlike(mine, theirs)) return 'same';
  const isMineOld = ancestors.some((ancestor) => isAlike(ancestor, mine));
  const areTheirsOld = ancestors.some((ancestor) => isAlike(ancestor, theirs));
  if (isMineOld === areTheirsOld) return 'conflict';
  return isMineOld ? 'theirs' : 'mine';
}
