import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { entrySum } from '#core/edits/entry-sum.ts';
import { type Span } from '#core/spans/span.ts';
import { canonicalBundle } from '#formats/native/canonical.ts';
import { readBundle } from '#formats/native/read.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { refused } from '#formats/problem.ts';
import { type Database } from '#storage/database.ts';
import { loadBundle } from '#storage/load-bundle.ts';
import { importInto, openMirrored } from '#storage/mirror/mirrored.arbitrary.ts';
import { createTestFolder } from '#storage/mirror/test-folder.arbitrary.ts';
import { saveAnnotator } from '#storage/projects.ts';
import { appendAll, type Move, stepsOf } from '#storage/steps.arbitrary.ts';
import { writeBackup } from './backup-work.ts';
import { readBackup } from './read-backup.ts';
import { readFolder } from './rescue-folder.ts';
import { createTestBackupFolder } from './test-backup-folder.arbitrary.ts';

const SAMPLE = sampleBundle();
const [ARTICLE] = SAMPLE.articles;
const AT = '2024-06-21T09:00:00.000Z';
const KEY = { projectId: SAMPLE.project.id, articleId: ARTICLE!.id, annotatorId: 'cy' as never };
const BEGAN: readonly Move[] = [{ kind: 'status' }, { kind: 'add', from: 0, length: 1 }];

async function backedUp() {
  const { database } = await openMirrored(createTestFolder(), false);
  await importInto(database, SAMPLE);
  const folder = createTestBackupFolder();
  await writeBackup(database, folder);
  return { database, folder };
}

describe('a backup folder', () => {
  test('is read where a person or an article was renamed since, and its old files are still there', async () => {
    const { database, folder } = await backedUp();
    const ada = SAMPLE.annotators.find(({ id }) => id === SAMPLE.layers[0]!.annotatorId)!;
    await saveAnnotator(database, { ...ada, name: 'Ada Renamed' });
    await appendAll(database, stepsOf(BEGAN, KEY), KEY);
    await saveAnnotator(database, { id: KEY.annotatorId, name: 'Cy' });
    await writeBackup(database, folder);
    await database.articles.update([KEY.projectId, KEY.articleId], { title: 'Another title' });
    await writeBackup(database, folder);
    expect([...folder.files.keys()].filter((path) => path.includes('/layers/'))).toHaveLength(7);
    const [project, ...others] = await readBackup(folder);
    expect(others).toEqual([]);
    const read = project!.result;
    expect(read.ok && { ...read.value, annotators: [] }).toEqual({
      ...(await allOf(database)),
      annotators: [],
    });
    // Without its list nobody knows which file came last, but all that was annotated is there.
    folder.files.delete('spanmark-backup.json');
    const [listless] = await readBackup(folder);
    const { result } = listless!;
    expect(result.ok && result.value.layers).toEqual(read.ok && read.value.layers);
  });

  test('under the name that a project has now comes before the one that it had', async () => {
    const { database, folder } = await backedUp();
    await database.projects.update(KEY.projectId, { name: 'Aaa' });
    await writeBackup(database, folder);
    await database.projects.update(KEY.projectId, { name: 'Zzz' });
    await writeBackup(database, folder);
    const { bundles } = await readFolder(folder);
    expect(bundles.map(({ project }) => project.name)).toEqual(['Zzz', 'Aaa', 'Taxes']);
  });

  test('whose edits are too long together gives back those of each layer', async () => {
    const { folder } = await withLongLogs(2, 9);
    const most = 30_000;
    const read = (json: string) => (json.length > most ? refused('file', 'it is too long') : readBundle(json));
    const sizes = [...folder.files].flatMap(([path, { length }]) => (path.includes('/layers/') ? [length] : []));
    expect(Math.max(...sizes)).toBeLessThan(most);
    expect(sizes[0]! + sizes[1]!).toBeGreaterThan(most);
    const [project, ...others] = await readBackup(folder, read);
    expect(others).toEqual([]);
    const { result, withoutEdits } = project!;
    expect(withoutEdits).toBe(0);
    expect(result.ok && result.value.layers.map(({ log }) => log?.entries.length)).toEqual([11, 11]);
    expect(result).toEqual((await readBackup(folder))[0]!.result);
  });

  test('with a damaged edit loses those of that layer alone, and tells so', async () => {
    const { folder, paths } = await withLongLogs(2, 3);
    folder.files.set(paths[0]!, folder.files.get(paths[0]!)!.replaceAll(/"sum":"[0-9a-f]{4}/g, '"sum":"0000'));
    const { copy, bundles } = await readFolder(folder);
    expect(copy).toMatchObject({ damaged: 0, withoutEdits: 1 });
    expect(bundles[0]!.layers.flatMap(({ log }) => (log?.entries.length ? [log.entries.length] : []))).toEqual([5]);
  });
});

/** A backup in which each of so many people has one span, whose note of 1,000 letters was changed so many times. */
async function withLongLogs(people: number, changes: number) {
  const { database } = await openMirrored(createTestFolder(), false);
  await importInto(database, { ...SAMPLE, layers: [], decisions: [], threads: [] });
  const notes = ['a'.repeat(1_000), 'b'.repeat(1_000)];
  const keys = Array.from({ length: people }, (_, which) => ({ ...KEY, annotatorId: `p${which}` as never }));
  for (const key of keys) {
    await saveAnnotator(database, { id: key.annotatorId, name: key.annotatorId });
    await appendAll(database, stepsOf(BEGAN, key), key);
  }
  const folder = createTestBackupFolder();
  await writeBackup(database, folder);
  const paths = [...folder.files.keys()].filter((path) => path.includes('/layers/'));
  for (const path of paths) folder.files.set(path, withChangedNotes(folder.files.get(path)!, notes, changes));
  return { folder, paths };
}

/** The file of a layer with more edits of its only span. */
function withChangedNotes(text: string, notes: readonly string[], changes: number): string {
  const file = JSON.parse(text) as {
    readonly spans: readonly Span[];
    readonly log: { readonly entries: readonly { readonly edit: { readonly span: Span }; readonly sum: string }[] };
  };
  const begun = file.log.entries;
  let [span, sum] = [begun[1]!.edit.span, begun[1]!.sum];
  const entries = Array.from({ length: changes }, (_, index) => {
    const after = { ...span, note: notes[index % notes.length]! };
    const edit = { kind: 'replace-span', before: span, after } as const;
    const entry = { number: index + begun.length + 1, at: AT, cause: { kind: 'new' }, edit } as const;
    span = after;
    sum = entrySum(sum, entry);
    return { ...entry, sum };
  });
  const spans = file.spans.map((each) => ({ ...each, note: span.note }));
  return JSON.stringify({ ...file, changedAt: AT, spans, log: { ...file.log, entries: [...begun, ...entries] } });
}

async function allOf(database: Database) {
  const choice = { project: SAMPLE.project, articleIds: new Set([KEY.articleId]), whose: EVERYONE, withLogs: true };
  return canonicalBundle(await loadBundle(database, choice));
}
