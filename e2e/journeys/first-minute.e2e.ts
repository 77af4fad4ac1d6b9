import { type Page } from '@playwright/test';
import { rowsOnDisk } from '../disk.ts';
import { TRAM_TITLE } from '../review-project.ts';
import { expect, expectNoViolations, test } from '../test.ts';

/** The card of the tour. */
function tourOf(page: Page) {
  const card = page.getByRole('region', { name: 'Tour' });
  return {
    card,
    step: (name: string) => card.getByRole('heading', { name }),
    button: (name: string) => card.getByRole('button', { name }),
  };
}

test('a newcomer takes the tour by keyboard alone, makes three spans, and takes them back', async ({
  page,
  library,
  annotate,
}) => {
  await library.open();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Take the tour' }).focus();
  await page.keyboard.press('Enter');
  await annotate.giveName('Ada');
  const tour = tourOf(page);
  await expect(tour.step('Mark a name')).toBeVisible();
  await expect(tour.card.getByText('1 of 3')).toBeVisible();
  await expectNoViolations(page);
  // It has taken no focus, so that the first key goes to the text.
  await expect(annotate.article).toBeFocused();
  for (const [key, next] of [
    ['1', 'Mark a sentence that says something'],
    ['2', 'Mark what somebody says'],
    ['3', 'That is all there is to it'],
  ] as const) {
    await tour.button('Put the caret there').focus();
    await page.keyboard.press('Enter');
    await expect(annotate.article).toBeFocused();
    await page.keyboard.press(key);
    await expect(tour.step(next)).toBeVisible();
    // Each step is read out, after what was done.
    await expect(tour.card.locator('[aria-live="polite"]')).toContainText(next);
  }
  await expect(annotate.spans).toHaveCount(3);
  const labels = (await annotate.listed()).map((span) => span.split(':')[0]);
  expect(new Set(labels)).toEqual(new Set(['Claim', 'Entity', 'Quote']));
  await annotate.expectSaved();
  await expectNoViolations(page);
  await tour.button('Take these spans back').focus();
  await page.keyboard.press('Enter');
  await expect(annotate.spans).toHaveCount(0);
  await expect(tour.card).toBeHidden();
  await expect(annotate.article).toBeFocused();
  // They were real ones: one key brings the last of them back.
  await page.keyboard.press('Control+z');
  await expect(annotate.spans).toHaveCount(1);
  await page.goto('#/library');
  await expect(page.getByRole('heading', { name: 'New here?' })).toBeHidden();
});

test('a step waits for its label, can be skipped, and goes on after a reload and from Help', async ({
  page,
  library,
  annotate,
}) => {
  await library.open();
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await annotate.giveName('Ada');
  const tour = tourOf(page);
  await tour.button('Put the caret there').click();
  await page.keyboard.press('2');
  await expect(annotate.spans).toHaveCount(1);
  await expect(tour.step('Mark a name')).toBeVisible();
  await tour.button('Skip this step').click();
  await expect(tour.step('Mark a sentence that says something')).toBeVisible();
  await annotate.expectSaved();
  // How far the tour is belongs to no layer, and “Saved” says nothing of it.
  await expect.poll(() => keptStep(page)).toBe(1);
  await page.reload();
  await expect(tour.step('Mark a sentence that says something')).toBeVisible();
  await tour.button('End the tour').click();
  await expect(tour.card).toBeHidden();
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await expect(tour.step('Mark a sentence that says something')).toBeVisible();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('the tour names what to tap, and leaves the text and the labels in reach', async ({
    page,
    library,
    annotate,
  }) => {
    await library.open();
    await page.getByRole('button', { name: 'Take the tour' }).tap();
    await annotate.giveName('Ada');
    const tour = tourOf(page);
    // What is told to a screen reader says the same.
    const told = tour.card.locator('p:not(.visually-hidden)');
    await expect(told.filter({ hasText: /Tap a name.* then choose Entity among the labels\./ })).toBeVisible();
    await tour.button('Put the caret there').tap();
    await annotate.label('Entity').tap();
    await expect(tour.step('Mark a sentence that says something')).toBeVisible();
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide).toBeLessThanOrEqual(0);
  });
});

test('a text that is pasted on the library is annotated after six actions', async ({ page, library, annotate }) => {
  await library.open();
  // What Ctrl+V does: 1.
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Rain at last\n\n“It rained,” said Bo Li in Paris. Crops grew by 4%.\n');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: /^Import/ }).click(); // 2
  await expect(page.getByRole('link', { name: 'Annotate it' })).toBeFocused();
  await page.keyboard.press('Enter'); // 3
  await page.getByRole('dialog').getByLabel('Your name').waitFor();
  await page.keyboard.press('Escape'); // 4
  await annotate.clickOn('Bo Li'); // 5
  await page.keyboard.press('1'); // 6
  await expect(annotate.spans).toHaveCount(1);
  expect(await annotate.listed()).toEqual(['Entity: Bo Li']);
});

test('the sample project opens ready for review and agreement, and is deleted as a whole', async ({
  page,
  library,
  reviewing,
}) => {
  await library.open();
  await page.getByRole('button', { name: 'Try with a sample project' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/review$/);
  await expect(reviewing.row(TRAM_TITLE)).toBeVisible();
  await expectNoViolations(page);
  await reviewing.row(TRAM_TITLE).getByRole('link').click();
  await expect(reviewing.groups).toHaveCount(12);
  await page.goto('#/agreement');
  await expect(page.getByRole('heading', { name: /F1/ }).first()).toBeVisible();
  await page.goto('#/settings');
  await page.getByRole('button', { name: 'Delete Sample project' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Delete/ })
    .click();
  await expect(page).toHaveURL(/#\/library$/);
  await expect(page.getByRole('heading', { level: 1, name: 'My project' })).toBeVisible();
});

/** The step of the tour that is on the disk. */
async function keptStep(page: Page): Promise<number | undefined> {
  const [settings] = await rowsOnDisk<[{ readonly key: string; readonly value: { readonly step?: number } }]>(page, {
    table: 'settings',
  });
  return settings.find(({ key }) => key === 'tour')?.value.step;
}
