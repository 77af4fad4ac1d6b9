import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import { writeServiceWorker } from '../../offline.config.ts';
import { type PlainServer, servePlainly } from '../plain-server.ts';
import { AnnotatePage } from '../screens/annotate-page.ts';
import { LibraryPage } from '../screens/library-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

test.use({ worksOffline: true });

let folder: string;
let served: string;
let server: PlainServer;

test.beforeEach(async ({ ownOrigins }) => {
  folder = mkdtempSync(join(tmpdir(), 'spanmark-update-'));
  served = 'dist';
  for (const name of ['second', 'third']) makeAnotherBuild(name);
  server = await servePlainly('/tools/spanmark/', () => served);
  ownOrigins.add(new URL(server.address).origin);
});

test.afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** What a change of the screen for settings makes of a build: a part with another name, which others load by that name. */
function makeAnotherBuild(name: string): void {
  const dist = join(folder, name);
  cpSync('dist', dist, { recursive: true });
  const assets = join(dist, 'assets');
  const old = readdirSync(assets).find((each) => /^settings-with-keys-.*\.js$/.test(each))!;
  const fresh = old.replace(/-[^-]*\.js$/, `-CHANGED${name}.js`);
  renameSync(join(assets, old), join(assets, fresh));
  for (const each of readdirSync(assets).filter((file) => file.endsWith('.js'))) {
    const code = readFileSync(join(assets, each), 'utf8');
    if (code.includes(old)) writeFileSync(join(assets, each), code.replaceAll(old, fresh));
  }
  const page = join(dist, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', `<head><meta name="build" content="${name}">`));
  writeServiceWorker(dist);
}

/** The build that the page is of, once it has changed over. */
async function expectBuild(page: Page, name: string): Promise<void> {
  const found = (): Promise<boolean> => isOf(page, name).catch(() => false);
  await expect.poll(found).toBe(true);
}

async function isOf(page: Page, name: string): Promise<boolean> {
  return (await page.locator(`meta[name="build"][content="${name}"]`).count()) === 1;
}

/** Opens the app, and lets the worker take the page over. */
async function openServed(page: Page): Promise<void> {
  await page.goto(server.address);
  await expect(page.getByRole('table')).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** The article about the flood is open, and has one span, which is selected. */
async function annotateMayor(page: Page): Promise<void> {
  const annotate = new AnnotatePage(page);
  await new LibraryPage(page).openArticle(/Mossford/);
  await annotate.giveName('Ada');
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await expect(annotate.spans).toHaveCount(1);
}

/** What a page that stays open does by itself now and then. */
async function askForUpdate(page: Page, name: string): Promise<void> {
  served = join(folder, name);
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect(page.getByText('A new version of Spanmark is ready.')).toBeVisible();
}

test('a new version is told, and applied with what is typed saved, also in a field, and the article open where it was', async ({
  page,
  annotate,
}) => {
  await openServed(page);
  await annotateMayor(page);
  await annotate.clickOn('Ilse Tarrant');
  await askForUpdate(page, 'second');
  await expectNoViolations(page);
  expect(await isOf(page, 'second')).toBe(false);
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.pressSequentially('The mayor');
  await page.keyboard.press('Escape');
  await annotate.clickOn('No deaths');
  const caret = await annotate.caret();
  const use = page.getByRole('button', { name: 'Use it now' });
  await use.click();
  await expectBuild(page, 'second');
  await expect(annotate.spans).toHaveCount(1);
  await expect.poll(() => annotate.caret()).toBe(caret);
  await annotate.clickOn('Ilse Tarrant');
  await expect(note).toHaveValue('The mayor');
  await expect(page.getByText('A new version of Spanmark is ready.')).toBeHidden();

  // What is still being typed is saved before the next one comes, also without leaving the field.
  await askForUpdate(page, 'third');
  await note.press('End');
  await note.pressSequentially(' since 2019');
  // As the key does it, while the field has the focus.
  await use.evaluate((button: HTMLButtonElement) => {
    button.click();
  });
  await expectBuild(page, 'third');
  await expect(note).toHaveValue('The mayor since 2019');
});

test('another tab is told, and changes over when it is asked to; whoever wants none gets it once all tabs are closed', async ({
  page,
  context,
}) => {
  await openServed(page);
  const other = await context.newPage();
  await openServed(other);
  await other.getByRole('link', { name: 'Annotate' }).click();
  await new AnnotatePage(other).giveName('Ada');
  await askForUpdate(page, 'second');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expectBuild(page, 'second');
  await expect(other.getByText('Another tab uses a new version of Spanmark.')).toBeVisible();
  expect(await isOf(other, 'second')).toBe(false);
  // A part of the old version that was never loaded, and that is not on the server any more.
  await other.getByRole('link', { name: 'Settings' }).click();
  await expect(other.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await other.goBack();
  await other.getByRole('button', { name: 'Use it here, too' }).click();
  await expectBuild(other, 'second');
  await expect(other.locator('article')).toBeVisible();
  await other.close();

  await askForUpdate(page, 'third');
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText('A new version of Spanmark is ready.')).toBeHidden();
  await expect(page.locator('#main')).toBeFocused();
  await page.close();
  await expect
    .poll(async () => {
      const next = await context.newPage();
      await next.goto(server.address);
      const found = await isOf(next, 'third');
      await next.close();
      return found;
    })
    .toBe(true);
});
