import { expect, test } from 'vitest';
import { type TextRange } from '#core/text/range.ts';
import { boundaryPieces } from './boundary-pieces.ts';

function ranges(...pairs: readonly (readonly [number, number])[]): readonly TextRange[] {
  return pairs.map(([from, to]) => ({ from, to }));
}

test.each([
  ['the same', ranges([0, 5]), ranges([0, 5]), ['both 0–5']],
  ['a longer end', ranges([0, 5]), ranges([0, 8]), ['both 0–5', 'gold 5–8']],
  ['another start', ranges([0, 5]), ranges([2, 5]), ['mine 0–2', 'both 2–5']],
  ['apart', ranges([0, 2]), ranges([4, 5]), ['mine 0–2', 'neither 2–4', 'gold 4–5']],
  ['fragments', ranges([0, 2], [6, 8]), ranges([0, 8]), ['both 0–2', 'gold 2–6', 'both 6–8']],
])('two spans are cut into pieces: %s', (_, mine, gold, expected) => {
  expect(boundaryPieces(mine, gold).map(({ side, from, to }) => `${side} ${from}–${to}`)).toEqual(expected);
});
