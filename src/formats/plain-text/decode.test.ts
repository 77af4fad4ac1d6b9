import { isUtf8 } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode.ts';
import { findInvalidUtf8 } from './find-invalid-utf8.ts';

const SEED = 20261124;
const TEXT = 'Grüße 🎉\r\nשלום';

describe('decoding a text file', () => {
  test('reads UTF-8 and keeps its byte order mark for freezing to record', () => {
    expect(decodeText(new TextEncoder().encode(TEXT))).toEqual({ ok: true, value: TEXT });
    expect(decodeText(new TextEncoder().encode(`\uFEFF${TEXT}`))).toEqual({ ok: true, value: `\uFEFF${TEXT}` });
  });

  test.each([true, false])('reads UTF-16 by its byte order mark (little endian: %s)', (littleEndian) => {
    for (const text of [TEXT, 'x'.repeat(20_000), 'lone \ud83d surrogate']) {
      expect(decodeText(utf16(text, littleEndian))).toEqual({ ok: true, value: `\uFEFF${text}` });
    }
  });

  test('reads a part of a larger buffer', () => {
    const bytes = utf16(TEXT, true);
    const padded = new Uint8Array(bytes.length + 3);
    padded.set(bytes, 3);
    expect(decodeText(padded.subarray(3))).toEqual({ ok: true, value: `\uFEFF${TEXT}` });
  });
});

describe('a file that is not text', () => {
  test.each([
    ['a NUL', [0x61, 0x00, 0x62], /^byte 1: looks like a binary file/],
    ['UTF-16 without a mark', [0x61, 0x00, 0x62, 0x00], /^byte 1: looks like a binary file/],
    ['UTF-16 with a NUL', [0xff, 0xfe, 0x61, 0x00, 0x00, 0x00], /^byte 4: looks like a binary file/],
    ['UTF-16 cut short', [0xfe, 0xff, 0x00], /cut off/],
    [
      'Windows-1252',
      [0x61, 0x0a, 0x0a, 0x62, 0xe9, 0x20],
      /^byte 4 \(line 3\): the byte 0xE9 is not UTF-8.*save it as UTF-8/,
    ],
    ['a PDF', [...new TextEncoder().encode('%PDF-1.7')], /PDF/],
    ['a DOCX', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], /DOCX/],
  ])('refuses %s', (_, bytes, expected) => {
    const result = decodeText(Uint8Array.from(bytes));
    expect(result.ok ? [] : result.problems.map(({ place, message }) => `${place}: ${message}`)).toEqual([
      expect.stringMatching(expected),
    ]);
  });

  test('finds invalid UTF-8 exactly where there is some', () => {
    const edge = fc.constantFrom(
      0x00,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    );
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 6 }), (list) => {
        const bytes = Uint8Array.from(list);
        const offset = findInvalidUtf8(bytes);
        expect(offset === -1).toBe(isUtf8(bytes));
        if (offset !== -1) expect(isUtf8(bytes.subarray(0, offset))).toBe(true);
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });
});

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(2 + 2 * index, text.charCodeAt(index), littleEndian);
  }
  return new Uint8Array(view.buffer);
}
