import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { guarded, StorageError, type StorageProblem } from './storage-error.ts';

const FULL = new DOMException('There is no room.', 'QuotaExceededError');

describe('an error of the disk', () => {
  test.each<[string, StorageProblem, unknown]>([
    ['a full disk', 'full', FULL],
    ['a full disk that aborted the transaction', 'full', new Dexie.AbortError('Transaction aborted', FULL)],
    [
      'a full disk deep in the chain',
      'full',
      new Error('a', { cause: new Dexie.AbortError('b', new Dexie.ModifyError('c', [FULL])) }),
    ],
    ['a transaction that was aborted for another reason', 'unavailable', new Dexie.AbortError('Transaction aborted')],
    ['a newer version', 'newer-version', new DOMException('', 'VersionError')],
    ['a row that is there already', 'conflict', new DOMException('', 'ConstraintError')],
    ['a closed database', 'closed', new Dexie.DatabaseClosedError('')],
    ['a connection that was lost', 'closed', new DOMException('', 'InvalidStateError')],
    ['a damaged store', 'damaged', new DOMException('', 'UnknownError')],
    ['no access', 'unavailable', new DOMException('', 'SecurityError')],
    ['a chain that bites its tail', 'unavailable', circular()],
    ['what is no error', 'unavailable', 'no'],
    [
      'a problem that is known already, inside another',
      'full',
      new Dexie.AbortError('Transaction aborted', new StorageError('full')),
    ],
  ])('is named for what the user can do: %s', async (_, problem, error) => {
    const thrown = await reasonOf(error);
    expect(thrown).toBeInstanceOf(StorageError);
    expect(thrown).toMatchObject({ problem, cause: error, message: expect.stringMatching(/\.$/) as string });
  });

  test('that has its name already keeps it', async () => {
    const error = new StorageError('blocked');
    expect(await reasonOf(error)).toBe(error);
  });
});

test('a job without an error gives its result', async () => {
  expect(await guarded(() => Promise.resolve(7))).toBe(7);
});

async function reasonOf(error: unknown): Promise<unknown> {
  return guarded(() => Promise.reject(error as Error)).catch((reason: unknown) => reason);
}

function circular(): Error {
  const error = new Error('round');
  error.cause = error;
  return error;
}
