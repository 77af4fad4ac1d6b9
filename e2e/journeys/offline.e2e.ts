import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Page } from '@playwright/test';
import { isKeptWhenUsed } from '../../offline.config.ts';
import { hasPython, servePlainly, servePython } from '../plain-server.ts';
import { expect, test } from '../test.ts';

test.use({ worksOffline: true });

/** Waits until everything that was built is on the device and the worker answers for this page. */
async function untilKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** Every built file with its size, but for the worker itself. */
function builtFiles(folder = 'dist'): readonly { readonly file: string; readonly size: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ file: relative(folder, path).replaceAll('\\', '/'), size: statSync(path).size }));
}

test('after the first visit the app works without a network: every built file is there, whole, and workers run', async ({
  page,
  context,
  library,
  annotate,
  importing,
}) => {
  await library.open();
  await untilKept(page);
  await context.setOffline(true);
  await page.reload();
  await library.openArticle(/Mossford/);
  await annotate.giveName('Ada');
  await page.keyboard.press('1');
  await expect(annotate.spans).toHaveCount(1);
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans).toHaveCount(1);
  const files = builtFiles().filter(({ file }) => !isKeptWhenUsed(file));
  expect(files.length).toBeGreaterThan(100);
  const sizes = await page.evaluate(
    (names) =>
      Promise.all(
        names.map(async (name) => {
          const answer = await fetch(name);
          return answer.ok ? (await answer.arrayBuffer()).byteLength : -1;
        }),
      ),
    files.map(({ file }) => file),
  );
  expect(files.filter(({ size }, index) => sizes[index] !== size)).toEqual([]);
  // Each of these starts another worker, and loads what only it needs.
  await page.goto('#/search/Mossford');
  await expect(page.getByRole('link', { name: /Mossford/ }).first()).toBeVisible();
  await importing.choose({
    name: 'reviews.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from('{"id":1,"text":"Ann left Rome.","label":[[0,3,"PER"]]}\n'),
  });
  await importing.import();
  await page.goto('#/export');
  await page.getByRole('combobox', { name: 'Format' }).selectOption('brat');
  await expect(page.getByRole('button', { name: 'Download' })).toBeEnabled();
});

test.describe('where the browser speaks German', () => {
  test.use({ locale: 'de-DE' });

  test('a language is kept on the device once it is used, and no other', async ({ page, context }) => {
    const keptLanguages = () =>
      page.evaluate(async () => {
        const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
        return kept.flatMap((all) => all.flatMap(({ url }) => /\/languages\/([a-z]+)/.exec(url)?.[1] ?? []));
      });
    await page.goto('./');
    await expect.poll(keptLanguages).toEqual(['de']);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('link', { name: 'Bibliothek' })).toBeVisible();
    await context.setOffline(false);
    await page.goto('#/settings');
    await page.getByLabel('Sprache der Oberfläche').selectOption('العربية');
    await page.getByRole('button', { name: 'Verwenden' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await context.setOffline(true);
    await page.goto('#/library');
    await page.reload();
    await expect(page.getByRole('link', { name: 'المكتبة' })).toBeVisible();
  });
});

for (const [name, skips, serve] of [
  ['Python’s server', () => !hasPython(), servePython],
  ['a server that knows six kinds of files', () => false, (folder: string) => servePlainly('/', () => folder)],
] as const) {
  test(`a sub-folder of ${name} is enough, with a network and without`, async ({
    page,
    context,
    ownOrigins,
    library,
    annotate,
  }) => {
    test.skip(skips(), 'there is no Python here');
    const folder = mkdtempSync(join(tmpdir(), 'spanmark-served-'));
    mkdirSync(join(folder, 'our tools'));
    cpSync('dist', join(folder, 'our tools', 'spanmark'), { recursive: true });
    const server = await serve(folder);
    try {
      ownOrigins.add(new URL(server.address).origin);
      const address = `${server.address}our%20tools/spanmark/`;
      await page.goto(address);
      await expect(library.table).toBeVisible();
      await untilKept(page);
      const manifest = await page.evaluate(async () => {
        const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')!;
        const { icons, ...rest } = (await (await fetch(link.href)).json()) as {
          readonly icons: readonly { readonly src: string }[];
          readonly start_url: string;
          readonly scope: string;
        };
        const drawn = await Promise.all(
          icons.map(async ({ src }) => {
            const image = new Image();
            image.src = new URL(src, link.href).href;
            await image.decode();
            return image.naturalWidth;
          }),
        );
        return { drawn, start: new URL(rest.start_url, link.href).href, scope: new URL(rest.scope, link.href).href };
      });
      expect(manifest).toMatchObject({ start: address, scope: address });
      expect(manifest.drawn.slice(1)).toEqual([192, 512, 192, 512]);
      await context.setOffline(true);
      await page.reload();
      await library.openArticle(/Mossford/);
      await annotate.giveName('Ada');
      await page.keyboard.press('1');
      await annotate.expectSaved();
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  });
}
