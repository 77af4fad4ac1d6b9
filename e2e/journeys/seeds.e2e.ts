import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, createServer } from 'vite';
import { seeds } from '../../seeds.config.ts';
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

test('npm start takes articles from the folder that SEEDS_DIR names, unchanged, and new files as they come', async ({
  page,
  ownOrigins,
}, testInfo) => {
  test.setTimeout(300_000);
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
    await expect(library.row('Rain at last')).toHaveCount(1, { timeout: 200_000 });
    const shared = sharedArticle();
    await expect(library.table.getByRole('row')).toHaveCount(shared ? 3 : 2);
    writeFileSync(join(folder, 'snow.md'), '# Snow again\n\nIt snowed.\n');
    await expect(library.row('Snow again')).toHaveCount(1, { timeout: 200_000 });
    const annotate = new AnnotatePage(page);
    await library.openArticle('Rain at last');
    await annotate.giveName('Ada');
    expect(await annotate.text()).toBe(OWN);
    test
      .info()
      .annotations.push({ type: 'the user’s article', description: shared ? 'compared' : 'absent, not compared' });
    if (!shared) return;
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
    await library.openArticle(/Biden administration/);
    await expect(annotate.article).toContainText('Biden administration');
    expect(await annotate.text()).toBe(shared.text);
  } finally {
    await server.close();
  }
});

test('npm run build takes them too, and their texts come through unchanged', async () => {
  const testInfo = test.info();
  const folder = seedFolder();
  process.env['SEEDS_DIR'] = folder;
  const outDir = testInfo.outputPath('dist');
  // Of the app only what the seeds are loaded from: all of it is built for the other journeys.
  const entry = testInfo.outputPath('entry.js');
  writeFileSync(entry, "export { seedFiles } from 'virtual:seeds';\n");
  const lib = { entry, formats: ['es' as const], fileName: 'seeds' };
  await build({ configFile: false, plugins: [seeds()], build: { outDir, lib, minify: true }, logLevel: 'silent' });
  const path = pathToFileURL(join(outDir, 'seeds.js')).href;
  const { seedFiles } = (await import(path)) as { seedFiles: readonly { fileName: string; text: string }[] };
  const texts = new Map(seedFiles.map(({ fileName, text }) => [fileName, text]));
  expect(texts.size).toBe(readdirSync(folder).length);
  for (const [name, text] of texts) expect(text).toBe(readFileSync(join(folder, name), 'utf8'));
});
