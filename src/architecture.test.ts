import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import rules, { coreParts, layers, packages } from '../.dependency-cruiser.js';

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
}

const root = resolve(import.meta.dirname, '..');
const folders: string[] = [];

/** Runs dependency-cruiser on the src folder of a project. */
async function cruise(folder: string): Promise<Report['summary']> {
  const tool = join(root, 'node_modules/.bin/depcruise');
  const args = ['src', '--config', '.dependency-cruiser.js', '--output-type', 'json'];
  const { stdout } = await promisify(execFile)(tool, args, { cwd: folder, maxBuffer: 1 << 28 });
  return (JSON.parse(stdout) as Report).summary;
}

/** A project that has only these source files and our rules; it lies where it finds our node_modules. */
async function projectOf(files: ReadonlyMap<string, string>): Promise<string> {
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache/architecture-'));
  folders.push(folder);
  for (const name of ['package.json', 'tsconfig.app.json', 'tsconfig.core.json', '.dependency-cruiser.js']) {
    await cp(join(root, name), join(folder, name));
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/**
 * For each folder of a table one file that imports, as a type only, the first folder that it may not; where it may import
 * all of them, a file that lies in none.
 */
function layerProbes(parent: string, table: Readonly<Record<string, readonly string[]>>): [string, string][] {
  return Object.entries(table).map(([folder, allowed]) => {
    const refused = Object.keys(table).find((other) => other !== folder && !allowed.includes(other));
    const place = folder === 'screens' ? `${parent}screens/one` : `${parent}${folder}`;
    const from = refused === undefined ? `#${parent}target.ts` : `#${parent}${refused}/target.ts`;
    return [`src/${place}/probe.ts`, `export type { Target } from '${from}';`];
  });
}

test('every import rule bites, and every rule has a file here that breaks it', async () => {
  const target = 'export interface Target { readonly name: string }\nexport const target = 1;';
  const files = new Map<string, string>([
    ...Object.keys(layers).map((layer): [string, string] => [`src/${layer}/target.ts`, target]),
    ...Object.keys(coreParts).map((part): [string, string] => [`src/core/${part}/target.ts`, target]),
    ...layerProbes('', layers),
    ...layerProbes('core/', coreParts),
    ['src/utils/probe.ts', "export { target } from '#core/target.ts';"],
    ['src/screens/two/probe.ts', "export { target } from '#screens/one/target.ts';"],
    ['src/screens/one/target.ts', target],
    ['src/core/text/package-probe.ts', "export { Dexie } from 'dexie';"],
    // platform is the home of no package.
    ...Object.keys(packages).map((name, index): [string, string] => [
      `src/platform/package-${index}.ts`,
      `import '${name}';`,
    ]),
    ['src/ui/cycle-a.ts', "import './cycle-b.ts';\nexport type A = 1;"],
    ['src/ui/cycle-b.ts', "import type { A } from './cycle-a.ts';\nexport type B = A;"],
    ['src/ui/orphan.ts', 'export const alone = 1;'],
    ['src/ui/some.test.ts', target],
    ['src/ui/test-probe.ts', "export { target } from './some.test.ts';"],
  ]);
  const { violations } = await cruise(await projectOf(files));
  const broken = new Set(violations.map(({ rule }) => rule.name));
  expect([...broken].sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
});

test('the project itself keeps every rule, and the tool really reads its files', async () => {
  const { totalCruised, violations } = await cruise(root);
  expect(violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
  // With a TypeScript that it does not know the tool finds no modules and is content.
  expect(totalCruised).toBeGreaterThan(150);
});
