import { expect, test } from '../test.ts';

test.use({ worksOffline: true });

const SCREENS = [
  'library',
  'search',
  'annotate',
  'review',
  'agreement',
  'statistics',
  'labels',
  'guidelines',
  'questions',
  'import',
  'export',
  'share',
  'feedback',
  'trash',
  'settings',
  'help',
];

test('no screen asks another host for anything or breaks the policy of the page', async ({
  page,
  context,
  library,
  annotate,
  importing,
  exporting,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // The watch over the console, which every journey has, fails the test.
      // oxlint-disable-next-line no-console
      console.error(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  await library.open();
  await library.openArticle(/Mossford/);
  await annotate.giveName('Ada');
  await page.keyboard.press('1');
  await annotate.expectSaved();
  for (const screen of SCREENS) {
    await page.goto(`#/${screen}`);
    await expect(page.locator('#main')).toBeVisible();
    await page.waitForLoadState('networkidle');
  }
  // Workers that read, write, search and count.
  const buffer = Buffer.from(await exporting.downloadAll());
  await importing.choose({ name: 'all.json', mimeType: 'application/json', buffer });
  await page.goto('#/search/label:entity');
  await expect(page.getByRole('main')).toContainText('Mossford');
  const origin = new URL(page.url()).origin;
  const hosts = new Set(asked.map((address) => new URL(address)).map((url) => url.origin));
  expect([...hosts].filter((host) => host !== origin && host !== 'null')).toEqual([]);
  expect(asked.some((address) => address.includes('.worker-'))).toBe(true);
});

test('the page lets no string become HTML, a script or the address of a foreign script', async ({
  browser,
  baseURL,
}) => {
  // What is refused is told in the console, which is watched elsewhere.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(baseURL!);
  await expect(page.getByRole('table')).toBeVisible();
  const refused = await page.evaluate(() => {
    const attempts: readonly (readonly [string, () => unknown])[] = [
      ['innerHTML', () => (document.createElement('p').innerHTML = '<b>x</b>')],
      ['insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')],
      ['DOMParser', () => new DOMParser().parseFromString('<b>x</b>', 'text/html')],
      ['script text', () => (document.createElement('script').text = 'x')],
      ['foreign script', () => (document.createElement('script').src = 'https://example.org/x.js')],
      ['foreign worker', () => new Worker('https://example.org/x.js')],
    ];
    return attempts.flatMap(([name, attempt]) => {
      try {
        attempt();
        return [];
      } catch {
        return [name];
      }
    });
  });
  await context.close();
  expect(refused).toEqual([
    'innerHTML',
    'insertAdjacentHTML',
    'DOMParser',
    'script text',
    'foreign script',
    'foreign worker',
  ]);
});
