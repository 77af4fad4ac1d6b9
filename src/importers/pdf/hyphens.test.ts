import { expect, test } from 'vitest';
import { joinLines, wordsIn } from './hyphens.ts';

test.each([
  ['an inter-', 'national matter', '', 'an international matter'],
  ['an inter\u00AD', 'national matter', '', 'an international matter'],
  ['an inter‐', 'national matter', '', 'an international matter'],
  ['the twenty-', 'five boats', 'only twenty-five came', 'the twenty-five boats'],
  ['the Twenty-', 'five boats', 'only twenty‐five came', 'the Twenty-five boats'],
  ['state-of-', 'the-art', 'a state-of-the-art mill', 'state-of-the-art'],
  ['the re-', 'sent letter', 'resent and re-sent', 'the resent letter'],
  ['Jean-', 'Paul', '', 'Jean-Paul'],
  ['in 2020-', '21', '', 'in 2020-21'],
  ['in 1914–', '18', '', 'in 1914–18'],
  ['he said -', 'and left', '', 'he said - and left'],
  ['he said —', 'and left', '', 'he said — and left'],
  ['one line', 'another', '', 'one line another'],
  ['北京市长', '昨天说', '', '北京市长昨天说'],
])('%s / %s, where the text has “%s”, is “%s”', (before, next, elsewhere, joined) => {
  expect(joinLines(before, next, wordsIn([elsewhere, before, next]))).toBe(joined);
});

test('a word at the end of a line without a hyphen counts as a word of the text', () => {
  expect(wordsIn(['the harbour', 'an inter-', 'well-known']).words).toEqual(new Set(['the', 'harbour', 'an']));
  expect(wordsIn(['well-known', 'well-']).hyphenated).toEqual(new Set(['well-known']));
});
