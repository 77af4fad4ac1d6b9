import { type ScreenCommand } from '#state/keys/find-command.ts';
import { type ReviewState } from '#state/review/review-parts.ts';
import { type ArticleTextHandle } from '#views/text/article-text.tsx';

/** What a command of the review screen has to work with. */
export interface ReviewContext {
  readonly state: ReviewState;
  readonly view: ArticleTextHandle;
  /** Adds what is selected, or relabels what is being changed, with the label that has this digit. */
  readonly applyDigit: (digit: string) => void;
  /** True where the label of what is being changed has a value with this letter. */
  readonly hasValue: (letter: string) => boolean;
  readonly focusComment: () => void;
  readonly focusReasons: () => void;
  readonly focusLinks: () => void;
  readonly ask: () => void;
  readonly openPolicies: () => void;
  readonly turnBack: (which: 'undo' | 'redo') => void;
  readonly finish: () => void;
  readonly openArticle: (step: 1 | -1) => void;
  readonly focusRegion: (step: 1 | -1) => void;
}

export type ReviewKeyGroup = 'Review: groups' | 'Review: decide' | 'Review: change or add' | 'Review: work';

/** One command of the review screen with its keys. */
export interface ReviewCommand extends ScreenCommand<ReviewContext> {
  readonly group: ReviewKeyGroup;
}
