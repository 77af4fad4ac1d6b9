import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** How to start a Chromium; without a path Playwright starts its own. */
export interface Launch {
  readonly executablePath?: string;
  readonly args: string[];
}

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
];
const ON_A_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Drawing in several threads takes a tenth longer where tests keep every core busy.
  '--num-raster-threads=1',
];

/** Finds a Chromium: CHROMIUM_PATH, Playwright's own, then the PATH. Throws an error that says how to get one. */
export function findChromium(): Launch {
  // Chromium's sandbox does not start for the root user of a container.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET;
  const forced = process.env['CHROMIUM_PATH'];
  if (forced) {
    if (!isRunnable(forced)) throw new Error(`CHROMIUM_PATH=${forced} is not an executable file.`);
    return { executablePath: forced, args };
  }
  if (hasPlaywrightsOwn()) return { args };
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ON_A_MAC];
  const executablePath = candidates.find(isRunnable);
  if (executablePath !== undefined) return { executablePath, args };
  throw new Error(
    [
      'No Chromium was found, and the browser tests need one. Do one of:',
      '  sudo apt install chromium                (Debian, Ubuntu)',
      '  npx playwright install chromium          (the build that Playwright makes)',
      '  CHROMIUM_PATH=/path/to/chrome npm test   (any Chrome, Edge or Chromium)',
    ].join('\n'),
  );
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasPlaywrightsOwn(): boolean {
  try {
    const path = chromium.executablePath();
    return existsSync(path) || existsSync(path.replace(/chromium-(\d+).*$/, 'chromium_headless_shell-$1'));
  } catch {
    return false;
  }
}
