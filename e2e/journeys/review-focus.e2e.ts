import { expect, test } from '../test.ts';
import { expectTram, importTram } from '../tram-review.ts';

test('F6 goes to each part of the screen, and from each the keys go on or Esc goes back to the text', async ({
  page,
  importing,
  reviewing,
}) => {
  await importTram(importing);
  await reviewing.openQueue();
  await expect(page.locator('#main')).toBeFocused();
  for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);
  await expectTram(reviewing);
  await expect(reviewing.article).toBeFocused();
  await page.keyboard.press('F6');
  await expect(reviewing.proposals.first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(reviewing.card).toContainText('4 of 12');
  await page.keyboard.press('F6');
  await expect(page.getByRole('checkbox', { name: 'Open only' })).toBeFocused();
  await page.keyboard.press('k');
  await expect(reviewing.card).toContainText('3 of 12');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Open only' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(reviewing.article).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('combobox', { name: 'Show in the text' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reviewing.article).toBeFocused();

  await page.keyboard.press('t');
  await page.keyboard.type('Is a title part of a name?');
  for (const key of ['Tab', 'Space', 'Tab', 'Enter']) await page.keyboard.press(key);
  await expect(reviewing.card.locator('[data-thread]')).toContainText('Is a title part of a name?');
  await page.keyboard.press('Escape');
  await expect(reviewing.article).toBeFocused();
});
