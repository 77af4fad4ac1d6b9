import { type Browser, type Page } from '@playwright/test';
import { smallProject } from '../small-project.ts';
import { expect, test } from '../test.ts';
import { violationsIn } from '../violations.ts';
import { writtenArticle, writtenBundle, writtenRangeIn, writtenSpan } from '../written-bundle.ts';

const AT = '2024-06-17T09:30:00.000Z';
const TEXT = '“We 👍🏽 will go,” said Ann 🎉 Lee from Rome, “on Monday.”\n\nTaxes <rose> & fell 4% in Σίδνεϊ 𝒳.\n';
const HEBREW = 'נשיא רוסיה צפוי להיפגש עם Kim Jong Un (בן 40) ב-17.6.2024, כך לפי Reuters.\n';

/** Spans as label and quotes, of which several make an interrupted one. */
const SPANS = {
  [TEXT]: [
    ['quote', '“We 👍🏽 will go,”', '“on Monday.”'],
    ['claim', 'go,” said Ann 🎉 Lee from Rome, “on'],
    ['entity', 'Ann 🎉 Lee'],
    ['entity', '👍🏽'],
    ['claim', 'Rome, “on Monday.”\n\nTaxes <rose> & fell'],
    ['entity', '<rose>'],
    ['entity', 'Σίδνεϊ 𝒳'],
  ],
  [HEBREW]: [
    ['claim', 'צפוי להיפגש עם Kim Jong Un (בן 40)'],
    ['entity', 'Kim Jong Un'],
    ['entity', '17.6.2024'],
  ],
} as const satisfies Record<string, readonly (readonly [string, ...string[]])[]>;

test('a page for reading opened from the text reads without scripts, is accessible, and links both ways', async ({
  page,
  browser,
  importing,
  library,
  exporting,
}) => {
  await importing.choose({ name: 'small.json', mimeType: 'application/json', buffer: Buffer.from(smallProject()) });
  await importing.import();
  await library.open();
  await library.openArticle('Harbour vote');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Annotations of' }).selectOption({ index: 1 });
  await page.getByRole('link', { name: 'Page for reading' }).click();
  await expect(exporting.format).toHaveValue('reading-page');
  const { name, json: html } = await exporting.download();
  expect(name).toMatch(/\.html$/);

  const { reader, requests } = await openAlone(browser, html);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Harbour vote');
  await expect(reader.getByRole('heading', { name: '6 spans' })).toBeVisible();
  await expect(reader.getByText('Annotated by Ada')).toBeVisible();
  await expect(reader.getByText('Ask the office.')).toBeVisible();
  const quote = reader.locator('li#s1');
  await expect(quote).toContainText('Speaker: Ann Lee (2)');
  await quote.getByRole('link').first().click();
  expect(await reader.evaluate(() => document.querySelector(':target')?.textContent)).toContain('We will open');
  await reader.getByRole('link', { name: 'Quote 1' }).click();
  expect(await reader.evaluate(() => document.querySelector(':target')?.id)).toBe('s1');
  expect(await violationsIn(reader)).toEqual([]);
  await reader.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsIn(reader, 'colours')).toEqual([]);
  expect(requests).toEqual([]);
});

test('every span of the page has its words, whatever overlaps, is interrupted or astral', async ({
  browser,
  importing,
  exporting,
}) => {
  await importing.choose({ name: 'wild.json', mimeType: 'application/json', buffer: Buffer.from(wildProject()) });
  await importing.import();
  await exporting.open();
  await exporting.format.selectOption('reading-page');
  const { files } = await exporting.downloadArchive();
  for (const [text, spans] of Object.entries(SPANS)) {
    const html = [...files.values()].find((each) => each.includes(text === HEBREW ? 'Kim Jong' : 'Monday'))!;
    const { reader, requests } = await openAlone(browser, html);
    const words = await wordsOfSpans(reader);
    expect(words.toSorted()).toEqual(spans.map(([, ...quotes]) => quotes.join('').replaceAll('\n', '')).toSorted());
    expect(await violationsIn(reader)).toEqual([]);
    expect(requests).toEqual([]);
  }
});

/** Opens the page in a browser of its own that runs no scripts but the test's, and tells what it asks for. */
async function openAlone(browser: Browser, html: string) {
  const context = await browser.newContext();
  const reader = await context.newPage();
  const requests: string[] = [];
  reader.on('request', (request) => requests.push(request.url()));
  reader.on('console', (message) => requests.push(message.text()));
  await reader.setContent(html);
  return { reader, requests };
}

/** The words of each span: its own pieces, each character once, without the numbers behind spans. */
function wordsOfSpans(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const words = new Map<string, string>();
    const texts = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (node.parentElement!.closest('.note, bdi')) continue;
      const ids = new Set<string>();
      for (let at = node.parentElement; at; at = at.parentElement) if (at.dataset['span']) ids.add(at.dataset['span']);
      for (const id of ids) words.set(id, (words.get(id) ?? '') + node.nodeValue!);
    }
    return [...words.values()];
  });
}

function wildProject(): string {
  const articles = [writtenArticle('Wild', TEXT), writtenArticle('עברית', HEBREW, { language: 'he' })];
  return writtenBundle('Wild', {
    annotators: [{ id: 'ada', name: 'Ada' }],
    articles,
    layers: articles.map(({ id, text }) => ({
      articleId: id,
      annotatorId: 'ada',
      status: 'done',
      changedAt: AT,
      spans: (SPANS[text as keyof typeof SPANS] as readonly (readonly [string, ...string[]])[])
        .map(([label, ...quotes], index) => {
          const ranges = quotes.map((quote) => writtenRangeIn(text, quote));
          return writtenSpan(`s${index}`, label, ranges, AT);
        })
        .toSorted((a, b) => a.ranges[0]!.from - b.ranges[0]!.from || b.ranges.at(-1)!.to - a.ranges.at(-1)!.to),
      links: [],
    })),
  });
}
