/** `node bench/memory.mjs`: prints how much memory exports of 100 and of 1,000 articles with 100 spans each need. */
import { mkdirSync } from 'node:fs';
import { measureMemory } from './app/memory.mjs';
import { markdownTable } from './lib/markdown.mjs';
import { DIST } from './lib/places.mjs';
import { serve } from './lib/server.mjs';
import { buildApp, buildSpanmark } from './spanmark/build.mjs';

mkdirSync(DIST, { recursive: true });
await buildSpanmark();
await buildApp();
const server = await serve(DIST);
try {
  const rows = [];
  for (const articles of [100, 1000]) rows.push(...(await measureMemory(server.origin, articles)));
  console.log(
    markdownTable(
      ['format', 'articles', 'files, MB', 'page and workers, + MB', 'browser, + MB', 'npm run convert, MB'],
      rows.map(({ format, articles, bytes, page, browser, command }) => [
        format,
        String(articles),
        ...[bytes, page, browser, command].map(mega),
      ]),
    ),
  );
} finally {
  server.close();
}

/** @param {number} bytes */
function mega(bytes) {
  return (bytes / 1e6).toFixed(1);
}
