import { compareText } from '#core/text/compare-text.ts';
import { type GuidelineVersion } from './guidelines.ts';
import { numbered } from './record-guidelines.ts';

/**
 * The versions of both, in order of time and numbered anew from 1, so that the newest is the one in force; no more than a file
 * may hold (see numbered). A version that is in both, but for its number, is there once. Gives `ours` itself where `theirs`
 * adds nothing.
 */
export function mergeGuidelines(
  ours: readonly GuidelineVersion[],
  theirs: readonly GuidelineVersion[],
): readonly GuidelineVersion[] {
  const known = new Set(ours.map(contentOf));
  const added = theirs.filter((version) => !known.has(contentOf(version)));
  if (added.length === 0) return ours;
  const merged = numbered([...ours, ...added].toSorted((a, b) => compareText(a.at, b.at)));
  const isOurs = merged.length === ours.length && merged.every((version, index) => sameVersion(version, ours[index]!));
  return isOurs ? ours : merged;
}

function sameVersion(a: GuidelineVersion, b: GuidelineVersion): boolean {
  return a.number === b.number && contentOf(a) === contentOf(b);
}

function contentOf({ at, by, text, labels }: GuidelineVersion): string {
  return JSON.stringify([at, by, text, labels]);
}
