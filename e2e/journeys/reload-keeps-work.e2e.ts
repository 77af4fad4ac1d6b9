import { expect, test } from '../test.ts';

const TRAM = 'Pellworth brings back the tram by three votes';
const EMOJI = 'A museum asks the world to choose a picture for “neighbor”';

test('what was tagged is there after a reload, and undo goes on where it stopped', async ({
  page,
  library,
  annotate,
}) => {
  await library.open();
  await library.openArticle(EMOJI);
  await annotate.giveName('Ada');
  await annotate.selectWords('👨‍👩‍👧‍👦');
  await page.keyboard.press('1');
  await annotate.clickOn('Nguyễn Thị Thuỳ Linh'.normalize('NFD'));
  await page.keyboard.press('1');
  await annotate.clickOn('On older telephones');
  await page.keyboard.press('2');
  await expect(annotate.spans).toHaveCount(3);
  const listed = await annotate.listed();
  expect(listed).toContain('Entity: 👨‍👩‍👧‍👦');
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans).toHaveCount(3);
  await expect.poll(() => annotate.listed()).toEqual(listed);
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('Control+z');
  await expect(annotate.spans).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(annotate.spans).toHaveCount(1);
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(annotate.spans).toHaveCount(2);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => annotate.listed()).toEqual(listed);
});

test('the library shows how far the work is, done articles stay done, and one that is taken out can be put back', async ({
  page,
  library,
  annotate,
}) => {
  await library.open();
  await library.openArticle(TRAM);
  await annotate.giveName('Ada');
  await page.keyboard.press('1');
  await expect(annotate.spans).toHaveCount(1);
  await annotate.button('Mark as done').click();
  await annotate.expectSaved();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  await expect(library.row(TRAM)).toContainText('done');
  await page.reload();
  await expect(library.row(TRAM)).toContainText('done');
  await expect(library.row(TRAM).getByRole('cell').nth(2)).toHaveText('1');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Annotate' }).click();
  await expect(page.getByRole('document', { name: TRAM })).toBeVisible();

  await library.open();
  await page.getByRole('button', { name: `Take out: ${TRAM}` }).click();
  await expect(library.row(TRAM)).toHaveCount(0);
  await page.reload();
  await expect(library.row(/museum/)).toHaveCount(1);
  await expect(library.row(TRAM)).toHaveCount(0);
  await page.getByText('1 article taken out').click();
  await page.getByRole('button', { name: `Put back: ${TRAM}` }).click();
  await expect(library.row(TRAM).getByRole('cell').nth(2)).toHaveText('1');
});

test('a link to a span opens its article with the span selected', async ({ page, library, annotate, context }) => {
  await library.open();
  await library.openArticle('The ledger from the drowned valley');
  await annotate.giveName('Ada');
  const text = await annotate.text();
  const last = text.trimEnd().split('\n').at(-1)!.slice(0, 40);
  await annotate.clickOn(last);
  await page.keyboard.press('2');
  await annotate.expectSaved();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await annotate.button('Copy link').click();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('#/library');
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Selected' })).toContainText(last.slice(0, 30));
  await expect(page.locator('[data-span]').first()).toBeInViewport();
});
