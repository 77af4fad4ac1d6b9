import { expect, test } from 'vitest';
import { countWords } from './count-words.ts';

test.each([
  ['', 'en', 0],
  [' \n\t', 'en', 0],
  ['one', 'en', 1],
  ['one two\nthree\u00a0four\u2028five', 'en', 5],
  ['don’t stop near-infrared', 'en', 3],
  ['a – b … 🎉 “c”', 'en', 3],
  ['3.5 % of 1,000', 'en', 3],
  ['=====\n-----', 'en', 0],
  ['𝕭old 🎉', 'en', 1],
  ['قال الوزير نعم.', 'ar', 3],
  ['我们今天去北京。', 'zh', 4],
  ['彼は東京に住む。', 'ja', 5],
  ['สวัสดีครับ', 'th', 2],
  ['He wrote 北京 twice', 'en', 4],
  ['北京\n北京', 'zh', 2],
  ['“北京”—（北京）…', 'zh', 2],
  ['北京', 'und', 1],
  ['北京', '', 1],
  ['北京', 'no_tag at all', 1],
])('counts the words of %j in %s: %i', (text, language, expected) => {
  expect(countWords(text, language)).toBe(expected);
});

test('counts in a long text without spaces as in a short one', () => {
  expect(countWords('我们今天去北京。'.repeat(1_000), 'zh')).toBe(4_000);
  expect(countWords('='.repeat(100_000), 'en')).toBe(0);
  expect(countWords(`${'='.repeat(1_000)}a `.repeat(100), 'en')).toBe(100);
});
