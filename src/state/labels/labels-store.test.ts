import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { followRule } from '#core/labels/follow-rule.ts';
import { withLabel } from '#core/labels/change-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelRule } from '#core/labels/label-rule.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { keyOfLabel } from '#core/relabel/uses.ts';
import { readFileBytes } from '#formats/read-file.ts';
import { writeLabelSet } from '#formats/label-set/write.ts';
import { dump } from '#storage/test-database.arbitrary.ts';
import { openTaxes, openTestBrowser, shown, type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';

const [ENTITY, CLAIM] = ['entity' as LabelId, 'claim' as LabelId];
const MERGE: LabelRule = { kind: 'label', from: ENTITY, to: CLAIM };

/** “Rome” and “Paris” are marked as entities in “Taxes”, which is closed again. */
async function twoEntities(): Promise<{ readonly browser: TestBrowser; readonly tab: TestTab }> {
  const { browser, tab } = await openTaxes();
  for (const words of ['Rome', 'Paris']) tag(tab, words);
  await leave(tab);
  await tab.labels.getState().load();
  return { browser, tab };
}

function tag(tab: TestTab, words: string, label = ENTITY): void {
  tab.select(words);
  tab.do().applyLabel(label);
}

async function leave(tab: TestTab): Promise<void> {
  await tab.do().settled();
  tab.do().close();
  await tab.do().settled();
}

async function merge(tab: TestTab, rule = MERGE): Promise<boolean> {
  await tab.labels.getState().load();
  await tab.labels.getState().follow('Merge', 'Merged Entity into Claim.', (labelSet) => followRule(labelSet, rule));
  return tab.labels.getState().confirm();
}

function ids(tab: TestTab): readonly string[] {
  return tab.session.getState().project.labelSet.labels.map(({ id }) => id);
}

async function openShown(tab: TestTab, annotatorId?: AnnotatorId): Promise<readonly string[]> {
  await tab.open('Taxes', annotatorId);
  return shown(tab.do());
}

/** Ada has two entities in “Taxes”; Bo merges the label in the same browser. */
async function mergedByBo() {
  const { tab, browser } = await twoEntities();
  const ada = tab.session.getState().annotatorId;
  await tab.session.getState().addAnnotator('Bo');
  await merge(tab);
  return { tab, browser, ada };
}

function fileOf(text: string): File {
  return new File([text], 'team.labels.json');
}

const DEFAULT_IDS = ['entity', 'claim', 'quote'];
const AS_ENTITIES = ['entity: Rome', 'entity: Paris'];
const AS_CLAIMS = ['claim: Rome', 'claim: Paris'];

describe('a change that no layer has to follow', () => {
  test('is saved at once, listed, and undone', async () => {
    const { tab } = await twoEntities();
    const { change, undo } = tab.labels.getState();
    expect(await change('Renamed.', (current) => withLabel(current, ENTITY, { name: 'Name' }))).toBe(true);
    expect(tab.session.getState().project.labelSet.labels[0]!.name).toBe('Name');
    expect(tab.session.getState().labelChanges.map(({ text }) => text)).toEqual(['Renamed.']);
    await undo();
    expect(tab.session.getState().project.labelSet.labels[0]!.name).toBe('Entity');
    expect(tab.session.getState().labelChanges.map(({ isUndone }) => isUndone)).toEqual([true]);
  });

  test('of two at once, each is made on what the other left', async () => {
    const { tab } = await twoEntities();
    const { change } = tab.labels.getState();
    await Promise.all([
      change('Renamed.', (current) => withLabel(current, ENTITY, { name: 'Name' })),
      change('Recoloured.', (current) => withLabel(current, ENTITY, { tone: 'rose' })),
    ]);
    expect(tab.session.getState().project.labelSet.labels[0]).toMatchObject({ name: 'Name', tone: 'rose' });
  });

  test('that no file could hold is refused with its reason', async () => {
    const { tab, browser } = await twoEntities();
    const before = await dump(browser.disk.database);
    expect(await tab.labels.getState().change('x', (now) => withLabel(now, ENTITY, { key: '2' }))).toBe(false);
    expect(tab.labels.getState().failure).toContain('the key 2 of “Claim” already belongs to “Entity”');
    expect(await dump(browser.disk.database)).toEqual(before);
  });
});

describe('merging a label that is in use', () => {
  test('shows what it would do to whom, and writes nothing until it is confirmed', async () => {
    const { tab, browser } = await twoEntities();
    const before = await dump(browser.disk.database);
    await tab.labels.getState().follow('Merge', 'Merged.', (labelSet) => followRule(labelSet, MERGE));
    expect(tab.labels.getState().prepared?.outcomes).toMatchObject([
      { annotatorId: tab.session.getState().annotatorId, changed: 2, removed: 0, links: 0 },
    ]);
    tab.labels.getState().cancel();
    expect(tab.labels.getState().prepared).toBeUndefined();
    expect(await dump(browser.disk.database)).toEqual(before);
  });

  test('changes label set and own layers, and undoing brings all of it back', async () => {
    const { tab } = await twoEntities();
    expect(await merge(tab)).toBe(true);
    expect(ids(tab)).toEqual(['claim', 'quote']);
    expect(await openShown(tab)).toEqual(AS_CLAIMS);
    await leave(tab);
    await tab.labels.getState().undo();
    expect(tab.labels.getState().failure).toBe('');
    expect(ids(tab)).toEqual(DEFAULT_IDS);
    expect(await openShown(tab)).toEqual(AS_ENTITIES);
  });

  test('is refused whole where another tab is annotating one of the articles', async () => {
    const { tab, browser } = await twoEntities();
    const other = await browser.openTab();
    await other.open('Taxes');
    const before = await dump(browser.disk.database);
    expect(await merge(tab)).toBe(false);
    expect(tab.labels.getState().failure).toContain('another tab is annotating “Taxes”');
    expect(await dump(browser.disk.database)).toEqual(before);
    other.close();
    expect(await merge(tab)).toBe(true);
  });

  test('is known to another tab when it opens an article', async () => {
    const { tab, browser } = await twoEntities();
    const other = await browser.openTab();
    await merge(tab);
    expect(await openShown(other)).toEqual(AS_CLAIMS);
    expect(ids(other)).toEqual(['claim', 'quote']);
  });
});

test('spans that were changed after a merge keep what they have, and the undo says in how many layers', async () => {
  const { tab } = await twoEntities();
  await merge(tab);
  await tab.open('Taxes');
  tab.do().setNote(tab.do().layer.spans[0]!.id, 'seen');
  await leave(tab);
  await tab.labels.getState().undo();
  expect(tab.do().notice.text).toBe(
    'Undone: merged Entity into Claim. What was changed since stays as it is (articles: 1).',
  );
  expect([ids(tab), await openShown(tab)]).toEqual([DEFAULT_IDS, ['claim: Rome', 'entity: Paris']]);
});

test('how many spans use a label is counted anew after a merge', async () => {
  const { tab } = await twoEntities();
  const usesOf = (label: LabelId) => tab.labels.getState().uses.get(keyOfLabel(label));
  expect([usesOf(ENTITY), usesOf(CLAIM)]).toEqual([2, undefined]);
  await merge(tab);
  expect([usesOf(ENTITY), usesOf(CLAIM)]).toEqual([undefined, 2]);
  await tab.labels.getState().undo();
  expect([usesOf(ENTITY), usesOf(CLAIM)]).toEqual([2, undefined]);
});

describe('undo in the open article', () => {
  test('takes a change back with the label set, and redo says where to make it again', async () => {
    const { tab } = await twoEntities();
    await merge(tab);
    await openShown(tab);
    await tab.do().undo();
    expect(tab.do().notice.text).toBe('Undone: merged Entity into Claim.');
    expect([ids(tab), shown(tab.do())]).toEqual([DEFAULT_IDS, AS_ENTITIES]);
    await tab.do().redo();
    expect(tab.do().notice.text).toContain('on the Labels screen');
    expect(shown(tab.do())).toEqual(AS_ENTITIES);
    await leave(tab);
    await tab.session.getState().refresh();
    expect([ids(tab), await openShown(tab)]).toEqual([DEFAULT_IDS, AS_ENTITIES]);
    await tab.do().undo();
    expect(shown(tab.do())).toEqual(['entity: Rome']);
  });

  test('never brings back a span whose label is gone, and does once the label is back', async () => {
    const { tab } = await openTaxes();
    tag(tab, 'Rome');
    tab.do().deleteSpan(tab.do().layer.spans[0]!.id);
    await leave(tab);
    await tab.labels.getState().load();
    await tab.labels.getState().follow('Remove', 'Removed Entity.', (now) => followRule(now, { ...MERGE, to: null }));
    expect(ids(tab)).toEqual(['claim', 'quote']);
    await openShown(tab);
    await tab.do().undo();
    expect(tab.do().notice.text).toContain('no longer has');
    expect([ids(tab), shown(tab.do())]).toEqual([['claim', 'quote'], []]);
    await leave(tab);
    await tab.labels.getState().undo();
    await openShown(tab);
    await tab.do().undo();
    expect(shown(tab.do())).toEqual(['entity: Rome']);
  });

  test('of a layer that a change does not touch is that of its own last edit', async () => {
    const { tab } = await openTaxes();
    tag(tab, 'Rome');
    await tab.do().settled();
    const { number, changedAt } = { number: tab.do().number, changedAt: tab.do().layer.changedAt };
    await leave(tab);
    await tab.labels.getState().load();
    await tab.labels
      .getState()
      .follow('Remove', 'Removed Claim.', (now) => followRule(now, { ...MERGE, from: CLAIM, to: null }));
    expect(ids(tab)).toEqual(['entity', 'quote']);
    await openShown(tab);
    expect(tab.do()).toMatchObject({ number, layer: { changedAt } });
    await tab.do().undo();
    expect(shown(tab.do())).toEqual([]);
  });

  test('is refused where the label set was changed again since', async () => {
    const { tab } = await twoEntities();
    await merge(tab);
    await tab.labels.getState().change('Renamed.', (current) => withLabel(current, CLAIM, { name: 'C' }));
    await openShown(tab);
    await tab.do().undo();
    expect(tab.do().notice.text).toContain('changed again since');
    expect([ids(tab), shown(tab.do())]).toEqual([['claim', 'quote'], AS_CLAIMS]);
  });
});

describe('another annotator', () => {
  test('keeps the layer as it is on the disk, and it is shown and exported through the change', async () => {
    const { tab, browser, ada } = await mergedByBo();
    expect(await browser.disk.database.entries.count()).toBe(2);
    expect(await openShown(tab, ada)).toEqual(AS_CLAIMS);
    const articleIds = new Set(tab.library.getState().articles.map(({ id }) => id));
    const { blob } = await tab.transfer.getState().prepareExport({ articleIds, whose: EVERYONE });
    const reading = readFileBytes('x.json', new Uint8Array(await blob.arrayBuffer()), 'bundle');
    expect(reading).toMatchObject({
      kind: 'bundle',
      bundle: { layers: [{ annotatorId: ada, spans: [{ label: 'claim' }, { label: 'claim' }] }] },
    });
  });

  test('finds the own layer brought up to date by one edit', async () => {
    const { tab, browser, ada } = await mergedByBo();
    await tab.session.getState().annotateAs(ada);
    expect(await openShown(tab)).toEqual(AS_CLAIMS);
    expect(await browser.disk.database.entries.count()).toBe(3);
    await tab.do().undo();
    expect(tab.do().notice.text).toContain('no longer has');
    expect(shown(tab.do())).toEqual(AS_CLAIMS);
  });

  test('cannot undo what somebody else’s layers followed', async () => {
    const { tab, ada } = await mergedByBo();
    await tab.session.getState().annotateAs(ada);
    await tab.labels.getState().undo();
    expect(tab.labels.getState().failure).toContain('Only Bo can undo it');
    expect(ids(tab)).toEqual(['claim', 'quote']);
  });
});

test('what a change took away does not come back with a file', async () => {
  const { tab } = await twoEntities();
  const articleIds = new Set(tab.library.getState().articles.map(({ id }) => id));
  const { blob, fileName } = await tab.transfer.getState().prepareExport({ articleIds, whose: EVERYONE });
  const elsewhere = await openTestBrowser();
  const there = await elsewhere.openTab();
  await merge(there);
  expect(ids(there)).toEqual(['claim', 'quote']);
  await there.transfer.getState().read([new File([blob], fileName)]);
  await there.transfer.getState().write();
  expect(ids(there)).toEqual(['claim', 'quote']);
  await there.library.getState().refresh();
  expect(await openShown(there, tab.session.getState().annotatorId)).toEqual(AS_CLAIMS);
  await there.transfer.getState().read([new File([blob], fileName)]);
  expect(there.transfer.getState().files).toMatchObject([{ isHere: true }]);
});

describe('undoing an addition', () => {
  test('that is in use since is refused, and says what is in use', async () => {
    const { tab } = await twoEntities();
    const where = { kind: 'words', words: ['Rome'] } as const;
    await tab.labels.getState().follow('Split', 'Split.', (now) => {
      return followRule(now, { kind: 'label', from: ENTITY, to: 'place' as LabelId, where }, 'Place');
    });
    await tab.labels.getState().confirm();
    expect(await openShown(tab)).toEqual(['place: Rome', 'entity: Paris']);
    tag(tab, 'Bo Li', 'place' as LabelId);
    await leave(tab);
    await tab.labels.getState().undo();
    expect(tab.labels.getState().failure).toContain('“Place” would go but is in use');
    await tab.open('Taxes');
    await tab.do().undo();
    await leave(tab);
    await tab.labels.getState().undo();
    expect(ids(tab)).toEqual(DEFAULT_IDS);
    expect(await openShown(tab)).toEqual(AS_ENTITIES);
  });
});

describe('a label set file', () => {
  test('that is saved and opened adds nothing, and nothing is added before it is confirmed', async () => {
    const { tab, browser } = await twoEntities();
    await tab.labels.getState().saveFile();
    const [saved] = browser.downloads;
    expect(saved?.fileName).toBe('my-project.labels.json');
    const text = await saved!.blob.text();
    await tab.labels.getState().openFile(fileOf(text));
    expect(tab.labels.getState().prepared).toMatchObject({ outcomes: [], notes: [] });
    const { labelSet } = tab.session.getState().project;
    const wider = {
      ...labelSet,
      labels: [...labelSet.labels, { ...labelSet.labels[0]!, id: 'p' as LabelId, name: 'P', key: '' }],
    };
    await tab.labels.getState().openFile(fileOf(writeLabelSet(wider)));
    expect(tab.labels.getState().prepared?.notes).toEqual(['Added: the label P.']);
    expect(ids(tab)).toEqual(DEFAULT_IDS);
    await tab.labels.getState().confirm();
    expect(ids(tab)).toEqual([...DEFAULT_IDS, 'p']);
  });

  test('brings back what was removed under a new id, for the old one stays gone', async () => {
    const { tab } = await twoEntities();
    await tab.labels.getState().saveFile();
    const text = writeLabelSet(tab.session.getState().project.labelSet);
    await merge(tab);
    await tab.labels.getState().openFile(fileOf(text));
    await tab.labels.getState().confirm();
    const [claim, quote, fresh] = tab.session.getState().project.labelSet.labels;
    expect([claim!.id, quote!.id, fresh!.name]).toEqual(['claim', 'quote', 'Entity']);
    expect(fresh!.id).not.toBe('entity');
    await tab.open('Taxes');
    tag(tab, 'Bo Li', fresh!.id);
    await leave(tab);
    expect(await openShown(tab)).toEqual([...AS_CLAIMS.slice(0, 1), `${fresh!.id}: Bo Li`, ...AS_CLAIMS.slice(1)]);
  });

  test('that is none is refused with its reasons', async () => {
    const { tab } = await twoEntities();
    await tab.labels.getState().openFile(fileOf('[]'));
    expect(tab.labels.getState().prepared).toBeUndefined();
    expect(tab.labels.getState().refused).toMatchObject({
      fileName: 'team.labels.json',
      problems: [{ place: 'file' }],
    });
  });
});

describe('a ready-made label set', () => {
  test('is added to labels that are in use', async () => {
    const { tab } = await twoEntities();
    tab.labels.getState().choose('conll');
    await tab.labels.getState().confirm();
    expect(ids(tab)).toEqual([...DEFAULT_IDS, 'PER', 'ORG', 'LOC', 'MISC']);
  });

  test('takes the place of labels that nothing is marked with, and can be undone', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await tab.labels.getState().load();
    tab.labels.getState().choose('conll');
    expect(tab.labels.getState().prepared?.notes[1]).toContain('Taken away: the labels Entity, Claim, Quote.');
    await tab.labels.getState().confirm();
    expect(ids(tab)).toEqual(['PER', 'ORG', 'LOC', 'MISC']);
    await tab.labels.getState().undo();
    expect(ids(tab)).toEqual(DEFAULT_IDS);
  });
});
