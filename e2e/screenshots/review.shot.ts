import { expect, test } from '../test.ts';
import { importTram, openTram } from '../tram-review.ts';

test('the picture of a review', async ({ page, importing, reviewing }) => {
  test.setTimeout(120_000);
  await importTram(importing);
  await openTram(reviewing);
  // Some are settled already, and the picture shows one on which nobody agrees.
  await page.keyboard.press('Alt+a');
  await expect(reviewing.dialog).toContainText('It would decide');
  await page.keyboard.press('Enter');
  await expect(reviewing.dialog).toBeHidden();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(reviewing.card).toContainText('Councillor Tom Bracken');
  await reviewing.expectSaved();
  await page.mouse.move(20, 700);
  await expect(page.locator('[data-notice] p:not(.visually-hidden)')).toHaveCount(0, { timeout: 10_000 });
  await page.screenshot({ path: 'e2e/screenshots/review-light.png' });
});
