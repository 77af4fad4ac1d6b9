import { type Occurrence, occurrencesOf } from '#core/suggest/occurrences.ts';
import { type Wanted } from '#core/suggest/wanted.ts';

/** A text to be searched, with its language as a BCP 47 tag. */
export interface SearchedText {
  readonly text: string;
  readonly language: string;
}

/** Looking for mentions off the main thread; workers/mentions.ts is its client. */
export const mentionsWork = {
  find(wanted: Wanted, texts: readonly SearchedText[]): readonly (readonly Occurrence[])[] {
    return texts.map(({ text, language }) => occurrencesOf(wanted, text, language));
  },
};

export type MentionsWork = typeof mentionsWork;
