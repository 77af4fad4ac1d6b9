import { type Page } from '@playwright/test';
import { spansDownloadedBy } from '../downloaded.ts';
import { expect, expectNoViolations, test } from '../test.ts';

/** Changes the last entry of the log that is stored, as a disk that fails would. */
async function damageLastEntry(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('spanmark');
        opening.addEventListener('error', () => reject(opening.error!));
        opening.addEventListener('success', () => {
          const entries = opening.result.transaction('entries', 'readwrite').objectStore('entries');
          const cursor = entries.openCursor(null, 'prev');
          cursor.addEventListener('success', () => {
            const { value } = cursor.result!;
            const put = entries.put({ ...value, at: '2000-01-01T00:00:00.000Z' });
            put.transaction!.addEventListener('complete', () => {
              opening.result.close();
              resolve();
            });
          });
        });
      }),
  );
}

test('a layer whose log is damaged is shown as it was before, cannot be changed, and can be downloaded', async ({
  page,
  library,
  annotate,
}) => {
  await library.open();
  await library.openArticle(/Mossford/);
  await annotate.giveName('Ada');
  await page.keyboard.press('1');
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await annotate.expectSaved();
  await damageLastEntry(page);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('damaged after its edit 1 of 2');
  await expect(annotate.spans).toHaveCount(1);
  await expect(annotate.label('Entity')).toBeDisabled();
  await annotate.article.press('2');
  await expect(annotate.notice).toContainText('can be read, not changed');
  await expectNoViolations(page);
  await expect(page.getByRole('link', { name: 'See what the copies hold' })).toHaveAttribute('href', '#/rescue');
  expect((await spansDownloadedBy(annotate.button('Download this article with its spans')))[0]).toBe(1);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('damaged after its edit 1 of 2');
});
