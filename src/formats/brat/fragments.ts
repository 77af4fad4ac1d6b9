import { type TextRange } from '#core/text/range.ts';

/**
 * The ranges in pieces without what ends a line for Python's readers, nor tabs, which part columns: brat refuses a line with
 * them. Empty where the ranges hold nothing else.
 */
export function fragmentsOf(text: string, ranges: readonly TextRange[]): readonly TextRange[] {
  return ranges.flatMap(({ from, to }) =>
    [...text.slice(from, to).matchAll(PIECES)].map(({ index, 0: piece }) => ({
      from: from + index,
      to: from + index + piece.length,
    })),
  );
}

// oxlint-disable-next-line no-control-regex -- these very characters end a line.
const PIECES = /[^\t-\r\u001C-\u001E\u0085\u2028\u2029]+/g;
// oxlint-disable-next-line no-control-regex -- as above.
const GAP = /^[\s\u001C-\u001E\u0085]*[\t-\r\u001C-\u001E\u0085\u2028\u2029][\s\u001C-\u001E\u0085]*$/;

/** So long may a gap be that is joined; a longer one of white space alone is none that a selection made. */
const LONGEST_GAP = 200;

/** For each fragment whether it goes on where the one before left off, with nothing but a line break in between. */
export function continues(text: string, fragments: readonly TextRange[]): readonly boolean[] {
  return fragments.map(({ from }, index) => {
    const before = fragments[index - 1];
    if (!before || before.to >= from || from - before.to > LONGEST_GAP) return false;
    return GAP.test(text.slice(before.to, from));
  });
}

/** The fragments with each that goes on joined to the one before. */
export function joinFragments(fragments: readonly TextRange[], isContinued: readonly boolean[]): readonly TextRange[] {
  const joined: TextRange[] = [];
  for (const [index, { from, to }] of fragments.entries()) {
    const last = joined.at(-1);
    if (last && isContinued[index]) joined[joined.length - 1] = { from: last.from, to };
    else joined.push({ from, to });
  }
  return joined;
}
