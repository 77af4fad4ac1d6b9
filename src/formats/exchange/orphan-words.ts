import { type Say } from '#language/t.ts';
import { type WhyOrphan } from './place-spans.ts';

/** Why an orphan has no place, as the end of a sentence that starts with the span, as `t` says it: files are in English. */
export const ORPHAN_WORDS: Readonly<Record<WhyOrphan, (t: Say) => string>> = {
  'no-length': (t) => t`has no length`,
  backwards: (t) => t`ends before it starts`,
  'words-not-there': (t) => t`has words that are not where it says, nor found elsewhere for sure`,
  'not-in-text': (t) => t`has offsets that are outside the text, inside a character or around white space alone`,
  'no-text': (t) => t`belongs to a document whose text is nowhere`,
};
