import { type Page } from '@playwright/test';
import { expect, test } from '../test.ts';
import { expectTram, importTram, openTram } from '../tram-review.ts';

test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

test('on a phone the group that is settled stays above the card, and where one is stays in sight in the header', async ({
  page,
  importing,
  reviewing,
}) => {
  await importTram(importing);
  await openTram(reviewing);
  // As from a bookmark: what stands in the header beside the tabs comes after them.
  await page.reload();
  await expectTram(reviewing);
  const tabs = page.getByRole('navigation', { name: 'Main' });
  const current = tabs.getByRole('link', { name: 'Review' });
  await expect(current).toBeInViewport({ ratio: 1 });
  await expectGroupSeen(page);

  await test.step('when the card is lowered, others are gone to, and it is raised again', async () => {
    await page.getByRole('button', { name: 'Lower the card' }).tap();
    for (const place of ['4 of 12', '5 of 12', '6 of 12']) {
      await page.keyboard.press('j');
      await expect(reviewing.card).toContainText(place);
    }
    await page.getByRole('button', { name: 'Show the card' }).tap();
    await expectGroupSeen(page);
    await expect(reviewing.card.getByRole('heading')).toBeInViewport({ ratio: 1 });
  });

  await test.step('when the lines move apart for everybody’s spans', async () => {
    await page.keyboard.press('v');
    await expect(page.getByText('Rows from the top:')).toBeVisible();
    // Those below the lines are everybody's, of all groups.
    await expectGroupSeen(page, 'article [data-current]');
    for (const key of ['v', 'v', 'v']) await page.keyboard.press(key);
  });

  await test.step('when it has several lines with proposals below each', async () => {
    for (const place of ['7 of 12', '8 of 12']) {
      await page.keyboard.press('j');
      await expect(reviewing.card).toContainText(place);
    }
    await expectGroupSeen(page);
  });
});

test('on a phone the span that feedback is about is brought above what is said about it', async ({
  page,
  importing,
  reviewing,
  feedback,
}) => {
  await importTram(importing);
  await openTram(reviewing);
  await page.keyboard.press('Enter');
  await reviewing.expectSaved();
  await page.goto(page.url().replace('#/review/', '#/feedback/'));
  await expect(feedback.place).toContainText('1 place to look at');
  await page.keyboard.press('j');
  await expect(feedback.place).toContainText('1 of 1');
  const words = page.locator('[data-span]').getByText('Ruth Adeyemi', { exact: true });
  const panel = page.getByRole('complementary', { name: 'What became of your spans' });
  await expect
    .poll(async () => {
      const [of, over] = await Promise.all([words.boundingBox(), panel.boundingBox()]);
      return of !== null && over !== null && of.y > 0 && of.y + of.height < over.y;
    })
    .toBe(true);
});

/** All lines of the current group and what is drawn below them are between the header and the card. */
async function expectGroupSeen(page: Page, parts = 'article [data-current], article [data-tone]'): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate((drawn) => {
        const boxes = [...document.querySelectorAll(drawn)].map((each) => each.getBoundingClientRect());
        const card = document.querySelector('[data-sheet]')!.getBoundingClientRect();
        const header = document.querySelector('header')!.getBoundingClientRect();
        if (boxes.length === 0) return 'no group is drawn';
        return boxes.every(({ top, bottom }) => top >= header.bottom && bottom <= card.top) ? 'seen' : 'covered';
      }, parts),
    )
    .toBe('seen');
}
