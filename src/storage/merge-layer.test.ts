import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type ImportPlan } from '#core/bundle/plan-import.ts';
import { type Edit } from '#core/edits/edit.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { followRule } from '#core/labels/follow-rule.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type MergeChoice } from '#core/merge/conflict.ts';
import { type Layer } from '#core/project/project.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { readBundle } from '#formats/native/read.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { writeBundle } from '#formats/native/write.ts';
import { type Database } from './database.ts';
import { bringUpToDate, commitLabelChange } from './label-changes.ts';
import { importBundle, previewImport } from './import-bundle.ts';
import { loadLayerLog } from './layer-log.ts';
import { appendStep, loadLayer, nextStep } from './layers.ts';
import { loadBundle } from './load-bundle.ts';
import { type GroupId, type LayerKey, nameOfLayer } from './rows.ts';
import { type StorageError } from './storage-error.ts';
import { dump, openTestDisk } from './test-database.arbitrary.ts';

const SAMPLE = sampleBundle();
const [ADAS] = SAMPLE.layers as [Layer];
const KEY: LayerKey = { projectId: SAMPLE.project.id, articleId: ADAS.articleId, annotatorId: ADAS.annotatorId };
const [FIRST, SECOND] = ADAS.spans as [Span, Span];

const TARGET = (FIRST.label === 'claim' ? 'entity' : 'claim') as LabelId;

describe('one annotator’s layer on two devices', () => {
  test('is taken to a device that does not have it with its log, and goes on there', async () => {
    const a = await deviceWith(SAMPLE);
    await edit(a, noted(FIRST, 'A'));
    const b = await deviceWith(await fileOf(a));
    expect(await loadLayerLog(b, KEY)).toMatchObject({ lost: 0, entries: [{ number: 1 }] });
    expect((await loadLayer(b, KEY)).history.done).toEqual([1]);
    await edit(b, added('b1', 0, 3));
    const plan = await bringIn(a, await fileOf(b));
    expect(fateIn(plan)).toBe('updated');
    // The entries themselves came over, and not one that sums them up.
    const [ours, theirs] = [await loadLayerLog(a, KEY), await loadLayerLog(b, KEY)];
    expect(ours).toEqual(theirs);
  });

  test('gets what was done elsewhere as one entry, which can be undone, and once', async () => {
    const [a, b] = await twoDevices();
    await edit(a, added('a1', 6, 9));
    await edit(b, added('b1', 0, 3));
    await edit(b, noted(FIRST, 'from B'));
    const before = await loadLayer(a, KEY);
    const plan = await bringIn(a, await fileOf(b));
    expect(fateIn(plan)).toBe('merged');
    const { layer, number, history } = await loadLayer(a, KEY);
    expect(idsOf(layer)).toEqual(expect.arrayContaining(['a1', 'b1']));
    expect(layer.spans.find(({ id }) => id === FIRST.id)?.note).toBe('from B');
    expect([number, history.done.at(-1)]).toEqual([before.number + 1, number]);
    const stored = await dump(a);
    expect(fateIn(await bringIn(a, await fileOf(b)))).toBe('older');
    expect(await dump(a)).toEqual(stored);
    // Undone, it may come in again.
    const log = await loadLayerLog(a, KEY);
    await edit(a, invertEdit(log.entries.at(-1)!.edit), number);
    expect((await loadLayer(a, KEY)).layer.spans).toEqual(before.layer.spans);
    expect(fateIn(await bringIn(a, await fileOf(b)))).toBe('merged');
    expect((await loadLayer(a, KEY)).layer.spans).toEqual(layer.spans);
  });

  test.each<[MergeChoice, readonly string[]]>([
    ['mine', ['A']],
    ['theirs', ['B']],
  ])('keeps in a conflict what is chosen (%s), and then both devices hold the same', async (choice, notes) => {
    const [a, b] = await twoDevices();
    await edit(a, noted(FIRST, 'A'));
    await edit(b, noted(FIRST, 'B'));
    await edit(b, added('b1', 0, 3));
    await bringIn(a, await fileOf(b), choice);
    const { layer } = await loadLayer(a, KEY);
    expect(layer.spans.filter(({ id }) => id === FIRST.id).map(({ note }) => note)).toEqual(notes);
    const back = await bringIn(b, await fileOf(a));
    expect(back.layers.map(({ merge }) => (merge?.kind === 'merged' ? merge.conflicts : []))).toEqual(
      back.layers.map(() => []),
    );
    expect((await loadLayer(b, KEY)).layer.spans).toEqual(layer.spans);
    expect(fateIn(await previewImport(a, SAMPLE.project, await fileOf(b)))).toBe('unchanged');
  });

  test('is not changed where a conflict has come up that nobody has seen', async () => {
    const [a, b] = await twoDevices();
    await edit(a, noted(FIRST, 'A'));
    await edit(b, noted(FIRST, 'B'));
    const before = await dump(a);
    const error: unknown = await importBundle(a, SAMPLE.project, await fileOf(b), WRITING).catch((e: unknown) => e);
    expect((error as StorageError).problem).toBe('merge-changed');
    expect(await dump(a)).toEqual(before);
  });

  test('is kept as it is where the file has no log, or one that has nothing in common', async () => {
    const [a, b] = await twoDevices();
    await edit(a, noted(FIRST, 'A'));
    await edit(b, noted(SECOND, 'B'));
    const without = await loadBundle(b, { ...ALL, withLogs: false });
    expect(fateIn(await previewImport(a, SAMPLE.project, without))).toBe('kept');
    const other = await deviceWith({ ...SAMPLE, layers: [{ ...ADAS, spans: [], links: [] }] });
    await edit(other, added('c1', 1, 2));
    const plan = await previewImport(a, SAMPLE.project, await fileOf(other));
    expect(plan.layers.find(isAdas)).toMatchObject({ fate: 'kept', merge: { kind: 'strangers' } });
  });

  test('follows a change of the label set that the other device does not have, and what was done there too', async () => {
    const [a, b] = await twoDevices();
    const { after, rules } = followRule(SAMPLE.project.labelSet, { kind: 'label', from: FIRST.label, to: TARGET });
    const change = { at: AT, by: KEY.annotatorId, text: 'Merged.', before: SAMPLE.project.labelSet, after, rules };
    await commitLabelChange(a, SAMPLE.project, { ...change, group: 'g1' as GroupId }, []);
    await bringUpToDate(a, KEY, AT);
    await edit(b, noted(FIRST, 'from B'));
    await edit(b, added('b1', 0, 3));
    const plan = await bringIn(a, await fileOf(b));
    expect(plan.layers.find(isAdas)).toMatchObject({ fate: 'merged', merge: { conflicts: [] } });
    const { spans } = (await loadLayer(a, KEY)).layer;
    expect(spans.find(({ id }) => id === FIRST.id)).toMatchObject({ note: 'from B', label: TARGET });
    expect(spans.find(({ id }) => id === 'b1')).toMatchObject({ label: TARGET });
  });

  test('is known again by what it held where the first file had no logs', async () => {
    const a = await deviceWith({ ...SAMPLE, layers: [] });
    const spans = ADAS.spans.map((span): Edit => ({ kind: 'add-span', span }));
    await edit(a, { kind: 'set-status', before: 'not-started', after: 'in-progress' });
    await edit(a, { kind: 'together', edits: spans });
    const b = await deviceWith(await loadBundle(a, { ...ALL, withLogs: false }));
    await edit(a, added('a1', 6, 9));
    await edit(b, added('b1', 0, 3));
    expect(fateIn(await bringIn(a, await fileOf(b)))).toBe('merged');
    expect(idsOf((await loadLayer(a, KEY)).layer)).toEqual(expect.arrayContaining(['a1', 'b1']));
  });
});

const AT = '2026-06-20T09:00:00.000Z';
const WRITING = { at: AT, countWords: () => 9, report: () => undefined };
const ALL = { project: SAMPLE.project, articleIds: new Set(SAMPLE.articles.map(({ id }) => id)), whose: EVERYONE };

async function deviceWith(bundle: Bundle): Promise<Database> {
  const { database } = await openTestDisk();
  await importBundle(database, SAMPLE.project, bundle, WRITING);
  return database;
}

/** Two devices that have the layer from the same file, which has no logs. */
async function twoDevices(): Promise<readonly [Database, Database]> {
  return [await deviceWith(SAMPLE), await deviceWith(SAMPLE)];
}

/** A file as it is read on another device. */
async function fileOf(database: Database): Promise<Bundle> {
  const read = readBundle(writeBundle(await loadBundle(database, { ...ALL, withLogs: true })));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

async function bringIn(database: Database, bundle: Bundle, choice: MergeChoice = 'mine'): Promise<ImportPlan> {
  const seen = await previewImport(database, SAMPLE.project, bundle);
  const choices = new Map(
    seen.layers.map(({ layer, merge }) => {
      const conflicts = merge?.kind === 'merged' ? merge.conflicts : [];
      const { articleId, annotatorId } = layer;
      const name = nameOfLayer({ projectId: SAMPLE.project.id, articleId, annotatorId });
      return [name, new Map(conflicts.map(({ key }) => [key, choice]))];
    }),
  );
  return importBundle(database, SAMPLE.project, bundle, { ...WRITING, choices });
}

const times = (function* () {
  for (let minute = 1; ; minute += 1) yield new Date(Date.UTC(2026, 5, 18) + minute * 60_000).toISOString();
})();

async function edit(database: Database, change: Edit, undone?: number): Promise<void> {
  const at = times.next().value;
  const cause = undone === undefined ? ({ kind: 'new' } as const) : ({ kind: 'undo', of: undone } as const);
  await appendStep(database, KEY, nextStep(await loadLayer(database, KEY), { edit: change, cause, at }));
}

function noted(span: Span, note: string): Edit {
  return { kind: 'replace-span', before: span, after: { ...span, note } };
}

function added(id: string, from: number, to: number): Edit {
  return { kind: 'add-span', span: { ...FIRST, id: id as SpanId, ranges: [{ from, to }], note: '' } };
}

function isAdas({ layer }: { readonly layer: Layer }): boolean {
  return layer.articleId === KEY.articleId && layer.annotatorId === KEY.annotatorId;
}

function fateIn(plan: ImportPlan): string | undefined {
  return plan.layers.find(isAdas)?.fate;
}

function idsOf({ spans }: Layer): readonly string[] {
  return spans.map(({ id }) => id);
}
