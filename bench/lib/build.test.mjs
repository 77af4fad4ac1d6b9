import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

test('the pages of the bench are built with the app’s configuration, each with a script of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'spanmark-bench-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const program = `
    import { buildSpanmark } from '${new URL('../spanmark/build.mjs', import.meta.url).href}';
    await buildSpanmark(${JSON.stringify(folder)});`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const pages = join(folder, 'bench/spanmark');
  const names = (await readdir(pages)).toSorted();
  expect(names).toEqual(['column.html', 'opened.html', 'screen.html', 'tools.html']);
  for (const name of names) {
    const script = `assets/${name.replace('.html', '')}-`;
    expect(await readFile(join(pages, name), 'utf8')).toContain(script);
  }
});
