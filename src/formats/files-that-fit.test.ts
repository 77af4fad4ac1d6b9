import { expect, test } from 'vitest';
import { filesThatFit } from './files-that-fit.ts';

/** Files of ten bytes for each letter, and twenty more for each log. */
function make(ids: ReadonlySet<string>, withLogs: boolean) {
  const size = ids.size * (withLogs ? 30 : 10);
  return Promise.resolve({ ids: [...ids].join(''), withLogs, blob: new Blob(['x'.repeat(size)]) });
}

const IDS = ['a', 'b', 'c', 'd', 'e'];

test.each([
  [150, ['abcde']],
  [149, ['abc', 'de']],
  [60, ['ab', 'c', 'de']],
  [30, ['a', 'b', 'c', 'd', 'e']],
])('files of at most %i bytes have these articles, and all have their edits', async (most, expected) => {
  const made = await filesThatFit(IDS, make, most);
  expect(made.map(({ ids }) => ids)).toEqual(expected);
  expect(made.every(({ withLogs }) => withLogs)).toBe(true);
});

test('an article that is too large by itself comes without its edits', async () => {
  const made = await filesThatFit(IDS, make, 29);
  expect(made.map(({ ids, withLogs }) => [ids, withLogs])).toEqual(IDS.map((id) => [id, false]));
});

test('nothing makes one empty file', async () => {
  expect(await filesThatFit([], make)).toMatchObject([{ ids: '' }]);
});
