import { type TextRange } from '#core/text/range.ts';

/** A text as it is compared, with the way back to the original. */
export interface FoldedText {
  readonly text: string;
  /**
   * Ranges of the folded text at which `folded`, which must be folded and not empty, occurs; overlapping ones are left out.
   * An occurrence that would begin or end within one character of the original is none. Offsets are those of the folded text.
   */
  readonly find: (folded: string, from?: number, to?: number) => readonly TextRange[];
  /** The range of the original, in UTF-16 code units, that a range given by `find` stands for. */
  readonly toOriginal: (range: TextRange) => TextRange;
  /** Where in the folded text an offset of the original lies. */
  readonly toFolded: (offset: number) => number;
}

/**
 * From `folded` on, a place of the folded text lies as many code units from `original` as it lies from `folded`. `isWhole`
 * marks one character that folds to several code units, which is found whole or not at all.
 */
interface Piece {
  readonly folded: number;
  readonly original: number;
  readonly isWhole: boolean;
}

/**
 * What does not count is taken off: case, diacritics, the shape of quotation marks, apostrophes, hyphens and spaces, and
 * characters that are not seen. Each code point is folded by itself, so that parts of a text fold to parts of its folding.
 */
export function foldText(original: string): FoldedText {
  const folds = new Map<string, string>();
  const pieces: Piece[] = [{ folded: 0, original: 0, isWhole: false }];
  const parts: string[] = [];
  let folded = 0;
  for (const { index, 0: run } of original.matchAll(/[\0-\x7f]+|[^\0-\x7f]+/g)) {
    if (run.charCodeAt(0) < 0x80) {
      parts.push(run.toLowerCase().replaceAll('\t', ' '));
      folded += run.length;
      continue;
    }
    let at = index;
    for (const character of run) {
      let fold = folds.get(character);
      if (fold === undefined) folds.set(character, (fold = foldCharacter(character)));
      if (fold.length !== character.length) {
        pieces.push({ folded, original: at, isWhole: fold.length > 1 });
        pieces.push({ folded: folded + fold.length, original: at + character.length, isWhole: false });
      }
      parts.push(fold);
      folded += fold.length;
      at += character.length;
    }
  }
  const text = parts.join('');
  const isEdge = (offset: number): boolean => {
    const piece = pieces[lastUpTo(pieces, 'folded', offset)]!;
    return !piece.isWhole || piece.folded === offset;
  };
  const originalOf = (offset: number): number => {
    const piece = pieces[lastUpTo(pieces, 'folded', offset)]!;
    return piece.original + offset - piece.folded;
  };
  return {
    text,
    find: (wanted, from = 0, to = text.length) => {
      const found: TextRange[] = [];
      for (let at = text.indexOf(wanted, from); at >= 0 && at + wanted.length <= to;) {
        const range = { from: at, to: at + wanted.length };
        const isWhole = isEdge(range.from) && isEdge(range.to);
        if (isWhole) found.push(range);
        at = text.indexOf(wanted, isWhole ? range.to : at + 1);
      }
      return found;
    },
    toOriginal: ({ from, to }) => ({ from: originalOf(from), to: originalOf(to) }),
    toFolded: (offset) => {
      const index = lastUpTo(pieces, 'original', offset);
      const piece = pieces[index]!;
      return Math.min(piece.folded + offset - piece.original, pieces[index + 1]?.folded ?? text.length);
    },
  };
}

/** The text alone, folded, with white space at its ends taken off and every other stretch of it made one space. */
export function foldWords(text: string): string {
  return foldText(text).text.trim().replaceAll(/\s+/g, ' ');
}

/** Marks that are put on letters of Latin, Greek, Cyrillic, Hebrew and Arabic; other scripts write vowels with marks. */
const DIACRITICS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u064b-\u0655\u0670]/g;
const SAME_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′ʼ]/g, "'"],
  [/[“”„‟«»″]/g, '"'],
  [/[‐‑]/g, '-'],
  [/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' '],
  // Soft hyphens, marks of direction and the like.
  [/[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g, ''],
  [/ς/g, 'σ'],
];

function foldCharacter(character: string): string {
  let fold = character.toLowerCase().normalize('NFD').replaceAll(DIACRITICS, '');
  for (const [sign, plain] of SAME_SIGNS) fold = fold.replaceAll(sign, plain);
  return fold;
}

/** Index of the last piece that begins at the offset or before it. */
function lastUpTo(pieces: readonly Piece[], by: 'folded' | 'original', offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]![by] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
