import { listenTo } from '../heard.ts';
import { expect, expectNoViolations, test } from '../test.ts';

// Axe is asked of many states.
test.slow();

test('the library, the import, export and settings screens and wrong addresses have no violations', async ({
  page,
  library,
  importing,
}) => {
  await library.open();
  await expectNoViolations(page);
  await page.getByRole('searchbox', { name: 'Search articles' }).fill('nothing like it');
  await expect(page.getByText('No article matches.')).toBeVisible();
  await expectNoViolations(page);
  await page.goto('#/import');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  await expectNoViolations(page);
  await importing.choose(
    { name: 'good.txt', mimeType: 'text/plain', buffer: Buffer.from('A council met.\nIt voted.') },
    { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('[]') },
  );
  await expectNoViolations(page);
  await importing.import();
  await expectNoViolations(page);
  await page.goto('#/export');
  await expect(page.getByRole('button', { name: 'Download' })).toBeVisible();
  await expectNoViolations(page);
  await page.goto('#/settings');
  await expect(page.getByRole('heading', { name: 'Annotator' })).toBeVisible();
  await expectNoViolations(page);
  await page.goto('#/annotate/deadbeef');
  await expect(page.getByRole('heading', { name: 'This article cannot be opened' })).toBeVisible();
  await expectNoViolations(page);
  await page.goto('#/nothing-here');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expectNoViolations(page);
});

test('the annotate screen has no violations in any state and on a phone, and a screen reader hears its spans and each edit once', async ({
  page,
  library,
  annotate,
}) => {
  await library.open();
  await library.openArticle(/Mossford/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page);
  await annotate.giveName('Ada');
  await expectNoViolations(page);
  const heard = await listenTo(page);
  await annotate.clickOn('I have walked past');
  await page.keyboard.press('3');
  await page.keyboard.press('2');
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await annotate.expectSaved();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Alt+s');
  // That all is saved is said after the last of several edits, and on a slow machine between them as well.
  const saved = 'All is saved.';
  await expect.poll(async () => (await heard()).at(-1)).toBe(saved);
  expect((await heard()).filter((words) => words !== saved)).toEqual([
    expect.stringMatching(/^Quote added: .* … /),
    expect.stringMatching(/^Claim added: /),
    'Entity added: Mayor Ilse Tarrant',
    'Undone: adding a span.',
    'Redone: adding a span.',
    'Spans are told to a screen reader.',
  ]);
  await expectNoViolations(page);
  // The spans are told in the text, in the order of reading, and in the list.
  await expect(annotate.article.getByRole('paragraph').nth(1)).toMatchAriaSnapshot(`
    - paragraph:
      - text: "[Claim starts] [Quote starts]"
      - mark: “I have walked past that mark every day of my life,”
      - text: "[Quote pauses]"
      - mark: said
      - text: "[Entity starts]"
      - mark: Mayor Ilse Tarrant
      - text: "[Entity ends]"
      - mark: ","
      - text: "[Quote goes on]"
      - mark: “and I never thought I would see it under water.”
      - text: "[Quote ends] [Claim ends]"
  `);
  await expect(page.getByRole('list', { name: 'Spans', exact: true })).toMatchAriaSnapshot(`
    - list "Spans":
      - listitem:
        - button /^“I have walked .* Claim no claimant$/
      - listitem:
        - button /^“I have walked .* Quote 2 fragments no speaker$/
      - listitem:
        - button "Mayor Ilse Tarrant Entity"
  `);
  await annotate.selectWords('No deaths were reported');
  await expectNoViolations(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');

  await library.open();
  await library.openArticle(/سيدي/);
  await page.keyboard.press('1');
  await expectNoViolations(page);

  // On a phone labels and spans are in reach.
  await page.setViewportSize({ width: 390, height: 844 });
  await library.open();
  await expectNoViolations(page);
  await library.openArticle(/Mossford/);
  await annotate.clickOn('Kestrel Weir');
  await annotate.label('Entity').click();
  await annotate.button('Show spans').click();
  await expect(annotate.spans).toHaveCount(4);
  await expect(annotate.spans.filter({ hasText: 'Kestrel Weir' })).toBeVisible();
  await expectNoViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
