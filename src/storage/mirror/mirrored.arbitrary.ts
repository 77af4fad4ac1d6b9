import { onTestFinished } from 'vitest';
import { type Bundle } from '#core/bundle/bundle.ts';
import { Database } from '#storage/database.ts';
import { importBundle } from '#storage/import-bundle.ts';
import { dump, freshName } from '#storage/test-database.arbitrary.ts';
import { type FoundJournal, findJournal } from './journal-files.ts';
import { createMirrorWriter, type MirrorWriter } from './mirror-writer.ts';
import { createTestFolder, type TestFolder } from './test-folder.arbitrary.ts';
import { watchWrites } from './watch-writes.ts';

/** A database in memory with a mirror that follows it. */
export interface Mirrored {
  readonly database: Database;
  readonly folder: TestFolder;
  readonly writer: MirrorWriter;
  /** Ends when the mirror has written what it was told so far. */
  readonly written: () => Promise<void>;
  readonly journal: () => Promise<FoundJournal>;
}

const AT = '2024-06-20T09:00:00.000Z';

/** Opens one over a folder; with `follows` false the mirror is not told of what is written. */
export async function openMirrored(folder = createTestFolder(), follows = true): Promise<Mirrored> {
  const database = new Database(freshName());
  const told: Promise<unknown>[] = [];
  let ticks = 0;
  const now = (): string => new Date(Date.parse(AT) + (ticks += 1000)).toISOString();
  const writer = createMirrorWriter(database, folder, now);
  if (follows) watchWrites(database, (note) => told.push(writer.note(note).catch(() => undefined)));
  await database.open();
  onTestFinished(() => {
    database.close();
  });
  return {
    database,
    folder,
    writer,
    written: async () => {
      await Promise.all(told.splice(0));
    },
    journal: async () => (await findJournal(folder))!,
  };
}

export async function importInto(database: Database, bundle: Bundle): Promise<void> {
  await importBundle(database, bundle.project, bundle, { at: AT, countWords: () => 3, report: () => undefined });
}

/** Everything in a database but its snapshots, which say nothing that the logs do not. */
export async function dumpWithoutSnapshots(database: Database): Promise<object> {
  const { snapshots: _, ...rest } = await dump(database);
  return rest;
}
