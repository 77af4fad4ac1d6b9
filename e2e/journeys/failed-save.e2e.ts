import { spansDownloadedBy } from '../downloaded.ts';
import { annotateMossford } from '../mossford.ts';
import { expect, test } from '../test.ts';

test('an edit that the disk refuses is told, kept, offered as a download, and saved by itself once there is room', async ({
  page,
  annotate,
}) => {
  // The disk is full from when the switch is set: every write of the log is refused, as at the commit.
  await page.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...row) {
      if (this.name === 'entries' && document.documentElement.dataset['disk'] === 'full') {
        throw new DOMException('There is no room.', 'QuotaExceededError');
      }
      return add.apply(this, row);
    };
  });
  await annotateMossford(page);
  await page.evaluate(() => (document.documentElement.dataset['disk'] = 'full'));
  await annotate.clickOn('No deaths were');
  await page.keyboard.press('2');

  await expect(page.getByRole('status', { name: 'Not saved', exact: true })).toBeVisible();
  const alert = page.getByRole('alert').filter({ hasText: 'The last change is not saved.' });
  await expect(alert).toContainText('The disk space for this site is used up.');
  await expect(annotate.spans).toHaveCount(2);
  const button = alert.getByRole('button', { name: 'Download this article with its spans' });
  expect((await spansDownloadedBy(button))[0]).toBe(2);
  // What is typed would be refused as well: editing stops, and says why.
  await annotate.clickOn('I have walked past');
  await page.keyboard.press('3');
  await expect(annotate.notice).toContainText('could not be saved');
  await expect(annotate.spans).toHaveCount(2);

  await page.evaluate(() => delete document.documentElement.dataset['disk']);
  await expect(page.getByRole('status', { name: 'Saved', exact: true })).toBeVisible();
  await expect(alert).toBeHidden();
  await page.reload();
  await expect(annotate.spans).toHaveCount(2);
});

test('a browser that refuses storage, or gives no answer, is told of with what to do', async ({ page }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    // It runs in the page, which has nothing else of this file.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const refuse = (): never => {
      throw new DOMException('Not here.', 'SecurityError');
    };
    const never = new Promise<never>(() => undefined);
    const isSilent = new URLSearchParams(location.search).has('silent');
    IDBFactory.prototype.databases = isSilent ? () => never : refuse;
    if (isSilent) return;
    IDBFactory.prototype.open = refuse;
    for (const [place, name] of [
      [globalThis, 'localStorage'],
      [Navigator.prototype, 'storage'],
    ] as const) {
      Object.defineProperty(place, name, { get: refuse });
    }
  });
  const alert = page.getByRole('alert');
  await page.goto('.');
  await expect(alert).toContainText('Leave private browsing or allow site data, then reload the page.');
  await page.goto('./?silent');
  await expect(page.locator('#app')).toBeEmpty();
  await page.clock.fastForward(15_000);
  await expect(alert).toContainText('The browser has not opened its storage yet.');
  await alert.getByRole('link', { name: 'See the copies' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Rescue' })).toBeVisible();
});
