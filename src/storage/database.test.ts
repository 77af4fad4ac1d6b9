import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { withdraw } from '#core/review/decide.ts';
import { deciding } from '#core/review/review.arbitrary.ts';
import { type Thread } from '#core/review/thread.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { addArticles, loadArticles, setRemoved } from './articles.ts';
import { type Database, openDatabase } from './database.ts';
import { appendDecisions } from './decisions.ts';
import { importBundle, type Writing } from './import-bundle.ts';
import { loadLayer, writeSnapshotIfDue } from './layers.ts';
import { loadBundle } from './load-bundle.ts';
import { renameProject, saveAnnotator } from './projects.ts';
import { loadReviews, removeReview, saveReview } from './reviews.ts';
import { type LayerKey } from './rows.ts';
import { loadSettings, saveSetting } from './settings.ts';
import { addingSteps, appendAll, KEY } from './steps.arbitrary.ts';
import { dump, freshName } from './test-database.arbitrary.ts';
import { saveThread } from './threads.ts';
import { NEWEST_VERSION } from './versions.ts';

interface FixtureStore {
  readonly keyPath: string | string[];
  /** Each by its key path; several paths make an index over all of them. */
  readonly indexes?: readonly (string | string[])[];
  readonly rows: readonly unknown[];
}

/** What a database held when its version was current: rows by store, and the bundle that they stand for. */
interface Fixture {
  readonly version: number;
  readonly stores: Readonly<Record<string, FixtureStore>>;
  /** Before version 4 without decisions and threads. */
  readonly bundle: Omit<Bundle, 'decisions' | 'threads'> & Partial<Pick<Bundle, 'decisions' | 'threads'>>;
  readonly histories: readonly { readonly key: LayerKey; readonly done: number[]; readonly undone: number[] }[];
}

const BUNDLE = sampleBundle();

const THREAD: Thread = {
  id: 't1' as Thread['id'],
  articleId: KEY.articleId,
  spans: [],
  range: undefined,
  quote: '',
  isGuidelineQuestion: false,
  isResolved: false,
  changedAt: '2024-06-17T09:00:00.000Z',
  messages: [],
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a database of an earlier version', () => {
  const versions = Array.from({ length: NEWEST_VERSION }, (_, index) => index + 1);

  test.each(versions)('%i is read by the code of today', async (version) => {
    const fixture = readFixture(version);
    const name = freshName();
    await writeFixture(name, fixture);
    const database = await openForTest(name);
    // Dexie adds what a released version turns out to lack, and says so only in the number.
    expect(database.backendDB().version).toBe(NEWEST_VERSION * 10);
    const { project, articles } = fixture.bundle;
    const ids = new Set(articles.map(({ id }) => id));
    expect(await loadBundle(database, { project, articleIds: ids, whose: EVERYONE })).toEqual({
      decisions: [],
      threads: [],
      ...fixture.bundle,
      // Rows had neither until articles got both; no version is needed for reading them.
      articles: articles.map((article) => ({ ...article, author: '', pages: [] })),
    });
    expect((await loadReviews(database, project.id)).length).toBe(version < 4 ? 0 : 1);
    for (const { key, done, undone } of fixture.histories) {
      expect((await loadLayer(database, key)).history).toEqual({ done, undone });
    }
    expect((await loadArticles(database, project.id)).map(({ title, removedAt }) => [title, removedAt])).toEqual([
      ['Taxes rose', ''],
      ['Taken out', '2024-06-18T10:00:00.000Z'],
    ]);
    expect([...(await loadSettings(database))]).toEqual([
      ['annotatorId', 'ada'],
      ['nameAsked', true],
      ['theme', 'dark'],
    ]);
  });

  test('has rows for every table', async () => {
    for (const version of versions) {
      for (const { rows } of Object.values(readFixture(version).stores)) expect(rows.length).toBeGreaterThan(0);
    }
    const { tables } = await openForTest(freshName());
    const keys = Object.entries(readFixture(NEWEST_VERSION).stores).map(([name, { keyPath }]) => [name, keyPath]);
    expect(Object.fromEntries(keys)).toEqual(
      Object.fromEntries(tables.map(({ name, schema }) => [name, schema.primKey.keyPath])),
    );
  });
});

describe('a database of a newer version', () => {
  test.each([
    ['with the same stores', (stores: Fixture['stores']) => stores],
    ['that dropped a store', (stores: Fixture['stores']) => without('snapshots', stores)],
    ['with other stores', ({ projects }: Fixture['stores']) => ({ newProjects: projects! })],
  ])('%s is refused and not changed', async (_, change) => {
    const name = freshName();
    const fixture = readFixture(1);
    const newer = { ...fixture, version: NEWEST_VERSION + 1, stores: change(fixture.stores) };
    await writeFixture(name, newer);
    const before = await dumpRaw(name);
    await expect(openDatabase(name, vi.fn())).rejects.toMatchObject({ problem: 'newer-version' });
    expect(await dumpRaw(name)).toEqual(before);
    expect(before.version).toBe((NEWEST_VERSION + 1) * 10);
  });

  test('is refused where it became newer while it was being opened', async () => {
    const name = freshName();
    await writeFixture(name, { ...readFixture(NEWEST_VERSION), version: NEWEST_VERSION + 1 });
    const before = await dumpRaw(name);
    vi.spyOn(indexedDB, 'databases').mockResolvedValueOnce([{ name, version: NEWEST_VERSION * 10 }]);
    await expect(openDatabase(name, vi.fn())).rejects.toMatchObject({ problem: 'newer-version' });
    expect(await dumpRaw(name)).toEqual(before);
  });
});

describe('when another tab', () => {
  test.each([
    ['upgrades the database', 'updated', (name: string) => openRaw(name, (NEWEST_VERSION + 1) * 10)],
    ['deletes the database', 'deleted', (name: string) => resultOf(indexedDB.deleteDatabase(name))],
  ] as const)('%s, the connection is closed for good', async (_, why, act) => {
    const name = freshName();
    const onClosed = vi.fn();
    const database = await openForTest(name, onClosed);
    await saveSetting(database, 'theme', 'dark');
    const other = await act(name);
    if (other instanceof IDBDatabase) other.close();
    expect(onClosed.mock.calls).toEqual([[why]]);
    const before = await dumpRaw(name);
    await expect(saveSetting(database, 'theme', 'light')).rejects.toMatchObject({ problem: 'closed' });
    await expect(loadSettings(database)).rejects.toMatchObject({ problem: 'closed' });
    await expect(appendAll(database, addingSteps(1))).rejects.toMatchObject({ problem: 'closed' });
    expect(await dumpRaw(name)).toEqual(before);
  });

  test('holds the database in an older version and does not let go, the user is told', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const name = freshName();
    const holder = await openRaw(name, 1);
    await expect(openDatabase(name, vi.fn())).rejects.toMatchObject({ problem: 'blocked' });
    holder.close();
  });
});

test('a browser that keeps its storage shut is told apart from a database that is missing', async () => {
  vi.spyOn(indexedDB, 'databases').mockRejectedValueOnce(new DOMException('Not here.', 'SecurityError'));
  await expect(openDatabase(freshName(), vi.fn())).rejects.toMatchObject({
    name: 'StorageError',
    problem: 'unavailable',
  });
});

test('every transaction that writes waits for the disk', async () => {
  // Before opening, since Dexie keeps the method of the connection.
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const database = await openForTest(freshName());
  const steps = addingSteps(64);
  const { project, articles } = BUNDLE;
  const writes: readonly (() => Promise<unknown>)[] = [
    () => addArticles(database, KEY.projectId, [{ article: articles[0]!, words: 9 }], ''),
    () => setRemoved(database, KEY.projectId, articles[0]!.id, 'now'),
    () => appendAll(database, steps),
    () => writeSnapshotIfDue(database, KEY),
    () => importBundle(database, project, BUNDLE, writing('', 0)),
    () => renameProject(database, project, 'Other'),
    () => saveAnnotator(database, { ...BUNDLE.annotators[0]!, name: 'Ada Li' }),
    () => saveSetting(database, 'theme', 'dark'),
    () => appendDecisions(database, KEY.projectId, [withdraw([], deciding('d1', [], []))]),
    () => saveThread(database, KEY.projectId, THREAD),
    () => saveReview(database, { ...KEY, finishedAt: '', by: KEY.annotatorId }),
    () => removeReview(database, KEY),
  ];
  for (const write of writes) {
    transaction.mockClear();
    const before = await dump(database);
    await write();
    expect(await dump(database)).not.toEqual(before);
    const modes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(modes.length).toBeGreaterThan(0);
    for (const [, , options] of modes) expect(options).toEqual({ durability: 'strict' });
  }
});

function without(name: string, stores: Fixture['stores']): Fixture['stores'] {
  return Object.fromEntries(Object.entries(stores).filter(([other]) => other !== name));
}

function readFixture(version: number): Fixture {
  return JSON.parse(readFileSync(new URL(`./fixtures/v${version}.json`, import.meta.url), 'utf8')) as Fixture;
}

/** Writes a fixture as the code of its time would have left it, without any code of today. */
async function writeFixture(name: string, { version, stores }: Fixture): Promise<void> {
  const opening = indexedDB.open(name, version * 10);
  opening.addEventListener('upgradeneeded', () => {
    for (const [storeName, { keyPath, indexes = [], rows }] of Object.entries(stores)) {
      const store = opening.result.createObjectStore(storeName, { keyPath });
      for (const index of indexes) store.createIndex(typeof index === 'string' ? index : `[${index.join('+')}]`, index);
      for (const row of rows) store.add(row);
    }
  });
  (await resultOf(opening)).close();
}

/** Opens a database as another program would; one that is new gets a store. */
async function openRaw(name: string, version: number): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, version);
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('of the other tab');
  });
  return resultOf(opening);
}

/** Version and rows as they are on the disk, or version 0 where there is no such database. */
async function dumpRaw(
  name: string,
): Promise<{ readonly version: number; readonly rows: ReadonlyMap<string, unknown> }> {
  const known = (await indexedDB.databases()).find((each) => each.name === name);
  const rows = new Map<string, unknown>();
  if (!known) return { version: 0, rows };
  const database = await resultOf(indexedDB.open(name));
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readonly');
  for (const storeName of names) rows.set(storeName, await resultOf(transaction.objectStore(storeName).getAll()));
  database.close();
  return { version: database.version, rows };
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      reject(request.error!);
    });
    // Nothing comes until the other connection is closed, so that waiting would say nothing.
    request.addEventListener('blocked', () => {
      reject(new Error('A connection was not closed when another one asked for it.'));
    });
  });
}

async function openForTest(name: string, onClosed = vi.fn()): Promise<Database> {
  const database = await openDatabase(name, onClosed);
  onTestFinished(() => {
    database.close();
  });
  return database;
}

/** Writing at this time; every article counts so many words. */
function writing(at: string, words: number): Writing {
  return { at, countWords: () => words, report: () => undefined };
}

test.each([
  ['UnknownError', 'damaged'],
  ['InvalidStateError', 'unavailable'],
  ['SecurityError', 'unavailable'],
  ['AbortError', 'unavailable'],
  ['QuotaExceededError', 'full'],
])('a database whose opening ends with an error event of %s is refused as %s', async (name, problem) => {
  const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => failingRequest(name));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  await expect(openDatabase(freshName(), () => undefined)).rejects.toMatchObject({ name: 'StorageError', problem });
  expect(open).toHaveBeenCalled();
});

/** A request to open a database to which the browser says, a little later, that it failed. */
function failingRequest(name: string): IDBOpenDBRequest {
  const request = Object.assign(new EventTarget(), { error: new DOMException('It failed.', name) });
  setTimeout(() => {
    const event = Object.assign(new Event('error', { cancelable: true }), {});
    Object.defineProperty(event, 'target', { value: request });
    (request as { onerror?: (event: Event) => void }).onerror?.(event);
  });
  return request as unknown as IDBOpenDBRequest;
}
