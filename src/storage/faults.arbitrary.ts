import { Dexie } from 'dexie';
import { onTestFinished } from 'vitest';
import { Database } from './database.ts';
import { type StorageProblem } from './storage-error.ts';
import { freshName } from './test-database.arbitrary.ts';

/** What a disk may do at any moment, as browsers tell it. */
export const FAULTS = {
  quota: () => new DOMException('There is no room.', 'QuotaExceededError'),
  abort: () => new DOMException('The transaction was aborted.', 'AbortError'),
  unknown: () => new DOMException('Internal error opening backing store.', 'UnknownError'),
  closed: () => new Dexie.DatabaseClosedError('The database was closed.'),
  version: () => new DOMException('The database is newer.', 'VersionError'),
} as const;

export type Fault = keyof typeof FAULTS;

/** What a fault may be told as: what comes after an abort finds the transaction closed. */
export const PROBLEMS_OF: Readonly<Record<Fault, readonly StorageProblem[]>> = {
  quota: ['full'],
  abort: ['unavailable', 'closed'],
  unknown: ['damaged'],
  closed: ['closed'],
  version: ['newer-version'],
};

/** A database in memory whose disk fails once, at the call that is wanted. */
export interface FaultyDisk {
  readonly database: Database;
  /** Counts calls from 1 again; the one with this number fails, and none where it is undefined. */
  readonly failAt: (call: number | undefined, fault?: Fault) => void;
  /** How many calls there were since. */
  readonly calls: () => number;
  /** True once a write was asked for, whether it failed or not, since the last `failAt`. */
  readonly isWriting: () => boolean;
}

/** Opens a database under a layer that counts every opening of a transaction, every read and every write. */
export async function openFaultyDisk(): Promise<FaultyDisk> {
  const database = new Database(freshName());
  let isWriting = false;
  let [calls, failing, fault] = [0, undefined as number | undefined, 'quota' as Fault];
  /** Fails the call if it is the one; an abort takes the whole transaction with it, as the browser does. */
  const count = (transaction?: IDBTransaction): void => {
    calls += 1;
    if (calls !== failing) return;
    if (fault === 'abort') transaction?.abort();
    throw FAULTS[fault]();
  };
  database.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core) => ({
      ...core,
      transaction: (...asked) => {
        isWriting ||= asked[1] === 'readwrite';
        count();
        return core.transaction(...asked);
      },
      table: (name) => {
        const table = core.table(name);
        // oxlint-disable-next-line unicorn/consistent-function-scoping
        const counted = <Ask extends { readonly trans: unknown }, Answer>(ask: (request: Ask) => Promise<Answer>) => {
          // Not async: Dexie would lose track of a promise of another kind.
          return (request: Ask): Promise<Answer> => {
            count(request.trans as IDBTransaction);
            return ask(request);
          };
        };
        return {
          ...table,
          get: counted((request) => table.get(request)),
          getMany: counted((request) => table.getMany(request)),
          query: counted((request) => table.query(request)),
          count: counted((request) => table.count(request)),
          openCursor: counted((request) => table.openCursor(request)),
          mutate: counted((request) => table.mutate(request)),
        };
      },
    }),
  });
  await database.open();
  onTestFinished(() => {
    database.close();
  });
  return {
    database,
    failAt: (call, kind = 'quota') => {
      [calls, failing, fault] = [0, call, kind];
      isWriting = false;
    },
    calls: () => calls,
    isWriting: () => isWriting,
  };
}
