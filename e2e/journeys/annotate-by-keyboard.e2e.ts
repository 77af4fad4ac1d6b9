import { ExportPage } from '../screens/export-page.ts';
import { ImportPage } from '../screens/import-page.ts';
import { expect, test } from '../test.ts';
import { sharedArticle, WITHOUT_ARTICLE } from '../shared-article.ts';

const article = sharedArticle();

/** The part of a bundle that this journey looks at. */
interface Exported {
  readonly articles: readonly { readonly text: string }[];
  readonly layers: readonly {
    readonly spans: readonly {
      readonly label: string;
      readonly note: string;
      readonly ranges: readonly { readonly quote: string }[];
    }[];
  }[];
}

test('the user’s article is annotated by keyboard alone and survives reload, export and import', async ({
  page,
  browser,
  baseURL,
  library,
  annotate,
  importing,
  exporting,
}) => {
  test.skip(!article, WITHOUT_ARTICLE);
  await page.addInitScript(() => {
    addEventListener('pointerdown', (event) => {
      if (event.isTrusted && event.pointerType !== '') document.documentElement.dataset['pointed'] = 'yes';
    });
  });
  const { keyboard } = page;
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.textContent?.trim() === wanted, name)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach “${name}”`);
  };

  await library.open();
  await tabTo('Import');
  await keyboard.press('Enter');
  // The screen takes the focus once it is there.
  await expect(page.locator('#main')).toBeFocused();
  await tabTo('Choose files');
  const choosing = page.waitForEvent('filechooser');
  await keyboard.press('Enter');
  await (await choosing).setFiles(article!.path);
  await expect(importing.importButton).toBeVisible();
  await tabTo('Import');
  await expect(importing.importButton).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByText('1 file imported')).toBeVisible();
  await tabTo('Annotate it');
  await keyboard.press('Enter');
  await annotate.giveName('Ada');
  await expect(annotate.article).toBeFocused();
  expect(await annotate.text()).toBe(article!.text);

  const tag = async (key: string, words: string, after = ''): Promise<void> => {
    const count = await annotate.spans.count();
    await annotate.walkTo(words, after);
    await keyboard.press(key);
    await expect(annotate.spans).toHaveCount(count + 1);
  };

  // Ten entities.
  await tag('1', 'Biden');
  // The name is longer than what the key takes: go to the span and move its end.
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+ArrowRight');
  await tag('1', 'North Korea');
  await tag('1', 'Russian President Vladimir Putin');
  await tag('1', 'Pyongyang');
  await tag('1', 'Kim Jong Un');
  await tag('1', 'White House');
  await tag('1', 'DPRK');
  await tag('1', 'Korean Peninsula');
  await tag('1', 'Matthew Miller');
  await tag('1', 'Ukraine', 'battlefield');
  // Four claims, of which one lies in a quote.
  await tag('2', 'North Korea has reportedly sent');
  await tag('2', 'North Korea reportedly in return');
  await tag('2', 'DPRK stands for');
  await tag('2', 'We know that they are using');
  // Three quotes with their speakers' words: one inside a sentence, one interrupted, one interrupted over two paragraphs.
  await tag('3', 'great concern."');
  await tag('3', 'We believe that deepening cooperation');
  await annotate.walkTo("It's not just the United States");
  await keyboard.press('f');
  await tag('3', 'We have seen, over the past few months');
  await annotate.walkTo('We have seen those munitions');
  await keyboard.press('f');
  await annotate.expectSaved();

  const listed = await annotate.listed();
  expect(listed).toHaveLength(17);
  expect(listed.filter((line) => line.startsWith('Entity:'))).toEqual(
    expect.arrayContaining([
      'Entity: Biden administration',
      'Entity: North Korea',
      'Entity: Russian President Vladimir Putin',
      'Entity: Pyongyang',
      'Entity: Kim Jong Un',
      'Entity: White House',
      'Entity: DPRK',
      'Entity: Korean Peninsula',
      'Entity: Matthew Miller',
      'Entity: Ukraine',
    ]),
  );
  expect(listed.filter((line) => line.startsWith('Quote:'))).toHaveLength(3);
  expect(listed.filter((line) => line.startsWith('Claim:'))).toHaveLength(4);

  // A note; then everything again after a reload.
  await keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await keyboard.type('goes on in the next paragraph');
  await keyboard.press('Escape');
  await expect(annotate.article).toBeFocused();
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans).toHaveCount(17);
  await expect.poll(() => annotate.listed()).toEqual(listed);
  expect(await page.evaluate(() => document.documentElement.dataset['pointed'])).toBeUndefined();

  const first = await exporting.downloadAll();
  const bundle = JSON.parse(first) as Exported;
  expect(bundle.articles.map(({ text }) => text)).toContain(article!.text);
  const spans = bundle.layers[0]!.spans;
  expect(spans).toHaveLength(17);
  expect(spans.map(({ note }) => note)).toContain('goes on in the next paragraph');
  const quotes = spans.filter(({ label }) => label === 'quote').map(({ ranges }) => ranges.map(({ quote }) => quote));
  expect(quotes).toEqual([
    ['"great concern."'],
    [
      expect.stringMatching(/^"We believe .*Russia's invasion,"$/),
      expect.stringMatching(/^"It's not just .*security partnership\."$/),
    ],
    [
      expect.stringMatching(/^"We have seen, .*war effort,"$/),
      expect.stringMatching(/^"We have seen those munitions .*\n"We don't believe .*voted for\."$/s),
    ],
  ]);

  // Another browser: the same file comes out of it, byte for byte.
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const elsewhere = await context.newPage();
  const there = new ImportPage(elsewhere);
  await there.choose({ name: 'ada.json', mimeType: 'application/json', buffer: Buffer.from(first) });
  await there.import();
  expect(await new ExportPage(elsewhere).downloadAll()).toBe(first);
  await context.close();
});
