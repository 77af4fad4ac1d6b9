import { describe, expect, test } from 'vitest';
import { lineAndColumn, quoted, wellFormed } from './wording.ts';

describe('wording of messages', () => {
  test.each([
    ['a\nb', '“a↵b”'],
    ['x'.repeat(50), `“${'x'.repeat(40)}…”`],
    ['🎉'.repeat(40), `“${'🎉'.repeat(40)}”`],
    ['🎉'.repeat(41), `“${'🎉'.repeat(40)}…”`],
    ['\u0007\ud83d', '“\uFFFD\uFFFD”'],
  ])('quotes %j as %s', (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });

  test.each([
    ['', 0, 'line 1, column 1'],
    ['ab\ncd', 2, 'line 1, column 3'],
    ['ab\ncd', 3, 'line 2, column 1'],
    ['\n\n', 2, 'line 3, column 1'],
  ])('finds in %j offset %i at %s', (text, offset, expected) => {
    expect(lineAndColumn(text, offset)).toBe(expected);
  });

  test('replaces lone surrogates only', () => {
    expect(wellFormed('🎉\ud83d \udf89')).toBe('🎉\uFFFD \uFFFD');
  });
});
