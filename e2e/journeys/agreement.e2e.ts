import { readFile } from 'node:fs/promises';
import { TRAM_TITLE } from '../review-project.ts';
import { expect, expectNoViolations, test } from '../test.ts';
import { importTram } from '../tram-review.ts';

test('three people’s bundles are compared, a cell leads by keyboard to its group in review, and the report is saved', async ({
  page,
  importing,
  agreement,
  reviewing,
}) => {
  await importTram(importing);
  await agreement.open();
  await expect(page.getByText('3 annotators on 1 article with 31 spans.')).toBeVisible();
  await expect(page.getByText('With 1 article there are no intervals')).toBeVisible();
  for (const name of ['Span F1, strict', 'Span F1, partial', 'γ', 'uα']) {
    await expect(agreement.figure(name)).toContainText(/0\.\d\d/);
  }
  await expect(agreement.cell('Labels for the same thing', 'Entity and Claim')).toHaveText('2');
  await expectNoViolations(page);

  const cell = agreement.cell('Labels for the same thing', 'Claim and Entity');
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(agreement.cases).toHaveCount(2);
  await expect(agreement.cases.first()).toContainText('31.8 percent');
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  const link = agreement.cases.first().getByRole('link', { name: TRAM_TITLE });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(reviewing.card).toContainText('31.8 percent');

  await page.goBack();
  const [html, json, picture] = [
    await agreement.save('Save the report'),
    await agreement.save('Everything (JSON)'),
    await agreement.save('PNG: save a picture of the pairs'),
  ];
  expect(html.suggestedFilename()).toMatch(/\.agreement\.html$/);
  expect(await readFile(await html.path(), 'utf8')).toContain('Agreement of 3 annotators on 1 article with 31 spans');
  expect(JSON.parse(await readFile(await json.path(), 'utf8'))).toMatchObject({ counts: { articles: 1, spans: 31 } });
  expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG');
});

test('with nobody to compare it says what to do; the settings leave somebody out, and are told with the figures', async ({
  page,
  importing,
  agreement,
}) => {
  await agreement.open();
  await expect(page.getByText('Nobody has annotated an article yet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Import annotations' })).toBeVisible();
  await expectNoViolations(page);
  await importTram(importing);
  await agreement.open();
  await agreement.settings.click();
  await agreement.dialog.getByLabel('Cy Dahl').uncheck();
  await agreement.dialog.getByLabel('Bo Chen').uncheck();
  await expect(agreement.dialog).toContainText('Choose at least two');
  await expect(agreement.dialog.getByRole('button', { name: 'Compute' })).toBeDisabled();
  await agreement.dialog.getByLabel('Bo Chen').check();
  await agreement.dialog.getByLabel('γ, which takes most of the time').uncheck();
  await agreement.dialog.getByRole('button', { name: 'Compute' }).click();
  await expect(page.getByText(/^2 annotators on 1 article/)).toBeVisible();
  await expect(page.getByText('Ann Bell, Bo Chen', { exact: true })).toBeVisible();
  await expect(agreement.figure('γ')).toHaveCount(0);
  await expectNoViolations(page);
});
