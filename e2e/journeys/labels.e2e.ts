import { type Page } from '@playwright/test';
import { annotateMossford } from '../mossford.ts';
import { type AnnotatePage } from '../screens/annotate-page.ts';
import { type ExportPage } from '../screens/export-page.ts';
import { type ImportPage } from '../screens/import-page.ts';
import { type LibraryPage } from '../screens/library-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const FLOOD = 'Teld passes the 1889 mark at Mossford Bridge';

interface Bundle {
  readonly annotators: { id: string; name: string }[];
  readonly layers: {
    readonly annotatorId: string;
    readonly spans: { attributes: { id: string; value: string }[] }[];
    changedAt: string;
  }[];
}

interface Screens {
  readonly page: Page;
  readonly library: LibraryPage;
  readonly annotate: AnnotatePage;
  readonly exporting: ExportPage;
  readonly importing: ImportPage;
}

/** The same person on another computer has marked an event and something else; both are taken up here. */
async function takeUpEventAndOther({ page, library, annotate, exporting, importing }: Screens): Promise<void> {
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Here');
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await annotate.clickOn('Mossford');
  await page.keyboard.press('1');
  await annotate.expectSaved();
  const bundle = JSON.parse(await exporting.downloadAll()) as Bundle;
  const [layer] = bundle.layers;
  const values = ['event', 'other'];
  for (const [index, span] of layer!.spans.entries()) span.attributes = [{ id: 'type', value: values[index]! }];
  const json = JSON.stringify({
    ...bundle,
    annotators: [{ id: 'ada', name: 'Ada' }],
    layers: [{ ...layer, annotatorId: 'ada' }],
  });
  await importing.choose({ name: 'ada.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await importing.import();
  await page.goto('#/settings');
  await page.getByRole('combobox', { name: 'Annotate as' }).selectOption({ label: 'Ada' });
}

/** What Ada's spans have as their type, in the order of the file. */
async function types(exporting: ExportPage): Promise<readonly unknown[]> {
  const bundle = JSON.parse(await exporting.downloadAll()) as Bundle;
  const layer = bundle.layers.find(({ annotatorId }) => annotatorId === 'ada');
  return layer!.spans.map(({ attributes }) => attributes[0]?.value);
}

test('two entity types are merged by keyboard alone, seen before it is done, and undone', async ({
  page,
  library,
  annotate,
  exporting,
  importing,
  labels,
}) => {
  await takeUpEventAndOther({ page, library, annotate, exporting, importing });
  expect(await types(exporting)).toEqual(['event', 'other']);
  await labels.open();

  await labels.tabTo(labels.attribute('Type'));
  await page.keyboard.press('Enter');
  await expect(labels.value('Event')).toContainText('1 span');
  await labels.tabTo(labels.value('Event').getByRole('button', { name: 'Merge: Event' }));
  await page.keyboard.press('Enter');
  await expect(labels.dialog).toHaveAccessibleName('Merge “Event” (Entity, Type)');
  await labels.tabTo(labels.dialog.getByRole('combobox', { name: 'Merge into' }));
  await page.keyboard.type('Other');
  await labels.tabTo(labels.dialog.getByRole('button', { name: 'Go on' }));
  await page.keyboard.press('Enter');

  await expect(labels.dialog).toHaveAccessibleName('Merge “Event” (Entity, Type) into “Other”');
  await expect(labels.dialog).toContainText('1 span changes, in 1 layer.');
  await expect(labels.dialog.getByRole('row', { name: new RegExp(FLOOD) })).toHaveText(`${FLOOD}Ada1000`);
  await labels.tabTo(labels.dialog.getByRole('button', { name: 'Do it' }));
  await page.keyboard.press('Enter');

  await expect(annotate.notice).toContainText('Merged “Event” (Entity, Type) into “Other”.');
  await expect(labels.value('Event')).toHaveCount(0);
  await expect(labels.value('Other')).toContainText('2 spans');
  await expect(page.getByRole('heading', { name: 'Entity', level: 2 })).toBeFocused();
  expect(await types(exporting)).toEqual(['other', 'other']);

  await labels.open();
  await page.keyboard.press('Control+z');
  await expect(annotate.notice).toContainText('Undone: merged “Event”');
  await labels.tabTo(labels.attribute('Type'));
  await page.keyboard.press('Enter');
  await expect(labels.value('Event')).toContainText('1 span');
  await expect(labels.value('Other')).toContainText('1 span');
  expect(await types(exporting)).toEqual(['event', 'other']);
});

test('a label that was taken away comes back from the article as well, with its spans; a split asks first', async ({
  page,
  library,
  annotate,
  labels,
}) => {
  await annotateMossford(page);
  const before = await annotate.listed();
  await labels.open();
  await page.getByRole('button', { name: 'Remove: Entity' }).click();
  await expect(labels.dialog).toContainText('1 span goes, in 1 layer.');
  await labels.dialog.getByRole('button', { name: 'Do it' }).click();
  await expect.poll(() => labels.labels()).toEqual(['Claim', 'Quote']);
  await library.open();
  await library.openArticle(FLOOD);
  await expect(annotate.spans).toHaveCount(0);
  await expect(annotate.label('Entity')).toHaveCount(0);
  await annotate.button('Undo').click();
  await expect(annotate.label('Entity')).toBeVisible();
  await expect.poll(() => annotate.listed()).toEqual(before);
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.label('Entity')).toBeVisible();
  await expect.poll(() => annotate.listed()).toEqual(before);

  await labels.open();
  await page.getByRole('button', { name: 'Split: Entity' }).click();
  await labels.dialog.getByRole('textbox', { name: 'Name of the new label' }).fill('Person');
  await labels.dialog.getByRole('combobox').selectOption({ label: 'Those with chosen words' });
  await labels.dialog.getByRole('checkbox', { name: /Tarrant/ }).check();
  await expectNoViolations(page);
  await labels.dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(labels.dialog).toContainText('1 span changes, in 1 layer.');
  await expectNoViolations(page);
  await labels.dialog.getByRole('button', { name: 'Do it' }).click();
  await expect.poll(() => labels.labels()).toEqual(['Entity', 'Person', 'Claim', 'Quote']);
});

test('labels are added, named, given keys and put in order, and a taken key says by what', async ({ page, labels }) => {
  await labels.open();
  await page.getByRole('button', { name: 'Add label' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Number');
  await page.keyboard.press('Enter');
  await expect.poll(() => labels.labels()).toEqual(['Entity', 'Claim', 'Quote', 'Number']);
  await page.getByRole('combobox', { name: 'Key' }).selectOption('2');
  await expect(page.getByRole('alert')).toHaveText('2 belongs to Claim.');
  await page.getByRole('combobox', { name: 'Key' }).selectOption('4');
  await expect(labels.row('Number').locator('kbd')).toHaveText('4');
  await labels.row('Number').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => labels.labels()).toEqual(['Entity', 'Claim', 'Number', 'Quote']);
  await expect(labels.row('Number')).toBeFocused();
  for (const rest of [
    ['Entity', 'Claim', 'Quote', 'Number'],
    ['Entity', 'Claim', 'Quote', 'Number'],
    ['Entity', 'Claim', 'Quote', 'New label'],
    ['Entity', 'Claim', 'Quote'],
  ]) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => labels.labels()).toEqual(rest);
  }

  await labels.row('Entity').click();
  await labels.attribute('Type').click();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await labels.row('Speaker').click();
  await page.getByText(/\d past changes?/).click();
  await expectNoViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a label set is saved as a file and opened again, and a hostile file is refused', async ({ page, labels }) => {
  await labels.open();
  await page.getByRole('button', { name: 'Use CoNLL' }).click();
  await expect(labels.dialog).toContainText('Added: the labels Person, Organisation, Location, Miscellaneous.');
  await labels.dialog.getByRole('button', { name: 'Do it' }).click();
  await expect.poll(() => labels.labels()).toEqual(['Person', 'Organisation', 'Location', 'Miscellaneous']);
  const { name, json } = await labels.save();
  expect(name).toBe('my-project.labels.json');
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(json) };

  await page.keyboard.press('Control+z');
  await expect.poll(() => labels.labels()).toEqual(['Entity', 'Claim', 'Quote']);
  await labels.openFile({ ...file, name: 'bad.json', buffer: Buffer.from(json.replace('"key": "2"', '"key": "1"')) });
  await expect(page.getByRole('alert')).toContainText('the key 1 of “Organisation” already belongs to “Person”');
  await labels.openFile(file);
  await expect(labels.dialog).toHaveAccessibleName(`Open “${name}”`);
  await labels.dialog.getByRole('button', { name: 'Do it' }).click();
  await expect
    .poll(() => labels.labels())
    .toEqual(['Entity', 'Claim', 'Quote', 'Person', 'Organisation', 'Location', 'Miscellaneous']);
  await labels.openFile(file);
  await expect(labels.dialog).toContainText('nothing would change');
});
