import { t } from '#language/t.ts';
import { type Chord, chordText } from './chord.ts';

/** The keys of these commands can be changed by nobody: what is shown for them, and why. */
interface FixedKeys {
  readonly shown: string;
  readonly why: string;
  /** True where they hold only while something is going on, so that other commands may have them at other times. */
  readonly isForWhile?: boolean;
}

/** What is known of a command without running it: what it is called, what it does, and its keys unless the user chose others. */
export interface CommandAbout {
  /** Never changes, since the user's choice of keys is stored under it. */
  readonly id: string;
  readonly group: string;
  /** A few words, as for a button. */
  readonly name: string;
  /** Whole sentences, for the sheet of keys. */
  readonly text: string;
  readonly keys: readonly Chord[];
  readonly fixed?: FixedKeys;
}

/** The keys of a command in one line, alternatives separated by `or`; empty where it has none. */
export function keysText({ fixed, keys }: CommandAbout, chosen: readonly Chord[] = keys): string {
  return fixed?.shown ?? eitherKey(chosen.map(chordText));
}

/** Keys that do the same: `Ctrl+Z or Z`. What draws them as keys takes them apart again. */
export function eitherKey(keys: readonly string[]): string {
  return keys.length === 0 ? '' : keys.reduce((first, next) => t`${first} or ${next}`);
}

/** Keys of which each does its own: `1 to 9`. */
export function keyRange(first: string, last: string): string {
  return t`${first} to ${last}`;
}
