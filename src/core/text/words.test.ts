import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketed, marked } from '#core/project/marked.arbitrary.ts';
import { contains } from './range.ts';
import { splitsSurrogatePair } from './offsets.ts';
import { paragraphsOf } from './paragraphs.ts';
import { anyTextArbitrary, languageArbitrary, proseArbitrary } from './prose.arbitrary.ts';
import { wordsBetween } from './word-pieces.ts';
import {
  characterAfter,
  characterBefore,
  snapToWords,
  trimRange,
  withoutHalfCharacters,
  wordAt,
  wordEdgeAfter,
  wordEdgeBefore,
} from './words.ts';

describe('the word at a caret', () => {
  test('is the one that its whole paragraph shows there', () => {
    fc.assert(
      fc.property(proseArbitrary(30), languageArbitrary(), (text, language) => {
        for (const paragraph of paragraphsOf(text)) {
          const words = wordsBetween(text, paragraph.from, paragraph.to, language);
          for (const offset of offsetsIn(paragraph.from, paragraph.to)) {
            const word = words.findLast(({ from }) => from <= offset);
            const expected = word && word.tail >= offset ? { from: word.from, to: word.to } : undefined;
            if (JSON.stringify(wordAt(text, paragraph, offset, language)) !== JSON.stringify(expected)) {
              expect([offset, wordAt(text, paragraph, offset, language)]).toEqual([offset, expected]);
            }
          }
        }
      }),
      { seed: 20240617, numRuns: 120 },
    );
  });

  test('is cut where it goes on for thousands of letters, but not inside a character', () => {
    const long = '𝕭'.repeat(3_000);
    const [paragraph] = paragraphsOf(long);
    for (const offset of [2_999, 3_000, 3_001]) {
      const { from, to } = wordAt(long, paragraph!, offset, 'en')!;
      expect(from).toBeLessThan(offset);
      expect(to).toBeGreaterThan(offset);
      expect(to - from).toBeLessThan(3_000);
      expect(splitsSurrogatePair(long, from) || splitsSurrogatePair(long, to)).toBe(false);
    }
  });

  test.each([-1, 3, 9, Number.NaN])('is refused at %s, outside the paragraph', (offset) => {
    expect(() => wordAt('one two six', { from: 4, to: 7 }, offset, 'en')).toThrow(
      `offset ${offset} is outside the paragraph 4–7`,
    );
  });
});

describe('the next word edge', () => {
  test.each([
    ['en', 'The| mayor|’s hat| – “ours|”.'],
    ['en', 'One|\n \nTwo|\n'],
    ['en', 'In| the| U.N.| 4%| rise|. '],
    ['en', 'AT&T|, near-infrared| end|.Next|'],
    ['en', '🎉 a|🎉b| 👨‍👩‍👧'],
    ['en', '① ② three| ④'],
    ['en', ' … \n– '],
    ['fr', 'l’|État| n’|est| «\u202fOui|\u202f»'],
    ['zh', '我们|今天|去|北京|。好|'],
    ['ar', 'قال| الوزير|، نعم|.'],
    ['he', 'דובר| צה"ל| אמר|'],
  ])('in %s, again and again: %s', (language, written) => {
    const { text, carets } = marked(written);
    const stops = stepThrough(
      text,
      (offset) => wordEdgeAfter(text, paragraphsOf(text), offset, language),
      0,
      text.length,
    );
    expect(withCarets(text, stops)).toBe(withCarets(text, [...new Set([...carets, text.length])]));
  });

  test.each([
    ['en', '|The |mayor’s |hat – “|ours”.'],
    ['en', '|One\n \n|Two\n'],
    ['en', '|In |the |U.N. |4% |rise. '],
    ['en', '🎉 |a🎉|b 👨‍👩‍👧'],
    ['en', '① ② |three ④'],
    ['en', ' … \n– '],
    ['fr', '|l’|État |n’|est «\u202f|Oui\u202f»'],
    ['zh', '|我们|今天|去|北京。|好'],
    ['he', '|דובר |צה"ל |אמר'],
  ])('backwards in %s, again and again: %s', (language, written) => {
    const { text, carets } = marked(written);
    const stops = stepThrough(
      text,
      (offset) => wordEdgeBefore(text, paragraphsOf(text), offset, language),
      text.length,
      0,
    );
    expect(withCarets(text, stops)).toBe(withCarets(text, [...new Set([0, ...carets])]));
  });

  test('is that of the first or last word on that side, from wherever a caret can stand', () => {
    fc.assert(
      fc.property(proseArbitrary(30), languageArbitrary(), (text, language) => {
        const paragraphs = paragraphsOf(text);
        const words = paragraphs.flatMap(({ from, to }) => wordsBetween(text, from, to, language));
        const carets = caretPlaces(text);
        expect(carets.map((caret) => wordEdgeAfter(text, paragraphs, caret, language))).toEqual(
          carets.map((caret) => words.find(({ to }) => to > caret)?.to ?? text.length),
        );
        expect(carets.map((caret) => wordEdgeBefore(text, paragraphs, caret, language))).toEqual(
          carets.map((caret) => words.findLast(({ from }) => from < caret)?.from ?? 0),
        );
      }),
      { seed: 20240617, numRuns: 80 },
    );
  });

  test('is always further on, cuts no character, and leads back to the start of the same word, in any text', () => {
    fc.assert(
      fc.property(anyTextArbitrary(), languageArbitrary(), (text, language) => {
        const paragraphs = paragraphsOf(text);
        for (const offset of caretPlaces(text)) {
          const after = wordEdgeAfter(text, paragraphs, offset, language);
          const before = wordEdgeBefore(text, paragraphs, offset, language);
          expect(offset === text.length ? after === offset : after > offset).toBe(true);
          expect(offset === 0 ? before === 0 : before < offset).toBe(true);
          expect(splitsSurrogatePair(text, after) || splitsSurrogatePair(text, before)).toBe(false);
          if (after === text.length) continue;
          const back = wordEdgeBefore(text, paragraphs, after, language);
          expect(wordEdgeAfter(text, paragraphs, back, language)).toBe(after);
        }
      }),
      { seed: 20240617, numRuns: 40 },
    );
  });

  test('stays at the end and at the start', () => {
    for (const text of ['', 'a', ' ']) {
      const paragraphs = paragraphsOf(text);
      expect(wordEdgeAfter(text, paragraphs, text.length, 'en')).toBe(text.length);
      expect(wordEdgeBefore(text, paragraphs, 0, 'en')).toBe(0);
    }
  });

  test('gets through a word of thousands of letters and thousands of signs that are no words', () => {
    for (const text of ['a'.repeat(5_000), '𝕭'.repeat(3_000), '①'.repeat(5_000), '🎉'.repeat(3_000)]) {
      const paragraphs = paragraphsOf(text);
      const on = stepThrough(text, (offset) => wordEdgeAfter(text, paragraphs, offset, 'en'), 0, text.length);
      const back = stepThrough(text, (offset) => wordEdgeBefore(text, paragraphs, offset, 'en'), text.length, 0);
      expect([on.at(-1), back.at(-1)]).toEqual([text.length, 0]);
    }
  });
});

describe('the next character', () => {
  test.each(['a|b|c|', 'e\u0301|a|', '👨‍👩‍👧‍👦|👍🏽|👍|', '🇺🇦|🇩🇪|x|', '\r\n|\n|', 'क्षि|a|', 'ש\u05b8|ל|', '\ud83d|a|\ude00|'])(
    'again and again: %s',
    (written) => {
      const { text, carets } = marked(written);
      expect(stepThrough(text, (offset) => characterAfter(text, offset), 0, text.length)).toEqual(carets);
      expect(stepThrough(text, (offset) => characterBefore(text, offset), text.length, 0)).toEqual(
        [0, ...carets].slice(0, -1).toReversed(),
      );
    },
  );

  test('is never inside a grapheme cluster, and the next one from anywhere, in any text', () => {
    fc.assert(
      fc.property(anyTextArbitrary(), (text) => {
        const places = caretPlaces(text);
        const offsets = offsetsIn(0, text.length);
        expect(offsets.map((offset) => characterAfter(text, offset))).toEqual(
          offsets.map((offset) => places.find((place) => place > offset) ?? text.length),
        );
        expect(offsets.map((offset) => characterBefore(text, offset))).toEqual(
          offsets.map((offset) => places.findLast((place) => place < offset) ?? 0),
        );
      }),
      { seed: 20240617, numRuns: 60 },
    );
  });
});

describe('snapping a range to words', () => {
  test.each([
    ['en', 'the m[ayor le]ft', 'the [mayor left]'],
    ['en', 'the[ mayor ]left', 'the [mayor] left'],
    ['en', 'the [mayor] left', 'the [mayor] left'],
    ['en', 'the[ ]mayor', undefined],
    ['en', 'the m[]ayor', undefined],
    ['en', '[]', undefined],
    ['en', 'the [mayor], left', 'the [mayor], left'],
    ['en', 'the [mayor,] left', 'the [mayor,] left'],
    ['en', '“[Go,]” he', '“[Go,]” he'],
    ['en', '[“Go,”] he', '[“Go,”] he'],
    ['en', 'Kir[by]’s plan', '[Kirby]’s plan'],
    ['en', 'Kir[by’]s plan', '[Kirby’s] plan'],
    ['en', 'Kir[by’s] plan', '[Kirby’s] plan'],
    ['en', 'Kirby’[s plan]', 'Kirby[’s plan]'],
    ['en', 'the U[.]N. met', 'the [U.N.] met'],
    ['en', 'by [4]% a', 'by [4%] a'],
    ['en', 'near-[infra]red', '[near-infrared]'],
    ['en', 'o[ne\n\ntw]o', '[one\n\ntwo]'],
    ['en', 'one[\n\ntw]o', 'one\n\n[two]'],
    ['en', '🎉[a]🎉', '🎉[a]🎉'],
    ['fr', 'de l’É[ta]t', 'de l’[État]'],
    ['zh', '我[们今]天去', '[我们今天]去'],
    ['ar', 'قال ال[وز]ير أمس', 'قال [الوزير] أمس'],
  ])('in %s: %s', (language, written, expected) => {
    const { text, ranges } = marked(written);
    const range = snapToWords(text, paragraphsOf(text), ranges[0]!, language);
    expect(range && bracketed(text, range)).toBe(expected);
  });

  test.each([
    ['half an emoji', '🎉🎉', { from: 1, to: 3 }, { from: 0, to: 4 }],
    ['part of a family', '👨‍👩‍👧 a', { from: 2, to: 4 }, { from: 0, to: 8 }],
    ['an accent', 'a \u0308 b', { from: 2, to: 3 }, { from: 1, to: 3 }],
  ])('takes the whole of %s', (_, text, range, expected) => {
    expect(snapToWords(text, paragraphsOf(text), range, 'en')).toEqual(expected);
  });

  test('holds the trimmed range, cuts no character and stays as it is the second time', () => {
    fc.assert(
      fc.property(textAndRangeArbitrary(proseArbitrary(30)), languageArbitrary(), ({ text, range }, language) => {
        const paragraphs = paragraphsOf(text);
        const trimmed = trimRange(text, range);
        const snapped = snapToWords(text, paragraphs, range, language);
        expect(snapped === undefined).toBe(trimmed === undefined);
        if (!trimmed || !snapped) return;
        expect(contains(snapped, trimmed)).toBe(true);
        expect(caretPlaces(text)).toEqual(expect.arrayContaining([snapped.from, snapped.to]));
        expect(snapToWords(text, paragraphs, snapped, language)).toEqual(snapped);
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });

  test('never cuts a surrogate pair, in any text', () => {
    fc.assert(
      fc.property(textAndRangeArbitrary(anyTextArbitrary()), languageArbitrary(), ({ text, range }, language) => {
        const trimmed = trimRange(text, range);
        const snapped = snapToWords(text, paragraphsOf(text), range, language);
        expect(snapped === undefined).toBe(trimmed === undefined);
        if (!trimmed || !snapped) return;
        expect(contains(snapped, trimmed)).toBe(true);
        expect(splitsSurrogatePair(text, snapped.from) || splitsSurrogatePair(text, snapped.to)).toBe(false);
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });
});

describe('trimming a range', () => {
  test.each([
    ['a[ b ]c', 'a [b] c'],
    ['a[ \n\u00a0\u202f\u2028b c\t]', 'a \n\u00a0\u202f\u2028[b c]\t'],
    ['[ab]', '[ab]'],
    ['a[  ]b', undefined],
    ['a[]b', undefined],
    ['[\u200b]', '[\u200b]'],
  ])('%j', (written, expected) => {
    const { text, ranges } = marked(written);
    const range = trimRange(text, ranges[0]!);
    expect(range && bracketed(text, range)).toBe(expected);
  });

  test.each([
    [-1, 2],
    [2, 1],
    [0, 4],
    [Number.NaN, 2],
  ])('and completing it refuse %s–%s', (from, to) => {
    const message = `range ${from}–${to} is not inside the text of length 3`;
    expect(() => trimRange('abc', { from, to })).toThrow(message);
    expect(() => withoutHalfCharacters('abc', { from, to })).toThrow(message);
    expect(() => snapToWords('abc', paragraphsOf('abc'), { from, to }, 'en')).toThrow(message);
  });
});

test.each([
  ['a🎉b', 1, 3, 1, 3],
  ['a🎉b', 2, 3, 1, 3],
  ['a🎉b', 1, 2, 1, 3],
  ['a🎉b', 2, 2, 1, 3],
  ['a🎉b', 0, 4, 0, 4],
  ['\ude00\ud83d', 1, 1, 1, 1],
])('the whole characters of %s from %i to %i go from %i to %i', (text, from, to, wholeFrom, wholeTo) => {
  expect(withoutHalfCharacters(text, { from, to })).toEqual({ from: wholeFrom, to: wholeTo });
});

/** Where a caret can stand: between the grapheme clusters of the whole text. */
function caretPlaces(text: string): readonly number[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];
}

function offsetsIn(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Every place that a move comes to from `start`, until it comes to `end`; a move that does not get on stops the test. */
function stepThrough(text: string, move: (offset: number) => number, start: number, end: number): readonly number[] {
  const stops: number[] = [];
  for (let at = start; at !== end && stops.length <= text.length;) stops.push((at = move(at)));
  return stops;
}

function withCarets(text: string, carets: readonly number[]): string {
  const places = new Set(carets);
  return [...text.split(''), ''].map((unit, index) => (places.has(index) ? `|${unit}` : unit)).join('');
}

function textAndRangeArbitrary(texts: fc.Arbitrary<string>) {
  return fc.tuple(texts, fc.nat(), fc.nat()).map(([text, a, b]) => {
    const [one, two] = [a % (text.length + 1), b % (text.length + 1)];
    return { text, range: { from: Math.min(one, two), to: Math.max(one, two) } };
  });
}
