import { Dexie, type Table } from 'dexie';
import { type Annotator } from '#core/project/project.ts';
import {
  type ArticleRow,
  type DecisionRow,
  type EntryRow,
  type LabelChangeRow,
  type LayerRow,
  type ProjectRow,
  type ReviewRow,
  type SettingRow,
  type SnapshotRow,
  type TextRow,
  type ThreadRow,
} from './rows.ts';
import { StorageError, guarded } from './storage-error.ts';
import { declareVersions, NEWEST_VERSION } from './versions.ts';

/**
 * The IndexedDB database. Every transaction is strict: its promise resolves only when the browser has handed the data to
 * the disk, so a power cut cannot take back what was announced as saved.
 */
export class Database extends Dexie {
  declare readonly projects: Table<ProjectRow, string>;
  declare readonly annotators: Table<Annotator, string>;
  declare readonly articles: Table<ArticleRow, [string, string]>;
  declare readonly texts: Table<TextRow, string>;
  declare readonly layers: Table<LayerRow, [string, string, string]>;
  declare readonly snapshots: Table<SnapshotRow, [string, string, string]>;
  declare readonly entries: Table<EntryRow, [string, string, string, number]>;
  declare readonly labelChanges: Table<LabelChangeRow, [string, number]>;
  declare readonly decisions: Table<DecisionRow, [string, string, number]>;
  declare readonly threads: Table<ThreadRow, [string, string, string]>;
  declare readonly reviews: Table<ReviewRow, [string, string]>;
  declare readonly settings: Table<SettingRow, string>;

  constructor(name: string) {
    // The cache of Dexie answers with rows that are not committed yet, which "Saved" must never rest on.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    declareVersions(this);
  }
}

/**
 * Opens the database. Refuses data of a newer schema, which Dexie alone would patch and write to. `onClosed` is called once
 * when another tab upgrades or deletes the database; the connection is closed for good then, so that old code cannot write new data.
 * `prepare` is given the database before it is opened.
 */
export async function openDatabase(
  name: string,
  onClosed: (why: 'updated' | 'deleted') => void,
  prepare: (database: Database) => void = () => undefined,
): Promise<Database> {
  return guarded(async () => {
    const onDisk = (await indexedDB.databases()).find((known) => known.name === name);
    refuseNewer(onDisk?.version ?? 0);
    const database = new Database(name);
    prepare(database);
    const blocked = new Promise<never>((_, reject) => {
      database.on('blocked', () => {
        reject(new StorageError('blocked'));
      });
    });
    database.on('versionchange', ({ newVersion }) => {
      database.close({ disableAutoOpen: true });
      onClosed(newVersion === null ? 'deleted' : 'updated');
      // Dexie's own listener comes after this one and would let the next write open the database again.
      return false;
    });
    try {
      await Promise.race([database.open(), blocked]);
      // Another tab may have upgraded it since it was asked.
      refuseNewer(database.backendDB().version);
    } catch (error) {
      database.close({ disableAutoOpen: true });
      // What a connection says that was closed, and of one that never was there some browsers say in private windows.
      throw error instanceof Error && error.name === 'InvalidStateError'
        ? new StorageError('unavailable', error)
        : error;
    }
    return database;
  });
}

function refuseNewer(version: number): void {
  // Dexie multiplies version numbers by ten.
  if (version > NEWEST_VERSION * 10) throw new StorageError('newer-version');
}
