import { expect, test } from '../test.ts';

// Playwright’s `fill` sets a value in Firefox that React does not hear of: everything here is typed.
test('a name is given, words are tagged, a note is written, and all is there after a reload', async ({
  page,
  library,
  annotate,
}) => {
  await library.open();
  await library.openArticle(/Mossford/);
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await expect(annotate.spans).toHaveCount(1);
  await page.keyboard.press('n');
  await page.keyboard.type('Mayor since 2020');
  await page.keyboard.press('Escape');
  await annotate.clickOn('No deaths were');
  await page.keyboard.press('2');
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans).toHaveCount(2);
  await expect.poll(() => annotate.listed()).toContain('Entity: Mayor Ilse Tarrant');
  await page.keyboard.press('Control+z');
  await expect(annotate.spans).toHaveCount(1);
});
