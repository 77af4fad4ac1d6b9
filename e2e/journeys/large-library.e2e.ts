import { largeProject } from '../large-project.ts';
import { expect, expectNoViolations, test } from '../test.ts';

/** Those of the bundle and of the seeds together are more than are ever drawn at once. */
const MANY = 2000;

test(`a library of ${MANY} articles is walked through, searched, worked in and exported`, async ({
  page,
  library,
  importing,
  annotate,
  statistics,
}) => {
  await importing.choose({
    name: 'large.spanmark.json',
    mimeType: 'application/json',
    buffer: Buffer.from(largeProject(MANY)),
  });
  await importing.import();
  await library.open();
  await expect(page.getByText(/2,\d\d\d articles, 0 of them done by you\./)).toBeVisible();
  await page.reload();
  const all = await library.count();
  expect(all).toBeGreaterThanOrEqual(MANY);
  expect(await library.rowsInPage()).toBeLessThan(100);
  await expectNoViolations(page);

  // Those that came in together are in the order of their titles.
  await test.step('the end is reached by scrolling', async () => {
    await library.scrollToEnd();
    await expect(library.row('Report 999')).toBeVisible();
    await expect(library.table.locator('tbody tr').last()).toHaveAttribute('aria-rowindex', String(all + 1));
    expect(await library.rowsInPage()).toBeLessThan(100);
    await expectNoViolations(page);
  });

  await test.step('what is taken out far down goes and comes back under the focus', async () => {
    await page.getByRole('button', { name: 'Take out: Report 999', exact: true }).click();
    const back = page.getByRole('button', { name: 'Put back: Report 999', exact: true });
    await expect(back).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Take out: Report 999', exact: true })).toBeFocused();
  });

  await test.step('an article is found and opened, and stands in sight beside the text', async () => {
    await page.getByRole('searchbox', { name: 'Search articles' }).fill('report 1500');
    await library.openArticle('Report 1500');
    await annotate.giveName('Cy');
    const beside = page.getByRole('navigation', { name: 'Articles' });
    await expect(beside.getByRole('link', { name: 'Report 1500' })).toBeInViewport();
    await expect(beside.getByRole('link', { name: 'Report 1500' })).toHaveAttribute('aria-current', 'page');
    expect(await beside.getByRole('link').count()).toBeLessThan(100);
    await expectNoViolations(page);
    await annotate.clickOn('Rome');
    await page.keyboard.press('1');
    await annotate.expectSaved();
    await expect(beside.getByRole('link', { name: 'Report 1500' })).toContainText('1 span');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('document', { name: 'Report 1501' })).toBeVisible();
  });

  await test.step('every article is counted and can be chosen for export', async () => {
    await statistics.open();
    await expect(statistics.table('Progress').getByRole('row', { name: /not started/ })).toContainText(
      (all - 1).toLocaleString('en-GB'),
    );
    await page.goto('#/export');
    await expect(page.getByText(`All ${all.toLocaleString('en-GB')} articles`)).toBeVisible();
    expect(await page.getByRole('checkbox').count()).toBeLessThan(100);
    await expectNoViolations(page);
  });
});
