import { LONG, longProject } from '../long-project.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const SPANS = LONG.paragraphs * LONG.spansInEach;

test.beforeEach(async ({ importing, library, page }) => {
  await importing.choose({
    name: 'long.spanmark.json',
    mimeType: 'application/json',
    buffer: Buffer.from(longProject()),
  });
  await importing.import();
  await library.open();
  await page.getByRole('searchbox', { name: 'Search articles' }).fill('long report');
});

test('an article of 1 MB with 10,500 spans of somebody else is read, found in and walked through', async ({
  page,
  library,
  annotate,
}) => {
  await library.openArticle('A long report');
  await annotate.giveName('Cy');
  await page.getByLabel('Annotations of').selectOption({ label: `Ada · ${SPANS.toLocaleString('en-GB')} spans` });
  await expect(page.getByRole('heading', { name: `In this article · ${SPANS}` })).toBeVisible();
  expect(await annotate.spans.count()).toBeLessThan(60);

  await test.step('what is far away is found by the browser, and painted when it is in sight', async () => {
    const found = await page.evaluate(() => {
      // Not in the standard, but in every browser: what Ctrl+F does.
      const { find } = window as unknown as { find: (words: string) => boolean };
      return find.call(window, 'in report 1234 that');
    });
    expect(found).toBe(true);
    expect(await page.evaluate(() => String(document.getSelection()))).toBe('in report 1234 that');
    await page.evaluate(() => {
      document.getSelection()!.removeAllRanges();
    });
    const here = page.locator('[data-paragraph]').filter({ hasText: 'report 1234 ' });
    await expect(here).toBeInViewport();
    await expect(here.locator('[data-span]').first()).toBeVisible();
    expect(await page.locator('[data-span]').count()).toBeLessThan(1500);
  });

  await test.step('everything is there to be selected', async () => {
    const length = await page.evaluate(() => {
      document.getSelection()!.selectAllChildren(document.querySelector('[data-text]')!);
      const { length: all } = String(document.getSelection());
      document.getSelection()!.removeAllRanges();
      return all;
    });
    expect(length).toBeGreaterThan(900_000);
  });

  await expectNoViolations(page);
});

test('an article of 1 MB is annotated by keyboard in its middle, and comes back after a reload', async ({
  page,
  library,
  annotate,
}) => {
  await library.openArticle('A long report');
  await annotate.giveName('Cy');
  await annotate.clickOn('report 750 ');
  await page.keyboard.press('2');
  await expect.poll(() => annotate.listed()).toEqual(['Claim: Ann Lee of Rome said in report 750 that taxes rose.']);
  await page.keyboard.press('.');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('3');
  await expect
    .poll(() => annotate.listed())
    .toEqual([
      'Claim: Ann Lee of Rome said in report 750 that taxes rose.',
      'Quote: “We met Bo Li in Oslo, and he paid,”',
    ]);
  await page.keyboard.press('Control+End');
  await expect(page.locator('[data-paragraph]').last()).toBeInViewport();
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('[data-paragraph]').filter({ hasText: 'report 750 ' })).toBeInViewport();
  await annotate.expectSaved();
  await page.reload();
  await expect.poll(() => annotate.listed()).toHaveLength(2);
});
