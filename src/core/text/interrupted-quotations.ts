import { type Paragraph, paragraphAt } from './paragraphs.ts';
import { quotationAt, quotationsOf } from './quotations.ts';
import { contains, sameRange, type TextRange } from './range.ts';

/** What stands between two parts of one quotation is shorter than this. */
const LONGEST_INTERRUPTION = 160;

/** A full stop that ends a sentence: a capital follows, and no title or initial stands before it. */
const SENTENCE_END = /(?<!(?:^|[^\p{L}])(?:Dr|Mr|Mrs|Ms|St|Prof|Gov|Sen|Rep|Gen|Col|\p{Lu}))[.!?…]\s+\p{Lu}/u;

/**
 * The parts of the interrupted quotation with the caret, in order, where its sentence goes on after the words that interrupt
 * it: “We will go,” she said, “on Monday.” Empty where the quotation at the caret is whole. The last part may run on over
 * paragraphs.
 */
export function interruptedQuotationAt(
  text: string,
  paragraphs: readonly Paragraph[],
  offset: number,
): readonly TextRange[] {
  const [here] = quotationAt(text, paragraphs, offset);
  if (!here) return [];
  const paragraph = paragraphs[paragraphAt(paragraphs, here.from)]!;
  const outermost = quotationsOf(text, [paragraph]).filter(
    (range, _, all) => !all.some((other) => !sameRange(other, range) && contains(other, range)),
  );
  const at = outermost.findIndex(({ from }) => from === here.from);
  if (at < 0) return [];
  let first = at;
  while (first > 0 && isInterruption(text, outermost[first - 1]!, outermost[first]!)) first -= 1;
  let last = at;
  while (last < outermost.length - 1 && isInterruption(text, outermost[last]!, outermost[last + 1]!)) last += 1;
  if (first === last) return [];
  // Within its paragraph the last part ends with it; read with the others it may go on.
  return outermost.slice(first, last + 1).map((range) => {
    return quotationAt(text, paragraphs, range.from).find(({ from }) => from === range.from) ?? range;
  });
}

/** True where the sentence of quotation `a` goes on in `b`: a comma or dash on either side of words without a sentence's end. */
function isInterruption(text: string, a: TextRange, b: TextRange): boolean {
  const between = text.slice(a.to, b.from);
  if (between.length > LONGEST_INTERRUPTION || !/\p{L}/u.test(between) || SENTENCE_END.test(between)) return false;
  const inside = text.slice(a.from, a.to).replace(/[\s"“”„«»‘’‚'‹›「」『』]+$/u, '');
  const isOpenEnded = /[,،!?\p{Pd}]$/u.test(inside) || /^\s*[,،\p{Pd}]/u.test(between);
  return isOpenEnded && /[,،\p{Pd}]\s*$/u.test(between);
}
