import { onTestFinished } from 'vitest';
import { Database } from './database.ts';

/** A database in memory for one test, and what its disk does before each write. */
export interface TestDisk {
  readonly name: string;
  readonly database: Database;
  /** Called before rows of a table are written, in the transaction; what it throws fails the write. */
  beforeWrite: (table: string) => void;
  /** Called before records of a table are read: once for each request, whatever it asks for. */
  beforeRead: (table: string) => void;
}

/** A name that no other test uses, in whatever file it is: files share the IndexedDB of their thread. */
export function freshName(): string {
  return `test ${crypto.randomUUID()}`;
}

/**
 * Opens a database of its own, or one more connection to the named one. It is closed when the test ends. A test file
 * imports `fake-indexeddb/auto` before anything else, since Dexie looks for IndexedDB when it is loaded.
 */
export async function openTestDisk(name = freshName()): Promise<TestDisk> {
  const database = new Database(name);
  const disk: TestDisk = { name, database, beforeWrite: () => undefined, beforeRead: () => undefined };
  database.use({
    stack: 'dbcore',
    name: 'test disk',
    create: (core) => ({
      ...core,
      table: (tableName) => {
        const table = core.table(tableName);
        const read = <Ask, Answer>(ask: (request: Ask) => Answer): ((request: Ask) => Answer) => {
          return (request) => {
            disk.beforeRead(tableName);
            return ask(request);
          };
        };
        return {
          ...table,
          get: read((request) => table.get(request)),
          getMany: read((request) => table.getMany(request)),
          query: read((request) => table.query(request)),
          openCursor: read((request) => table.openCursor(request)),
          mutate: (request) => {
            disk.beforeWrite(tableName);
            return table.mutate(request);
          },
        };
      },
    }),
  });
  await database.open();
  onTestFinished(() => {
    database.close();
  });
  return disk;
}

/** Every row of every table, for telling whether anything changed. */
export async function dump(database: Database): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables);
}

/** The error of a disk without room, as the browser gives it. */
export function diskFull(): DOMException {
  return new DOMException('There is no room.', 'QuotaExceededError');
}

/**
 * Runs a job again and again, each time on the same stored state but with the write that fails one further on, until none
 * fails. Gives back how many writes the job has and, for each failure, what was on the disk before and after it.
 */
export async function failEveryWrite(
  prepare: (database: Database) => Promise<void>,
  job: (database: Database) => Promise<unknown>,
) {
  const failures = [];
  for (let failing = 1; ; failing += 1) {
    const disk = await openTestDisk();
    await prepare(disk.database);
    const before = await dump(disk.database);
    let writes = 0;
    disk.beforeWrite = () => {
      writes += 1;
      if (writes === failing) throw diskFull();
    };
    const error: unknown = await job(disk.database).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (writes < failing) return { failures, writes };
    disk.beforeWrite = () => undefined;
    failures.push({ failing, error, before, after: await dump(disk.database) });
  }
}
