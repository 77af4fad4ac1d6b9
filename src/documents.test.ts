// What is imported here imports the database, which looks for IndexedDB only once, and other tests run in the same thread.
import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { layers } from '../.dependency-cruiser.js';
import { KEY_SCOPES } from '#app/key-scopes.ts';
import { commandsOf } from '#state/keys/choices.ts';
import { keysText } from '#state/keys/command.ts';

const root = resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'src/README.md'];

test.each(DOCUMENTS)('every npm command that %s names exists', (name) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(name).matchAll(/npm (?:run )?([a-z][a-z\d:-]*)/g)].map(([, command]) => command!);
  expect(named.filter((command) => command !== 'ci' && !Object.hasOwn(scripts, command))).toEqual([]);
});

test.each(DOCUMENTS)('every file that %s names exists', (name) => {
  const paths = [
    ...read(name).matchAll(/(?:`|\()((?:src|e2e|public|seeds|\.ci)\/[\w./-]+|[\w.-]+\.config\.ts)(?:`|\))/g),
  ];
  expect(paths.map(([, path]) => path!).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('ARCHITECTURE.md lists every folder with what it may import', () => {
  const rows = [...read('ARCHITECTURE.md').matchAll(/^\| (\w+) +\| [^|]+ \| ([^|]+?) +\|$/gm)];
  const listed = rows.map(([, folder, allowed]) => [folder, allowed === '–' ? [] : allowed!.split(', ').sort()]);
  expect(Object.fromEntries(listed.filter(([folder]) => folder !== 'folder'))).toEqual(
    Object.fromEntries(Object.entries(layers).map(([folder, allowed]) => [folder, [...allowed].sort()])),
  );
});

test('the README lists every key, as the sheet of keys does', () => {
  const rows = [...read('README.md').matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].map(
    ([, keys, text]) => `${keys}: ${text}`,
  );
  const missing = commandsOf(KEY_SCOPES)
    .map((command) => `${keysText(command)}: ${command.text}`)
    .filter((row) => !rows.includes(row));
  expect(missing).toEqual([]);
});
