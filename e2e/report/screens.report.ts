import { type Page } from '@playwright/test';
import { expect, test } from '../test.ts';
import { axeCounts } from './axe-counts.ts';
import { loadOf, pageChecks, scrollsSideways, stretchedPictures, watchDrawing, wayBack } from './page-checks.ts';

const WIDTH = 22;

test('every screen is looked at', async ({ page, library, annotate }) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console, ${message.type()}: ${message.text()}`));
  const session = await page.context().newCDPSession(page);
  session.on('Audits.issueAdded', ({ issue }) => complaints.push(`issue: ${issue.code}`));
  await session.send('Audits.enable');
  await watchDrawing(page);

  await library.open();
  await page.waitForLoadState('networkidle');
  const load = await loadOf(page);
  say(
    '',
    `First load: ${load.requests} files, ${Math.round(load.bytes / 1024)} kB as sent by the preview server; ` +
      `largest drawing after ${load.largest} ms; shifted by ${load.shift.toFixed(3)}.`,
  );
  const checks = await pageChecks(page);
  for (const [name, holds] of checks) say(`${holds ? 'yes' : 'NO '}  ${name}`);

  await page.getByRole('button', { name: 'Try with a sample project' }).click();
  await expect(page).toHaveURL(/#\/review$/);
  await page.goto('#/library');
  const href = await page.locator('#main a[href^="#/annotate/"]').first().getAttribute('href');
  await page.goto(href!);
  await annotate.giveName('Ada');
  const article = href!.split('/')[2]!;

  say('', row('screen', 'A', 'AA', 'AAA', 'practice', '320 px', 'pictures'));
  const details: string[] = [];
  let broken = 0;
  for (const address of addressesOf(article)) {
    const name = address.split('/')[1]! + (address.includes(article) ? ' (article)' : '');
    await show(page, address);
    const counts = await axeCounts(page);
    const isWide = await scrollsSideways(page);
    const pictures = await stretchedPictures(page);
    const { A, AA, AAA, practice } = counts;
    broken += A.length + AA.length + practice.length + (isWide ? 1 : 0) + pictures;
    say(row(name, A.length, AA.length, AAA.length, practice.length, isWide ? 'scrolls' : 'fits', pictures));
    for (const [level, rules] of Object.entries(counts)) {
      if (rules.length > 0) details.push(`${name}, ${level}: ${rules.join('; ')}`);
    }
  }
  say('', ...details, `Way back after leaving: ${await wayBack(page)}.`);
  say(complaints.length === 0 ? 'The browser complained about nothing.' : [...new Set(complaints)].join('\n'), '');
  // AAA is no promise of ours: it is told, and fails nothing.
  expect({ broken, complaints, missing: [...checks].filter(([, holds]) => !holds) }).toEqual({
    broken: 0,
    complaints: [],
    missing: [],
  });
});

function addressesOf(article: string): readonly string[] {
  const plain = 'library search import labels guidelines questions statistics agreement review feedback export share';
  return [
    ...`${plain} trash settings help`.split(' ').map((screen) => `#/${screen}`),
    ...['annotate', 'review', 'correct', 'feedback'].map((screen) => `#/${screen}/${article}`),
  ];
}

async function show(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('#main')).toBeVisible();
  // What is still being read or counted can be cancelled beside its bar.
  await expect(page.locator('progress + button')).toHaveCount(0);
}

function row(name: string, ...cells: readonly (string | number)[]): string {
  return name.padEnd(WIDTH) + cells.map((cell) => String(cell).padStart(9)).join('');
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
