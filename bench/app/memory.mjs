/** How much memory exports need, by the app and by `npm run convert`, with few and with many articles. Linux only. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../lib/places.mjs';
import { withBrowserOnDisk } from './on-disk.mjs';

/** Formats with one large file, with thousands of small ones, and with groups of rows. */
export const FORMATS = [
  { id: 'hugging-face', name: 'Hugging Face JSONL' },
  { id: 'brat', name: 'brat standoff' },
  { id: 'hugging-face-parquet', name: 'Hugging Face Parquet' },
];

/**
 * Peaks in bytes. `page` is the process of the page and its workers above what it had before, `browser` that of the browser,
 * which keeps what pages hand to it; `command` is the whole of Node.
 *
 * @typedef {{ format: string, articles: number, bytes: number, page: number, browser: number, command: number }} Peak
 *
 * @param {string} origin
 * @param {number} articles with 100 spans each
 * @returns {Promise<Peak[]>}
 */
export async function measureMemory(origin, articles) {
  const folder = mkdtempSync(join(tmpdir(), 'spanmark-memory-'));
  const bundle = join(folder, 'bundle.json');
  try {
    const made = await withBrowserOnDisk(origin, 600_000, async ({ page, tools, goTo, profile }) => {
      await tools(`fillMarked(${articles})`);
      await goTo('#/export');
      await page.evaluate(chooseOwnDisk);
      const downloading = page.waitForEvent('download', { timeout: 300_000 });
      await page.getByRole('button', { name: 'Download', exact: true }).click({ timeout: 120_000 });
      copyFileSync(await (await downloading).path(), bundle);
      const peaks = [];
      for (const { id, name } of FORMATS) {
        // A page of its own: what one export has left behind is not the next one's.
        await goTo('#/export');
        await page.evaluate(chooseOwnDisk);
        await page.waitForTimeout(2000);
        const [pageProcess, browserProcess] = processesOf(profile);
        const before = [pageProcess, browserProcess].map((process) => residentOf(process, 'VmRSS'));
        for (const each of [pageProcess, browserProcess]) writeFileSync(`/proc/${each}/clear_refs`, '5');
        await page.getByRole('combobox', { name: 'Format' }).selectOption(name);
        await page.getByRole('button', { name: 'Download', exact: true }).click({ timeout: 300_000 });
        await page.getByText('Saved.').waitFor({ timeout: 300_000 });
        const after = [pageProcess, browserProcess].map((process) => residentOf(process, 'VmHWM'));
        peaks.push({ format: id, articles, page: after[0] - before[0], browser: after[1] - before[1] });
      }
      return peaks;
    });
    const peaks = [];
    for (const peak of made) {
      const out = join(folder, peak.format);
      const command = await commandPeak([bundle, '--to', peak.format, '--out', out]);
      peaks.push({ ...peak, bytes: sizeOf(out), command });
    }
    return peaks;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a user would choose as the place for a large file is a file of the browser's own disk, as no window can be asked. */
function chooseOwnDisk() {
  window.showSaveFilePicker = async ({ suggestedName }) => {
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle(suggestedName, { create: true });
  };
}

/** The largest renderer of the browser with this profile, and the browser itself. @param {string} profile */
function processesOf(profile) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
        return [{ id, parent, command: readFileSync(`/proc/${id}/cmdline`, 'utf8') }];
      } catch {
        return [];
      }
    });
  // Where a script starts it there are two, of which the browser is the large one.
  const [browser] = all
    .filter(({ command }) => command.includes(`user-data-dir=${profile}`) && !command.includes('--type='))
    .sort((a, b) => residentOf(b.id, 'VmRSS') - residentOf(a.id, 'VmRSS'));
  if (!browser) throw new Error('the browser was not found among the processes');
  const inside = new Set([browser.id]);
  for (let size = 0; size < inside.size;) {
    size = inside.size;
    for (const { id, parent } of all) if (parent !== undefined && inside.has(parent)) inside.add(id);
  }
  const [largest] = all
    .filter(({ id, command }) => inside.has(id) && command.includes('--type=renderer'))
    .sort((a, b) => residentOf(b.id, 'VmRSS') - residentOf(a.id, 'VmRSS'));
  if (!largest) throw new Error('the page was not found among the processes');
  return [largest.id, browser.id];
}

/** @param {string | number | undefined} id @param {'VmRSS' | 'VmHWM'} what the memory it has, or the most it had @returns bytes */
function residentOf(id, what) {
  const found = new RegExp(`^${what}:\\s*(\\d+) kB`, 'm').exec(readFileSync(`/proc/${id}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) * 1024;
}

/** The most memory that `npm run convert` had. @param {readonly string[]} args @returns {Promise<number>} */
function commandPeak(args) {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/start.mjs'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const look = setInterval(() => {
    try {
      peak = Math.max(peak, residentOf(child.pid, 'VmHWM'));
    } catch {
      // It has ended.
    }
  }, 20);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(look);
      if (code === 0) resolve(peak);
      else reject(new Error(`npm run convert ended with ${code}`));
    });
  });
}

/** @param {string} folder @returns {number} bytes of all files in it */
function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
