import { type ArticleTextHandle } from '#views/text/article-text.tsx';
import { type AnnotateState } from '#state/annotate-parts.ts';

/** What a key has to work with. */
export interface KeyContext {
  readonly state: AnnotateState;
  readonly view: ArticleTextHandle;
  /** The label that each digit applies, as ids by digit. */
  readonly applyDigit: (digit: string) => void;
  readonly armDigit: (digit: string) => void;
  readonly focusNote: () => void;
  readonly focusHere: () => void;
  readonly openSearch: () => void;
  readonly openArticle: (step: 1 | -1) => void;
  readonly finish: () => void;
  readonly focusRegion: (step: 1 | -1) => void;
}

export type KeyGroup = 'Tag' | 'Move in the text' | 'Change the selected span' | 'Work';

/** One key or family of keys, as the key handler and the sheet of keys both use it. */
export interface KeyCommand {
  readonly group: KeyGroup;
  /** As shown to the user; alternatives are separated by `or`. */
  readonly keys: string;
  readonly text: string;
  /** Tells whether the event is this command's, given where the focus is and what the keys act on. */
  readonly matches: (event: KeyboardEvent, context: KeyContext) => boolean;
  /** Gives back false where the browser should do what it does anyway. */
  readonly run: (event: KeyboardEvent, context: KeyContext) => boolean | void;
}

/** True where Ctrl, or ⌘ on a Mac, is held. */
export function isCommandKey(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey;
}

/** The digit of the key, whatever Shift makes of it on this keyboard. */
export function digitOf(event: KeyboardEvent): string | undefined {
  const code = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return /^[1-9]$/.test(event.key) ? event.key : event.shiftKey ? code : undefined;
}
