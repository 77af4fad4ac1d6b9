import { expect, expectNoViolations, test } from '../test.ts';

test('the library has no violations', async ({ page, library }) => {
  await library.open();
  await expectNoViolations(page);
  await page.getByRole('searchbox', { name: 'Search articles' }).fill('nothing like it');
  await expect(page.getByText('No article matches.')).toBeVisible();
  await expectNoViolations(page);
});

test('the annotate screen has no violations, empty, asking, tagged and selecting', async ({
  page,
  library,
  annotate,
}) => {
  await library.open();
  await library.openArticle(/Mossford/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page);
  await annotate.giveName('Ada');
  await expectNoViolations(page);
  await annotate.clickOn('I have walked past');
  await page.keyboard.press('3');
  await page.keyboard.press('2');
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await annotate.expectSaved();
  await expectNoViolations(page);
  await annotate.selectWords('No deaths were reported');
  await expectNoViolations(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectNoViolations(page);
});

test('a right-to-left article has no violations', async ({ page, library, annotate }) => {
  await library.open();
  await library.openArticle(/سيدي/);
  await annotate.giveName('Ada');
  await page.keyboard.press('1');
  await expectNoViolations(page);
});

test('the import screen has no violations, before and after files', async ({ page, importing }) => {
  await page.goto('#/import');
  await expectNoViolations(page);
  await importing.choose(
    { name: 'good.txt', mimeType: 'text/plain', buffer: Buffer.from('A council met.\nIt voted.') },
    { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('[]') },
  );
  await expectNoViolations(page);
  await importing.import();
  await expectNoViolations(page);
});

test('the export and settings screens have no violations', async ({ page }) => {
  await page.goto('#/export');
  await expect(page.getByRole('button', { name: 'Download' })).toBeVisible();
  await expectNoViolations(page);
  await page.goto('#/settings');
  await expect(page.getByRole('heading', { name: 'Annotator' })).toBeVisible();
  await expectNoViolations(page);
  await page.goto('#/annotate/deadbeef');
  await expect(page.getByRole('heading', { name: 'This article cannot be opened' })).toBeVisible();
  await expectNoViolations(page);
  await page.goto('#/nothing-here');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expectNoViolations(page);
});

test('a phone’s screen has no violations and its labels and spans are in reach', async ({
  page,
  library,
  annotate,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await library.open();
  await expectNoViolations(page);
  await library.openArticle(/Mossford/);
  await annotate.giveName('Ada');
  await annotate.clickOn('Ilse Tarrant');
  await annotate.label('Entity').click();
  await annotate.button('Show spans').click();
  await expect(annotate.spans.first()).toContainText('Ilse Tarrant');
  await expectNoViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
