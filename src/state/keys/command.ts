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
  return fixed?.shown ?? chosen.map(chordText).join(' or ');
}
