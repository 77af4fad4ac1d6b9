import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const DRIVER_PORT = 4599;
const PORT = process.env['PORT'] ?? '4173';
const APP = `http://127.0.0.1:${PORT}/`;
const BROWSERS = ['4.1', '6.0', '4.0'].map((version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`);

/** What has no display, no driver or no browser here; empty where the smoke can be run. */
export function missingForWebKit() {
  const paths = (process.env['PATH'] ?? '').split(':');
  const lacks = ['WebKitWebDriver', 'xvfb-run'].filter((name) => !paths.some((path) => existsSync(`${path}/${name}`)));
  return BROWSERS.some((path) => existsSync(path)) ? lacks : [...lacks, 'MiniBrowser'];
}

/** @param {string} path @param {unknown} [body] @param {string} [method] */
async function send(path, body, method = 'POST') {
  const answer = await fetch(`http://127.0.0.1:${DRIVER_PORT}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = /** @type {{ value: any }} */ (await answer.json());
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** A session of a WebKitGTK browser, by plain WebDriver: Playwright cannot drive it. */
async function openSession() {
  const binary = BROWSERS.find((path) => existsSync(path));
  const options = { binary, args: ['--automation'] };
  const capabilities = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
  const { sessionId } = await until('the driver answers', () =>
    send('/session', { capabilities: { alwaysMatch: capabilities } }),
  );
  const at = `/session/${sessionId}`;
  /** @param {string} script @param {...unknown} args */
  const run = (script, ...args) => send(`${at}/execute/sync`, { script, args });
  return {
    run,
    /** @param {string} url */
    go: (url) => send(`${at}/url`, { url }),
    /** @param {string} keys */
    type: (keys) => {
      const actions = Array.from(keys).flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
      return send(`${at}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    /** Clicks in the middle of what a script gives the rectangle of. @param {string} script @param {...unknown} args */
    click: async (script, ...args) => {
      const [x, y] = await until(`there is something to click: ${args.join(' ')}`, () =>
        run(
          `const found = (function () { ${script} }).apply(undefined, arguments);
           (found?.startContainer?.parentElement ?? found)?.scrollIntoView({ block: 'center' });
           const rect = found?.getBoundingClientRect();
           return rect && [Math.round(rect.x + rect.width / 2), Math.round(rect.y + rect.height / 2)];`,
          ...args,
        ),
      );
      const actions = [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await send(`${at}/actions`, { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    close: () => send(at, undefined, 'DELETE'),
  };
}

/** @template T @param {string} what @param {() => Promise<T>} job @returns {Promise<NonNullable<T>>} */
async function until(what, job) {
  let last;
  for (let turn = 0; turn < 200; turn += 1) {
    try {
      const value = await job();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await wait(250);
  }
  throw new Error(`It did not come to pass that ${what}.`, { cause: last });
}

const LINK = `return [...document.querySelectorAll('a')].find((link) => link.textContent.includes(arguments[0]));`;
const SPANS = `return document.querySelectorAll('[aria-label="Spans"] li').length;`;
const WORDS = `
  const texts = document.createTreeWalker(document.querySelector('[role="document"]'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const from = texts.currentNode.data.indexOf(arguments[0]);
    if (from < 0) continue;
    const range = document.createRange();
    range.setStart(texts.currentNode, from);
    range.setEnd(texts.currentNode, from + arguments[0].length);
    return range;
  }`;
const SAVED = `return document.querySelector('[role="status"][aria-label="Saved"]') !== null;`;

/** Opens an article, tags a name, and finds it again after a reload. Rejects where any of that does not work. */
export async function smokeInWebKit() {
  const started = [
    spawn('npx', ['vite', 'preview', '--host', '127.0.0.1', '--port', PORT, '--strictPort'], { detached: true }),
    spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${DRIVER_PORT}`], { detached: true }),
  ];
  try {
    await until('the app is served', async () => (await fetch(APP)).ok);
    const browser = await openSession();
    await browser.go(APP);
    await browser.click(LINK, 'Mossford');
    await until('a name is asked for', () =>
      browser.run(`return document.activeElement?.matches('dialog input, [role="dialog"] input');`),
    );
    await browser.type('Ada\uE007');
    await until('the dialog is gone', () => browser.run(`return document.querySelector('[role="dialog"]') === null;`));
    await browser.click(WORDS, 'Ilse Tarrant');
    await browser.type('1');
    await until('there is one span', async () => (await browser.run(SPANS)) === 1);
    await until('it is saved', () => browser.run(SAVED));
    await browser.run('location.reload();');
    await wait(1000);
    await until('it is there after a reload', async () => (await browser.run(SPANS)) === 1);
    const mirror = await browser.run(`return typeof navigator.storage?.getDirectory === 'function';`);
    await browser.close();
    return { hasSecondCopy: mirror === true };
  } finally {
    for (const { pid } of started) {
      if (pid === undefined) continue;
      try {
        // Each is the leader of its own group.
        process.kill(-pid);
      } catch {
        // It has ended by itself.
      }
    }
  }
}
