import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build, createServer, preview } from 'vite';
import { AnnotatePage } from '../screens/annotate-page.ts';
import { LibraryPage } from '../screens/library-page.ts';
import { sharedArticle } from '../shared-article.ts';
import { expect, test } from '../test.ts';

const OWN = 'Rain at last\n\nIt rained “a little” 🌧️, said Bo.\n';

// One after the other, since the folder is named by a variable of the process.
test.describe.configure({ mode: 'serial' });

const folders: string[] = [];

test.afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  delete process.env['SEEDS_DIR'];
});

/** A new folder with an article of ours and, where it is there, the user's. */
function seedFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'spanmark-seeds-'));
  folders.push(path);
  writeFileSync(join(path, 'rain.txt'), OWN);
  const shared = sharedArticle();
  if (shared) copyFileSync(shared.path, join(path, basename(shared.path)));
  return path;
}

test('npm start takes articles from the folder that SEEDS_DIR names, and new files as they come', async ({
  page,
  ownOrigins,
}, testInfo) => {
  test.setTimeout(90_000);
  const folder = seedFolder();
  process.env['SEEDS_DIR'] = folder;
  const server = await createServer({
    server: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
    cacheDir: testInfo.outputPath('cache'),
  });
  try {
    await server.listen();
    const address = server.resolvedUrls!.local[0]!;
    ownOrigins.add(new URL(address).origin);
    const library = new LibraryPage(page);
    await page.goto(address);
    await expect(library.row('Rain at last')).toHaveCount(1, { timeout: 30_000 });
    await expect(library.table.getByRole('row')).toHaveCount(sharedArticle() ? 3 : 2);
    writeFileSync(join(folder, 'snow.md'), '# Snow again\n\nIt snowed.\n');
    await expect(library.row('Snow again')).toHaveCount(1, { timeout: 30_000 });
  } finally {
    await server.close();
  }
});

test('npm run build takes them too, and their texts come through unchanged', async ({ page, ownOrigins }, testInfo) => {
  test.setTimeout(90_000);
  process.env['SEEDS_DIR'] = seedFolder();
  const outDir = testInfo.outputPath('dist');
  await build({ build: { outDir }, logLevel: 'silent' });
  const server = await preview({ build: { outDir }, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
  try {
    const address = server.resolvedUrls!.local[0]!;
    ownOrigins.add(new URL(address).origin);
    await page.goto(address);
    const library = new LibraryPage(page);
    const annotate = new AnnotatePage(page);
    await library.openArticle('Rain at last');
    await annotate.giveName('Ada');
    expect(await annotate.text()).toBe(OWN);
    const shared = sharedArticle();
    test
      .info()
      .annotations.push({ type: 'the user’s article', description: shared ? 'compared' : 'absent, not compared' });
    if (!shared) return;
    await page.keyboard.press(']');
    await expect(annotate.article).toContainText('Biden administration');
    expect(await annotate.text()).toBe(shared.text);
  } finally {
    await server.close();
  }
});
