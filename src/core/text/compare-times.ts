import { compareText } from './compare-text.ts';

/** Order of ISO 8601 times in UTC, with or without a fraction of a second; an empty one comes first. */
export function compareTimes(a: string, b: string): number {
  return compareText(plainTime(a), plainTime(b));
}

/** Without the Z, for the fraction of a second may be left out, and a full stop comes before a Z. */
function plainTime(time: string): string {
  return time.replace('Z', '');
}
