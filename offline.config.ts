import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Plugin, type ResolvedConfig } from 'vite';

/**
 * Writes dist/sw.js, a service worker that keeps every built file, answers from that copy and so starts the app without
 * a network. A new build has a new version; it takes over when all tabs of the old one are closed.
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
      const out = resolve(config.root, config.build.outDir);
      const files = filesBelow(out)
        .filter((file) => !file.endsWith('.map') && !file.endsWith('sw.js'))
        .sort();
      const hash = createHash('sha256');
      for (const file of files) hash.update(relative(out, file)).update(readFileSync(file));
      const names = files.map((file) => relative(out, file).replaceAll('\\', '/'));
      writeFileSync(join(out, 'sw.js'), serviceWorker(hash.digest('hex').slice(0, 12), names));
    },
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** `ignoreVary`: hosts send Vary: Origin, and module scripts send an Origin that the stored request did not have. */
function serviceWorker(version: string, files: readonly string[]): string {
  return `const CACHE = ${JSON.stringify(`spanmark-${version}`)};
const FILES = ${JSON.stringify(files)};
addEventListener('install', (event) => {
  const fetchAll = async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
  };
  event.waitUntil(fetchAll());
});
addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('spanmark-') && name !== CACHE) await caches.delete(name);
    }
    await clients.claim();
  };
  event.waitUntil(tidy());
});
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
    if (request.mode === 'navigate') {
      const page = await cache.match('index.html', { ignoreVary: true });
      if (page) return page;
    }
    return fetch(request);
  };
  event.respondWith(answer());
});
`;
}
