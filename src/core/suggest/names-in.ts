import { primaryLanguage } from '#core/text/language.ts';
import { nameAround, startsSentence } from '#core/text/names.ts';
import { isCapitalised, isNoName } from '#core/text/name-words.ts';
import { type Paragraph } from '#core/text/paragraphs.ts';
import { contains, type TextRange } from '#core/text/range.ts';
import { wordsBetween } from '#core/text/word-pieces.ts';
import { isCommonCapital } from './common-capitals.ts';

/** Words that can be a name. `isUnsure` for a single word that may owe its capital to the start of a sentence. */
export interface FoundName {
  readonly range: TextRange;
  readonly isUnsure: boolean;
}

const CASELESS: ReadonlySet<string> = new Set('ar fa he hi bn ja ko ta te th ur yi zh'.split(' '));

/**
 * What can be a name in a stretch of one paragraph, in order: names of several words, and single capitalised words that are
 * no days, months or titles. Single words in German, where every noun has a capital, are left out. Languages without capitals
 * have no names here. Keep the stretch to a few thousand code units, see segmenterFor.
 */
export function namesIn(
  text: string,
  paragraph: Paragraph,
  stretch: TextRange,
  language: string,
): readonly FoundName[] {
  const names: FoundName[] = [];
  // In scripts without capitals only acronyms in Latin letters would be found.
  if (CASELESS.has(primaryLanguage(language))) return names;
  const areSingleWordsNames = primaryLanguage(language) !== 'de';
  for (const word of wordsBetween(text, stretch.from, stretch.to, language)) {
    const last = names.at(-1);
    if (last && contains(last.range, word)) continue;
    const written = text.slice(word.from, word.to);
    if (!isCapitalised(written)) continue;
    const name = nameAround(text, paragraph, word, language, false);
    const isUnsure = startsSentence(text, paragraph, word.from);
    if (name) names.push({ range: name, isUnsure: false });
    else if (areSingleWordsNames && !isNoName(written, isUnsure, language) && !isCommonCapital(written, language)) {
      names.push({ range: { from: word.from, to: word.to }, isUnsure });
    }
  }
  return names;
}
