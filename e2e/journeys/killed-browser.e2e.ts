import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../chromium.config.ts';
import { AnnotatePage } from '../screens/annotate-page.ts';
import { LibraryPage } from '../screens/library-page.ts';
import { expect, test } from '../test.ts';

// A trace of a browser that is killed cannot be ended, and would disturb the next test. This also gives the test a worker
// of its own.
test.use({ trace: 'off' });

/** A browser in a process group of its own, so that all of it can be killed at once. */
async function startBrowser(profile: string): Promise<{ readonly page: Page; readonly child: ChildProcess }> {
  const { executablePath = chromium.executablePath(), args } = findChromium();
  const port = join(profile, 'DevToolsActivePort');
  rmSync(port, { force: true });
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(executablePath, [...args, ...own], { detached: true, stdio: 'ignore' });
  await expect
    .poll(() => existsSync(port) && readFileSync(port, 'utf8').includes('\n'), { timeout: 20_000 })
    .toBe(true);
  const [number] = readFileSync(port, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
  const page = await browser.contexts()[0]!.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  return { page, child };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGKILL');
  await ended;
}

test('what was said to be saved is there after the browser was killed', async ({ baseURL }, testInfo) => {
  test.setTimeout(120_000);
  const profile = testInfo.outputPath('profile');
  const first = await startBrowser(profile);
  try {
    await first.page.goto(`${baseURL}#/library`);
    await new LibraryPage(first.page).openArticle(/Mossford/);
    const annotate = new AnnotatePage(first.page);
    await annotate.giveName('Ada');
    for (const [key, words] of [
      ['1', 'Ilse Tarrant'],
      ['2', 'No deaths were'],
      ['3', 'I have walked past'],
    ] as const) {
      await annotate.clickOn(words);
      await first.page.keyboard.press(key);
    }
    await expect(annotate.spans).toHaveCount(3);
    await annotate.expectSaved();
  } finally {
    await kill(first.child);
  }
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, lock), { force: true });

  const second = await startBrowser(profile);
  try {
    await second.page.goto(`${baseURL}#/annotate`);
    const annotate = new AnnotatePage(second.page);
    await expect(annotate.spans).toHaveCount(3);
    await expect.poll(() => annotate.listed()).toContain('Entity: Mayor Ilse Tarrant');
    await second.page.keyboard.press('Control+z');
    await expect(annotate.spans).toHaveCount(2);
  } finally {
    await kill(second.child);
  }
});
