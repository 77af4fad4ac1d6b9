import { type Browser, type Page } from '@playwright/test';
import { AnnotatePage } from '../screens/annotate-page.ts';
import { ExportPage } from '../screens/export-page.ts';
import { ImportPage } from '../screens/import-page.ts';
import { LibraryPage } from '../screens/library-page.ts';
import { smallProject } from '../small-project.ts';
import { expect, expectNoViolations, test } from '../test.ts';

/** Ada at one of her browsers, with the harbour article of a file that both got open. */
async function ada(page: Page) {
  const screens = {
    annotate: new AnnotatePage(page),
    importing: new ImportPage(page),
    exporting: new ExportPage(page),
    library: new LibraryPage(page),
  };
  await screens.importing.choose(asFile(smallProject()));
  await screens.importing.import();
  await page.goto('#/settings');
  await page.getByLabel('Annotate as').selectOption({ label: 'Ada' });
  await screens.library.open();
  await screens.library.openArticle(/Harbour/);
  await expect(screens.annotate.spans).toHaveCount(6);
  return { page, ...screens };
}

type Device = Awaited<ReturnType<typeof ada>>;

async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Device> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 1440, height: 900 } });
  return ada(await context.newPage());
}

/** Presses a key on the span that is listed so, and waits until what it does is saved. */
async function press({ annotate, page }: Device, key: string, span: string): Promise<void> {
  await annotate.spans
    .nth((await annotate.listed()).indexOf(span))
    .getByRole('button')
    .click();
  await page.keyboard.press(key);
  await expect.poll(() => annotate.listed()).not.toContain(span);
  await annotate.expectSaved();
}

/** Puts a label on the words. */
async function tag({ annotate, page }: Device, words: string, key: string): Promise<void> {
  await annotate.clickOn(words);
  await page.keyboard.press(key);
  await annotate.expectSaved();
}

/** Everything with every edit, as a file for the other device. */
async function exported({ exporting, page }: Device): Promise<string> {
  await exporting.open();
  await page.getByRole('checkbox', { name: /Include every edit/ }).check();
  return (await exporting.download()).json;
}

function asFile(json: string) {
  return { name: 'ada.spanmark.json', mimeType: 'application/json', buffer: Buffer.from(json) };
}

function spansIn(json: string): string {
  const { layers } = JSON.parse(json) as { layers: readonly { readonly spans: unknown; readonly links: unknown }[] };
  return JSON.stringify(layers.map(({ spans, links }) => [spans, links]));
}

async function reopen({ library, annotate }: Device, spans: number): Promise<void> {
  await library.open();
  await library.openArticle(/Harbour/);
  await expect(annotate.spans).toHaveCount(spans);
}

test('one annotator’s work in two browsers is put together: nothing is lost, and what conflicts is asked', async ({
  page,
  browser,
  baseURL,
}) => {
  const here = await ada(page);
  const there = await elsewhere(browser, baseURL);
  const both = await here.annotate.listed();

  // Here: a new name, and Bo Li is a claim.
  await tag(here, 'Café Union', '1');
  await press(here, '2', 'Entity: Bo Li');
  const ours = await here.annotate.listed();
  // Elsewhere: another new name, the claim is gone, and Bo Li is a quote.
  await tag(there, 'harbour', '1');
  await press(there, 'Delete', 'Claim: Lee promised two hundred jobs.');
  await press(there, '3', 'Entity: Bo Li');
  const theirs = await there.annotate.listed();
  const [made] = ours.filter((span) => !both.includes(span) && span !== 'Claim: Bo Li');
  expect([ours.length, theirs.length]).toEqual([7, 6]);
  expect([ours.includes('Claim: Bo Li'), theirs.includes('Quote: Bo Li')]).toEqual([true, true]);

  await here.importing.choose(asFile(await exported(there)));
  const file = here.importing.files.first();
  await expect(file).toContainText('1 edited here and elsewhere: put together');
  await expect(file).toContainText('2 changes made elsewhere are added; 1 conflicts with what was done here.');
  const conflict = page.getByRole('group', { name: 'Conflict 1' });
  await expect(conflict.getByRole('radio', { name: /Keep what is here/ })).toBeChecked();
  await expect(conflict).toContainText('Claim');
  await expect(conflict).toContainText('Quote');
  await expectNoViolations(page);
  // By keys alone, from the choice of the format on: the file's tick, the choice of a side, then the button.
  await here.importing.formatOf(file).focus();
  await page.keyboard.press('Tab');
  await expect(file.getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(conflict.getByRole('radio', { name: /Take what the file has/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(here.importing.importButton).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 file imported')).toBeVisible();

  await reopen(here, 7);
  const together = await here.annotate.listed();
  expect(together.toSorted()).toEqual([...theirs, made!].toSorted());
  // One action, so one undo takes it back, and one more key brings it again.
  await here.annotate.article.press('Control+z');
  await expect.poll(() => here.annotate.listed()).toEqual(ours);
  await here.annotate.article.press('Control+Shift+z');
  await expect.poll(() => here.annotate.listed()).toEqual(together);
  await here.annotate.expectSaved();
  await page.reload();
  await expect(here.annotate.spans).toHaveCount(7);
  expect(await here.annotate.listed()).toEqual(together);

  // Back to the other browser, where nothing has to be asked any more.
  const ourFile = await exported(here);
  await there.importing.choose(asFile(ourFile));
  await expect(there.importing.files.first()).toContainText('nothing conflicts with what was done here');
  await there.importing.import();
  const theirFile = await exported(there);
  expect(spansIn(theirFile)).toBe(spansIn(ourFile));

  // Both know it now: the same files bring nothing new.
  await there.importing.choose(asFile(ourFile));
  await expect(there.importing.files.first()).toContainText('All of it is here already');
  await here.importing.choose(asFile(theirFile));
  await expect(here.importing.files.first()).toContainText('All of it is here already');
  await there.page.context().close();
});

test('a file without edits changes nothing of what was edited here, and says how both could be put together', async ({
  page,
  browser,
  baseURL,
}) => {
  const here = await ada(page);
  const there = await elsewhere(browser, baseURL);
  await tag(here, 'Café Union', '1');
  const ours = await here.annotate.listed();
  await tag(there, 'harbour', '1');
  await here.importing.choose(asFile(await there.exporting.downloadAll()));
  await expect(here.importing.files.first()).toContainText('export it there again with “Include every edit”');
  await expect(here.importing.importButton).toHaveCount(0);
  await reopen(here, 7);
  expect(await here.annotate.listed()).toEqual(ours);
  await there.page.context().close();
});
