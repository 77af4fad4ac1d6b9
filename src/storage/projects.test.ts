import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type AnnotatorId, type ProjectId } from '#core/project/project.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import {
  addProject,
  loadAnnotators,
  loadProject,
  loadProjects,
  renameProject,
  saveAnnotator,
  setProjectRemoved,
} from './projects.ts';
import { loadSettings, saveSetting } from './settings.ts';
import { openTestDisk } from './test-database.arbitrary.ts';

const { project: PROJECT } = sampleBundle();
const [EARLIER, LATER] = ['2024-06-17T09:00:00.000Z', '2024-06-18T09:00:00.000Z'];

describe('a project', () => {
  test('is there once it has a name', async () => {
    const { database } = await openTestDisk();
    expect(await loadProject(database, PROJECT.id)).toBeUndefined();
    expect(await renameProject(database, PROJECT, 'Elections')).toEqual({ ...PROJECT, name: 'Elections' });
    expect(await loadProject(database, PROJECT.id)).toEqual({ ...PROJECT, name: 'Elections' });
  });

  test('keeps the labels that another tab added when it is renamed', async () => {
    const { database } = await openTestDisk();
    const wider = { ...PROJECT, labelSet: { labels: [...PROJECT.labelSet.labels, label('place')], linkTypes: [] } };
    await addProject(database, wider, 'then');
    expect(await renameProject(database, PROJECT, 'Elections')).toEqual({ ...wider, name: 'Elections' });
    expect(await loadProject(database, PROJECT.id)).toEqual({ ...wider, name: 'Elections' });
  });
});

describe('several projects', () => {
  const OTHER = { ...PROJECT, id: 'other' as ProjectId, name: 'Other' };

  test('are listed as they came, those that were put away included', async () => {
    const { database } = await openTestDisk();
    await addProject(database, PROJECT, LATER);
    await addProject(database, OTHER, EARLIER);
    expect(await setProjectRemoved(database, OTHER.id, LATER)).toBe(true);
    expect(await loadProjects(database)).toEqual([
      { ...OTHER, addedAt: EARLIER, removedAt: LATER },
      { ...PROJECT, addedAt: LATER, removedAt: '' },
    ]);
    expect(await setProjectRemoved(database, OTHER.id, '')).toBe(true);
    expect((await loadProjects(database)).map(({ removedAt }) => removedAt)).toEqual(['', '']);
  });

  test('keep one in use: the last cannot be put away', async () => {
    const { database } = await openTestDisk();
    await addProject(database, PROJECT, EARLIER);
    expect(await setProjectRemoved(database, PROJECT.id, LATER)).toBe(false);
    await addProject(database, OTHER, LATER);
    expect(await setProjectRemoved(database, PROJECT.id, LATER)).toBe(true);
    expect(await setProjectRemoved(database, OTHER.id, LATER)).toBe(false);
    expect((await loadProjects(database)).map(({ removedAt }) => removedAt)).toEqual([LATER, '']);
  });

  test('do not share an id', async () => {
    const { database } = await openTestDisk();
    await addProject(database, PROJECT, EARLIER);
    await expect(addProject(database, PROJECT, LATER)).rejects.toMatchObject({ problem: 'conflict' });
  });

  test('that were put away stay away when their name changes', async () => {
    const { database } = await openTestDisk();
    await addProject(database, PROJECT, EARLIER);
    await addProject(database, OTHER, LATER);
    await setProjectRemoved(database, OTHER.id, LATER);
    await renameProject(database, OTHER, 'Else');
    expect(await database.projects.get(OTHER.id)).toEqual({
      ...OTHER,
      name: 'Else',
      addedAt: LATER,
      removedAt: LATER,
    });
  });
});

test('annotators are kept by id', async () => {
  const { database } = await openTestDisk();
  const [ada, bo] = [
    { id: 'ada' as AnnotatorId, name: 'Ada' },
    { id: 'bo' as AnnotatorId, name: 'Bo' },
  ];
  for (const annotator of [bo, ada, { ...bo, name: 'Bo Li' }]) await saveAnnotator(database, annotator);
  expect(await loadAnnotators(database)).toEqual([ada, { ...bo, name: 'Bo Li' }]);
});

test('settings are kept by key, whatever their value', async () => {
  const { database } = await openTestDisk();
  expect(await loadSettings(database)).toEqual(new Map());
  await saveSetting(database, '__proto__', 'a');
  await saveSetting(database, 'theme', 'dark');
  await saveSetting(database, 'theme', { light: [1] });
  expect(await loadSettings(database)).toEqual(
    new Map<string, unknown>([
      ['__proto__', 'a'],
      ['theme', { light: [1] }],
    ]),
  );
});

function label(id: string) {
  return { ...PROJECT.labelSet.labels[0]!, id: id as (typeof PROJECT.labelSet.labels)[0]['id'], key: '' };
}
