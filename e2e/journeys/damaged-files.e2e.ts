import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import { clearDatabase, filesInBrowser } from '../disk.ts';
import { downloadedBy, spansOfLayers } from '../downloaded.ts';
import { startKillable } from '../killable-browser.ts';
import { AnnotatePage } from '../screens/annotate-page.ts';
import { LibraryPage } from '../screens/library-page.ts';
import { RescuePage } from '../screens/rescue-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const WORDS = [
  ['1', 'Ilse Tarrant'],
  ['2', 'No deaths were'],
  ['3', 'I have walked past'],
] as const;

// In one worker, whose tests share the profile.
test.describe.configure({ mode: 'default' });

const folder = mkdtempSync(join(tmpdir(), 'spanmark-damaged-'));
let annotated: Promise<string> | undefined;

test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A copy of a profile in which somebody has annotated: it is made once, for that takes as long as the rest. */
async function copyOfAnnotated(profile: string, baseURL: string): Promise<void> {
  annotated ??= annotate(join(folder, 'profile'), baseURL);
  cpSync(await annotated, profile, { recursive: true });
}

/** Annotates in a new profile and ends the browser once the mirror has all of it. */
async function annotate(profile: string, baseURL: string): Promise<string> {
  mkdirSync(profile);
  const first = await startKillable(profile);
  try {
    await first.page.goto(`${baseURL}#/library`);
    await new LibraryPage(first.page).openArticle(/Mossford/);
    const screen = new AnnotatePage(first.page);
    await screen.giveName('Ada');
    for (const [key, words] of WORDS) {
      await screen.clickOn(words);
      await first.page.keyboard.press(key);
    }
    await expect(screen.spans).toHaveCount(WORDS.length);
    await screen.expectSaved();
    await expect.poll(() => mirroredEntries(first.page)).toBeGreaterThanOrEqual(WORDS.length);
  } finally {
    await first.kill();
  }
  return profile;
}

/** How many entries of logs the journal of the mirror has. */
async function mirroredEntries(page: Page): Promise<number> {
  const files = await filesInBrowser(page, 'mirror');
  return [...files.values()].join('').split('["entries",').length - 1;
}

/** Every file of the database of a profile that has this ending. */
function databaseFiles(profile: string, ending: string): readonly string[] {
  const stored = join(profile, 'Default', 'IndexedDB');
  const all = readdirSync(stored, { recursive: true, encoding: 'utf8' }).map((name) => join(stored, name));
  return all.filter((path) => path.endsWith(ending) && statSync(path).isFile());
}

async function expectEverything(page: Page): Promise<void> {
  const screen = new AnnotatePage(page);
  await expect(screen.spans).toHaveCount(WORDS.length);
  await expect.poll(() => screen.listed()).toContain('Entity: Mayor Ilse Tarrant');
}

interface Harm {
  readonly damage: string;
  /** Done to the profile while no browser has it. */
  readonly whileClosed?: (profile: string) => void;
  /** Done from within the next browser, before the app is opened. */
  readonly onceOpen?: (page: Page, baseURL: string) => Promise<void>;
}

const HARMS: readonly Harm[] = [
  { damage: 'cleared by the browser', onceOpen: clearDatabase },
  { damage: 'overwritten', whileClosed: overwrite },
  { damage: 'cut', whileClosed: cut },
];

for (const { damage, whileClosed, onceOpen } of HARMS) {
  test(`a database that was ${damage} is told of and restored from the second copy`, async ({ baseURL }, testInfo) => {
    const profile = testInfo.outputPath('profile');
    await copyOfAnnotated(profile, baseURL!);
    whileClosed?.(profile);
    const second = await startKillable(profile);
    try {
      await onceOpen?.(second.page, baseURL!);
      await second.page.goto(`${baseURL}#/library`);
      const rescue = new RescuePage(second.page);
      await rescue.openFromMessage();
      await expect(rescue.mirror).toContainText('The database lacks');
      if (onceOpen) await expectNoViolations(second.page);
      await rescue.restore();
      await expect(rescue.mirror).toContainText('The database holds all of this.');
      await rescue.leave();
      await new LibraryPage(second.page).openArticle(/Mossford/);
      await expectEverything(second.page);
      await second.page.keyboard.press('Control+z');
      await expect(new AnnotatePage(second.page).spans).toHaveCount(WORDS.length - 1);
      await expect(second.page.getByRole('link', { name: 'See what is missing' })).toBeHidden();
    } finally {
      await second.kill();
    }
  });
}

function overwrite(profile: string): void {
  for (const path of databaseFiles(profile, '.log')) {
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 0, 4096);
    writeFileSync(path, bytes);
  }
}

function cut(profile: string): void {
  for (const path of databaseFiles(profile, '.log')) truncateSync(path, Math.floor(statSync(path).size * 0.97));
}

test('a browser that was killed while it wrote can be killed again: what was saved in between is there', async ({
  baseURL,
}, testInfo) => {
  const profile = testInfo.outputPath('profile');
  await copyOfAnnotated(profile, baseURL!);
  // Half a record at the end, as a process leaves it that dies in the middle of a write.
  for (const path of databaseFiles(profile, '.log')) truncateSync(path, statSync(path).size - 100);
  for (const [more, words] of ['By noon the level', 'The policy, he said'].entries()) {
    const browser = await startKillable(profile);
    try {
      await browser.page.goto(`${baseURL}#/library`);
      await new LibraryPage(browser.page).openArticle(/Mossford/);
      const screen = new AnnotatePage(browser.page);
      await expect(screen.spans).toHaveCount(WORDS.length + more);
      await screen.clickOn(words);
      await browser.page.keyboard.press('2');
      await expect(screen.spans).toHaveCount(WORDS.length + more + 1);
      await screen.expectSaved();
    } finally {
      await browser.kill();
    }
  }
});

test('a database that cannot be opened leaves the second copy to be downloaded and restored', async ({
  baseURL,
}, testInfo) => {
  const profile = testInfo.outputPath('profile');
  await copyOfAnnotated(profile, baseURL!);
  for (const path of databaseFiles(profile, 'CURRENT')) writeFileSync(path, 'garbage');
  const second = await startKillable(profile);
  try {
    await second.page.goto(`${baseURL}#/library`);
    await expect(second.page.getByRole('alert')).toContainText('the files of its database are damaged');
    const rescue = new RescuePage(second.page);
    await rescue.openFromMessage();
    const download = await downloadedBy(rescue.mirror.getByRole('button', { name: 'Download as files' }));
    expect(download.suggestedFilename()).toBe('my-project.spanmark.json');
    expect(await spansOfLayers(download)).toEqual([WORDS.length]);
    await rescue.restore();
    await rescue.leave();
    await new LibraryPage(second.page).openArticle(/Mossford/);
    await expectEverything(second.page);
  } finally {
    await second.kill();
  }
});
