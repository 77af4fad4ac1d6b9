import { readFileSync } from 'node:fs';

/** Everything that index.html names: what the browser loads before anything is drawn. */
const files = [...readFileSync('dist/index.html', 'utf8').matchAll(/assets\/[^"]+/g)].map(([file]) => `dist/${file}`);

export default [
  { name: 'first load: scripts and styles that index.html names', path: files, limit: '230 kB', gzip: true },
];
