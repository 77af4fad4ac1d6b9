import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, expectNoViolations, test } from '../test.ts';

const FILES = 'e2e/files';
const DAM = 'The ledger from the drowned valley';

test('a PDF in two columns comes in as it is read, with what was left out, and its pages are kept', async ({
  page,
  library,
  importing,
  annotate,
}) => {
  await importing.choose(`${FILES}/pdf/two-columns-chromium.pdf`);
  const file = importing.files.first();
  await expect(file).toContainText(DAM);
  await file.locator('summary').click();
  await expect(file).toContainText('lines that the pages repeat at their top or bottom were left out');
  await expectNoViolations(page);
  await importing.import();
  await library.open();
  await expect(library.row(DAM)).toHaveCount(2);
  await library.row(DAM).filter({ hasText: 'two-columns-chromium.pdf' }).getByRole('link').first().click();
  const text = await annotate.text();
  expect(text).toContain('it encloses, as everyone in the district was told for half a century, nothing at all.');
  expect(text).not.toContain('The Harbour Gazette');
});

test('the columns of a table are guessed, and changed by keyboard, before its articles come in', async ({
  page,
  library,
  importing,
}) => {
  await importing.choose(`${FILES}/table/articles-libreoffice.csv`);
  const file = importing.files.first();
  await expect(file).toContainText('4 rows with 3 articles: 3 new, 0 here already.');
  const column = (field: string) => file.getByLabel(field, { exact: true });
  await expect(column('Text')).toHaveValue('4');
  await expect(column('Title')).toHaveValue('0');
  await expect(column('Source')).toHaveValue('1');
  await expect(column('Date')).toHaveValue('2');
  await expect(column('Language')).toHaveValue('3');
  await expect(column('Author')).toHaveValue('');
  await expectNoViolations(page);
  await column('Author').focus();
  await page.keyboard.type('Outlet');
  await expect(column('Author')).toHaveValue('1');
  await expect(page.getByText('Reading again …')).toBeHidden();
  await file.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(file).toContainText('row 4');
  await expect(file).toContainText('the row has no text: left out');
  // Without a header its first row is an article, too, and the columns have other names.
  await file.getByRole('checkbox', { name: 'The first row names the columns' }).focus();
  await page.keyboard.press('Space');
  await expect(file).toContainText('5 rows with 4 articles');
  await page.keyboard.press('Space');
  await expect(file).toContainText('4 rows with 3 articles');
  await importing.import();
  await expect(page.getByText('1 file imported. 3 articles have come in.')).toBeVisible();
  await library.open();
  await expect(library.row('Pellworth brings back the tram by three votes')).toHaveCount(2);
  await importing.choose(`${FILES}/table/articles-libreoffice.csv`);
  await expect(importing.files.first()).toContainText('All of them are here already');
  // There is nothing to be chosen.
  const ticks = importing.files.getByRole('checkbox', { name: /^Import/ });
  await expect(ticks).toHaveCount(0);
  // One by one each can be read, changed and left out like any other article.
  await page.getByRole('button', { name: 'Read and change the articles one by one' }).focus();
  await page.keyboard.press('Enter');
  await expect(importing.files).toHaveCount(3);
  await expect(importing.files.first()).toContainText('articles-libreoffice.csv · row 2');
  await importing.change('Pellworth brings back the tram by three votes');
  await importing.field('Text').fill('Another text.');
  await importing.field('Text').blur();
  await expect(ticks).toHaveCount(1);
  await expectNoViolations(page);
  await importing.import();
  await expect(page.getByText('1 file imported.')).toBeVisible();
});

test('an archive gives an article for each file; archives in it and PDFs that are locked or pictures are refused in words', async ({
  library,
  importing,
}) => {
  const archive = zipSync({
    'news/dam.pdf': readFileSync(`${FILES}/pdf/notes-libreoffice.pdf`),
    'news/rain.txt': strToU8('Rain at last\n\nIt rained.'),
    'news/table.jsonl': strToU8('{"headline":"Snow again","body":"It snowed all day."}\n'),
    'news/page.html': strToU8(
      '<!doctype html><title>Hail</title><article><h1>Hail</h1><p>It hailed on the hall for an hour.</p></article>',
    ),
    'old/more.zip': zipSync({ 'a.txt': strToU8('a') }),
  });
  await importing.choose({ name: 'all.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) });
  await expect(importing.files).toHaveCount(4);
  const all = importing.files.locator('..');
  await expect(all).toContainText('news/page.html');
  await expect(all).toContainText('1 problem with other files of the archive or folder');
  for (const summary of await all.locator('summary').all()) await summary.click();
  await expect(all).toContainText('an archive inside is not opened: unpack it first');
  await importing.import();
  await library.open();
  for (const title of ['Rain at last', 'Snow again', 'Hail']) await expect(library.row(title)).toHaveCount(1);
  // A seed article has the same title.
  await expect(library.row(DAM)).toHaveCount(2);

  // Locked with a password, and without a text.
  await importing.choose(`${FILES}/pdf/locked-libreoffice.pdf`, `${FILES}/pdf/picture-chromium.pdf`);
  await expect(importing.files.nth(0)).toContainText(/locked with a password/);
  await expect(importing.files.nth(1)).toContainText(/its pages are pictures/);
});
