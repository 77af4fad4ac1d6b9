import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { OFFSET_UNITS, unitOffsets } from './offset-units.ts';

/** An e with an accent of its own, an emoji, a family, a Chinese character. */
const TEXT = 'e\u0301🎉👨‍👩‍👧漢';

describe('offsets', () => {
  test.each([
    ['utf-16', [0, 1, 2, 4, 6, 7, 9, 10, 12, 13], 13],
    ['code-point', [0, 1, 2, 4, 6, 7, 9, 10, 12, 13], 9],
    ['utf-8', [0, 1, 2, 4, 6, 7, 9, 10, 12, 13], 28],
    ['grapheme', [0, 2, 4, 12, 13], 4],
  ] as const)('in %s', (unit, edges, length) => {
    const offsets = unitOffsets(TEXT, unit);
    const there = Array.from({ length: TEXT.length + 1 }, (_, at) => at).filter(
      (at) => offsets.fromUtf16(at) !== undefined,
    );
    expect(there).toEqual(edges);
    expect(offsets.fromUtf16(TEXT.length)).toBe(length);
    expect(offsets.toUtf16(length)).toBe(TEXT.length);
    for (const outside of [-1, length + 1, 0.5, Number.NaN]) expect(offsets.toUtf16(outside)).toBeUndefined();
    for (const outside of [-1, TEXT.length + 1, 0.5, 3]) expect(offsets.fromUtf16(outside)).toBeUndefined();
  });

  test('come back from every unit, grow with the text, and count what they say', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(textArbitrary(), fc.constantFrom(...OFFSET_UNITS), (text, unit) => {
        const offsets = unitOffsets(text, unit);
        let last = -1;
        for (let at = 0; at <= text.length; at += 1) {
          const offset = offsets.fromUtf16(at);
          if (offset === undefined) continue;
          expect(offsets.toUtf16(offset)).toBe(at);
          expect(offset).toBeGreaterThan(last);
          last = offset;
          const before = text.slice(0, at);
          if (unit === 'utf-8') expect(offset).toBe(encoder.encode(before).length);
          if (unit === 'code-point') expect(offset).toBe(Array.from(before).length);
        }
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });
});
