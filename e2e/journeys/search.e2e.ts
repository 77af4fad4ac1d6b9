import { type Page } from '@playwright/test';
import { type ImportPage } from '../screens/import-page.ts';
import { smallProject } from '../small-project.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const FLOOD = 'Teld passes the 1889 mark at Mossford Bridge';

/** Brings in what Ada left, and goes on as her. */
async function beAda(page: Page, importing: ImportPage): Promise<void> {
  await importing.choose({
    name: 'small.spanmark.json',
    mimeType: 'application/json',
    buffer: Buffer.from(smallProject()),
  });
  await importing.import();
  await page.goto('#/settings');
  await page.getByLabel('Annotate as').selectOption({ label: 'Ada' });
}

test('words are found while they are typed, and a hit opens at its place', async ({
  page,
  library,
  annotate,
  searching,
}) => {
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Cy');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click();
  await searching.expectReady();
  // More hits than can be shown are counted, and said to be.
  await searching.field.fill('e');
  await expect(searching.results.getByRole('status')).toHaveText(/^\d,\d{3} hits in 13 articles$/);
  await expect(searching.results).toContainText('The first 200 are shown.');
  await expect(searching.hits).toHaveCount(200);
  await searching.field.fill('');
  await searching.field.pressSequentially('kestrel  WEIR');
  await searching.expectCount('1 hit in 1 article');
  expect(await searching.marked()).toEqual(['Kestrel | Weir']);
  await searching.field.fill('“Kestrel weir”');
  await searching.expectCount('1 hit in 1 article');
  await expect.poll(() => searching.marked()).toEqual(['Kestrel Weir']);
  await expect(page).toHaveURL(/#\/search\/%E2%80%9CKestrel%20weir%E2%80%9D$/);

  await searching.hits.last().click();
  await expect(page.getByRole('document', { name: FLOOD })).toBeFocused();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('Kestrel Weir');
  const box = await page.evaluate(() => {
    const { top, bottom } = document.getSelection()!.getRangeAt(0).getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  expect(box).toBe(true);
  await page.keyboard.press('1');
  await annotate.expectSaved();
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Kestrel Weir']);

  // One step back is the query, which now finds the span too.
  await page.goBack();
  await searching.expectReady();
  await expect(searching.field).toHaveValue('“Kestrel weir”');
  await searching.expectCount('2 hits in 1 article');
  await searching.filter('Label').selectOption('Entity');
  await expect(searching.field).toHaveValue('“Kestrel weir” label:Entity');
  await searching.expectCount('1 hit in 1 article');
  await searching.hits.first().click();
  await expect(page.getByRole('region', { name: 'Selected' })).toContainText('Kestrel Weir');
});

test('ready queries, filters and notes find what Ada left', async ({ page, importing, annotate, searching }) => {
  await beAda(page, importing);
  await searching.open();
  await page.getByText('How to search').click();
  await expectNoViolations(page);
  await page.getByText('How to search').click();
  await searching.ready('Quotes without a speaker').click();
  await searching.expectCount('1 hit in 1 article');
  expect(await searching.marked()).toEqual(['“It costs too much,”']);
  await expect(searching.field).toBeFocused();
  await searching.ready('Claims without a claimant').click();
  await searching.expectCount('1 hit in 1 article');
  await searching.ready('Entities without a type').click();
  await searching.expectCount('1 hit in 1 article');
  expect(await searching.marked()).toEqual(['Lee']);
  await searching.ready('Spans with a note').click();
  await searching.expectCount('1 hit in 1 article');
  await expect(searching.hits.first()).toContainText('Note: Ask the office.');

  await searching.field.fill('ann lee');
  await searching.ready(/^All entities called/).click();
  await expect(searching.field).toHaveValue('label:Entity called:"ann lee"');
  await searching.expectCount('3 hits in 2 articles');
  expect(await searching.marked()).toEqual(['Ann Lee', 'Ann Lee', 'Lee']);

  await searching.field.fill('cafe union');
  await searching.filter('Search in').selectOption('Texts');
  await searching.expectCount('2 hits in 2 articles');
  await searching.filter('Status').selectOption('Done');
  await searching.expectCount('1 hit in 1 article');
  await searching.field.fill('label:nonsense');
  await expect(searching.results).toContainText('There is no label “nonsense”.');
  await expectNoViolations(page);
  await searching.field.fill('lee');
  await searching.expectCount('8 hits in 3 articles');
  await searching.hits.first().focus();
  await expectNoViolations(page);

  // Somebody else sees Ada’s spans where they ask for them, and opens them in her layer.
  await page.goto('#/settings');
  await page.getByLabel('Somebody else annotates in this browser').fill('Bo');
  await page.getByRole('button', { name: 'Add and switch' }).click();
  await searching.open();
  await searching.field.fill('label:claim');
  await searching.expectCount('Nothing was found. Try fewer or shorter words, or take a filter away.');
  await searching.filter('Spans of').selectOption('Ada');
  await searching.expectCount('1 hit in 1 article');
  await searching.hits.first().click();
  await expect(page.getByRole('region', { name: 'Selected' })).toContainText('Lee promised two hundred jobs.');
  await expect.poll(() => annotate.listed()).toHaveLength(6);
});

test('everything is in reach of the keyboard, from / to the place and back', async ({
  page,
  library,
  annotate,
  searching,
}) => {
  const { keyboard } = page;
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Cy');
  await keyboard.press('/');
  await searching.expectReady();
  await keyboard.type('kestrel');
  await searching.expectCount('3 hits in 1 article');
  await keyboard.press('ArrowDown');
  await expect(searching.hits.nth(0)).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(searching.hits.nth(1)).toBeFocused();
  await keyboard.press('End');
  await expect(searching.hits.last()).toBeFocused();
  await keyboard.press('Home');
  await keyboard.press('ArrowUp');
  await expect(searching.field).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Escape');
  await expect(searching.field).toBeFocused();
  await expect(searching.field).toHaveValue('kestrel');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(page.getByRole('document', { name: FLOOD })).toBeFocused();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('Kestrel');
});

test('the figures of a small project are right, lead to what they count, are saved as CSV, and fit a phone', async ({
  page,
  library,
  importing,
  searching,
  statistics,
}) => {
  await statistics.open();
  await expect(page.getByText('Nothing is marked yet.')).toBeVisible();
  await expectNoViolations(page);
  await beAda(page, importing);
  await library.open();
  await page.locator('#main').getByRole('link', { name: 'Statistics' }).click();
  await expect(statistics.table('Labels')).toBeVisible();
  await expectNoViolations(page);
  expect(await statistics.rows('Progress')).toEqual(['done | 1', 'in progress | 1', 'not started | 14']);
  expect(await statistics.rows('Labels')).toEqual(['Entity | 4 | 2', 'Claim | 1 | 1', 'Quote | 2 | 1']);
  expect(await statistics.rows('Missing links')).toEqual([
    'Quotes without a speaker | 1 | 2',
    'Claims without a claimant | 1 | 1',
  ]);
  expect(await statistics.rows('Most frequent entities')).toEqual(['Ann Leealso Lee | 3 | 2', 'Bo Li | 1 | 1']);
  expect(await statistics.rows('Speaker: where most links point')).toEqual(['Ann Lee | 1 | 1']);
  expect((await statistics.rows('Entity: Type')).filter((row) => !row.endsWith(' 0'))).toEqual([
    'Person | 3',
    'No value | 1',
  ]);
  expect((await statistics.rows('Articles')).slice(0, 2)).toEqual([
    'Harbour vote | in progress | 3 | 1 | 2 | 6',
    'Ferry talks | done | 1 | 0 | 0 | 1',
  ]);
  const { name, csv } = await statistics.download();
  expect(name).toMatch(/\.statistics\.csv$/);
  expect(csv).toContain('\r\nMissing links,Speaker,missing,1\r\n');

  await page.getByRole('combobox', { name: 'In' }).selectOption('those that are done');
  await expect.poll(() => statistics.rows('Labels')).toEqual(['Entity | 1 | 1', 'Claim | 0 | 0', 'Quote | 0 | 0']);
  await page.getByRole('combobox', { name: 'In' }).selectOption('all articles');
  await expect.poll(() => statistics.rows('Labels')).toContain('Quote | 2 | 1');
  await statistics.table('Missing links').getByRole('link', { name: 'Quotes without a speaker' }).click();
  await searching.expectReady();
  await searching.expectCount('1 hit in 1 article');

  await page.setViewportSize({ width: 390, height: 844 });
  const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
  await searching.field.fill('lee');
  await searching.expectCount('8 hits in 3 articles');
  expect(await width()).toBeLessThanOrEqual(390);
  await statistics.open();
  await expect(statistics.table('Labels')).toBeVisible();
  expect(await width()).toBeLessThanOrEqual(390);
  await expectNoViolations(page);
});
