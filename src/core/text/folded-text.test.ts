import { expect, test } from 'vitest';
import { foldText } from './folded-text.ts';

test.each([
  ['Ann LEFT', 'ann left', 4, 8, 'LEFT'],
  ['a \n\t B', 'a b', 0, 3, 'a \n\t B'],
  ['İzmir', 'i\u0307zmir', 0, 2, 'İ'],
  ['🎉 X', '🎉 x', 0, 2, '🎉'],
  ['', '', 0, 0, ''],
])('%j is folded to %j, and its units know where they come from', (text, folded, from, to, source) => {
  const fold = foldText(text);
  expect(fold.folded).toBe(folded);
  const range = fold.rangeOf({ from, to });
  expect(text.slice(range.from, range.to)).toBe(source);
  expect(fold.startOf(from)).toBe(0 + range.from);
});
