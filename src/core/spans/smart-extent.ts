import { type SmartExtent } from '#core/labels/label-set.ts';
import { interruptedQuotationAt } from '#core/text/interrupted-quotations.ts';
import { nameAround } from '#core/text/names.ts';
import { type Paragraph, paragraphAt } from '#core/text/paragraphs.ts';
import { quotationAt } from '#core/text/quotations.ts';
import { sentenceAt } from '#core/text/sentences.ts';
import { wordAt } from '#core/text/words.ts';
import { sameRange, type TextRange } from '#core/text/range.ts';

/**
 * What a label can take around a caret when nothing is selected, the best first and none twice, for pressing the key again:
 * a quotation, then those in it; a name, then with the name it is joined to (Merkel und Macron), then the bare word. Empty
 * where there is nothing: white space for a word or name, a blank paragraph for a sentence, no marks around the caret for a
 * quotation. Throws a RangeError for a caret outside the text.
 */
export function smartExtentsAt(
  kind: SmartExtent,
  text: string,
  paragraphs: readonly Paragraph[],
  offset: number,
  language: string,
): readonly TextRange[] {
  const paragraph = paragraphs[paragraphAt(paragraphs, offset)]!;
  switch (kind) {
    case 'word':
      return present([wordAt(text, paragraph, offset, language)]);
    case 'name':
      return namesAt(text, paragraph, offset, language);
    case 'sentence':
      return present([sentenceAt(text, paragraph, offset, language)]);
    case 'quotation':
      return quotationAt(text, paragraphs, offset);
  }
}

/**
 * The ranges that a label can take around a caret, the best first: an interrupted quotation in its parts, then all that
 * smartExtentsAt gives, each as one range. Throws a RangeError for a caret outside the text.
 */
export function smartRangesAt(
  kind: SmartExtent,
  text: string,
  paragraphs: readonly Paragraph[],
  offset: number,
  language: string,
): readonly (readonly TextRange[])[] {
  const whole = smartExtentsAt(kind, text, paragraphs, offset, language).map((range) => [range]);
  if (kind !== 'quotation') return whole;
  const parts = interruptedQuotationAt(text, paragraphs, offset);
  return parts.length === 0 ? whole : [parts, ...whole];
}

function namesAt(text: string, paragraph: Paragraph, offset: number, language: string): readonly TextRange[] {
  const word = wordAt(text, paragraph, offset, language);
  if (!word) return [];
  const narrow = nameAround(text, paragraph, word, language, false);
  const wide = nameAround(text, paragraph, word, language, true);
  return present(narrow ? [narrow, wide, word] : [word, wide]);
}

function present(ranges: readonly (TextRange | undefined)[]): readonly TextRange[] {
  const found: TextRange[] = [];
  for (const range of ranges) {
    if (range && !found.some((other) => sameRange(other, range))) found.push(range);
  }
  return found;
}
