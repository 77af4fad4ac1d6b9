import { expect, test } from 'vitest';
import { countChangedWords } from './changed-words.ts';
import { changesBetween } from './text-changes.ts';

test.each<[string, string, string, string, readonly [number, number, number]]>([
  ['a typo', 'en', 'The governement fell.', 'The government fell.', [1, 0, 0]],
  ['two letters of two words', 'en', 'Teh ned.', 'The end.', [2, 0, 0]],
  ['a word for another', 'en', 'Taxes rose.', 'Taxes fell.', [1, 0, 0]],
  ['a word put in', 'en', 'She left. She left.', 'She left. She slept. She left.', [0, 2, 0]],
  ['a word taken out', 'en', 'Ann Lee left.', 'Ann left.', [0, 0, 1]],
  ['a word written as two', 'en', 'She cannot go.', 'She can not go.', [1, 1, 0]],
  ['a comma', 'en', 'Yes she left.', 'Yes, she left.', [0, 0, 0]],
  ['nothing', 'en', 'Yes.', 'Yes.', [0, 0, 0]],
  ['a sign of a sentence without spaces', 'ja', '彼は大坂へ行く', '彼は大阪へ行く', [1, 0, 0]],
])('%s is counted', (_, language, before, after, [changed, added, removed]) => {
  expect(countChangedWords(before, after, changesBetween(before, after), language)).toEqual({
    changed,
    added,
    removed,
  });
});
