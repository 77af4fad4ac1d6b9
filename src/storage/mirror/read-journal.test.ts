import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLine, encodeLine, type JournalLine } from './journal-line.ts';
import { foldJournal } from './read-journal.ts';

const SEED = 20261126;
const HEAD: JournalLine = { kind: 'head', head: { journal: 'spanmark', schema: 4 } };

function rowLine(number: number, value: unknown = `“${number}” 👍🏽\n\u2028`): JournalLine {
  return {
    kind: 'rows',
    at: new Date(Date.UTC(2024, 5, 17) + number * 1000).toISOString(),
    rows: [{ table: 'settings', key: `k${number}`, row: { key: `k${number}`, value } }],
  };
}

/** A journal of these lines, as bytes. */
function journalOf(lines: readonly JournalLine[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(lines.flatMap((line) => [...encodeLine(line)]));
}

const FIVE = [1, 2, 3, 4, 5].map((number) => rowLine(number));
const WHOLE = journalOf([HEAD, ...FIVE]);

async function keysIn(bytes: Uint8Array<ArrayBuffer>) {
  const { rows, ...reading } = await foldJournal(new Blob([bytes]));
  return { ...reading, keys: [...(rows.get('settings')?.keys() ?? [])].map((name) => JSON.parse(name) as string) };
}

describe('a journal', () => {
  test('gives the last value of each row', async () => {
    const gone: JournalLine = { kind: 'rows', at: '2024', rows: [{ table: 'settings', key: 'k2', row: undefined }] };
    const bytes = journalOf([HEAD, ...FIVE, rowLine(1, 'new'), gone]);
    const { rows, head, end, damaged } = await foldJournal(new Blob([bytes]));
    expect([...rows.get('settings')!.values()].map(({ row }) => row)).toMatchObject([
      { value: 'new' },
      { key: 'k3' },
      { key: 'k4' },
      { key: 'k5' },
    ]);
    expect({ head, end, damaged }).toEqual({ head: HEAD.kind === 'head' && HEAD.head, end: bytes.length, damaged: 0 });
  });

  test('that ends within a line goes as far as the line before, wherever it ends', async () => {
    const lines = [HEAD, ...FIVE].map((line) => encodeLine(line).length);
    for (let length = 0; length <= WHOLE.length; length += 1) {
      let [whole, end] = [0, 0];
      while (whole < lines.length && end + lines[whole]! <= length) end += lines[whole++]!;
      const found = await keysIn(WHOLE.slice(0, length));
      expect(found).toMatchObject({ damaged: 0, end });
      expect(found.keys).toHaveLength(Math.max(0, whole - 1));
    }
  });

  test('whose last line was damaged is told to end before it', async () => {
    const bytes = WHOLE.slice();
    bytes[bytes.length - 5]! ^= 1;
    const last = encodeLine(FIVE[4]!).length;
    expect(await keysIn(bytes)).toMatchObject({ damaged: 0, end: bytes.length - last, keys: ['k1', 'k2', 'k3', 'k4'] });
  });

  test('with a damaged line before its end tells how many, and gives the others', async () => {
    const bytes = WHOLE.slice();
    bytes[encodeLine(HEAD).length + encodeLine(FIVE[0]!).length + 20]! ^= 1;
    expect(await keysIn(bytes)).toMatchObject({ damaged: 1, end: bytes.length, keys: ['k1', 'k3', 'k4', 'k5'] });
  });

  test('never gives what was not written, whatever happened to its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(WHOLE.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 40 }),
        fc.nat(WHOLE.length),
        async (flips, length) => {
          const bytes = WHOLE.slice(0, length);
          for (const [at, bits] of flips) if (at < length) bytes[at]! ^= bits;
          const { rows, end } = await foldJournal(new Blob([bytes]));
          expect(end).toBeLessThanOrEqual(length);
          for (const { key, row } of rows.get('settings')?.values() ?? []) {
            expect(FIVE.flatMap((line) => (line.kind === 'rows' ? line.rows : []))).toContainEqual({
              table: 'settings',
              key,
              row,
            });
          }
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('is read across the pieces in which a large file comes', async () => {
    const lines = Array.from({ length: 5 }, (_, number) => rowLine(number, 'ä'.repeat(400_000)));
    expect((await keysIn(journalOf([HEAD, ...lines]))).keys).toHaveLength(5);
  });
});

test('the checksum is that of gzip', () => {
  const bytes = encodeLine({ kind: 'whole' });
  expect(new TextDecoder().decode(bytes)).toBe('09ac1775 {"kind":"whole"}\n');
  expect(decodeLine(bytes.subarray(0, -1))).toEqual({ kind: 'whole' });
});
