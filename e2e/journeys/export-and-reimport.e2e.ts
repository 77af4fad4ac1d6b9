import { type Browser } from '@playwright/test';
import { AnnotatePage } from '../screens/annotate-page.ts';
import { ExportPage } from '../screens/export-page.ts';
import { ImportPage } from '../screens/import-page.ts';
import { LibraryPage } from '../screens/library-page.ts';
import { expect, test } from '../test.ts';

const FLOOD = 'Teld passes the 1889 mark at Mossford Bridge';

/** Another browser with an empty database and one annotator, who has the flood article open. */
async function newcomer(browser: Browser, baseURL: string | undefined, name: string) {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const screens = {
    annotate: new AnnotatePage(page),
    importing: new ImportPage(page),
    exporting: new ExportPage(page),
    library: new LibraryPage(page),
  };
  await screens.library.open();
  await screens.library.openArticle(FLOOD);
  await screens.annotate.giveName(name);
  return { page, ...screens, close: () => context.close() };
}

function asFile(json: string, name = 'project.spanmark.json') {
  return { name, mimeType: 'application/json', buffer: Buffer.from(json) };
}

test('another annotator’s bundle adds their layer, never touches yours, and a second time changes nothing', async ({
  browser,
  baseURL,
}) => {
  const ada = await newcomer(browser, baseURL, 'Ada');
  await ada.annotate.clickOn('Ilse Tarrant');
  await ada.page.keyboard.press('1');
  await ada.annotate.expectSaved();
  const adas = await ada.exporting.downloadAll();

  const bo = await newcomer(browser, baseURL, 'Bo');
  await bo.annotate.clickOn('No deaths were reported');
  await bo.page.keyboard.press('2');
  await bo.annotate.expectSaved();
  const own = await bo.annotate.listed();
  await bo.importing.choose(asFile(adas));
  await expect(bo.importing.files).toContainText('with annotations by Ada');
  await expect(bo.importing.files).toContainText('0 new, 14 here already');
  await bo.importing.import();
  const merged = await bo.exporting.downloadAll();

  await bo.importing.choose(asFile(adas));
  await expect(bo.importing.files).toContainText('All of it is here already');
  await expect(bo.importing.importButton).toHaveCount(0);
  expect(await bo.exporting.downloadAll()).toBe(merged);

  await bo.library.open();
  await expect(bo.library.row(FLOOD)).toContainText('Ada');
  await bo.library.openArticle(FLOOD);
  expect(await bo.annotate.listed()).toEqual(own);
  await bo.page.getByRole('combobox', { name: 'Annotations of' }).selectOption({ label: 'Ada · 1 span' });
  await expect(bo.annotate.spans.first()).toContainText('Mayor Ilse Tarrant');
  await expect(bo.annotate.label('Entity')).toBeDisabled();
  await bo.page.keyboard.press('3');
  await expect(bo.annotate.spans).toHaveCount(1);

  // Back to Ada: her layer is hers, Bo's comes in beside it.
  await ada.importing.choose(asFile(merged));
  await ada.importing.import();
  expect(await ada.exporting.downloadAll()).toBe(merged);
  await ada.close();
  await bo.close();
});

test('one article or chosen ones are exported, and only the chosen annotator’s layers', async ({
  page,
  browser,
  baseURL,
}) => {
  void page;
  const ada = await newcomer(browser, baseURL, 'Ada');
  await ada.page.keyboard.press('1');
  await ada.annotate.expectSaved();
  await ada.page.goto('#/export');
  await ada.page.getByRole('checkbox', { name: 'All 14 articles' }).uncheck();
  await expect(ada.page.getByText('Tick at least one article.')).toBeVisible();
  await ada.page.getByRole('checkbox', { name: FLOOD }).check();
  const one = await ada.exporting.download();
  expect(one.name).toBe('teld-passes-the-1889-mark-at-mossford-bridge.spanmark.json');
  expect(JSON.parse(one.json)).toMatchObject({
    articles: [{ title: FLOOD }],
    layers: [{ status: 'in-progress' }],
    annotators: [{ name: 'Ada' }],
  });
  await ada.page.getByRole('checkbox', { name: /museum/ }).check();
  const two = await ada.exporting.download();
  expect(two.name).toBe('my-project.spanmark.json');
  expect(JSON.parse(two.json)).toMatchObject({ articles: [{}, {}], layers: [{}] });
  await ada.close();
});
