import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marked } from '#core/project/marked.arbitrary.ts';
import { type TextRange } from './range.ts';
import { paragraphsOf } from './paragraphs.ts';
import { languageArbitrary, paragraphArbitrary, proseArbitrary } from './prose.arbitrary.ts';
import { sentenceAt, sentenceEdgeAfter, sentenceEdgeBefore, sentencesOf } from './sentences.ts';

describe('the sentences of a paragraph', () => {
  // Each row is a paragraph: its sentences with a space between them.
  test.each([
    ['en', ['He left.', 'She stayed.', 'They, too, stayed']],
    ['en', ['Mr. Smith met Gen. Jones, e.g. on Oct. 5.', 'He left.']],
    ['en', ['He lives in the U.S.', 'The tax rose.']],
    ['en', ['The U.S. Senate and J. A. Smith of Apple Inc. met.', 'It voted.']],
    ['en', ['He works for Apple Inc.', 'The firm grew.']],
    ['en', ['See No. 5, Fig. 3 and p. 12.', 'Then say no.', 'It ended.']],
    ['en', ['It rose 3.5 percent to $1.2 million.', 'Then it fell.']],
    ['en', ['The invasion.[1]', 'The next.[2][3]', 'The end.']],
    ['en', ['“He went.”', '“She stayed.”', 'So it was.']],
    ['en', ['"He went."', '"She stayed."', 'So it was.']],
    ['en', ['“Really?” she asked.', '“Yes!” he said.']],
    ['en', ['“Will he go?” Foreign Minister Ann Smith asked.', '“Yes.”']],
    ['en', ['“Will he go?” a spokesman for the U.N. asked.', '“Yes.”']],
    ['en', ['“Will he go?”', 'The others had left.']],
    ['en', ['“Will he go?”', 'The Ministry of War said no.']],
    ['en', ['He (of the U.S.) Smith and (a Jr.) Jones met.', 'It voted.']],
    ['en', ['He (Mr. Smith) left.', '(She stayed.)', 'So it was.']],
    ['en', ['He asked … and left.', 'She stayed …']],
    ['en', ['He bought it!', 'iPhone and eBay sell.']],
    ['en', ['1. He left.', 'He had to.']],
    ['en', ['• He left.', 'He had to.']],
    ['en', ['He won!', '🎉 She lost.']],
    ['de', ['Am 17. Juni kam Friedrich II. nach Berlin, z. B. mit Dr. Ann Smith.', 'Er blieb.']],
    ['de', ['Es kostet 3 Mio. Euro usw. und mehr.', 'Er zahlt.']],
    ['de', ['Es kostet 3 Mio.', 'Der Bund zahlt.']],
    ['de', ['„Er kommt.“', '„Kommt sie?“, fragte er.']],
    ['fr', ['M. Macron et Mme Dupont sont partis, cf. p. 3.', 'Ils reviennent.']],
    ['fr', ['«\u202fOui.\u202f»', 'Il part.']],
    ['es', ['El Sr. Rajoy vino.', '¿Va usted?', '¡Sí!']],
    ['it', ['Il Sig. Rossi vive.', 'Sì.']],
    ['ar', ['قال ذلك.', 'هل ذهب؟', 'نعم!']],
    ['he', ['דובר צה"ל אמר.', 'היא נשארה.']],
    ['hi', ['वह गया।', 'वह रुकी।']],
  ])('in %s: %j', (language, sentences) => {
    const text = sentences.join(' ');
    expect(partsOf(text, sentencesOf(text, { from: 0, to: text.length }, language))).toEqual(sentences);
  });

  test.each([
    ['ja', ['彼は住む。', '「はい。」', '「はい。」と言った。', '（そう。）', '終わり']],
    ['zh', ['他走了。', '“好。”', '她说：“好！”', '走']],
  ])('in %s need no space between them: %j', (language, sentences) => {
    const text = sentences.join('');
    expect(partsOf(text, sentencesOf(text, { from: 0, to: text.length }, language))).toEqual(sentences);
  });

  test('are found wherever a long paragraph is cut for reading', () => {
    for (let length = 1_900; length < 2_100; length += 1) {
      const text = `A${'a'.repeat(length - 2)}. “So?” she asked. He did.`;
      const lengths = sentencesOf(text, { from: 0, to: text.length }, 'en').map(({ from, to }) => to - from);
      expect(lengths).toEqual([length, 16, 7]);
    }
  });

  test('are none in a blank one', () => {
    expect(sentencesOf('', { from: 0, to: 0 }, 'en')).toEqual([]);
    expect(sentencesOf(' \u00a0 ', { from: 0, to: 3 }, 'en')).toEqual([]);
  });

  test('hold everything but the white space between them, in order', () => {
    fc.assert(
      fc.property(proseArbitrary(40), languageArbitrary(), (text, language) => {
        for (const paragraph of paragraphsOf(text)) {
          const sentences = sentencesOf(text, paragraph, language);
          const edges = [paragraph.from, ...sentences.flatMap(({ from, to }) => [from, to]), paragraph.to];
          expect(edges).toEqual(edges.toSorted((a, b) => a - b));
          for (let index = 0; index < edges.length; index += 2) {
            expect(text.slice(edges[index], edges[index + 1]).trim()).toBe('');
          }
          for (const sentence of partsOf(text, sentences)) expect(sentence.trim()).toBe(sentence);
          expect(partsOf(text, sentences)).not.toContain('');
        }
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });
});

describe('the sentence at a caret', () => {
  test('is that one of the paragraph’s which starts there or before, and else the first', () => {
    fc.assert(
      fc.property(proseArbitrary(25), languageArbitrary(), (text, language) => {
        for (const paragraph of paragraphsOf(text)) {
          expectSentencesAt(text, paragraph, language, offsetsIn(paragraph));
        }
      }),
      { seed: 20240617, numRuns: 60 },
    );
  });

  test('is the same in a paragraph of any length, far from its start', () => {
    fc.assert(
      fc.property(paragraphArbitrary(2_000, 500), languageArbitrary(), fc.nat(400), (text, language, first) => {
        const paragraph = { from: 0, to: text.length };
        const offsets = offsetsIn(paragraph).filter((offset) => offset % 401 === first % 401);
        expectSentencesAt(text, paragraph, language, offsets);
      }),
      { seed: 20240617, numRuns: 25 },
    );
  });

  test('may be longer than what is read at a time', () => {
    const long = `And so ${'it went on and '.repeat(1_500)}on`;
    const text = `He left. ${long}. She stayed.`;
    expect(partsOf(text, sentencesOf(text, { from: 0, to: text.length }, 'en'))).toEqual([
      'He left.',
      `${long}.`,
      'She stayed.',
    ]);
    expectSentencesAt(text, { from: 0, to: text.length }, 'en', [3, 9, 5_000, 12_000, text.length - 14, text.length]);
  });

  test.each([3, 8, Number.NaN])('is refused at %s, outside the paragraph', (offset) => {
    expect(() => sentenceAt('one two six', { from: 4, to: 7 }, offset, 'en')).toThrow(
      `offset ${offset} is outside the paragraph 4–7`,
    );
  });
});

describe('the next sentence edge', () => {
  test.each(['He left.| She stayed.| \n\n“So?”|\n ', '  He left.|\nMr. Smith stayed|', '彼は住む。|終わり。|', ' \n '])(
    'again and again: %j',
    (written) => {
      const { text, carets } = marked(written);
      const paragraphs = paragraphsOf(text);
      const stops: number[] = [];
      for (let at = 0; at < text.length;) stops.push((at = sentenceEdgeAfter(text, paragraphs, at, 'en')));
      expect(stops).toEqual([...new Set([...carets, text.length])]);
    },
  );

  test.each(['|He left. |She stayed. \n\n|“So?”\n ', '  |He left.\n|Mr. Smith stayed', '|彼は住む。|終わり。', ' \n '])(
    'backwards again and again: %j',
    (written) => {
      const { text, carets } = marked(written);
      const paragraphs = paragraphsOf(text);
      const stops: number[] = [];
      for (let at = text.length; at > 0;) stops.push((at = sentenceEdgeBefore(text, paragraphs, at, 'en')));
      expect(stops.toReversed()).toEqual([...new Set([0, ...carets])]);
    },
  );

  test('is that of the first or last sentence on that side', () => {
    fc.assert(
      fc.property(proseArbitrary(25), languageArbitrary(), (text, language) => {
        const paragraphs = paragraphsOf(text);
        const sentences = paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph, language));
        const offsets = offsetsIn({ from: 0, to: text.length });
        expect(offsets.map((offset) => sentenceEdgeAfter(text, paragraphs, offset, language))).toEqual(
          offsets.map((offset) => sentences.find(({ to }) => to > offset)?.to ?? text.length),
        );
        expect(offsets.map((offset) => sentenceEdgeBefore(text, paragraphs, offset, language))).toEqual(
          offsets.map((offset) => sentences.findLast(({ from }) => from < offset)?.from ?? 0),
        );
      }),
      { seed: 20240617, numRuns: 50 },
    );
  });
});

function expectSentencesAt(text: string, paragraph: TextRange, language: string, offsets: readonly number[]): void {
  const sentences = sentencesOf(text, paragraph, language);
  expect(offsets.map((offset) => [offset, sentenceAt(text, paragraph, offset, language)])).toEqual(
    offsets.map((offset) => [offset, sentences.findLast(({ from }) => from <= offset) ?? sentences[0]]),
  );
}

function offsetsIn({ from, to }: TextRange): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function partsOf(text: string, ranges: readonly TextRange[]): readonly string[] {
  return ranges.map(({ from, to }) => text.slice(from, to));
}
