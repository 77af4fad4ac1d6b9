import { type ArticleTextHandle } from '#views/text/article-text.tsx';
import { type AnnotateState } from '#state/annotate/annotate-parts.ts';
import { type Chord } from '#state/keys/chord.ts';
import { type CommandAbout } from '#state/keys/command.ts';

/** What a command has to work with. */
export interface KeyContext {
  readonly state: AnnotateState;
  readonly view: ArticleTextHandle;
  readonly hasLabel: (digit: string) => boolean;
  /** The label that each digit applies, as ids by digit. */
  readonly applyDigit: (digit: string) => void;
  readonly armDigit: (digit: string) => void;
  readonly focusNote: () => void;
  readonly labelEverywhere: () => void;
  readonly focusHere: () => void;
  readonly openSearch: () => void;
  readonly openGuidelines: () => void;
  readonly startThread: () => void;
  readonly openArticle: (step: 1 | -1) => void;
  readonly finish: () => void;
  readonly focusRegion: (step: 1 | -1) => void;
}

export type KeyGroup = 'Tag' | 'Move in the text' | 'Change the selected span' | 'Work';

/** One command with its keys, as the key handler, the sheet of keys, the settings and the palette use it. */
export interface KeyCommand extends CommandAbout {
  readonly group: KeyGroup;
  /** True where its keys work only while the text has the focus. */
  readonly inText?: boolean;
  /** True where keys that type nothing, such as F6 or Ctrl+G, work in fields as well. */
  readonly inFields?: boolean;
  /** Tells whether the chord is this command's now; without, it always is. A later command may take what this one leaves. */
  readonly when?: (context: KeyContext, chord: Chord) => boolean;
  /** Tells whether the palette should offer it, for one that is a single act; the keys work in any case. */
  readonly isOffered?: (context: KeyContext) => boolean;
  /** Gives back false where the browser should do what it does anyway. `chord` is the one of `keys` that was pressed. */
  readonly run: (context: KeyContext, chord: Chord) => boolean | void;
}
