import { type Page } from '@playwright/test';
import { goldOnDisk, logOnDisk } from '../gold-on-disk.ts';
import {
  annotatedSeeds,
  annotatedTram,
  type ScriptedArticle,
  scriptedArticles,
  TRAM_TITLE,
  tramArticle,
} from '../review-project.ts';
import { ANNOTATORS } from '../review-script.ts';
import { type ReviewPage } from '../screens/review-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';
import { expectTram, importTram, openTram } from '../tram-review.ts';

test('three people’s annotations are reviewed by keyboard alone, undone after a reload, and opened again by an edit', async ({
  page,
  importing,
  reviewing,
  annotate,
  feedback,
}) => {
  const tram = tramArticle();
  const others = scriptedArticles().filter(({ title }) => title !== TRAM_TITLE);
  await importing.choose(...ANNOTATORS.map((name) => annotatedSeeds(name)));
  await importing.import();
  await reviewing.openQueue();
  const row = reviewing.row(TRAM_TITLE);
  await expect(row).toContainText('3 of 3');
  await expect(row).toContainText('To review');
  await page.addInitScript(() => {
    addEventListener('pointerdown', (event) => {
      if (event.isTrusted && event.pointerType !== '') document.documentElement.dataset['pointed'] = 'yes';
    });
  });
  await row.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expectTram(reviewing);
  await expect(reviewing.article).toBeFocused();
  const pressed = [await settleByKeyboard(page, reviewing, tram)];

  // A span that nobody had marked.
  await reviewing.article.focus();
  await annotate.walkTo('Eastgate');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('1');
  await reviewing.expectSaved();
  const expected = [...goldOfScript(tram), 'entity: Eastgate'].toSorted();
  await expect.poll(() => goldOnDisk(page, tram)).toEqual(expected);

  // One decision is undone after a reload, from the log alone, and done again.
  await page.reload();
  await expect(reviewing.groups).toHaveCount(13);
  await page.keyboard.press('z');
  await expect.poll(() => goldOnDisk(page, tram)).toEqual(expected.filter((span) => span !== 'entity: Eastgate'));
  await page.keyboard.press('Shift+Z');
  await expect.poll(() => goldOnDisk(page, tram)).toEqual(expected);

  // From here on “finish and next” goes from article to article, in whatever order the queue has.
  const waiting = new Map(others.map((article) => [article.title, article]));
  let last = tram.title;
  await page.keyboard.press('Control+Enter');
  while (waiting.size > 0) {
    await expect(reviewing.title).not.toHaveText(last);
    last = (await reviewing.title.textContent()) ?? '';
    const article = waiting.get(last)!;
    waiting.delete(article.title);
    pressed.push(await settleByKeyboard(page, reviewing, article));
    await page.keyboard.press('Control+Enter');
  }
  await expect(page).toHaveURL(/#\/review$/);
  await expect(page.locator('#main')).toBeFocused();
  for (const article of [tram, ...others]) await expect(reviewing.row(article.title)).toContainText('Finished');
  for (const article of others) expect(await goldOnDisk(page, article), article.title).toEqual(goldOfScript(article));
  expect(await page.evaluate(() => document.documentElement.dataset['pointed'])).toBeUndefined();
  reportKeys(pressed);

  // An annotator’s later edit opens its group again, and no other; gold stays until somebody decides.
  const change = new Map([['entity: Mayor Ruth Adeyemi', 'entity: Adeyemi']]);
  await importing.choose(annotatedTram('Ann Bell', change, '2025-05-01T10:00:00.000Z'));
  await importing.import();
  await reviewing.openQueue();
  await expect(reviewing.row(TRAM_TITLE)).toContainText('1 changed');
  await reviewing.row(TRAM_TITLE).getByRole('link').click();
  await expect.poll(() => openGroups(reviewing)).toHaveLength(1);
  await expect(reviewing.card).toContainText('“Mayor Ruth Adeyemi” → “Adeyemi”');
  expect(await goldOnDisk(page, tram)).toEqual(expected);
  await page.keyboard.press('y');
  await expect.poll(() => openGroups(reviewing)).toEqual([]);
  expect(await goldOnDisk(page, tram)).toEqual(expected);

  // Decided differently, it is what the annotator is shown beside the own span.
  await expect(reviewing.card).toContainText('Ruth Adeyemi');
  await page.keyboard.press('e');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await reviewing.expectSaved();
  const changed = expected.map((span) => (span === 'entity: Ruth Adeyemi' ? 'entity: Mayor Ruth Adeyemi' : span));
  await expect.poll(() => goldOnDisk(page, tram)).toEqual(changed.toSorted());
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/review$/);
  await feedback.open();
  await page.getByRole('button', { name: 'I am Ann Bell' }).click();
  await feedback.openArticle(TRAM_TITLE);
  await expect(page.locator('#main')).toBeFocused();
  await feedback.entries.getByRole('button', { name: 'Adeyemi' }).click();
  await expect(feedback.card('Boundary changed').locator('ins')).toHaveText('Mayor Ruth ');
});

test('names are hidden until they are shown, no state has violations, and the signs lie inside a phone’s window', async ({
  page,
  importing,
  reviewing,
}) => {
  await importTram(importing);
  await reviewing.openQueue();
  await expect(reviewing.row(TRAM_TITLE)).toContainText('To review');
  await expectNoViolations(page);
  await openTram(reviewing);
  await expectNoViolations(page);
  await expect(reviewing.card).not.toContainText('Bo Chen');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show names' }).click();
  await expect(reviewing.card).toContainText('Bo Chen');
  await reviewing.article.focus();
  await page.keyboard.press('x');
  await reviewing.expectSaved();
  await expect.poll(async () => (await logOnDisk(page)).map(({ isBlind }) => isBlind)).toEqual([true, false]);
  await page.keyboard.press('v');
  await page.keyboard.press('Enter');
  await page.keyboard.press('e');
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+a');
  await expect(reviewing.dialog).toContainText('It would decide');
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(reviewing.dialog).toBeHidden();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(reviewing.signs.first()).toBeVisible();
  const boxes = await reviewing.signs.evaluateAll((signs) =>
    signs
      .filter((sign) => sign.getClientRects().length > 0)
      .map((sign) => {
        const { left, right } = sign.getBoundingClientRect();
        return { left, right };
      }),
  );
  expect(boxes.length).toBeGreaterThan(3);
  for (const { left, right } of boxes) {
    expect(right).toBeLessThanOrEqual(390 - 8);
    expect(left).toBeGreaterThan(350);
  }
});

test('values and links are chosen by keyboard while a proposal is changed, and go into gold with it', async ({
  page,
  importing,
  reviewing,
}) => {
  await importTram(importing);
  await openTram(reviewing);
  // Reasons and a comment wait for the decision, also while another group is looked at and after a reload.
  await page.keyboard.press('r');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.keyboard.type('As in the guidelines');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(reviewing.comment).toHaveValue('');
  await page.reload();
  await expect(reviewing.card).toContainText('Mayor Ruth Adeyemi');
  await expect(reviewing.comment).toHaveValue('As in the guidelines');
  await expect(reviewing.card.getByRole('button', { name: 'Boundary convention' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  // The name is another one of Tom Bracken’s, who has not been decided about yet.
  await page.keyboard.press('e');
  await page.keyboard.press('Shift+P');
  await page.keyboard.press('l');
  await expect(reviewing.linkField).toBeFocused();
  await page.keyboard.type('bracken');
  await expect(reviewing.card.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await expectNoViolations(page);
  await page.keyboard.press('Enter');
  await expect(reviewing.article).toBeFocused();
  await page.keyboard.press('l');
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  const links = reviewing.card.getByRole('list', { name: 'Links' }).getByRole('listitem');
  await expect(links).toHaveCount(2);
  // One of the two is taken away again, and the focus stays near.
  await links.filter({ hasNotText: 'Bracken' }).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(links).toHaveCount(1);
  await expect(reviewing.linkField).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await reviewing.expectSaved();
  const [decision] = await logOnDisk(page);
  expect(decision).toMatchObject({
    verdict: 'adjust',
    reasons: ['boundary-convention'],
    comment: 'As in the guidelines',
    spans: [{ attributes: [{ id: 'type', value: 'person' }], links: [{ type: 'same-as' }] }],
  });
});

test('the palette offers what can be done in the review, and does it in the text', async ({
  page,
  importing,
  reviewing,
  annotate,
}) => {
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const choose = async (query: string, name: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill(query);
    await expect(palette.getByRole('option').first()).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
  };
  await importTram(importing);
  await openTram(reviewing);
  await choose('leave out', 'Leave out');
  await expect(reviewing.notice).toContainText('Left out of gold.');
  await expect(reviewing.article).toBeFocused();
  await choose('take back', 'Take a decision back');
  await expect(reviewing.notice).toContainText('Undone:');
  await choose('comment', 'Write a comment');
  await expect(reviewing.comment).toBeFocused();
  await page.keyboard.press('Escape');

  // Nothing has changed since a decision, and no words are selected.
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('option', { name: 'Keep the decision' })).toHaveCount(0);
  await expect(palette.getByRole('option', { name: /^Tag as/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await annotate.walkTo('Eastgate');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await choose('tag claim', 'Tag as Claim');
  await expect.poll(() => goldOnDisk(page, tramArticle())).toContain('claim: Eastgate');
});

/** The groups that are not decided, as the list has them. */
async function openGroups(reviewing: ReviewPage): Promise<readonly string[]> {
  return (await reviewing.listed()).filter((line) => !/(?<!un)decided$|left out$/.test(line));
}

/** What a review of an article cost: keys pressed, and the groups on which not all agreed. */
interface Pressed {
  readonly keys: number;
  readonly conflicts: number;
}

/** Settles every group of the article as the script says, each with at most two keys, then those that all agree on at once. */
async function settleByKeyboard(page: Page, reviewing: ReviewPage, { script }: ScriptedArticle): Promise<Pressed> {
  const conflicts = script.filter(({ keys }) => keys.length > 0);
  let pressed = 0;
  for (const { said, keys } of conflicts) {
    const [words = ''] = said.filter((each) => each !== '–').map((each) => /^\w+: ([^|+]*[^|+ ])/.exec(each)![1]!);
    await expect(reviewing.card).toContainText(words);
    expect(keys.length).toBeLessThanOrEqual(2);
    // What is settled makes way for the next one.
    for (const key of keys) await page.keyboard.press(key);
    pressed += keys.length;
  }
  const unanimous = script.length - conflicts.length;
  await expect.poll(async () => (await openGroups(reviewing)).length).toBe(unanimous);
  // What everybody agrees on goes in at once: the dialog says how many, Enter is on its button.
  await page.keyboard.press('Alt+a');
  await expect(reviewing.dialog).toContainText(`It would decide ${unanimous} groups.`);
  await expect(reviewing.dialog.getByRole('button', { name: `Decide ${unanimous} groups` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(reviewing.dialog).toBeHidden();
  await expect.poll(() => openGroups(reviewing)).toEqual([]);
  return { keys: pressed, conflicts: conflicts.length };
}

/** Says in the report of the run how many keys a conflict cost. */
function reportKeys(pressed: readonly Pressed[]): void {
  const sum = (of: (each: Pressed) => number): number => pressed.reduce((total, each) => total + of(each), 0);
  const [keys, conflicts] = [sum((each) => each.keys), sum((each) => each.conflicts)];
  const description = `${(keys / conflicts).toFixed(2)} (${keys} for ${conflicts} in ${pressed.length} articles)`;
  test.info().annotations.push({ type: 'keystrokes per conflict', description });
  process.stdout.write(`Keystrokes per conflict: ${description}\n`);
}

/** Gold as the script has it, sorted. */
function goldOfScript({ script }: ScriptedArticle): readonly string[] {
  return script.flatMap(({ gold }) => gold).toSorted();
}
