import { readFile } from 'node:fs/promises';
import { type Page } from '@playwright/test';
import { clearDatabase, filesInBrowser } from '../disk.ts';
import { downloadedBy } from '../downloaded.ts';
import { annotateMossford } from '../mossford.ts';
import { AnnotatePage } from '../screens/annotate-page.ts';
import { RescuePage } from '../screens/rescue-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

/** Gives the page a folder of the browser's own where it asks the user for one: no dialog of the system can be driven. */
async function stubFolders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true }),
    });
  });
}

/** The paths of the files in the backup folder that are in a folder of this name. */
async function filesIn(page: Page, name: string): Promise<readonly string[]> {
  return [...(await filesInBrowser(page, 'Backups')).keys()].filter((path) => path.includes(`/${name}/`));
}

/** How many spans the layers in the backup folder have. */
async function spansInFolder(page: Page): Promise<number> {
  const files = [...(await filesInBrowser(page, 'Backups'))].filter(([path]) => path.includes('/layers/'));
  const layers = files.map(([, text]) => JSON.parse(text) as { readonly spans: readonly unknown[] });
  return layers.reduce((sum, { spans }) => sum + spans.length, 0);
}

test('a download of everything is the last copy, and the shell says how old it is', async ({ page }) => {
  await annotateMossford(page);
  const age = page.getByRole('banner').getByRole('link', { name: 'No copy yet' });
  await age.click();
  const copies = page.getByRole('region', { name: 'Copies', exact: true });
  await expect(copies.getByRole('status')).toHaveText(
    'No copy has left this browser yet: what you did, 1 edit, is only here.',
  );
  await expect(copies).toContainText('A second copy in this browser is written after every edit');
  const download = await downloadedBy(copies.getByRole('button', { name: 'Download everything' }));
  expect(await readFile(await download.path(), 'utf8')).toContain('Ilse Tarrant');
  await expect(copies.getByRole('status')).toContainText('The last copy left this browser as a download on');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Copied just now' })).toBeVisible();
  await expectNoViolations(page);
});

test('a backup folder follows every edit, and brings everything back where the browser cleared all else', async ({
  page,
  baseURL,
}) => {
  await stubFolders(page);
  await annotateMossford(page);
  await page.goto('#/settings');
  const copies = page.getByRole('region', { name: 'Copies', exact: true });
  await copies.getByRole('button', { name: 'Choose a backup folder…' }).click();
  await expect(copies).toContainText('Everything is written into the folder “Backups” whenever something has changed.');
  expect(await filesIn(page, 'articles')).toHaveLength(14);
  expect(await filesIn(page, 'layers')).toEqual([
    expect.stringMatching(/^my-project \w+\/layers\/.*mossford.* ada \w+\.json$/),
  ]);

  await page.goto('#/library');
  await page.getByRole('link', { name: /Mossford/ }).click();
  const annotate = new AnnotatePage(page);
  await annotate.clickOn('No deaths were');
  await page.keyboard.press('2');
  await expect(annotate.spans).toHaveCount(2);
  await expect.poll(() => spansInFolder(page)).toBe(2);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Copied just now' })).toBeVisible();

  await page.goto('about:blank');
  await clearDatabase(page, baseURL!);
  await page.goto('./#/rescue');
  await page.getByRole('button', { name: 'Look in a backup folder…' }).click();
  const folder = page.getByRole('region', { name: 'The backup folder', exact: true });
  await folder.getByRole('button', { name: 'Import what is in it' }).click();
  const rescue = new RescuePage(page);
  await expect(rescue.status).toContainText('Restored: 14 articles, 1 layer,');
  await rescue.leave();
  await page.getByRole('link', { name: /Mossford/ }).click();
  await expect(page.getByRole('document', { name: /Mossford/ })).toBeVisible();
});
