import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { missingForWebKit, smokeInWebKit } from './webkit.mjs';

/** @param {string} path */
function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {...string} lines */
function say(...lines) {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The journey in an installed Firefox: its exit code, or undefined where there is none. */
function tryFirefox() {
  const forced = process.env['FIREFOX_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = (forced === undefined ? names : [forced]).find(isRunnable);
  if (found === undefined) {
    say(
      'Skipped: no Firefox was found. Nothing is installed by itself; do one of:',
      '  sudo apt install firefox-esr             (Debian)',
      '  FIREFOX_PATH=/path/to/firefox npm run test:browsers',
    );
    return undefined;
  }
  say(`Firefox: ${found}`);
  const env = { ...process.env, FIREFOX_PATH: found };
  const args = ['playwright', 'test', '--config', 'browsers.config.ts'];
  return spawnSync('npx', args, { env, stdio: 'inherit' }).status ?? 1;
}

/** The same in a WebKitGTK that is installed. */
async function tryWebKit() {
  const missing = missingForWebKit();
  if (missing.length > 0) {
    say(`Skipped: WebKitGTK lacks ${missing.join(', ')}.`, '  sudo apt install webkit2gtk-driver xvfb xauth (Debian)');
    return undefined;
  }
  try {
    const { hasSecondCopy } = await smokeInWebKit();
    say(
      'WebKitGTK: an article was opened, a name tagged, saved, and there after a reload.',
      hasSecondCopy ? 'There is a place for a second copy.' : 'There is no place for a second copy in this build.',
    );
    return 0;
  } catch (error) {
    say(`WebKitGTK failed. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  }
}

const codes = [tryFirefox(), await tryWebKit()];
// Where neither is there, nothing was tried.
process.exitCode = codes.every((code) => code === undefined) ? 1 : Math.max(...codes.map((code) => code ?? 0));
