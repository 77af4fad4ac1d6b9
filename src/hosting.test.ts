import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { POLICY } from '../policy.config.ts';

const root = resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

test('the server’s policy is that of the page, and forbids frames besides', () => {
  const [, served = ''] = /Content-Security-Policy "([^"]*)"/.exec(read('nginx.conf')) ?? [];
  const rules = served.split('; ');
  expect(rules.toSorted()).toEqual([...POLICY, "frame-ancestors 'none'"].toSorted());
});

test('the server lets only files with their content in their name be kept unasked', () => {
  const conf = read('nginx.conf');
  expect(conf).toMatch(/default "no-cache";\s+~\/assets\/ "public, max-age=31536000, immutable";/);
  expect(conf).toContain('add_header Cache-Control $caching;');
});

test('every address in the manifest is relative, so that any folder will do, and every picture is there', () => {
  const manifest = JSON.parse(read('public/manifest.webmanifest')) as {
    readonly start_url: string;
    readonly scope: string;
    readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
    readonly shortcuts: readonly { readonly url: string }[];
  };
  const addresses = [manifest.start_url, manifest.scope, ...manifest.shortcuts.map(({ url }) => url)];
  for (const address of addresses) expect(address).toMatch(/^\.\//);
  for (const { src } of manifest.icons) expect(existsSync(join(root, 'public', src)), src).toBe(true);
  expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable').map(({ sizes }) => sizes)).toEqual([
    '192x192',
    '512x512',
  ]);
  const linked = [...read('index.html').matchAll(/href="\.\/([^"]+)"/g)].map(([, name]) => name!);
  for (const name of linked) expect(existsSync(join(root, 'public', name)), name).toBe(true);
});
