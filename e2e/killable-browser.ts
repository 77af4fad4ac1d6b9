import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../chromium.config.ts';

/** A browser that keeps its data in a folder and is a process group of its own, so that all of it can be killed at once. */
export interface KillableBrowser {
  readonly page: Page;
  /** Ends every process of this browser, and no other, without a farewell. */
  readonly kill: () => Promise<void>;
}

/** How long a loaded machine may take to start a browser, or to do one thing in it. */
const LIMIT_MS = 120_000;

/** Starts a browser on the profile folder, also after its last one was killed, with an empty page. */
export async function startKillable(profile: string): Promise<KillableBrowser> {
  const { executablePath = chromium.executablePath(), args } = findChromium();
  const port = join(profile, 'DevToolsActivePort');
  for (const left of [port, ...LOCKS.map((lock) => join(profile, lock))]) rmSync(left, { force: true });
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(executablePath, [...args, ...own], { detached: true, stdio: 'ignore' });
  const stop = (): void => void killGroup(child);
  // Whoever stops this process stops the browsers with it.
  process.once('exit', stop);
  const kill = async (): Promise<void> => {
    process.off('exit', stop);
    await killGroup(child);
  };
  try {
    const browser = await connect(port);
    const page = await browser.contexts()[0]!.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    // As in other journeys: the app is not fetched whole for each new profile.
    await page.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    await page.setViewportSize({ width: 1440, height: 900 });
    return { page, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** What a killed Chromium leaves behind to keep a second one off its profile. */
const LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];

async function connect(port: string): Promise<Browser> {
  const end = Date.now() + LIMIT_MS;
  while (!existsSync(port) || !readFileSync(port, 'utf8').includes('\n')) {
    if (Date.now() > end) throw new Error(`Chromium did not start within ${LIMIT_MS / 1000} s.`);
    await pause(20);
  }
  const [number] = readFileSync(port, 'utf8').split('\n');
  return chromium.connectOverCDP(`http://127.0.0.1:${number}`, { timeout: LIMIT_MS });
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // The group has the number of the process that was started for it.
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
