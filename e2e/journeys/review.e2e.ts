import { type Page } from '@playwright/test';
import { annotatedTram, ANNOTATORS, TRAM_TITLE, tramText } from '../review-project.ts';
import { type ReviewPage } from '../screens/review-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

/** What each group costs by keyboard, in the order in which the review goes through them, and what it puts into gold. */
const BY_KEYBOARD: readonly {
  readonly group: string;
  readonly keys: readonly string[];
  readonly gold: readonly string[];
}[] = [
  { group: 'Mayor Ruth Adeyemi', keys: ['Enter'], gold: ['entity: Ruth Adeyemi'] },
  { group: '31.8 percent', keys: ['Enter'], gold: ['entity: 31.8 percent'] },
  { group: 'Councillor Tom Bracken', keys: ['2', 'Enter'], gold: ['entity: Councillor Tom Bracken'] },
  { group: 'I have sat through four presentations', keys: ['x'], gold: [] },
  { group: 'Pellworth Transit Authority', keys: ['Enter'], gold: ['entity: Pellworth Transit Authority'] },
  {
    group: 'a tunnel under Market Street',
    keys: ['s'],
    gold: ['claim: a tunnel under Market Street', 'claim: the council had itself requested in 2022'],
  },
  {
    group: 'Twenty buses an hour',
    keys: ['u'],
    gold: ['claim: Twenty buses an hour already leave Central Station for Hollin Park in the morning peak'],
  },
  { group: 'Wexcombe University', keys: ['Enter'], gold: ['entity: Wexcombe University'] },
];

const UNANIMOUS = [
  'entity: Central Station',
  'quote: "This is a vote for people who do not own a car,"',
  'quote: "Two pounds ten,"',
];

/** A decision of the review log as it is on the disk. */
interface Decided {
  readonly verdict: string;
  readonly isBlind: boolean;
  readonly supersedes: readonly string[];
  readonly spans: readonly {
    readonly label: string;
    readonly ranges: readonly { readonly from: number; readonly to: number }[];
  }[];
}

test('three people’s annotations are reviewed by keyboard alone, undone after a reload, and opened again by an edit', async ({
  page,
  importing,
  reviewing,
  annotate,
  feedback,
}) => {
  test.setTimeout(180_000);
  await importing.choose(...ANNOTATORS.map((name) => annotatedTram(name)));
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
  await answerName(page);
  await expect(reviewing.groups).toHaveCount(12);
  await expect(reviewing.article).toBeFocused();

  for (const { group, keys } of BY_KEYBOARD) {
    await expect(reviewing.card).toContainText(group);
    expect(keys.length).toBeLessThanOrEqual(2);
    const left = (await openGroups(reviewing)).length;
    for (const key of keys) await page.keyboard.press(key);
    await expect.poll(async () => (await openGroups(reviewing)).length).toBeLessThan(left);
  }
  // What everybody agrees on goes in at once: the dialog says how many, Enter is on its button.
  await page.keyboard.press('Alt+a');
  await expect(reviewing.dialog).toContainText('It would decide 3 groups.');
  await expect(reviewing.dialog.getByRole('button', { name: 'Decide 3 groups' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(reviewing.dialog).toBeHidden();
  await expect.poll(() => openGroups(reviewing)).toEqual([]);

  // A span that nobody had marked.
  await reviewing.article.focus();
  await annotate.walkTo('Eastgate');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('1');
  await reviewing.expectSaved();
  const expected = [...BY_KEYBOARD.flatMap(({ gold }) => gold), ...UNANIMOUS, 'entity: Eastgate'].toSorted();
  await expect.poll(() => goldOnDisk(page)).toEqual(expected);

  // One decision is undone after a reload, from the log alone, and done again.
  await page.reload();
  await expect(reviewing.groups).toHaveCount(13);
  await page.keyboard.press('z');
  await expect.poll(() => goldOnDisk(page)).toEqual(expected.filter((span) => span !== 'entity: Eastgate'));
  await page.keyboard.press('Shift+Z');
  await expect.poll(() => goldOnDisk(page)).toEqual(expected);
  expect(await page.evaluate(() => document.documentElement.dataset['pointed'])).toBeUndefined();

  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/review$/);
  await expect(page.locator('#main')).toBeFocused();
  await expect(reviewing.row(TRAM_TITLE)).toContainText('Finished');

  // An annotator’s later edit opens its group again, and no other; gold stays until somebody decides.
  const change = new Map([['entity: Mayor Ruth Adeyemi', 'entity: Adeyemi']]);
  await importing.choose(annotatedTram('Ann Bell', change, '2025-05-01T10:00:00.000Z'));
  await importing.import();
  await reviewing.openQueue();
  await expect(reviewing.row(TRAM_TITLE)).toContainText('1 changed');
  await reviewing.row(TRAM_TITLE).getByRole('link').click();
  await expect.poll(() => openGroups(reviewing)).toHaveLength(1);
  await expect(reviewing.card).toContainText('“Mayor Ruth Adeyemi” → “Adeyemi”');
  expect(await goldOnDisk(page)).toEqual(expected);
  await page.keyboard.press('y');
  await expect.poll(() => openGroups(reviewing)).toEqual([]);
  expect(await goldOnDisk(page)).toEqual(expected);

  // Decided differently, it is what the annotator is shown beside the own span.
  await expect(reviewing.card).toContainText('Ruth Adeyemi');
  await page.keyboard.press('e');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await reviewing.expectSaved();
  const changed = expected.map((span) => (span === 'entity: Ruth Adeyemi' ? 'entity: Mayor Ruth Adeyemi' : span));
  await expect.poll(() => goldOnDisk(page)).toEqual(changed.toSorted());
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/review$/);
  await feedback.open();
  await page.getByRole('button', { name: 'I am Ann Bell' }).click();
  await feedback.openArticle(TRAM_TITLE);
  await expect(page.locator('#main')).toBeFocused();
  await feedback.entries.getByRole('button', { name: 'Adeyemi' }).click();
  await expect(feedback.card('Boundary changed').locator('ins')).toHaveText('Mayor Ruth ');
});

test('the queue, the article and the policies have no violations', async ({ page, importing, reviewing }) => {
  test.setTimeout(120_000);
  await importing.choose(...ANNOTATORS.map((name) => annotatedTram(name)));
  await importing.import();
  await reviewing.openQueue();
  await expect(reviewing.row(TRAM_TITLE)).toContainText('To review');
  await expectNoViolations(page);
  await reviewing.row(TRAM_TITLE).getByRole('link').click();
  await answerName(page);
  await expect(reviewing.groups).toHaveCount(12);
  await expectNoViolations(page);
  await page.keyboard.press('v');
  await page.keyboard.press('Enter');
  await page.keyboard.press('e');
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+a');
  await expect(reviewing.dialog).toContainText('It would decide');
  await expectNoViolations(page);
});

test('on a phone the signs in the margin lie wholly inside the window', async ({ page, importing, reviewing }) => {
  await importing.choose(...ANNOTATORS.map((name) => annotatedTram(name)));
  await importing.import();
  await page.setViewportSize({ width: 390, height: 844 });
  await reviewing.openQueue();
  await reviewing.row(TRAM_TITLE).getByRole('link').click();
  await expect(reviewing.groups).toHaveCount(12);
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

test('names are hidden until they are shown, and the log tells', async ({ page, importing, reviewing }) => {
  await importing.choose(...ANNOTATORS.map((name) => annotatedTram(name)));
  await importing.import();
  await reviewing.openQueue();
  await reviewing.row(TRAM_TITLE).getByRole('link').click();
  await answerName(page);
  await expect(reviewing.groups).toHaveCount(12);
  await expect(reviewing.card).not.toContainText('Bo Chen');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show names' }).click();
  await expect(reviewing.card).toContainText('Bo Chen');
  await reviewing.article.focus();
  await page.keyboard.press('x');
  await reviewing.expectSaved();
  await expect.poll(async () => (await logOnDisk(page)).map(({ isBlind }) => isBlind)).toEqual([true, false]);
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
  await importing.choose(...ANNOTATORS.map((name) => annotatedTram(name)));
  await importing.import();
  await reviewing.openQueue();
  await reviewing.row(TRAM_TITLE).getByRole('link').click();
  await expect(reviewing.groups).toHaveCount(12);
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
  await expect.poll(() => goldOnDisk(page)).toContain('claim: Eastgate');
});

/** The groups that are not decided, as the list has them. */
async function openGroups(reviewing: ReviewPage): Promise<readonly string[]> {
  return (await reviewing.listed()).filter((line) => !/(?<!un)decided$|left out$/.test(line));
}

/** The dialog for the reviewer’s name comes with the first article that is annotated, not with a review. */
async function answerName(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Every decision in the database, oldest first. */
async function logOnDisk(page: Page): Promise<readonly (Decided & { readonly id: string })[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('spanmark');
        opening.addEventListener('error', () => {
          reject(new Error('the database cannot be opened'));
        });
        opening.addEventListener('success', () => {
          const database = opening.result;
          const reading = database.transaction('decisions').objectStore('decisions').getAll();
          reading.addEventListener('success', () => {
            database.close();
            resolve(reading.result as never);
          });
        });
      }),
  );
}

/** Gold as the log on the disk gives it, span by span as `label: words`, sorted. */
async function goldOnDisk(page: Page): Promise<readonly string[]> {
  const log = await logOnDisk(page);
  const text = tramText();
  const superseded = new Set<string>();
  const counting = log.toReversed().filter(({ id, supersedes }) => {
    if (superseded.has(id)) return false;
    for (const earlier of supersedes) superseded.add(earlier);
    return true;
  });
  return counting
    .flatMap(({ spans }) => spans)
    .map(({ label, ranges }) => `${label}: ${ranges.map(({ from, to }) => text.slice(from, to)).join(' … ')}`)
    .toSorted();
}
