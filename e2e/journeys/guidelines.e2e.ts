import { AnnotatePage } from '../screens/annotate-page.ts';
import { GuidelinesPage } from '../screens/guidelines-page.ts';
import { ImportPage } from '../screens/import-page.ts';
import { LibraryPage } from '../screens/library-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const FLOOD = 'Teld passes the 1889 mark at Mossford Bridge';
const MARKDOWN = '# Names\n\n> of [people](https://example.org)\n\n- `Ann`\n\n```\ncode\n```';

test('guidelines are written, fed with spans, read with G, kept with their versions, and go with the file', async ({
  page,
  library,
  annotate,
  guidelines,
  exporting,
  browser,
  baseURL,
}) => {
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Ada');

  await guidelines.open();
  await guidelines.edit();
  await guidelines.text('In general').fill('Read **all** of it first.');
  await guidelines.text('Entity').fill('## Names\n\nof people and places');
  await expect(guidelines.preview('In general').locator('strong')).toHaveText('all');
  await expect(guidelines.preview('Entity').getByRole('heading', { name: 'Names', level: 4 })).toBeVisible();
  await annotate.expectSaved();
  await page.reload();
  await expect(guidelines.section('In general').locator('strong')).toHaveText('all');

  await library.open();
  await library.openArticle(FLOOD);
  await page.keyboard.press('g');
  await expect(guidelines.dialog.getByRole('tab', { name: 'In general', selected: true })).toBeVisible();
  await expect(guidelines.dialog).toContainText('Read all of it first.');
  await page.keyboard.press('Escape');
  await expect(guidelines.dialog).toBeHidden();
  await expect(page.getByRole('document', { name: FLOOD })).toBeFocused();

  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await guidelines.useAsExample('A good example', 'With her office.');
  await expect(annotate.notice).toHaveText('Added to the guideline of Entity as a good example.');
  await expect(annotate.button('Use as example')).toBeFocused();
  await annotate.clickOn('No deaths were reported');
  await page.keyboard.press('2');
  await guidelines.useAsExample('What not to do', '');
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('Shift+G');
  await expect(guidelines.dialog).toBeHidden();
  await page.keyboard.press('g');
  await expect(guidelines.dialog.getByRole('tab', { name: 'Entity', selected: true })).toBeVisible();
  await expect(guidelines.dialog).toContainText('Good example');
  await expect(guidelines.dialog.locator('mark')).toHaveText('Mayor Ilse Tarrant');
  await expect(guidelines.dialog).toContainText('With her office.');
  await guidelines.dialog.getByRole('tab', { name: 'Entity' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(guidelines.dialog.getByRole('tab', { name: 'Claim', selected: true })).toBeFocused();
  await expect(guidelines.dialog).toContainText('Not like this');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('document', { name: FLOOD })).toBeFocused();
  await annotate.button('Guidelines').click();
  await guidelines.dialog.getByRole('link', { name: 'All guidelines' }).click();

  await expect(guidelines.versions).toHaveCount(1);
  await guidelines.edit();
  await guidelines.examples('Entity').getByRole('button', { name: 'Remove example 1' }).click();
  await expect(guidelines.text('Entity')).toBeFocused();
  await expect(guidelines.versions).toHaveCount(2);
  await expect(guidelines.versions.first()).toContainText(/by Ada: \d+ words removed/);
  await guidelines.stopEditing();
  await page.getByRole('button', { name: 'Show version 1' }).click();
  await expect(guidelines.versions.last()).toContainText('With her office.');
  await page.getByRole('button', { name: 'Use this version again' }).click();
  await expect(guidelines.versions).toHaveCount(3);
  await expect(guidelines.examples('Entity')).toContainText(['With her office.']);
  await annotate.expectSaved();
  const json = await exporting.downloadAll();

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const elsewhere = await context.newPage();
  await new LibraryPage(elsewhere).open();
  const importing = new ImportPage(elsewhere);
  await importing.choose({ name: 'all.spanmark.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await importing.import();
  const brought = new GuidelinesPage(elsewhere);
  await brought.open();
  await expect(brought.section('In general').locator('strong')).toHaveText('all');
  await expect(brought.examples('Entity')).toContainText(['With her office.']);
  await expect(brought.versions).toHaveCount(3);
  await new LibraryPage(elsewhere).open();
  await new LibraryPage(elsewhere).openArticle(FLOOD);
  await new AnnotatePage(elsewhere).giveName('Bo');
  await elsewhere.keyboard.press('g');
  await expect(brought.dialog).toContainText('Read all of it first.');
  await context.close();
});

test('examples are commented, turned round, moved and taken out, and the focus goes along', async ({
  page,
  library,
  annotate,
  guidelines,
}) => {
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Ada');
  for (const words of ['Ilse Tarrant', 'Averland Hydrological', 'Noor Castellane']) {
    await annotate.clickOn(words);
    await page.keyboard.press('1');
    await guidelines.useAsExample('A good example', words);
  }
  await page.getByRole('button', { name: 'Use as example' }).click();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await annotate.expectSaved();
  await guidelines.open();
  await guidelines.edit();
  const examples = guidelines.examples('Entity');
  const comments = () =>
    examples.getByRole('textbox').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
  await page.getByRole('button', { name: 'Move example 1 down' }).click();
  await expect(page.getByRole('button', { name: 'Move example 2 down' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Move example 3 up' })).toBeFocused();
  expect(await comments()).toEqual(['Averland Hydrological', 'Noor Castellane', 'Ilse Tarrant']);
  await page.getByRole('textbox', { name: 'Comment on example 2' }).fill('A chief');
  await page.getByRole('button', { name: 'Example 2: show it as what not to do' }).click();
  await expect(examples.nth(1)).toContainText('Not like this');
  await page.getByRole('button', { name: 'Remove example 3' }).click();
  await expect(page.getByRole('button', { name: 'Remove example 2' })).toBeFocused();
  await annotate.expectSaved();
  await page.reload();
  await expect(examples).toHaveCount(2);
  await expect(examples.nth(1)).toContainText('Not like this');
  await expect(examples.nth(1)).toContainText('A chief');
  await library.open();
  await library.openArticle(FLOOD);
  await page.keyboard.press('g');
  await guidelines.dialog.getByRole('tab', { name: 'Entity' }).click();
  await expect(guidelines.dialog).toContainText('A chief');
  await expectNoViolations(page);
});

test('the guidelines screen keeps what is typed just before it is left, has no violations, and fits a phone', async ({
  page,
  library,
  guidelines,
}) => {
  await guidelines.open();
  await expectNoViolations(page);
  await guidelines.edit();
  await guidelines.text('Claim').fill('Checkable only.');
  await library.open();
  await guidelines.open();
  await expect(guidelines.section('Claim')).toContainText('Checkable only.');
  await page.reload();
  await expect(guidelines.section('Claim')).toContainText('Checkable only.');
  await guidelines.edit();
  await guidelines.text('Entity').fill(MARKDOWN);
  await expect(guidelines.preview('Entity').locator('pre')).toBeVisible();
  await expectNoViolations(page);
  await guidelines.stopEditing();
  await page.getByRole('button', { name: 'Show version 1' }).click();
  await expectNoViolations(page);

  // On a phone the preview is below the field and nothing is wider than the screen.
  await page.setViewportSize({ width: 390, height: 844 });
  await guidelines.edit();
  await guidelines.text('Quote').fill(`${'long'.repeat(60)}\n\n    ${'code '.repeat(60)}`);
  await expect(guidelines.preview('Quote').locator('pre')).toBeVisible();
  const [field, preview] = [
    await guidelines.text('Quote').boundingBox(),
    await guidelines.preview('Quote').boundingBox(),
  ];
  expect(preview!.y).toBeGreaterThan(field!.y + field!.height);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectNoViolations(page);
});
