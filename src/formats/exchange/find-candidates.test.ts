import { describe, expect, test } from 'vitest';
import { findCandidates } from './find-candidates.ts';

const TEXT = 'Ann Lee met Bo in Rome.\nLater ANN  LEE left. “Taxes rose 4 % in 2023,” said Ann-Marie Lee 🎉.';

function wordsFor(quotes: readonly string[], near?: number, text = TEXT): readonly string[] {
  const expected = near === undefined ? undefined : [{ from: near, to: near + 3 }];
  return findCandidates(text, { quotes }, expected).map(({ words }) => words);
}

describe('places that a span may mean', () => {
  test('are those of its words, but for case and white space, the nearest first', () => {
    expect(wordsFor(['Ann Lee'])).toEqual(expect.arrayContaining(['Ann Lee', 'ANN  LEE']));
    expect(wordsFor(['ann lee'], TEXT.indexOf('left'))[0]).toBe('ANN  LEE');
    expect(wordsFor(['ann lee'], 0)[0]).toBe('Ann Lee');
  });

  test('are those of similar words, with the marks around them, where some words were changed', () => {
    expect(wordsFor(['“Taxes rise 4% in 2023'])[0]).toBe('“Taxes rose 4 % in 2023');
    expect(wordsFor(['Roma'])).toEqual(['Rome']);
  });

  test('are also what stands where the file says', () => {
    expect(wordsFor(['Zebra'], TEXT.indexOf('Bo'))).toEqual(['Bo ']);
    expect(wordsFor(['Zebra'])).toEqual([]);
  });

  test('have all parts of an interrupted span, one after the other', () => {
    expect(wordsFor(['met bo', 'left'])).toEqual(['met Bo … left']);
    expect(wordsFor(['left', 'met bo'])).toEqual([]);
  });

  test('show what stands around them, with no half characters', () => {
    const [candidate] = findCandidates(`🎉${'a'.repeat(39)} Rome 🎉`, { quotes: ['rome'] }, undefined);
    expect(candidate).toMatchObject({ ranges: [{ from: 42, to: 46 }], words: 'Rome', after: ' 🎉' });
    expect(candidate!.before).toBe(`…${'a'.repeat(39)} `);
    const cut = findCandidates(`x🎉${'a'.repeat(38)} Rome`, { quotes: ['rome'] }, undefined);
    expect(cut[0]!.before).toBe(`…${'a'.repeat(38)} `);
  });

  test('are none for a span without words, and five at most for one whose words are everywhere', () => {
    expect(wordsFor([])).toEqual([]);
    expect(wordsFor([' '])).toEqual([]);
    expect(wordsFor(['A'], 0, 'a '.repeat(5000))).toHaveLength(5);
  });

  test('never begin or end with half a character, whatever the file has', () => {
    for (const { ranges } of findCandidates(TEXT, { quotes: ['\udf89'] }, [{ from: 0, to: TEXT.indexOf('🎉') + 1 }])) {
      for (const { from, to } of ranges) expect(TEXT.slice(from, to).isWellFormed()).toBe(true);
    }
  });

  test('are found in a long text', () => {
    const text = Array.from({ length: 150_000 }, (_, index) => `w${index % 5000} a`).join(' ');
    const quote = Array.from({ length: 300 }, (_, index) => `w${index} b`).join(' ');
    expect(findCandidates(text, { quotes: [quote] }, undefined)).toEqual([]);
    expect(findCandidates(text, { quotes: ['a'] }, [{ from: 500_000, to: 500_001 }]).length).toBeGreaterThan(0);
  });
});
