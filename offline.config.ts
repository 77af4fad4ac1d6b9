import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Plugin, type ResolvedConfig } from 'vite';

/**
 * Writes dist/sw.js, a service worker that keeps every built file, answers from that copy and so starts the app without
 * a network. Files that few people need are kept from when they are used first (see isKeptWhenUsed). A new build has a new version; it takes over when all tabs of the old one are closed, or when one asks for it.
 */
export function offline(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'spanmark-offline',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle() {
      writeServiceWorker(resolve(config.root, config.build.outDir));
    },
  };
}

/** Whether a built file is kept only on devices that have used it: languages of the screens, and tables of letters for PDFs. */
export function isKeptWhenUsed(file: string): boolean {
  return /^assets\/(?:languages|files\/tables)\//.test(file);
}

/** Writes the service worker for the built files of a folder. */
export function writeServiceWorker(out: string): void {
  const files = filesBelow(out)
    .filter((file) => !file.endsWith('.map') && !file.endsWith('sw.js'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(out, file)).update(readFileSync(file));
  const names = files.map((file) => relative(out, file).replaceAll('\\', '/'));
  const version = hash.digest('hex').slice(0, 12);
  const whenUsed = names.filter(isKeptWhenUsed);
  const always = names.filter((name) => !isKeptWhenUsed(name));
  writeFileSync(join(out, 'sw.js'), serviceWorker(version, always, whenUsed));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** How the worker answers: with what it keeps, and from the network what it does not. */
const ANSWER_FROM_CACHE = `addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(request, AS_KEPT);
    if (kept) return kept;
    if (request.mode === 'navigate' && url.href.split(/[?#]/)[0] === registration.scope) {
      const page = await cache.match('index.html', AS_KEPT);
      if (page) return page;
    }
    const before = await keptEarlier(request);
    if (before) return before;
    return WHEN_USED.includes(fileOf(request.url)) ? fetchAndKeep(cache, request) : fetch(request);
  };
  event.respondWith(answer());
});
`;

/**
 * The caches of a site are shared by all that it serves, so their names begin with this app's folder. `ignoreVary`: hosts send
 * Vary: Origin, and module scripts send an Origin that the stored request did not have.
 */
function serviceWorker(version: string, files: readonly string[], whenUsed: readonly string[]): string {
  return `const OWN = 'spanmark ' + registration.scope + ' ';
const CACHE = OWN + ${JSON.stringify(version)};
const FILES = ${JSON.stringify(files)};
/** Kept from when they are used. */
const WHEN_USED = ${JSON.stringify(whenUsed)};
const AS_KEPT = { ignoreSearch: true, ignoreVary: true };

/** The caches of earlier versions, oldest first; those of before they had the folder in their name as well. */
const earlier = async () =>
  (await caches.keys()).filter((name) => (name.startsWith(OWN) || name.startsWith('spanmark-')) && name !== CACHE);

const keptEarlier = async (file) => {
  for (const name of (await earlier()).reverse()) {
    const kept = await (await caches.open(name)).match(file, AS_KEPT);
    if (kept) return kept;
  }
  return undefined;
};

const fileOf = (address) => address.split(/[?#]/)[0].slice(registration.scope.length);

/** A file's name without the letters for its content. */
const stemOf = (file) => file.replace(/-[\\w-]{8}(?=\\.\\w+$)/, '');

/** What stands in this version for the files of WHEN_USED that an earlier one kept. */
const usedEarlier = async () => {
  const used = new Set();
  for (const name of await earlier()) {
    for (const { url } of await (await caches.open(name)).keys()) used.add(stemOf(fileOf(url)));
  }
  return WHEN_USED.filter((file) => used.has(stemOf(file)));
};

const fetchAndKeep = async (cache, request) => {
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
};

addEventListener('install', (event) => {
  const fetchAll = async () => {
    const cache = await caches.open(CACHE);
    const isFirst = (await earlier()).length === 0;
    const missing = [];
    for (const file of [...FILES, ...(await usedEarlier())]) {
      // Files in assets/ have their content in their name: what the version before had need not be fetched again.
      const kept = !isFirst && file.startsWith('assets/') ? await keptEarlier(new URL(file, registration.scope).href) : undefined;
      if (kept) await cache.put(file, kept);
      else missing.push(new Request(file, { cache: 'reload' }));
    }
    await cache.addAll(missing);
  };
  event.waitUntil(fetchAll());
});

addEventListener('message', ({ data }) => {
  if (data === 'take-over') skipWaiting();
});

/** A page was loaded before there was a worker to see what it used. */
addEventListener('message', (event) => {
  const keep = async () => {
    const cache = await caches.open(CACHE);
    for (const address of event.data.used) {
      if (WHEN_USED.includes(fileOf(address)) && !(await cache.match(address, AS_KEPT))) await fetchAndKeep(cache, address);
    }
  };
  if (Array.isArray(event.data?.used)) event.waitUntil(keep());
});

addEventListener('activate', (event) => {
  const tidy = async () => {
    const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    const old = await earlier();
    // Pages that are open still need parts of the version before, until the next one comes.
    if (pages.length > 0) old.pop();
    for (const name of old) await caches.delete(name);
    await clients.claim();
  };
  event.waitUntil(tidy());
});

${ANSWER_FROM_CACHE}`;
}
