import { compareText } from '#core/text/compare-text.ts';
import { splitsSurrogatePair } from '#core/text/offsets.ts';
import {
  GUIDELINE_LIMITS,
  type GuidelineExample,
  type Guidelines,
  guidelinesInForce,
  type GuidelineVersion,
  type LabelGuideline,
  sameGuidelines,
} from './guidelines.ts';

/** Typing for so long is one version, in milliseconds. */
const ONE_SITTING_MS = 10 * 60 * 1000;

/**
 * The versions with this content as the newest, cut to GUIDELINE_LIMITS and numbered from 1. It takes the place of the newest
 * where the same person saved that one less than ten minutes before, unless `mayReplace` is false. Gives back `versions` itself
 * where the content is in force already. `at` is an ISO time in UTC.
 */
export function recordGuidelines(
  versions: readonly GuidelineVersion[],
  content: Guidelines,
  by: string,
  at: string,
  mayReplace = true,
): readonly GuidelineVersion[] {
  const { text, labels } = withinLimits(content);
  if (sameGuidelines(withinLimits(guidelinesInForce(versions)), { text, labels })) return versions;
  const newest = versions.at(-1);
  // A clock that was put back must not make the newest version older than another: a merge puts them in order of time.
  const time = newest && compareText(newest.at, at) > 0 ? newest.at : at;
  const isReplaced = mayReplace && newest !== undefined && newest.by === by && isOneSitting(newest.at, time);
  const kept = isReplaced ? versions.slice(0, -1) : versions;
  return numbered([...kept, { number: 0, at: time, by, text, labels }]);
}

/**
 * The versions numbered from 1, at most as many as a file may hold. Of more, the oldest go, but the first stays: it shows what
 * the work began with, while those after it are the ones that later versions have made least useful.
 */
export function numbered(versions: readonly GuidelineVersion[]): readonly GuidelineVersion[] {
  const surplus = Math.max(0, versions.length - GUIDELINE_LIMITS.versions);
  return versions.toSpliced(1, surplus).map((version, index) => {
    const number = index + 1;
    return version.number === number ? version : { ...version, number };
  });
}

function isOneSitting(before: string, after: string): boolean {
  return msOf(after) - msOf(before) < ONE_SITTING_MS;
}

function msOf(iso: string): number {
  // Reading a time that is given asks no clock.
  // oxlint-disable-next-line no-restricted-globals
  return Date.parse(iso);
}

/** Labels about which nothing is said are left out, so that looking at them and writing nothing changes nothing. */
function withinLimits({ text, labels }: Guidelines): Guidelines {
  return {
    text: cutTo(text, GUIDELINE_LIMITS.text),
    labels: labels.map(labelWithinLimits).filter((guideline) => guideline.text !== '' || guideline.examples.length > 0),
  };
}

function labelWithinLimits({ label, text, examples }: LabelGuideline): LabelGuideline {
  return {
    label,
    text: cutTo(text, GUIDELINE_LIMITS.text),
    examples: examples.slice(0, GUIDELINE_LIMITS.examples).map(exampleWithinLimits),
  };
}

function exampleWithinLimits({ before, quote, after, source, isGood, comment }: GuidelineExample): GuidelineExample {
  return {
    before: cutTo(before, GUIDELINE_LIMITS.quote),
    quote: cutTo(quote, GUIDELINE_LIMITS.quote),
    after: cutTo(after, GUIDELINE_LIMITS.quote),
    source: cutTo(source, GUIDELINE_LIMITS.source),
    isGood,
    comment: cutTo(comment, GUIDELINE_LIMITS.comment),
  };
}

/** The start of a text, at most so many code units and well-formed. */
function cutTo(text: string, limit: number): string {
  if (text.length <= limit) return text.toWellFormed();
  return text.slice(0, splitsSurrogatePair(text, limit) ? limit - 1 : limit).toWellFormed();
}
