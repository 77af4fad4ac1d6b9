import { segmenterFor } from './language.ts';

/** Scripts that put no space between words, so that words have to be found in another way. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** What the segmenter is given at a time (see segmenterFor); a longer stretch is cut, which can count a word twice. */
const STRETCH = /[^\s、。，！？]{1,512}/gu;

/** Number of words for display: stretches between white space that hold a letter or digit; by Intl where no spaces are. */
export function countWords(text: string, language: string): number {
  let words = 0;
  if (UNSPACED.test(text)) {
    const segmenter = segmenterFor(language, 'word');
    for (const [stretch] of text.matchAll(STRETCH)) {
      for (const segment of segmenter.segment(stretch)) if (segment.isWordLike) words += 1;
    }
  } else {
    for (const [stretch] of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(stretch)) words += 1;
  }
  return words;
}
