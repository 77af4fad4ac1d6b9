import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { startNewLog } from './start-new-log.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const names = async (): Promise<readonly (string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name);

test('a database is made and deleted: none is left, whatever other tabs do at the same time', async () => {
  const deleted = vi.spyOn(indexedDB, 'deleteDatabase');
  const before = await names();
  await Promise.all([startNewLog(), startNewLog(), startNewLog()]);
  expect(deleted).toHaveBeenCalledWith('spanmark-new-log');
  expect(await names()).toEqual(before);
});

test('a disk that refuses is nobody’s fault', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no access', 'SecurityError');
  });
  await expect(startNewLog()).resolves.toBeUndefined();
});
