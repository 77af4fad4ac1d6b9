import { expect, expectNoViolations, test } from '../test.ts';

test('Help is a key or a click away, its sections have addresses, and all of it is one text that no screen cuts off', async ({
  page,
  library,
}) => {
  await library.open();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('link', { name: 'Help' }).click();
  await expect(page.getByRole('heading', { name: 'Help', level: 1 })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectNoViolations(page);
  for (const { name, heading } of [
    { name: 'What to mark', heading: 'What to mark' },
    { name: 'Glossary', heading: 'Glossary' },
  ]) {
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name }).press('Enter');
    await expect(page.getByRole('heading', { name: heading, level: 2 })).toBeFocused();
    await expect(page.getByRole('heading', { name: heading, level: 2 })).toBeInViewport();
  }
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Glossary', level: 2 })).toBeInViewport();
  const found = (words: string) =>
    page.evaluate((wanted) => Reflect.get(globalThis, 'find').call(globalThis, wanted), words);
  expect(await found('Label everywhere')).toBe(true);
  expect(await found('words that are nowhere')).toBe(false);

  // Its keys are those that the user chose.
  await page.goto('#/help/keys');
  const keys = page.getByRole('region', { name: 'Keys' });
  await expect(keys.getByText('Undo, also after a reload.')).toBeVisible();
  await expect(keys.locator('dt').filter({ hasText: 'Ctrl+Z' }).first()).toBeVisible();

  for (const width of [820, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide, `at ${width} pixels`).toBeLessThanOrEqual(0);
  }
});
