import { type BrowserContext, type Page } from '@playwright/test';
import { filesInBrowser } from '../disk.ts';
import { spansOfLayers } from '../downloaded.ts';
import { annotateMossford } from '../mossford.ts';
import { RescuePage } from '../screens/rescue-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

/** Has every request to open a database end with an error event of this name, as where the browser's own files are broken. */
const errorEvent = (name: string): string => `
  IDBFactory.prototype.open = () => {
    const request = new EventTarget();
    request.error = new DOMException('Internal error.', '${name}');
    setTimeout(() => {
      const event = new Event('error', { bubbles: true, cancelable: true });
      request.dispatchEvent(event);
      request.onerror?.(event);
    });
    return request;
  };`;

const REFUSALS = {
  'ends with an error': {
    script: errorEvent('InvalidStateError'),
    says: 'The browser does not give access to its storage.',
  },
  'is refused at once': {
    script: `IDBFactory.prototype.open = () => { throw new DOMException('Refused.', 'SecurityError'); };`,
    says: 'The browser does not give access to its storage.',
  },
} as const;

/** Runs a script first in every page and worker from now on. */
async function runFirst(context: BrowserContext, script: string): Promise<void> {
  await context.addInitScript(script);
  await context.route(/\.worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script}\n${await response.text()}` });
  });
}

/** The second copy has what was annotated. */
async function expectMirrored(page: Page): Promise<void> {
  const files = async (): Promise<string> => [...(await filesInBrowser(page, 'mirror')).values()].join('');
  await expect.poll(files).toContain('["entries",');
}

for (const [how, { script, says }] of Object.entries(REFUSALS)) {
  test(`where opening the database ${how}, that is said, and the work can be downloaded`, async ({ page, context }) => {
    await annotateMossford(page);
    await expectMirrored(page);
    await page.close();
    await runFirst(context, script);
    const next = await context.newPage();
    await next.goto('./#/library');
    await expect(next.getByRole('heading', { name: 'Spanmark', level: 1 })).toBeVisible();
    await expect(next.getByRole('main')).toContainText(says);
    const rescue = new RescuePage(next);
    await rescue.openFromMessage();
    await expect(next.getByRole('region', { name: 'The database', exact: true })).toContainText(says);
    await expect(rescue.mirror).toContainText('The database cannot be opened');
    await expectNoViolations(next);
    const downloading = next.waitForEvent('download');
    await rescue.mirror.getByRole('button', { name: 'Download as files' }).press('Enter');
    expect(await spansOfLayers(await downloading)).toEqual([1]);
    await expect(rescue.status).toContainText('Downloaded, a file for each project: My project.');
  });
}

test('a browser that promises nothing about its storage is asked in Settings, and what it says is shown', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    StorageManager.prototype.persist = () => Promise.resolve(false);
    StorageManager.prototype.persisted = () => Promise.resolve(false);
  });
  await page.goto('./#/settings');
  const storage = page.getByRole('region', { name: 'Storage', exact: true });
  await expect(storage.getByRole('status')).toContainText('The browser has not promised to keep Spanmark’s storage');
  await storage.getByRole('button', { name: 'Ask the browser to keep it' }).press('Enter');
  await expect(storage.getByRole('status')).toContainText('The browser has not promised to keep Spanmark’s storage');
  await expect(storage.getByRole('button', { name: 'Ask the browser to keep it' })).toBeFocused();
});

test('a page whose parts are not delivered says so, and is not blank', async ({ browser, baseURL }) => {
  // Not watched, for the browser complains of the file that it did not get.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.route(/\/first-[^/]*\.js$/, (route) => route.abort());
    await page.goto(baseURL!);
    await expect(page.getByRole('alert')).toContainText('Spanmark could not be loaded.');
    await page.unroute(/\/first-[^/]*\.js$/);
    await page.getByRole('button', { name: 'Reload' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'My project' })).toBeVisible();
  } finally {
    await context.close();
  }
});
