/** Installs what the bench needs beyond the app's own packages. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH, ROOT } from './places.mjs';

/**
 * Runs npm ci in bench/ where its packages are missing or its lock has changed since.
 *
 * @param {(line: string) => void} tell
 */
export function installPackages(tell) {
  const lock = createHash('sha256')
    .update(readFileSync(join(BENCH, 'package-lock.json')))
    .digest('hex');
  const mark = join(BENCH, 'node_modules/.installed-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  tell('Installing the packages of bench/ …');
  execFileSync('npm', ['ci', '--prefix', BENCH], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(mark, lock);
}
