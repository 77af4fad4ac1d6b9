import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedWords, shinglesOf } from './shingles.ts';
import { likeness, sketchOf } from './sketch.ts';

const WORDS = Array.from({ length: 400 }, (_, index) => `word${(index * 7919) % 1000}`);
const TEXT = WORDS.join(' ');

describe('two texts', () => {
  test.each([
    ['the same', TEXT, 1],
    ['the same in capitals and with other signs', TEXT.toUpperCase().replaceAll(' ', ' – '), 1],
    ['one word in twenty another', WORDS.map((word, at) => (at % 20 === 0 ? `other${at}` : word)).join(' '), 0.95],
    ['a paragraph longer', `${TEXT} ${Array.from({ length: 100 }, (_, at) => `more${at}`).join(' ')}`, 0.8],
    ['half of the other', WORDS.slice(0, 200).join(' '), 0.5],
    ['the same words in no order', WORDS.toSorted().join(' '), 0],
    ['another', WORDS.map((word) => `${word}x`).join(' '), 0],
    ['empty', '', 0],
  ])('of which one is %s share these words', (_, other, expected) => {
    const [one, two] = [shinglesOf(TEXT), shinglesOf(other)];
    expect(sharedWords(one, two)).toBeCloseTo(expected, 1);
    expect(sharedWords(two, one)).toBe(sharedWords(one, two));
  });

  test('of one or two words are the same or not', () => {
    expect(sharedWords(shinglesOf('Taxes rose'), shinglesOf('taxes rose!'))).toBeGreaterThan(0.9);
    expect(sharedWords(shinglesOf('Taxes rose'), shinglesOf('Taxes fell'))).toBe(0);
  });

  test('without spaces between words are compared by letters', () => {
    const text = '今日は天気がとても良いです。明日は雨が降るでしょう。';
    expect(sharedWords(shinglesOf(text), shinglesOf(text.replace('雨', '雪')))).toBeGreaterThan(0.8);
  });

  test('that share most of their words are told by their sketches, and few others are', () => {
    const word = fc.nat(5000).map((number) => `w${number}`);
    let told = 0;
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 60, maxLength: 600 }),
        fc.array(word, { minLength: 60, maxLength: 600 }),
        fc.nat(1000),
        (words, others, place) => {
          const changed = words.toSpliced(place % words.length, 3, 'changed', 'words');
          const [one, near, far] = [words, changed, others].map((each) => shinglesOf(each.join(' ')));
          expect(sharedWords(one!, near!)).toBeGreaterThan(0.8);
          expect(likeness(sketchOf(one!), sketchOf(near!))).toBeGreaterThan(0);
          if (likeness(sketchOf(one!), sketchOf(far!)) > 0) told += 1;
        },
      ),
      { seed: 20261126, numRuns: 100 },
    );
    expect(told).toBe(0);
  });
});
