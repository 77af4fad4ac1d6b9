import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type AnnotatorId } from '#core/project/project.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { addProject, loadAnnotators, loadProject, renameProject, saveAnnotator } from './projects.ts';
import { loadSettings, saveSetting } from './settings.ts';
import { openTestDisk } from './test-database.arbitrary.ts';

const { project: PROJECT } = sampleBundle();

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
