import { sharedArticle, WITHOUT_ARTICLE } from '../shared-article.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const article = sharedArticle();

/** The part of a bundle that this journey looks at. */
interface Exported {
  readonly layers: readonly {
    readonly spans: readonly {
      readonly id: string;
      readonly label: string;
      readonly ranges: readonly { readonly quote: string }[];
      readonly attributes: readonly { readonly id: string; readonly value: unknown }[];
    }[];
    readonly links: readonly { readonly type: string; readonly from: string; readonly to: string }[];
  }[];
}

test('by keyboard alone every quote of the user’s article is linked to its speaker and every claim to its claimant', async ({
  page,
  annotate,
  importing,
  exporting,
}) => {
  test.skip(!article, WITHOUT_ARTICLE);
  const { keyboard } = page;
  await importing.choose(article!.path);
  await importing.import();
  await page.getByRole('link', { name: 'Annotate it' }).click();
  await annotate.giveName('Ada');
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    addEventListener('pointerdown', () => {
      document.documentElement.dataset['pointed'] = 'yes';
    });
  });
  await expect(annotate.article).toBeFocused();

  /** Tags at the caret and links: a key for the label, L, what is typed of the name, Enter. Gives the number of keys. */
  const tagAndLink = async (key: string, words: string, typed = ''): Promise<number> => {
    await annotate.walkTo(words);
    await keyboard.press(key);
    await keyboard.press('l');
    await expect(annotate.linkField).toBeFocused();
    await keyboard.type(typed);
    await keyboard.press('Enter');
    await expect(annotate.linkField).toBeHidden();
    await expect(annotate.article).toBeFocused();
    return 3 + typed.length;
  };

  await annotate.walkTo('Biden');
  await keyboard.press('1');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Shift+O');
  let keys = 0;
  for (const quote of [
    'great concern."',
    'We believe that deepening cooperation',
    "It's not just the United States",
    'We have seen, over the past few months',
    'We have seen those munitions',
    "We're not concerned about the trip",
    'What we are concerned about',
  ]) {
    keys += await tagAndLink('3', quote);
  }
  // With the key that goes to the quote these are four actions for each: the aim of the design.
  expect(keys / 7).toBe(3);
  await tagAndLink('2', 'North Korea has reportedly sent', 'white house');
  await tagAndLink('2', 'DPRK stands for', 'newsmax');
  await tagAndLink('2', 'We know that they are using');
  await annotate.expectSaved();
  expect(await page.evaluate(() => document.documentElement.dataset['pointed'])).toBeUndefined();

  // What is linked stands in the list, and nothing is asked for any more.
  await expect(annotate.spans.filter({ hasText: /no speaker|no claimant/ })).toHaveCount(0);
  await expect(annotate.spans.filter({ hasText: 'Speaker: ' })).toHaveCount(7);
  const { spans, links } = (JSON.parse(await exporting.downloadAll()) as Exported).layers[0]!;
  const words = (id: string): string => spans.find((span) => span.id === id)!.ranges[0]!.quote.slice(0, 20);
  expect(links.map(({ type, from, to }) => `${type}: ${words(from)} -> ${words(to)}`).toSorted()).toEqual([
    'claimant: DPRK stands for Comm -> Newsmax',
    'claimant: North Korea has repo -> White House',
    'claimant: We know that they ar -> Miller',
    `speaker: "It's not just the U -> Matthew Miller`,
    'speaker: "We believe that dee -> Matthew Miller',
    'speaker: "We have seen those  -> Miller',
    'speaker: "We have seen, over  -> Miller',
    `speaker: "We're not concerned -> Kirby`,
    'speaker: "What we are concern -> Kirby',
    'speaker: "great concern." -> Biden administration',
  ]);
  const cues = spans.flatMap(({ attributes }) => attributes.filter(({ id }) => id === 'cue'));
  expect(cues).toHaveLength(7);
  expect(cues.every(({ value }) => (value as { readonly quote: string }).quote === 'said')).toBe(true);
});

test('an interrupted quotation is tagged as one span by one key, and a link is drawn between the lines', async ({
  page,
  library,
  annotate,
}) => {
  await library.open();
  await library.openArticle('Pellworth brings back the tram by three votes');
  await annotate.giveName('Ada');
  await annotate.clickOn('This is a vote');
  await page.keyboard.press('3');
  await expect(annotate.spans).toContainText(['This is a vote for people who do not own a car," … "and in Pellworth']);
  await page.keyboard.press('Shift+D');
  await expect(page.getByRole('button', { name: 'Direct', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('l');
  await expect(annotate.linkField).toBeFocused();
  await expectNoViolations(page);
  await page.keyboard.type('nobody of this name');
  await expect(page.getByText('These words are not in the text.')).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(annotate.article).toBeFocused();
  await page.keyboard.press('l');
  await annotate.linkField.fill('hollin');
  await page.keyboard.press('Enter');
  const arrow = page.locator('[data-link]');
  await expect(arrow).toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Links' })).toContainText('Hollin Park');

  // By pointer: Esc and a click start anew; a click on a span ends the link there.
  await annotate.clickOn('Mayor Ruth Adeyemi');
  await page.keyboard.press('1');
  await annotate.clickOn('This is a vote');
  await page.keyboard.press('l');
  await annotate.clickOn('Ruth');
  await expect(page.getByRole('list', { name: 'Links' })).toContainText('Mayor Ruth Adeyemi');
  await expect(arrow).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('list', { name: 'Links' })).toContainText('Hollin Park');
});
