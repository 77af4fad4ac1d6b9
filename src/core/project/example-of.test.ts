import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { exampleOf } from './example-of.ts';
import { GUIDELINE_LIMITS } from './guidelines.ts';

// Ten characters with the space.
const TEN = 'ninechars ';

describe('an example', () => {
  test('has all of a short text around it, and its title', () => {
    expect(exampleOf('So Ann said.', span([3, 6]), 'Taxes')).toEqual({
      before: 'So ',
      quote: 'Ann',
      after: ' said.',
      source: 'Taxes',
    });
  });

  test('has whole words within sixty characters on either side', () => {
    const text = `${TEN.repeat(9)}Ann ${TEN.repeat(9)}`;
    const { before, after } = exampleOf(text, span([90, 93]), '');
    expect(before).toBe(TEN.repeat(6));
    expect(after).toBe(` ${TEN.repeat(6).trimEnd()}`);
    const shifted = exampleOf(`${TEN.repeat(9)}and Ann or ${TEN.repeat(9)}`, span([94, 97]), '');
    expect(shifted.before).toBe(`${TEN.repeat(5)}and `);
    expect(shifted.after).toBe(` or ${TEN.repeat(5).trimEnd()}`);
  });

  test.each([
    ['Chinese', '字', 60],
    ['emoji of two units', '🎉', 60],
    ['emoji families of eleven units', '👨‍👩‍👧‍👦', 55],
  ])('has whole characters where there is no white space: %s', (_, character, length) => {
    const side = character.repeat(80);
    const { before, after } = exampleOf(`${side}Ann${side}`, span([side.length, side.length + 3]), '');
    expect([before, after]).toEqual([side.slice(0, length), side.slice(0, length)]);
  });

  test('joins the ranges of an interrupted span', () => {
    expect(exampleOf('“We go,” she said, “now.”', span([0, 8], [19, 25]), '').quote).toBe('“We go,” … “now.”');
  });

  test.each([
    ['a letter', 'x', GUIDELINE_LIMITS.quote],
    ['an emoji', '🎉', GUIDELINE_LIMITS.quote - 1],
  ])('is cut to the limit, with an ellipsis: %s', (_, character, length) => {
    const text = character.repeat(5000);
    const { quote } = exampleOf(text, span([0, text.length]), '');
    expect(quote).toHaveLength(length);
    expect(quote.endsWith('…')).toBe(true);
    expect(quote.isWellFormed()).toBe(true);
  });

  test('of any text is a part of it, well-formed and short', () => {
    fc.assert(
      fc.property(textArbitrary(), fc.nat(), fc.nat(), (text, a, b) => {
        const edges = edgesOf(text);
        const [from, to] = [edges[a % edges.length]!, edges[b % edges.length]!].toSorted((x, y) => x - y);
        if (from === to) return;
        const { before, quote, after } = exampleOf(text, span([from!, to!]), '');
        expect(text.slice(from! - before.length, to! + after.length)).toBe(before + quote + after);
        for (const part of [before, after]) {
          expect(part.isWellFormed()).toBe(true);
          expect(part.length).toBeLessThanOrEqual(60);
        }
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });
});

function edgesOf(text: string): readonly number[] {
  const edges = [0];
  for (const character of text) edges.push(edges.at(-1)! + character.length);
  return edges;
}

function span(...ranges: readonly (readonly [number, number])[]): Span {
  return {
    id: 's' as SpanId,
    label: 'quote' as LabelId,
    ranges: ranges.map(([from, to]) => ({ from, to })),
    attributes: [],
    note: '',
    origin: 'hand',
    createdAt: '',
    changedAt: '',
  };
}
