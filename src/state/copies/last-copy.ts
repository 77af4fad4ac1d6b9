import { plural } from '#language/numbers.ts';
import { t } from '#language/t.ts';
/** A copy that left the browser. */
export interface LastCopy {
  /** ISO time in UTC. */
  readonly at: string;
  readonly kind: 'download' | 'folder';
  /** How many edits and decisions there were then. */
  readonly edits: number;
}

/** The copy that the settings remember; undefined where there is none or it cannot be understood. */
export function lastCopyFrom(stored: unknown): LastCopy | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { at, kind, edits } = stored as Readonly<Record<string, unknown>>;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof edits !== 'number') return undefined;
  return { at, kind: kind === 'folder' ? 'folder' : 'download', edits };
}

/** From so many edits on a copy is due. */
const MANY = 200;
/** From so many hours on after the last copy, or after the first edit where there was none, where anything was edited since. */
const LONG_HOURS = 24;
const HOUR_MS = 3_600_000;

/**
 * True where it is time for a copy outside the browser: after 200 edits, or a day after the last copy or without one after the
 * first edit of this browser.
 */
export function isCopyDue(
  copies: {
    readonly lastCopy: LastCopy | undefined;
    readonly editsSince: number | undefined;
    /** ISO time of the first edit where no copy was made yet. */
    readonly uncopiedSince: string | undefined;
  },
  now: string,
): boolean {
  const { lastCopy, editsSince = 0, uncopiedSince } = copies;
  if (editsSince === 0) return false;
  if (editsSince >= MANY) return true;
  const from = lastCopy?.at ?? uncopiedSince;
  return from !== undefined && Date.parse(now) - Date.parse(from) >= LONG_HOURS * HOUR_MS;
}

/** How long ago something was, in few words: `just now`, `5 min ago`, `3 h ago`, `12 d ago`. */
export function ageInWords(at: string, now: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(at)) / 60_000);
  if (minutes < 1) return t`just now`;
  if (minutes < 60) return t`${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t`${hours} h ago`;
  return plural(Math.floor(hours / 24), '# d ago', '# d ago');
}
