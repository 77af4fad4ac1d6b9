import { canonicalText } from '#core/text/canonical-text.ts';
import { textDigest } from '#core/text/text-digest.ts';
import { type Edit } from './edit.ts';
import { type Cause } from './history.ts';

/** An edit as a layer's log holds it. */
export interface LoggedEdit {
  readonly number: number;
  readonly edit: Edit;
  readonly cause: Cause;
  /** ISO time in UTC. */
  readonly at: string;
}

/** What stands for the sum before the first entry that has one. */
export const NO_SUM = '';

/**
 * The checksum of a log entry: 16 hexadecimal digits of what it holds and of the sum of the entry before it, so that an entry
 * that was changed, lost or put elsewhere does not fit any more. It shows damage, not intent: whoever wants to can forge it.
 */
export function entrySum(before: string, { number, edit, cause, at }: LoggedEdit): string {
  return textDigest(canonicalText([before, number, cause, at, edit]));
}
