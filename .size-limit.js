import { readFileSync } from 'node:fs';

/** Everything that index.html names: what the browser loads before anything is drawn. */
const files = [...readFileSync('dist/index.html', 'utf8').matchAll(/assets\/[^"]+/g)].map(([file]) => `dist/${file}`);
const OF_OTHER_TOOLS = '!dist/assets/files/**';
const OF_LANGUAGES = '!dist/assets/languages/**';

export default [
  {
    // Bytes on disk, not packed, which is well above the 1.5 MB that are the aim: what is drawn first is 0.64 MB of it, two
    // languages are 0.41. The limit keeps it from growing.
    name: 'everything that is built, but what reads and writes files of other tools, as it lies on disk',
    path: ['dist/**/*', OF_OTHER_TOOLS],
    limit: '2.65 MB',
    gzip: false,
    brotli: false,
  },
  { name: 'the same as it is sent', path: ['dist/**/*', OF_OTHER_TOOLS], limit: '1 MB', gzip: true },
  {
    name: 'the same without the languages that are loaded when they are chosen, as it is sent',
    path: ['dist/**/*', OF_OTHER_TOOLS, OF_LANGUAGES],
    limit: '840 kB',
    gzip: true,
  },
  { name: 'first load: scripts and styles that index.html names', path: files, limit: '230 kB', gzip: true },
];
