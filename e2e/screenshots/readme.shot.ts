import { expect, test } from '../test.ts';

const FOLDER = 'e2e/screenshots';
const ARTICLE = /Washington warns/;

test('the pictures of the README', async ({ page, library, annotate }) => {
  test.setTimeout(120_000);
  await library.open();
  await library.openArticle(ARTICLE);
  await annotate.giveName('Ada');
  const tag = async (key: string, ...places: readonly string[]): Promise<void> => {
    for (const words of places) {
      await annotate.clickOn(words);
      await page.keyboard.press(key);
    }
  };
  await tag(
    '1',
    'Moscow and',
    'Pyongyang',
    'Vladimir Putin',
    'Kim Jong Un',
    'Vostochny',
    'State Department',
    'Matthew Miller',
  );
  await tag('2', 'It would be the Russian', 'Since winter, he told');
  await tag('3', 'great concern');
  await tag('2', 'described the partnership');
  await annotate.clickOn('A container is not');
  await page.keyboard.press('3');
  await annotate.clickOn('Some hold rockets');
  await page.keyboard.press('f');
  await tag('2', 'Some hold rockets');
  await tag('1', 'Ines Halvorsdam', 'Larkmere Institute');
  await annotate.expectSaved();
  await annotate.clickOn('great concern');
  await page.keyboard.press('Shift+D');
  await page.keyboard.press('l');
  await page.keyboard.type('Matthew');
  await page.keyboard.press('Enter');
  await expect(annotate.linkField).toBeHidden();
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await expect(page.locator('[data-notice] p:not(.visually-hidden)')).toHaveCount(0, { timeout: 10_000 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${FOLDER}/annotate-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('#/labels');
  await expect(page.getByRole('heading', { name: 'Labels', level: 1 })).toBeVisible();
  await page.mouse.move(20, 600);
  await page.screenshot({ path: `${FOLDER}/labels-light.png` });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('#/library');
  await expect(library.row(ARTICLE)).toContainText('in progress');
  for (const _ of ['ascending', 'descending']) await page.getByRole('button', { name: 'Your spans' }).click();
  await page.mouse.move(20, 600);
  await page.screenshot({ path: `${FOLDER}/library-dark.png` });
});
