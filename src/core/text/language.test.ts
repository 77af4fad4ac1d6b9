import { describe, expect, test } from 'vitest';
import { primaryLanguage, segmenterFor } from './language.ts';

describe('the primary language of a tag', () => {
  test.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_at', 'de'],
    ['zh-Hant-TW', 'zh'],
    ['fil', 'fil'],
    ['und', 'en'],
    ['und-Latn', 'en'],
    ['', 'en'],
    ['english', 'en'],
    ['x-private', 'en'],
    ['no tag', 'en'],
    ['d', 'en'],
  ])('%j is %s', (tag, expected) => {
    expect(primaryLanguage(tag)).toBe(expected);
  });
});

test.each(['de', 'und', '', 'qqq', 'no tag', 'en_US'])('there is a segmenter for %j', (language) => {
  const segments = [...segmenterFor(language, 'word').segment('one two')];
  expect(segments.map(({ segment }) => segment)).toEqual(['one', ' ', 'two']);
  expect(['de', 'en']).toContain(segmenterFor(language, 'word').resolvedOptions().locale);
});
