import { type Page } from '@playwright/test';
import { ReadingPanel } from '../screens/reading-panel.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const FLOOD = /Mossford/;

test.beforeEach(async ({ library, annotate }) => {
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Ada');
});

test('the look of texts is changed by keyboard beside the text, kept, and also in another tab', async ({
  page,
  context,
  annotate,
}) => {
  const panel = new ReadingPanel(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('article')).toBeVisible();

  await page.keyboard.press('Alt+r');
  await expect(panel.size).toBeFocused();
  await expectNoViolations(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => textStyle(page)).toMatchObject({ fontSize: '20px' });
  await panel.lines.press('End');
  await panel.width.press('Home');
  await panel.font.selectOption('Lexend, for dyslexic readers');
  await panel.colours.selectOption('Dark');
  const chosen = { fontSize: '20px', lineHeight: '52px', isLexend: true, scheme: 'dark' };
  await expect.poll(() => textStyle(page)).toEqual(chosen);
  await expect.poll(() => page.evaluate(() => document.fonts.check('20px "Lexend Variable"', 'abc'))).toBe(true);
  await expect.poll(() => textStyle(other)).toEqual(chosen);

  await page.keyboard.press('Escape');
  await expect(panel.dialog).toBeHidden();
  await expect(annotate.article).toBeFocused();
  await page.reload();
  await expect(annotate.article).toBeVisible();
  await expect.poll(() => textStyle(page)).toEqual(chosen);
  await page.goto('#/settings');
  await expect(page.getByRole('slider', { name: 'Text size' })).toHaveValue('20');
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect.poll(() => scheme(page)).toBe('light dark');
  // The palette has it, too.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('text size');
  await page.keyboard.press('Enter');
  await expect(panel.size).toBeFocused();
  // It goes away with the screen that it was asked for on.
  await page.goto('#/library');
  await expect(panel.dialog).toBeHidden();
});

test('printed, in forced colours, with more contrast and in the dark, texts and spans can be told', async ({
  page,
  annotate,
}) => {
  // A printed article has its head, a legend, the whole text and the list of its spans.
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await annotate.expectSaved();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.getByText('Annotated by Ada')).toBeVisible();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('Ilse Tarrant');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('toolbar', { name: 'Labels' })).toBeHidden();
  expect(await page.locator('[data-number]').evaluateAll((pieces) => pieces.map((each) => each.textContent))).toEqual([
    'Mayor Ilse Tarrant',
  ]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByRole('table')).toBeHidden();
  await expect(page.locator('[data-number]')).toHaveCount(0);

  // In forced colours labels, borders and the current item can be told.
  await page.emulateMedia({ forcedColors: 'active' });
  await annotate.clickOn('I have walked past');
  await page.keyboard.press('3');
  await page.keyboard.press('2');
  await annotate.expectSaved();
  const lines = await page.evaluate(() => {
    const pieces = [...document.querySelectorAll<HTMLElement>('[data-text] [data-span]')];
    return [
      ...new Set(
        pieces.map((piece) => {
          const { borderTopStyle, borderBottomStyle, borderBottomWidth, borderLeftWidth } = getComputedStyle(piece);
          return `${borderTopStyle} ${borderBottomStyle} ${borderBottomWidth} ${Number.parseFloat(borderLeftWidth) > 1}`;
        }),
      ),
    ];
  });
  expect(lines.length).toBeGreaterThanOrEqual(3);
  const edges = await annotate.button('Mark as done').evaluate((button) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(button);
    return { borderTopStyle, borderTopWidth };
  });
  expect(edges).toEqual({ borderTopStyle: 'solid', borderTopWidth: '1px' });
  await page.emulateMedia({ forcedColors: 'none' });

  // Who wishes more contrast from the system has it, and so has who chooses it.
  const panel = new ReadingPanel(page);
  const ink = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color);
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(ink).toBe('rgb(0, 0, 0)');
  await expectNoViolations(page);
  await page.emulateMedia({ contrast: 'no-preference' });
  await expect.poll(ink).not.toBe('rgb(0, 0, 0)');
  await panel.open();
  await panel.colours.selectOption('High contrast');
  await expect.poll(ink).toBe('rgb(0, 0, 0)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ink).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Escape');

  // A page in the dark is dark before anything is drawn.
  await panel.open();
  await panel.colours.selectOption('Dark');
  await expect.poll(() => scheme(page)).toBe('dark');
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      sessionStorage.setItem('first', getComputedStyle(document.documentElement).colorScheme);
    });
  });
  // The scripts that draw come too late to help.
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    await route.continue();
  });
  await page.reload();
  await expect(page.locator('article')).toBeVisible();
  expect(
    await page.evaluate(() => [document.documentElement.dataset['theme'], sessionStorage.getItem('first')]),
  ).toEqual(['dark', 'dark']);
});

test('in a right-to-left article the arrows select in the direction of reading, and lists keep its words apart', async ({
  page,
  library,
  annotate,
}) => {
  await library.open();
  await library.openArticle(/سيدي/);
  await expect(annotate.article).toBeFocused();
  const text = await annotate.text();
  const start = text.search(/\S/);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('1');
  await annotate.expectSaved();
  const [listed] = await annotate.listed();
  expect(listed).toBe(`Entity: ${/^\S+/.exec(text.slice(start))![0].replace(/[،,.]$/, '')}`);
  const words = annotate.spans.first().locator('[lang="ar"]').first();
  await expect(words).toHaveAttribute('dir', 'rtl');
  await expect(words).toHaveCSS('unicode-bidi', 'isolate');
});

function textStyle(page: Page) {
  return page.evaluate(() => {
    const { fontSize, lineHeight, fontFamily, colorScheme } = getComputedStyle(document.querySelector('[data-text]')!);
    return { fontSize, lineHeight, isLexend: fontFamily.startsWith('"Lexend'), scheme: colorScheme };
  });
}

function scheme(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
}
