import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type Bundle } from '#core/bundle/bundle.ts';
import { edited, freshCopy } from '#core/merge/device.arbitrary.ts';
import { type MergeChoice } from '#core/merge/conflict.ts';
import { type AnnotatorId, type Layer } from '#core/project/project.ts';
import { type Span } from '#core/spans/span.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { writeBundle } from '#formats/native/write.ts';
import { dump } from '#storage/test-database.arbitrary.ts';
import { openTestBrowser, type TestTab } from './test-stores.arbitrary.ts';
import { type PreparedFile, type TransferState } from './transfer-store.ts';

const SAMPLE = sampleBundle();
const [ADAS] = SAMPLE.layers as [Layer];
const [FIRST] = ADAS.spans as [Span];

test('a layer that a tab has open is not merged into, and nothing is written', async () => {
  const { tab, browser } = await begunHere();
  await now(tab).read([fileFromElsewhere()]);
  const before = await dump(browser.disk.database);
  expect(await now(tab).write()).toBe(false);
  expect(now(tab)).toMatchObject({ phase: 'preview', failure: expect.stringMatching(/another tab/) as string });
  expect(await dump(browser.disk.database)).toEqual(before);
  tab.do().close();
  await tab.do().settled();
  expect(await now(tab).write()).toBe(true);
});

test.each<[MergeChoice | undefined, string]>([
  [undefined, 'Here.'],
  ['mine', 'Here.'],
  ['theirs', 'Elsewhere.'],
  // Two spans with the same label on the same words cannot both stand.
  ['both', 'Here.'],
])('what is chosen for a conflict is written: %s', async (choice, note) => {
  const { tab } = await begunHere();
  tab.do().close();
  await tab.do().settled();
  await now(tab).read([fileFromElsewhere()]);
  const [file] = now(tab).files as [PreparedFile];
  const [merge] = file.reading.kind === 'bundle' ? file.reading.merges : [];
  expect(merge).toMatchObject({ title: 'Taxes rose', changes: 0, conflicts: [{ mine: { note: 'Here.' } }] });
  const keys = merge!.conflicts.map(({ key }) => key);
  if (choice) now(tab).chooseMerge(file.handle, merge!, keys, choice);
  await now(tab).write();
  await tab.open('Taxes rose');
  const noteNow = (): string | undefined => tab.do().layer.spans.find(({ id }) => id === FIRST.id)?.note;
  expect(noteNow()).toBe(note);
  await tab.do().undo();
  expect(noteNow()).toBe('Here.');
});

/** A tab in which Ada has taken up her work and noted something, which is saved. */
async function begunHere() {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  await now(tab).read([bundleFile(SAMPLE)]);
  await now(tab).write();
  await tab.library.getState().refresh();
  await tab.session.getState().annotateAs('ada' as AnnotatorId);
  await tab.open('Taxes rose');
  tab.do().setNote(FIRST.id, 'Here.');
  await tab.do().settled();
  return { tab, browser };
}

/** The file of another device on which Ada noted something else. */
function fileFromElsewhere(): File {
  const after = { ...FIRST, note: 'Elsewhere.' };
  const { layer, log } = edited(freshCopy(ADAS), { kind: 'replace-span', before: FIRST, after });
  return bundleFile({ ...SAMPLE, layers: [{ ...layer, log }] });
}

function bundleFile(bundle: Bundle): File {
  return new File([writeBundle(bundle)], 'ada.json');
}

function now({ transfer }: TestTab): TransferState {
  return transfer.getState();
}
