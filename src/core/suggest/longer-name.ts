import { canJoin, isCapitalised } from '#core/text/name-words.ts';
import { nameAround } from '#core/text/names.ts';
import { paragraphAt } from '#core/text/paragraphs.ts';
import { contains, type TextRange } from '#core/text/range.ts';
import { type Reading } from './word-edges.ts';

/** How far on each side a longer name is looked for: names of more than some ten words are none. */
const REACH = 80;

/** The longer name that the mention is a part of (Bank of Ghana for Ghana), or undefined. */
export function longerNameAt(reading: Reading, mention: TextRange): TextRange | undefined {
  const { text, language } = reading;
  // Reading names takes its time, so it is shown no more than what can belong to one, and most mentions have nothing.
  const stretch = nameLike(reading, mention);
  if (!stretch) return undefined;
  for (const word of edgeWords(text, mention)) {
    const paragraph = { from: Math.min(stretch.from, word.from), to: Math.max(stretch.to, word.to) };
    const name = nameAround(text, paragraph, word, language, false);
    if (name && contains(name, mention) && name.to - name.from > mention.to - mention.from) return name;
  }
  return undefined;
}

/** The first word of the mention and the last one, roughly: from where they start to where white space follows. */
function edgeWords(text: string, { from, to }: TextRange): readonly TextRange[] {
  const words = text.slice(from, to);
  const first = words.search(/\s/u);
  if (first < 0) return [{ from, to }];
  const last = words.length - /\S+$/u.exec(words)![0].length;
  return [
    { from, to: from + first },
    { from: from + last, to },
  ];
}

/**
 * The mention with the capitalised and joining words, and numbers, beside it and one word more on each side, within its
 * paragraphs; undefined where no capitalised word or number is among them.
 */
function nameLike({ text, paragraphs }: Reading, { from, to }: TextRange): TextRange | undefined {
  const start = Math.max(paragraphs[paragraphAt(paragraphs, from)]!.from, from - REACH);
  // A full stop ends a name, but for that of an initial and of St.
  const isEnd = text.charAt(to) === '.' && !/(?<!\p{L})\p{L}{1,3}$/u.test(text.slice(Math.max(from, to - 4), to));
  const end = isEnd ? to : Math.min(paragraphs[paragraphAt(paragraphs, to)]!.to, to + REACH);
  const before = reach(
    text
      .slice(start, from)
      .split(/(?<=\s)(?=\S)/u)
      .toReversed(),
    isPartedBefore,
  );
  const after = reach(text.slice(to, end).split(/(?<=\S)(?=\s)/u), isPartedAfter);
  if (!before.isName && !after.isName) return undefined;
  return { from: from - before.length, to: to + after.length };
}

/** How far the pieces, each a word with its white space, can belong to a name; the nearest comes first. */
function reach(
  pieces: readonly string[],
  isParted: (piece: string) => boolean,
): { readonly length: number; readonly isName: boolean } {
  let length = 0;
  let isName = false;
  for (const piece of pieces) {
    length += piece.length;
    if (isParted(piece)) break;
    const word = piece.replace(/^[^\p{L}\p{N}&]+|\s+$/gu, '');
    const isPart = isCapitalised(word) || /^\d/u.test(word);
    isName ||= isPart;
    if (!isPart && word !== '' && word !== '&' && !canJoin([word])) break;
  }
  return { length, isName };
}

/** A comma, a bracket or a dash between a piece and what comes after it. */
function isPartedBefore(piece: string): boolean {
  return !/[\p{L}\p{M}\p{N}.&'’‐‑-]\s*$/u.test(piece);
}

/** The same between a piece and what comes before it. */
function isPartedAfter(piece: string): boolean {
  return !/^(?:\s*[\p{L}\p{N}&]|[\p{L}\p{M}\p{N}‐‑-]|\.$)/u.test(piece);
}
