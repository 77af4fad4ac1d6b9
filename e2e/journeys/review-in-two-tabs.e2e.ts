import { type Page } from '@playwright/test';
import { countingOnDisk, goldOnDisk } from '../gold-on-disk.ts';
import { tramArticle } from '../review-project.ts';
import { type ImportPage } from '../screens/import-page.ts';
import { ReviewPage } from '../screens/review-page.ts';
import { expect, test } from '../test.ts';
import { expectTram, importTram, openTram } from '../tram-review.ts';

const TRAM = tramArticle();

/** The review of the tram in two tabs of one browser. */
async function openTwice(page: Page, importing: ImportPage): Promise<{ readonly second: Page }> {
  await importTram(importing);
  await openTram(new ReviewPage(page));
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expectTram(new ReviewPage(second));
  return { second };
}

/** The states of the groups that the list shows for these words. */
async function stateOf(reviewing: ReviewPage, words: string): Promise<string> {
  return (await reviewing.listed()).find((line) => line.includes(words)) ?? '';
}

test('what is decided in one tab is seen in the other, where nothing that was going on is lost', async ({
  page,
  importing,
  reviewing,
}) => {
  const { second } = await openTwice(page, importing);
  const there = new ReviewPage(second);
  await expect(there.card).toContainText('Mayor Ruth Adeyemi');
  await second.keyboard.press('2');
  await second.keyboard.press('c');
  await second.keyboard.type('A title is no name');

  await page.bringToFront();
  await page.keyboard.press('n');
  await expect(reviewing.card).toContainText('31.8 percent');
  await page.keyboard.press('Enter');
  await expect.poll(() => stateOf(there, '31.8 percent')).toMatch(/, decided$/);
  await expect(there.card).toContainText('Mayor Ruth Adeyemi');
  await expect(there.comment).toHaveValue('A title is no name');
  await expect(there.comment).toBeFocused();
  expect(await there.proposals.nth(1).getAttribute('aria-pressed')).toBe('true');

  // A change goes on although the other tab decides the very same group, and takes its place when it is saved.
  await second.bringToFront();
  await second.keyboard.press('Escape');
  await second.keyboard.press('e');
  await page.bringToFront();
  for (const key of ['Shift+N', 'x']) await page.keyboard.press(key);
  await expect.poll(() => stateOf(there, 'Ruth Adeyemi')).toMatch(/left out$/);
  await second.bringToFront();
  await expect(there.card.getByRole('button', { name: /Put into gold/ })).toBeVisible();
  await second.keyboard.press('Enter');
  await expect.poll(() => goldOnDisk(page, TRAM)).toEqual(['entity: 31.8 percent', 'entity: Mayor Ruth Adeyemi']);
  await expect.poll(() => stateOf(reviewing, 'Ruth Adeyemi')).toMatch(/, decided$/);
  expect(await countingOnDisk(page, TRAM)).toHaveLength(2);
});

test('a group that both tabs decide at the same moment is in gold once, and is asked about until it is settled', async ({
  page,
  importing,
  reviewing,
}) => {
  const { second } = await openTwice(page, importing);
  const there = new ReviewPage(second);
  // Neither can have heard of the other: both keys are pressed before either tab answers.
  await Promise.all([page.keyboard.press('Enter'), second.keyboard.press('x')]);
  await expect.poll(async () => (await countingOnDisk(page, TRAM)).length).toBeGreaterThan(0);
  await reviewing.expectSaved();
  await there.expectSaved();
  const gold = await goldOnDisk(page, TRAM);
  const states = (): Promise<readonly string[]> =>
    Promise.all([stateOf(reviewing, 'Ruth Adeyemi'), stateOf(there, 'Ruth Adeyemi')]);
  const isOne = (await countingOnDisk(page, TRAM)).length === 1;
  await expect
    .poll(async () => new Set((await states()).map((line) => line.replace(/^.*, /, ''))).size, 'both tabs say the same')
    .toBe(1);
  if (!isOne) {
    await expect
      .poll(states)
      .toEqual([expect.stringMatching(/changed since$/), expect.stringMatching(/changed since$/)]);
    await page.keyboard.press('Shift+N');
    await expect(reviewing.card).toContainText('This was decided in another tab before.');
    await page.keyboard.press('y');
  }
  await expect.poll(async () => (await countingOnDisk(page, TRAM)).length).toBe(1);
  expect(gold.length).toBeLessThanOrEqual(1);
  await expect.poll(states).not.toContainEqual(expect.stringMatching(/changed since$/));
});

test('what one tab undoes the other sees undone, does not undo again, and can do again', async ({
  page,
  importing,
  reviewing,
}) => {
  const { second } = await openTwice(page, importing);
  const there = new ReviewPage(second);
  const decided = /, decided$/;
  await page.keyboard.press('Enter');
  await expect.poll(() => stateOf(there, 'Ruth Adeyemi')).toMatch(decided);
  await second.keyboard.press('z');
  await expect(there.notice).toContainText('Undone:');
  await expect.poll(() => stateOf(reviewing, 'Ruth Adeyemi')).toMatch(/undecided$/);
  await page.keyboard.press('z');
  await expect(reviewing.notice).toContainText('Somebody has changed that since.');
  await page.keyboard.press('Shift+Z');
  await expect.poll(() => stateOf(there, 'Ruth Adeyemi')).toMatch(decided);
  await expect.poll(() => goldOnDisk(page, TRAM)).toEqual(['entity: Ruth Adeyemi']);

  // What is decided on goes into the same log, in its order.
  await second.keyboard.press('n');
  await second.keyboard.press('Enter');
  await expect.poll(() => goldOnDisk(page, TRAM)).toHaveLength(2);
  // What the other tab decided is taken back first, once this one has heard of it.
  const decidedHere = async (): Promise<number> =>
    (await reviewing.listed()).filter((line) => decided.test(line)).length;
  for (const left of [2, 1]) {
    await expect.poll(decidedHere).toBe(left);
    await page.keyboard.press('z');
  }
  await expect.poll(() => goldOnDisk(page, TRAM)).toEqual([]);
  await expect.poll(async () => (await there.listed()).filter((line) => decided.test(line))).toEqual([]);
});
