import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { startBrowser } from './browser.mjs';
import { ROOT } from './places.mjs';

/** What figures depend on, as lines of a name and a value. @returns {Promise<[string, string][]>} */
export async function describeMachine() {
  const { browser, kill } = await startBrowser();
  const version = browser.version();
  await kill();
  const processors = cpus();
  return [
    ['Date', new Date().toISOString().slice(0, 16).replace('T', ' ')],
    ['Spanmark', commit()],
    ['Processor', `${processors[0]?.model.trim() || arch()}, ${processors.length} cores`],
    ['Memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ['System', systemName()],
    ['Chromium', `${version}, without a window and without a graphics processor`],
    ['Node', process.version],
    ['Load at the start', load()],
  ];
}

/** How many processes wanted to run in the last minute: figures of a busy machine say little. */
export function load() {
  return (loadavg()[0] ?? 0).toFixed(2);
}

function systemName() {
  const about = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const name = /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(about)?.[1];
  return name ?? `${type()} ${release()}`;
}

function commit() {
  try {
    const changed = git('status', '--porcelain', '--', 'src') === '' ? '' : ', with changes that are not committed';
    return `commit ${git('rev-parse', '--short', 'HEAD')}${changed}`;
  } catch {
    return 'not from a repository';
  }
}

/** @param {string[]} args */
function git(...args) {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
}
