import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockAt, endOf, layOut, sectionWith, type TextLayout } from './text-layout.ts';

const SENTENCE = 'All work and no play makes a dull day. ';

describe('a text laid out', () => {
  test('has one block for each paragraph where none is long, and each block in one section', () => {
    fc.assert(
      fc.property(textArbitrary(), (text) => {
        const layout = laidOut(text);
        expect(layout.blocks).toEqual(paragraphsOf(text).map((each) => ({ ...each, endsParagraph: true })));
        expectSound(text, layout);
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });

  test.each([
    ['of sentences', SENTENCE.repeat(30_000), /^All/],
    ['without a sentence', 'word '.repeat(200_000), /^word/],
    ['without a space', '🙂'.repeat(300_000), /^🙂/u],
    ['without a space, in Chinese', '今天很好，我们去公园。'.repeat(90_000), /^今天/],
    ['of one letter with 100,000 accents', `e${'\u0301'.repeat(100_000)}`, /^(?:e|\u0301)/],
  ])('draws a long paragraph %s in blocks that begin at a good place', (_, line, beginning) => {
    const text = `Short.\n${line}\n\nLast.`;
    const layout = laidOut(text);
    expectSound(text, layout);
    const parts = layout.blocks.filter(({ from, to }) => to - from > 6);
    expect(parts.length).toBeGreaterThan(10);
    for (const { from, to } of parts) {
      expect(text.slice(from, from + 5)).toMatch(beginning);
      expect(to - from).toBeLessThanOrEqual(8192);
    }
    expect(layout.blocks.filter(({ endsParagraph }) => endsParagraph)).toHaveLength(4);
  });

  test('has few sections, however many and short its lines are', () => {
    const text = 'a line\n'.repeat(100_000);
    expect(laidOut(text).sections.length).toBeLessThan(800);
  });

  test('has sections small enough to be laid out at once, however long its paragraphs are', () => {
    const text = `${SENTENCE.repeat(150)}\n`.repeat(40);
    for (const { from, to } of laidOut(text).sections) {
      const { blocks } = laidOut(text);
      expect(blocks[to - 1]!.to - blocks[from]!.from).toBeLessThan(26_000);
    }
  });
});

describe('an offset', () => {
  test('where two blocks of one paragraph meet is in the second', () => {
    const layout = laidOut(SENTENCE.repeat(300));
    const seam = layout.blocks[1]!.from;
    expect([seam - 1, seam, seam + 1].map((offset) => blockAt(layout, offset))).toEqual([0, 1, 1]);
  });

  test('of a line break is in the paragraph before it, and one after the last character in the last', () => {
    const layout = laidOut('One.\nTwo.');
    expect([0, 4, 5, 9].map((offset) => blockAt(layout, offset))).toEqual([0, 0, 1, 1]);
  });

  test.each([-1, 10, Number.NaN])('outside the text (%d) is an error', (offset) => {
    expect(() => blockAt(laidOut('One.\nTwo.'), offset)).toThrow(RangeError);
  });
});

function laidOut(text: string): TextLayout {
  return layOut(text, paragraphsOf(text));
}

/** Blocks hold all of the text but its line breaks, in order, and so do sections all blocks. */
function expectSound(text: string, layout: TextLayout): void {
  const words = layout.blocks.map(({ from, to, endsParagraph }) => text.slice(from, to) + (endsParagraph ? '\n' : ''));
  expect(words.join('')).toBe(`${text}\n`);
  expect(endOf(layout)).toBe(text.length);
  const held = layout.sections.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
  expect(held).toEqual([...layout.blocks.keys()]);
  for (const [index, { from, to }] of layout.sections.entries()) {
    expect([sectionWith(layout, from), sectionWith(layout, to - 1)]).toEqual([index, index]);
  }
}
