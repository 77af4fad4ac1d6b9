import { chromium, type Dialog, type Page } from '@playwright/test';
import { findChromium } from '../../chromium.config.ts';
import { annotateMossford } from '../mossford.ts';
import { type AnnotatePage } from '../screens/annotate-page.ts';
import { expect, test as everyTest } from '../test.ts';

/** A browser that keeps its data on the disk: a private window has nothing that outlives its pages for certain. */
const test = everyTest.extend({
  context: async ({ baseURL, viewport }, give, testInfo) => {
    const { executablePath, args } = findChromium();
    const context = await chromium.launchPersistentContext(testInfo.outputPath('profile'), {
      ...(executablePath ? { executablePath } : {}),
      args,
      viewport,
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    await give(context);
    await context.close();
  },
});

const leave = (dialog: Dialog): void => void dialog.accept();

/** Types into the field that has the focus and leaves the page in the same breath, whatever the browser asks. */
async function typeAndLeave(page: Page, text: string): Promise<void> {
  page.on('dialog', leave);
  await page.evaluate((typed) => {
    document.execCommand('insertText', false, typed);
    location.href = 'about:blank';
  }, text);
  await page.waitForURL('about:blank');
  // Where all was saved in time the browser asks nothing, and the next question is not for this one.
  page.off('dialog', leave);
}

const NOTE = 'Is she still mayor?';

/** Annotates with the focus in the note of the span; gives the address of the article. */
async function beginNote(page: Page): Promise<string> {
  await annotateMossford(page);
  const address = page.url();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Note', { exact: true })).toBeFocused();
  return address;
}

async function expectNote(page: Page, annotate: AnnotatePage, address: string): Promise<void> {
  await page.goto(address);
  await expect(annotate.spans).toHaveCount(1);
  await annotate.spans.getByRole('button').click();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue(NOTE);
}

test('a note, a comment and a guideline that are being typed when the page is left are there afterwards', async ({
  page,
  annotate,
  threads,
}) => {
  const address = await beginNote(page);
  await typeAndLeave(page, NOTE);
  await expectNote(page, annotate, address);
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('');

  await page.keyboard.press('t');
  await expect(threads.newThread('the span')).toBeFocused();
  await typeAndLeave(page, 'Her title too?');
  await page.goto(address);
  await annotate.spans.getByRole('button').click();
  await page.keyboard.press('t');
  await expect(threads.newThread('the span')).toHaveValue('Her title too?');

  await page.goto('#/guidelines');
  await page.getByRole('button', { name: 'Edit them' }).click();
  await page.getByLabel('Text: In general').focus();
  await typeAndLeave(page, 'Mark every name once.');
  await page.goto('/#/guidelines');
  await expect(page.locator('#main')).toContainText('Mark every name once.');
});

test('a note that is being typed when the page is left is there afterwards also where the disk is busy', async ({
  page,
  annotate,
}) => {
  const address = await beginNote(page);
  // What waits for this transaction dies with the page, which it does not outlive either.
  await page.evaluate(async () => {
    const opening = indexedDB.open('spanmark');
    await new Promise((resolve) => {
      opening.addEventListener('success', resolve);
    });
    const settings = opening.result.transaction('settings', 'readwrite').objectStore('settings');
    const goOn = (): void => {
      settings.get('nothing').addEventListener('success', goOn);
    };
    goOn();
  });
  await typeAndLeave(page, NOTE);
  await expectNote(page, annotate, address);
});
