import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asItWas } from '#core/edits/as-it-was.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { emptyLayer } from '#core/project/project.ts';
import { type Database } from './database.ts';
import { loadLayerLog } from './layer-log.ts';
import { appendStep, loadEntry, loadLayer, nextStep, writeSnapshotIfDue } from './layers.ts';
import { keyOf } from './rows.ts';
import { addingSteps, appendAll, KEY, moveArbitrary, replayed, rowOfStep, stepsOf } from './steps.arbitrary.ts';
import { openTestDisk } from './test-database.arbitrary.ts';

const SEED = 20261127;
/** A snapshot is asked for after so many steps. */
const EVERY = 16;

/** Moves of every kind, with a snapshot now and then, where one is due. */
async function longLog() {
  const { database } = await openTestDisk();
  const steps = stepsOf(fc.sample(moveArbitrary(), { seed: SEED, numRuns: 170 }));
  for (const step of steps) {
    await appendStep(database, KEY, step);
    if (step.number % EVERY === 0) await writeSnapshotIfDue(database, KEY);
  }
  return { database, steps };
}

describe('however many snapshots were written', () => {
  test('every entry is there as it was made, and every state can be seen', async () => {
    const { database, steps } = await longLog();
    expect((await database.snapshots.toArray())[0]!.number).toBeGreaterThan(60);
    const { stored, entries, lost } = await loadLayerLog(database, KEY);
    expect(lost).toBe(0);
    expect(stored).toEqual(replayed(steps));
    expect(entries).toEqual(steps.map(rowOfStep));
    for (const { number, layer } of steps) expect(asItWas(stored.layer, entries, number)).toEqual(layer);
    expect(asItWas(stored.layer, entries, 0)).toMatchObject({
      ...emptyLayer(KEY.articleId, KEY.annotatorId),
      changedAt: steps[0]!.at,
    });
  });

  test('everything can be undone, back to the beginning, and redone', async () => {
    const { database, steps } = await longLog();
    const before = await loadLayer(database, KEY);
    await turnBackAll(database, 'undo');
    const undone = await loadLayer(database, KEY);
    expect(undone.layer).toMatchObject({ spans: [], links: [], status: 'not-started' });
    expect(undone.history.undone).toHaveLength(before.history.done.length + before.history.undone.length);
    while ((await loadLayer(database, KEY)).history.done.length < before.history.done.length) {
      await turnBack(database, 'redo');
    }
    const again = await loadLayer(database, KEY);
    expect({ ...again.layer, changedAt: '' }).toEqual({ ...before.layer, changedAt: '' });
    expect(again.history).toEqual(before.history);
    expect((await loadLayerLog(database, KEY)).entries.length).toBe(again.number);
    expect(again.number).toBeGreaterThan(steps.length);
  });
});

async function turnBackAll(database: Database, kind: 'undo' | 'redo'): Promise<void> {
  while (await turnBack(database, kind));
}

/** Undoes or redoes as the app does: with the entry read from the log. */
async function turnBack(database: Database, kind: 'undo' | 'redo'): Promise<boolean> {
  const stored = await loadLayer(database, KEY);
  const of = (kind === 'undo' ? stored.history.done : stored.history.undone).at(-1);
  if (of === undefined) return false;
  const { edit } = await loadEntry(database, KEY, of);
  const step = { edit: kind === 'undo' ? invertEdit(edit) : edit, cause: { kind, of }, at: '2025-01-01T00:00:00.000Z' };
  const next = nextStep(stored, step);
  await appendStep(database, KEY, next);
  if (next.number % EVERY === 0) await writeSnapshotIfDue(database, KEY);
  return true;
}

test.each([
  ['an entry before the snapshot is changed', 20, 20],
  ['the first entry is missing, without which the second cannot be checked', 1, 2],
])('where %s, what came after it is shown and the rest told as lost', async (_, number, lost) => {
  const { database } = await openTestDisk();
  const steps = addingSteps(70);
  await appendAll(database, steps);
  await writeSnapshotIfDue(database, KEY);
  if (number === 1) await database.entries.delete([...keyOf(KEY), 1]);
  else await database.entries.update([...keyOf(KEY), number], { at: 'changed' });
  const log = await loadLayerLog(database, KEY);
  expect(log.stored).toEqual(replayed(steps));
  expect(log.lost).toBe(lost);
  expect(log.entries[0]!.number).toBe(lost + 1);
});
