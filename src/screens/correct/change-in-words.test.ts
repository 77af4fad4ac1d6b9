import { expect, test } from 'vitest';
import { span } from '#core/spans/spans.arbitrary.ts';
import { type Carried } from '#core/text/anchor.ts';
import { changeInWords } from './change-in-words.ts';

const SPAN = span('a', [[0, 1]]);

test.each<[readonly [number, number, number], readonly Carried[], number, string]>([
  [[1, 0, 0], ['kept'], 0, '1 word changed; 1 span kept'],
  [
    [2, 1, 3],
    ['kept', 'kept', 'changed', 'moved'],
    2,
    '2 words changed, 1 added, 3 removed; 2 spans kept, 1 with corrected words, 1 found elsewhere, 2 without a place',
  ],
  [[0, 1, 0], ['changed'], 0, '1 word added; 1 span with corrected words'],
  [[0, 0, 0], [], 0, 'No word changed; no spans'],
  [[0, 0, 1], [], 1, '1 word removed; 1 span without a place'],
])('words %j and spans %j with %i lost are said in one line', ([changed, added, removed], grades, lost, line) => {
  const carried = grades.map((grade) => ({ before: SPAN, after: SPAN, grade }));
  const unplaced = Array.from({ length: lost }, () => ({ before: SPAN, guess: undefined }));
  expect(changeInWords({ words: { changed, added, removed }, own: { carried, unplaced, dropped: [] } })).toBe(line);
});
