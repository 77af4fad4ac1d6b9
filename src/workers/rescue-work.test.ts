import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { readBundle } from '#formats/native/read.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { type Database } from '#storage/database.ts';
import { encodeLine } from '#storage/mirror/journal-line.ts';
import { dumpWithoutSnapshots, importInto, type Mirrored, openMirrored } from '#storage/mirror/mirrored.arbitrary.ts';
import { createTestFolder } from '#storage/mirror/test-folder.arbitrary.ts';
import { loadLayer } from '#storage/layers.ts';
import { saveAnnotator } from '#storage/projects.ts';
import { keyOf } from '#storage/rows.ts';
import { saveSetting } from '#storage/settings.ts';
import { addingSteps, appendAll, KEY, type Move, stepsOf } from '#storage/steps.arbitrary.ts';
import { writeBackup } from './backup-work.ts';
import { type Copy } from './copy.ts';
import { createRescueWork, type RescueWork } from './rescue-work.ts';
import { createTestBackupFolder } from './test-backup-folder.arbitrary.ts';

const SAMPLE = sampleBundle();
const NOW = '2024-06-21T09:00:00.000Z';

/** A mirror of a database with work in it; it follows what is written then where that is watched, and not what damages it. */
async function mirrored(isWatched = true): Promise<Mirrored> {
  const made = await openMirrored(createTestFolder(), isWatched);
  await importInto(made.database, SAMPLE);
  await appendAll(made.database, addingSteps(5));
  await made.writer.start();
  return made;
}

const HERS = { ...KEY, projectId: SAMPLE.project.id, articleId: SAMPLE.articles[0]!.id, annotatorId: 'dee' as never };

/** The same with a layer of five edits in the project of the sample. */
async function withHistory(): Promise<Mirrored> {
  const made = await openMirrored(createTestFolder(), false);
  await importInto(made.database, SAMPLE);
  await saveAnnotator(made.database, { id: HERS.annotatorId, name: 'Dee' });
  await appendAll(made.database, stepsOf([{ kind: 'status' }, ...addsAt(0, 1, 2, 3)], HERS), HERS);
  await made.writer.start();
  return made;
}

interface Setting {
  readonly work: RescueWork;
  /** The names of databases that the next start is to use. */
  readonly moved: string[];
}

/** The rescue of a browser with this mirror and this database, which cannot be opened where it is undefined. */
async function rescueOf({ folder }: Pick<Mirrored, 'folder'>, database: Database | undefined): Promise<Setting> {
  const moved: string[] = [];
  const { database: next } = await openMirrored(createTestFolder(), false);
  const databases = {
    open: () => (database ? Promise.resolve(database) : Promise.reject(new Error('Its files are damaged.'))),
    openNext: () => Promise.resolve(next),
    moveTo: ({ name }: Database) => {
      moved.push(name);
      return Promise.resolve();
    },
  };
  return {
    work: createRescueWork(
      databases,
      () => Promise.resolve(folder),
      () => NOW,
    ),
    moved,
  };
}

describe('looking at the copies', () => {
  test('tells what each holds, and what the database lacks', async () => {
    const { folder } = await mirrored();
    const { database } = await openMirrored(createTestFolder(), false);
    const { work } = await rescueOf({ folder }, database);
    const [ours, copy] = (await work.look()) as [Copy, Copy];
    expect(ours).toEqual({ source: 'database', projects: [], newestAt: '', damaged: 0, losses: undefined });
    expect(copy).toMatchObject({ source: 'mirror', damaged: 0, losses: { articles: 1, layers: 3, edits: 8 } });
    const { id, name } = SAMPLE.project;
    expect(copy.projects.find((project) => project.id === id)).toMatchObject({ name, articles: 1, layers: 3 });
  });

  test('finds nothing missing where nothing is', async () => {
    const { folder, database } = await mirrored();
    const { work } = await rescueOf({ folder }, database);
    const [ours, copy] = (await work.look()) as [Copy, Copy];
    expect(copy.losses).toEqual({ articles: 0, layers: 0, edits: 0, others: 0 });
    expect(copy.projects).toEqual(ours.projects);
  });

  test('goes on where the database cannot be opened', async () => {
    const { work } = await rescueOf(await mirrored(), undefined);
    const [ours, copy] = await work.look();
    expect(ours).toEqual({ source: 'database', failure: 'Its files are damaged.' });
    expect(copy).toMatchObject({ source: 'mirror', losses: undefined });
  });

  test('goes on where the browser has no place for a mirror', async () => {
    const { database } = await mirrored();
    const databases = { open: () => Promise.resolve(database), openNext: refuse, moveTo: refuse };
    const copies = await createRescueWork(databases, refuse, () => NOW).look();
    expect(copies).toMatchObject([{ source: 'database' }, { source: 'mirror', failure: 'There are no files.' }]);
  });
});

describe('restoring', () => {
  test('gives everything back to a database that is empty', async () => {
    const { folder, database: before } = await mirrored();
    const { database } = await openMirrored(createTestFolder(), false);
    const { work, moved } = await rescueOf({ folder }, database);
    expect(await work.restore('mirror')).toMatchObject({ articles: 1, layers: 3, isNewDatabase: false });
    expect(await dumpWithoutSnapshots(database)).toEqual(await dumpWithoutSnapshots(before));
    expect(moved).toEqual([]);
  });

  test('goes into a new database where the old one cannot be opened, and only then is that used', async () => {
    const { work, moved } = await rescueOf(await mirrored(), undefined);
    expect(await work.restore('mirror')).toMatchObject({ articles: 1, layers: 3, isNewDatabase: true });
    expect(moved).toHaveLength(1);
  });

  test('upgrades what an older Spanmark wrote', async () => {
    const folder = createTestFolder();
    const at = NOW;
    const about = { id: 'a1', projectId: 'p1', title: 'Old', removedAt: '' };
    const rows = [
      { table: 'projects', key: 'p1', row: { id: 'p1', name: 'Old', labelSet: { labels: [] } } },
      { table: 'texts', key: 'a1', row: { id: 'a1', text: 'Words' } },
      { table: 'articles', key: ['p1', 'a1'], row: about },
    ];
    const lines = [
      encodeLine({ kind: 'head', head: { journal: 'spanmark', schema: 1 } }),
      encodeLine({ kind: 'rows', at, rows }),
    ];
    folder.files.set('journal-1.jsonl', new Uint8Array(lines.flatMap((line) => [...line])));
    const { database } = await openMirrored(createTestFolder(), false);
    const { work } = await rescueOf({ folder }, database);
    expect(await work.restore('mirror')).toMatchObject({ articles: 1 });
    expect(await database.projects.toArray()).toMatchObject([{ name: 'Old', guidelines: [], removedAt: '' }]);
    expect(await database.articles.toArray()).toEqual([{ ...about, correctionOf: '' }]);
    expect(await Dexie.getDatabaseNames()).not.toContain('spanmark-upgrading');
  });

  test('of a copy that is not there says so', async () => {
    const { work } = await rescueOf({ folder: createTestFolder() }, undefined);
    await expect(work.restore('mirror')).rejects.toThrow('no such copy');
  });
});

const entryAt = (number: number): [string, string, string, number] => [...keyOf(KEY), number];

async function appendAllAgain(database: Database, number: number): Promise<void> {
  const { edit, cause, at, sum } = addingSteps(number).at(-1)!;
  await database.entries.put({ ...KEY, number, edit, cause, at, sum });
}

describe('a damaged log', () => {
  test.each<[string, (database: Database) => Promise<unknown>]>([
    ['a changed entry', ({ entries }) => entries.update(entryAt(2), { at: '2000-01-01T00:00:00.000Z' })],
    ['a missing entry', ({ entries }) => entries.delete(entryAt(2))],
    ['no entry', ({ entries }) => entries.where(':id').between(entryAt(0), entryAt(99)).delete()],
    ['a head that tells of another', ({ layers }) => layers.update(keyOf(KEY), { sum: 'x' })],
  ])('with %s is made whole from the mirror, with what came after', async (_, damage) => {
    const { folder, database } = await mirrored(false);
    const before = await loadLayer(database, KEY);
    await damage(database);
    const { work } = await rescueOf({ folder }, database);
    expect((await work.look())[1]).toMatchObject({ mendable: 1 });
    expect(await work.restore('mirror')).toMatchObject({ mended: 1, kept: 0, lost: 0 });
    expect(await loadLayer(database, KEY)).toEqual(before);
    expect((await database.layers.get(keyOf(KEY)))!.sum).toBe(before.sum);
    expect((await work.look())[1]).toMatchObject({ mendable: 0, losses: { edits: 0, layers: 0 } });
  });

  test('keeps what the mirror has not heard of yet, and is left alone where the mirror cannot make it whole', async () => {
    const { folder, database } = await mirrored(false);
    await appendAll(database, addingSteps(7).slice(5));
    const before = await loadLayer(database, KEY);
    await database.entries.delete(entryAt(7));
    const { work } = await rescueOf({ folder }, database);
    expect((await work.look())[1]).toMatchObject({ mendable: 0 });
    expect(await work.restore('mirror')).toMatchObject({ mended: 0 });
    expect((await loadLayer(database, KEY)).number).toBe(6);
    await appendAllAgain(database, 7);
    await database.entries.update(entryAt(2), { at: '2000-01-01T00:00:00.000Z' });
    expect(await work.restore('mirror')).toMatchObject({ mended: 1 });
    expect(await loadLayer(database, KEY)).toEqual(before);
  });
});

test('the folder that is written into is looked in by itself', async () => {
  const { folder, database } = await mirrored();
  const known = createTestBackupFolder();
  await writeBackup(database, known);
  const databases = { open: () => Promise.resolve(database), openNext: refuse, moveTo: refuse };
  const work = createRescueWork(
    databases,
    () => Promise.resolve(folder),
    () => NOW,
    () => Promise.resolve(known),
  );
  expect((await work.look())[0]).toMatchObject({ source: 'folder', damaged: 0 });
  const unknown = createRescueWork(
    databases,
    () => Promise.resolve(folder),
    () => NOW,
    refuse,
  );
  expect((await unknown.look())[0]).toMatchObject({ source: 'database' });
});

test('what a folder holds and the database lacks is told until it is there', async () => {
  const { folder, database } = await mirrored();
  const known = createTestBackupFolder();
  await writeBackup(database, known);
  const { work } = await rescueOf({ folder }, database);
  await work.lookIn(known);
  expect((await work.look())[0]).not.toHaveProperty('lead');
  const { database: empty } = await openMirrored(createTestFolder(), false);
  const { work: other } = await rescueOf({ folder }, empty);
  await other.lookIn(known);
  expect((await other.look())[0]).toMatchObject({ source: 'folder', lead: { articles: 1, layers: 0 } });
  await other.restore('folder');
  expect((await other.look())[0]).not.toHaveProperty('lead');
});

describe('downloading', () => {
  test.each(['mirror', 'database'] as const)('gives a bundle for each project of the %s', async (source) => {
    const { folder, database } = await mirrored();
    const { work } = await rescueOf({ folder }, source === 'database' ? database : undefined);
    const files = await work.bundles(source);
    const ours = files.find(({ project }) => project === SAMPLE.project.name)!;
    const read = readBundle(await ours.blob.text());
    expect(
      read.ok && { ...read.value, layers: read.value.layers.map((layer) => ({ ...layer, log: undefined })) },
    ).toEqual(SAMPLE);
    expect(read.ok && read.value.layers.every(({ log }) => log !== undefined)).toBe(true);
    expect(ours).toMatchObject({ part: 0, parts: 1, withoutEdits: 0 });
  });

  test.each(['mirror', 'database'] as const)('gives the edits of each layer of the %s', async (source) => {
    const { folder, database } = await withHistory();
    const { work } = await rescueOf({ folder }, source === 'database' ? database : undefined);
    const [file] = await work.bundles(source);
    const read = readBundle(await file!.blob.text());
    expect(read.ok && read.value.layers.map(({ log }) => log?.entries.length)).toContain(5);
  });

  test('says of how many layers it has no edits to give', async () => {
    const { folder, database } = await withHistory();
    await database.entries.update([...keyOf(HERS), 2], { at: '2000-01-01T00:00:00.000Z' });
    const { work } = await rescueOf({ folder }, database);
    expect(await work.bundles('database')).toMatchObject([{ withoutEdits: 1 }]);
  });

  test.each(['mirror', 'database'] as const)('gives a project of the %s that was never saved whole', async (source) => {
    const { folder, database, writer } = await mirrored();
    await database.projects.clear();
    await folder.remove('journal-1.jsonl');
    await writer.start();
    const { work } = await rescueOf({ folder }, database);
    const [file] = await work.bundles(source);
    const read = readBundle(await file!.blob.text());
    expect(read.ok && read.value.project).toEqual({ ...SAMPLE.project, name: 'My project', guidelines: [] });
  });

  test('gives the mirror as it is', async () => {
    const { folder } = await mirrored();
    const { work } = await rescueOf({ folder }, undefined);
    expect(await (await work.raw('mirror')).bytes()).toEqual(folder.files.get('journal-1.jsonl'));
  });
});

test('going on without what is missing puts the copy aside, from where it can be restored', async () => {
  const { folder } = await mirrored();
  const { database } = await openMirrored(createTestFolder(), false);
  await saveSetting(database, 'theme', 'dark');
  const { work } = await rescueOf({ folder }, database);
  await work.letGo();
  const copies = await work.look();
  expect(copies.map(({ source }) => source)).toEqual(['database', 'mirror', 'put-aside-1.jsonl']);
  expect(copies[1]).toMatchObject({ projects: [], losses: { articles: 0 } });
  expect(await work.restore('put-aside-1.jsonl')).toMatchObject({ articles: 1, layers: 3, edits: 8 });
});

function addsAt(...places: readonly number[]): readonly Move[] {
  return places.map((from) => ({ kind: 'add', from, length: 1 }));
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('There are no files.'));
}
