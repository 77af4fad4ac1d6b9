import { codePointAfter, codePointBefore, isSpacedLetter } from './code-points.ts';
import { countWords } from './count-words.ts';
import { type TextChange } from './text-changes.ts';

/** A correction in figures: words that stand where others stood, words that came in beyond those, and words that went. */
export interface ChangedWords {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** Counts the words that the changes touch. A change inside a word is one of the whole word; one of commas is none. */
export function countChangedWords(
  before: string,
  after: string,
  changes: readonly TextChange[],
  language: string,
): ChangedWords {
  let [changed, added, removed] = [0, 0, 0];
  for (const change of changes) {
    const [head, tail] = [wordBefore(before, change.from), wordAfter(before, change.to)];
    const old = before.slice(change.from, change.to);
    const fresh = after.slice(change.newFrom, change.newTo);
    const isGlued = (part: string): boolean => isSpacedLetter(codePointAfter(part + tail, 0));
    const isGluedAtEnd = (part: string): boolean => isSpacedLetter(codePointBefore(head + part, (head + part).length));
    const whole = (part: string): string =>
      (isGlued(old) || isGlued(fresh) ? head : '') + part + (isGluedAtEnd(old) || isGluedAtEnd(fresh) ? tail : '');
    const [was, is] = [countWords(whole(old), language), countWords(whole(fresh), language)];
    changed += Math.min(was, is);
    added += Math.max(0, is - was);
    removed += Math.max(0, was - is);
  }
  return { changed, added, removed };
}

function wordBefore(text: string, offset: number): string {
  let from = offset;
  for (let letter = codePointBefore(text, from); isSpacedLetter(letter); letter = codePointBefore(text, from)) {
    from -= letter.length;
  }
  return text.slice(from, offset);
}

function wordAfter(text: string, offset: number): string {
  let to = offset;
  for (let letter = codePointAfter(text, to); isSpacedLetter(letter); letter = codePointAfter(text, to))
    to += letter.length;
  return text.slice(offset, to);
}
