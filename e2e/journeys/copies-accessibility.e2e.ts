import { type Page } from '@playwright/test';
import { filesInBrowser } from '../disk.ts';
import { annotateMossford } from '../mossford.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const LONG = 'An organisation whose name is long enough to fill any line '.repeat(3).trim();

async function putSetting(page: Page, key: string, value: unknown): Promise<void> {
  await page.evaluate(
    async ([name, kept]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('spanmark');
        opening.addEventListener('error', () => reject(opening.error!));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('settings', 'readwrite');
          writing.objectStore('settings').put({ key: name, value: kept });
          writing.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    [key, value] as const,
  );
}

test('trash, history, rescue and the copies in Settings have no violations; what was not saved before is discarded there', async ({
  page,
}) => {
  await page.goto('#/trash');
  await expect(page.getByRole('heading', { name: 'Trash', exact: true })).toBeVisible();
  await expectNoViolations(page);
  await annotateMossford(page);
  await page.keyboard.press('h');
  await expect(page).toHaveURL(/#\/history\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoViolations(page);
  await page.goto('#/settings');
  await page.getByRole('button', { name: /licences/i }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await page.goto('#/rescue');
  await expect(page.getByRole('region', { name: 'The database' })).toBeVisible();
  await expectNoViolations(page);

  // What an earlier page could not save is seen in Settings, and is downloaded or discarded by keyboard.
  const key = { projectId: 'no such project', articleId: 'a', annotatorId: 'b' };
  const edit = { kind: 'remove-span', span: { id: 'x', ranges: [] } };
  await putSetting(page, 'unsaved steps 1', [
    { key, step: { number: 9, edit, cause: { kind: 'new' }, at: '2024-06-17T09:00:00.000Z' } },
  ]);
  // From the rescue screen the app starts anew.
  await page.goto('#/settings');
  const copies = page.getByRole('region', { name: 'Copies', exact: true });
  await expect(copies).toContainText('1 edit could not be saved');
  await expectNoViolations(page);
  await copies.getByRole('button', { name: 'Discard it…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Discard what was not saved?' })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).focus();
  await page.keyboard.press('Enter');
  await expect(copies).not.toContainText('could not be saved');
});

test('a backup folder that holds more than this browser is told at the next start, and looked in at the rescue', async ({
  page,
}) => {
  await page.addInitScript((name) => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }),
    });
  }, LONG);
  await annotateMossford(page);
  await page.goto('#/settings');
  const copies = page.getByRole('region', { name: 'Copies', exact: true });
  await copies.getByRole('button', { name: 'Choose a backup folder…' }).click();
  await expect(copies).toContainText('” whenever something has changed.');
  // Another browser that writes into the same folder has gone on.
  const layer = [...(await filesInBrowser(page, LONG)).keys()].find((path) => path.includes('/layers/'))!;
  await page.evaluate(
    async ([root, path]) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(root);
      const parts = path.split('/');
      const name = parts.pop()!;
      for (const part of parts) folder = await folder.getDirectoryHandle(part);
      const file = await folder.getFileHandle(name);
      const value = JSON.parse(await (await file.getFile()).text()) as object;
      const writing = await file.createWritable();
      await writing.write(JSON.stringify({ ...value, changedAt: '2099-01-01T00:00:00.000Z', status: 'done' }));
      await writing.close();
      const index = await (
        await (await navigator.storage.getDirectory()).getDirectoryHandle(root)
      ).getFileHandle('spanmark-backup.json');
      const list = await index.createWritable();
      await list.close();
    },
    [LONG, layer] as const,
  );
  await page.reload();
  const message = page.getByRole('alert').filter({ hasText: 'lacks or has in an older state: 1 layer.' });
  await expect(message).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Backup paused' })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'See what it holds' }).click();
  const folder = page.getByRole('region', { name: 'The backup folder', exact: true });
  await folder.getByRole('button', { name: 'Import what is in it' }).click();
  await expect(page.getByRole('status')).toContainText('Layers that were older here got what they lacked');
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Open Spanmark' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Copied just now' })).toBeVisible();
  await expect(message).toBeHidden();
});
