import { expose } from 'comlink';
import { type Occurrence, occurrencesOf } from '#core/suggest/occurrences.ts';
import { type Wanted } from '#core/suggest/wanted.ts';
import { type SearchedText } from './mentions.ts';

/** Looking for mentions off the main thread; workers/mentions.ts is its client. */
const mentionsWork = {
  find(wanted: Wanted, texts: readonly SearchedText[]): readonly (readonly Occurrence[])[] {
    return texts.map(({ text, language }) => occurrencesOf(wanted, text, language));
  },
};

export type MentionsWork = typeof mentionsWork;

expose(mentionsWork);
