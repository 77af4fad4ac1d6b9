import { largeReview } from '../large-project.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const MANY = 600;

test(`a queue of ${MANY} articles is walked through and narrowed by words of the title`, async ({
  page,
  importing,
  reviewing,
}) => {
  await importing.choose({
    name: 'large.spanmark.json',
    mimeType: 'application/json',
    buffer: Buffer.from(largeReview(MANY)),
  });
  await importing.import();
  await reviewing.openQueue();
  const rows = page.locator('[data-row]');
  const table = page.getByRole('table', { name: 'Queue' });
  await expect(table).toHaveAttribute('aria-rowcount', String(MANY + 1));
  // Those on which the two differ come first.
  await expect(rows.first()).toContainText('1 boundary');
  expect(await rows.count()).toBeLessThan(100);

  await test.step('the end is reached by scrolling, with few rows in the page at any time', async () => {
    await page.evaluate(async () => {
      const end = document.documentElement.scrollHeight;
      for (let at = 0; at < end; at += 3000) {
        scrollTo(0, at);
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
      }
      scrollTo(0, document.documentElement.scrollHeight);
    });
    await expect(page.locator(`[aria-rowindex="${MANY + 1}"]`)).toBeVisible();
    expect(await rows.count()).toBeLessThan(100);
  });

  await test.step('it is narrowed by words of the title, and by what the groups are', async () => {
    await page.getByRole('searchbox', { name: 'Title or source has' }).fill('report 15');
    await expect(rows).toHaveCount(11);
    await expectNoViolations(page);
    await page.getByRole('combobox', { name: 'Difference' }).selectOption('Boundary');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Report 151');
    await page.getByRole('searchbox').fill('');
    await expect(rows).toHaveCount(MANY / 10);
    await page.getByRole('combobox', { name: 'Difference' }).selectOption('Any');
  });
});
