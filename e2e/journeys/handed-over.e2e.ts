import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { expect, expectNoViolations, test } from '../test.ts';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="iso-8859-1"><title>Snow on the quay</title></head><body>
<nav>Home News Sport</nav><article><h1>Snow on the quay</h1>
<p>It snowed on the quay all night, said Ann Lee, who keeps the lamp, and nobody could see the ferry any more.</p>
<p>The harbour master ordered two cafés to stay open, so that those who waited for it had somewhere to go until morning.</p>
</article><script>globalThis.wasRun = true</script></body></html>`;

/** A page of somebody else: another port is another origin. */
async function otherSite(): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('the bookmarklet hands a page of another site over, and nothing is kept before it is imported', async ({
  page,
  context,
  library,
  ownOrigins,
  baseURL,
}) => {
  const { server, origin } = await otherSite();
  ownOrigins.add(origin);
  try {
    await page.goto('#/import');
    await page.getByText('From a web page, with one click').click();
    await expectNoViolations(page);
    const link = page.getByRole('link', { name: 'To Spanmark' });
    await link.click();
    await expect(page.getByText('This is for your bookmarks')).toBeVisible();
    const bookmark = await page.getByLabel('Or make a bookmark with this address').inputValue();
    expect(await link.getAttribute('href')).toBe(bookmark);
    const other = await context.newPage();
    await other.goto(`${origin}/news/snow`);
    const opening = context.waitForEvent('page');
    await other.evaluate((address) => {
      location.href = address;
    }, bookmark);
    const opened = await opening;
    const files = opened.getByRole('list', { name: 'Files' });
    await expect(files.getByLabel('Title')).toHaveValue('Snow on the quay');
    expect(new URL(opened.url()).hash).toBe('#/import');
    await library.open();
    await expect(library.row('Snow on the quay')).toHaveCount(0);
    await opened.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(opened.getByText(/\d+ files? imported/)).toBeVisible();
    await opened.goto(`${baseURL!}#/library`);
    await opened.getByRole('link', { name: 'Snow on the quay' }).click();
    const article = opened.getByRole('document', { name: 'Snow on the quay' });
    await expect(article).toContainText('ordered two cafés to stay open');
    await expect(article).not.toContainText('wasRun');
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('a text that another app shares is shown before it is kept; an address alone and nothing at all are told apart', async ({
  page,
  importing,
  library,
}) => {
  const shared = new URLSearchParams({
    'shared-title': 'Fog at sea',
    'shared-text': 'Fog lay on the sea, said Bo Finn.\n\nThe boats stayed in.',
    'shared-url': 'https://fog.example/1',
  });
  await page.goto(`?${shared.toString()}`);
  await expect(importing.files.first().getByLabel('Title')).toHaveValue('Fog at sea');
  expect(new URL(page.url())).toMatchObject({ search: '', hash: '#/import' });
  await importing.import();
  await library.open();
  await expect(library.row('Fog at sea')).toHaveCount(1);

  await page.goto('?shared-text=https://fog.example/1');
  await expect(page.getByText('Only an address was shared, not the article')).toContainText('https://fog.example/1');
  await library.open();
  await page.goto('#/import?from=page');
  await expect(page.getByRole('alert')).toContainText('Save the page (Ctrl+S, or ⌘S on a Mac) and drop the file here');
});
