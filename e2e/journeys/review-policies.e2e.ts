import { countingOnDisk, goldOnDisk, logOnDisk } from '../gold-on-disk.ts';
import { annotatedSeeds, scriptedArticles, TRAM_TITLE, tramArticle } from '../review-project.ts';
import { ANNOTATORS } from '../review-script.ts';
import { expect, expectNoViolations, test } from '../test.ts';
import { importTram, openTram } from '../tram-review.ts';

test('a policy over all articles is counted first, leaves a share to be looked at, and is taken back with one key', async ({
  page,
  importing,
  reviewing,
}) => {
  const articles = scriptedArticles();
  const unanimous = articles.flatMap(({ script }) => script.filter(({ keys }) => keys.length === 0));
  await importing.choose(...ANNOTATORS.map((name) => annotatedSeeds(name)));
  await importing.import();
  await reviewing.openQueue();
  await expect(reviewing.row(TRAM_TITLE)).toContainText('3 unanimous');

  await page.getByRole('button', { name: 'Accept by a policy' }).click();
  await expect(reviewing.dialog).toContainText(
    `It would decide ${unanimous.length} groups in ${articles.length} articles.`,
  );
  await reviewing.dialog.getByRole('combobox', { name: 'Spot check' }).selectOption('10% stay open');
  const checked = Math.round(unanimous.length * 0.1);
  await expect(reviewing.dialog).toContainText(`${checked} groups would stay open for the spot check.`);
  expect(await logOnDisk(page)).toEqual([]);
  const decided = unanimous.length - checked;
  await reviewing.dialog.getByRole('button', { name: `Decide ${decided} groups` }).click();
  await expect(reviewing.dialog).toBeHidden();
  await expect(reviewing.notice).toContainText(`${decided} groups in`);
  const counting = async (): Promise<number> => {
    const each = await Promise.all(articles.map((article) => countingOnDisk(page, article)));
    return each.flat().length;
  };
  expect(await counting()).toBe(decided);

  // One key, in whatever article, after a reload too.
  const one = (await logOnDisk(page))[0]!.articleId;
  await page.goto(`#/review/${one}`);
  await page.reload();
  await expect(reviewing.groups.first()).toBeVisible();
  await page.keyboard.press('z');
  await expect(reviewing.notice).toContainText(`Undone: ${decided} decisions in`);
  await expect.poll(counting).toBe(0);
});

test('how much of the words must be the same is chosen, and what that decides changes with it', async ({
  page,
  importing,
  reviewing,
}) => {
  await importTram(importing);
  await openTram(reviewing);
  await page.keyboard.press('Alt+a');
  await reviewing.dialog
    .getByRole('combobox', { name: 'Policy', exact: true })
    .selectOption({ value: 'word-agreement' });
  const share = reviewing.dialog.getByRole('combobox', { name: 'At least' });
  await share.selectOption('60% of the words');
  // Those that are the same, and the mayor with and without her title.
  await expect(reviewing.dialog).toContainText('It would decide 4 groups.');
  await share.selectOption('90% of the words');
  await expect(reviewing.dialog).toContainText('It would decide 3 groups.');
  await expectNoViolations(page);
  await share.selectOption('60% of the words');
  await reviewing.dialog.getByRole('button', { name: 'Decide 4 groups' }).click();
  await expect.poll(() => goldOnDisk(page, tramArticle())).toContain('entity: Ruth Adeyemi');
  expect((await countingOnDisk(page, tramArticle())).length).toBe(4);
});

test('the progress is in sight wherever the text is scrolled to, wide and narrow', async ({
  page,
  importing,
  reviewing,
}) => {
  await importTram(importing);
  await openTram(reviewing);
  const progress = page.getByRole('progressbar', { name: 'Decided' });
  for (const [width, open] of [
    [1440, 9],
    [390, 8],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    for (const at of [0, 600, 2000]) {
      await page.evaluate((top) => {
        scrollTo(0, top);
      }, at);
      await expect(progress).toBeInViewport({ ratio: 1 });
      await expect(page.getByText(new RegExp(`${open} open`))).toBeInViewport({ ratio: 1 });
    }
    await page.keyboard.press('x');
    await expect(page.getByText(new RegExp(`${open - 1} open .* ${10 - open} decided`))).toBeInViewport();
  }
});
