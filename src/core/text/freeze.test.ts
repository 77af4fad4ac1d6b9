import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freezeText } from './freeze.ts';
import { anyTextArbitrary } from './prose.arbitrary.ts';

describe('freezing a text', () => {
  test.each([
    ['', '', 'none', false, 0],
    ['a b', 'a b', 'none', false, 0],
    ['a\nb\n', 'a\nb\n', 'lf', false, 0],
    ['a\r\nb\r\n', 'a\nb\n', 'crlf', false, 0],
    ['a\rb\r', 'a\nb\n', 'cr', false, 0],
    ['a\r\rb', 'a\n\nb', 'cr', false, 0],
    ['a\r\nb\nc', 'a\nb\nc', 'mixed', false, 0],
    ['a\r\nb\rc', 'a\nb\nc', 'mixed', false, 0],
    ['a\n\rb', 'a\n\nb', 'mixed', false, 0],
    ['a\r\r\nb', 'a\n\nb', 'mixed', false, 0],
    ['\uFEFFa', 'a', 'none', true, 0],
    ['\uFEFF\uFEFFa', 'a', 'none', true, 0],
    ['\uFEFF\r\na', '\na', 'crlf', true, 0],
    ['\r\n\uFEFFa', '\n\uFEFFa', 'crlf', false, 0],
    ['a\uFEFFb', 'a\uFEFFb', 'none', false, 0],
    ['a\ud83db\ude00', 'a\uFFFDb\uFFFD', 'none', false, 2],
    ['\ud83d\r\n\ude00', '\uFFFD\n\uFFFD', 'crlf', false, 2],
    ['\ud83d\uFEFF\ude00', '\uFFFD\uFEFF\uFFFD', 'none', false, 2],
    ['🎉\uFFFD', '🎉\uFFFD', 'none', false, 0],
  ])('%j gives %j (%s, byte order mark %s, %i replaced)', (raw, text, newline, byteOrderMark, replaced) => {
    expect(freezeText(raw)).toEqual({ text, original: { newline, byteOrderMark, replaced } });
  });

  test.each([
    ['composed', '\u00e9'],
    ['decomposed', 'e\u0301'],
    ['a compatibility form', 'ﬁ\u212b'],
    ['other line separators', '\u2028\u2029\u0085\u000b\u000c'],
    ['what cannot be seen', '\u200b\u00ad\u200f\u0000'],
    ['white space at the ends', ' \t a \u00a0\n'],
  ])('leaves %s as it is', (_, raw) => {
    expect(freezeText(raw).text).toBe(raw);
  });

  test('of any string is well formed with LF only, and freezing it again changes nothing', () => {
    fc.assert(
      fc.property(anyTextArbitrary(), (raw) => {
        const { text } = freezeText(raw);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/\r|^\uFEFF/);
        const again = freezeText(text);
        expect(again.text).toBe(text);
        expect(again.original).toMatchObject({ byteOrderMark: false, replaced: 0 });
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });
});
