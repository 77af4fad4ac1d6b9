import { type ArticleTextHandle } from '#views/text/article-text.tsx';
import { type AnnotateState } from '#state/annotate/annotate-parts.ts';
import { type ScreenCommand } from '#state/keys/find-command.ts';

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
  readonly openHistory: () => void;
  readonly startThread: () => void;
  readonly print: () => void;
  readonly openReadingPage: () => void;
  readonly openArticle: (step: 1 | -1) => void;
  readonly finish: () => void;
  readonly focusRegion: (step: 1 | -1) => void;
}

export type KeyGroup = 'Tag' | 'Move in the text' | 'Change the selected span' | 'Work';

/** One command with its keys, as the key handler, the sheet of keys, the settings and the palette use it. */
export interface KeyCommand extends ScreenCommand<KeyContext> {
  readonly group: KeyGroup;
}
