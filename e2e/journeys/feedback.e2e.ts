import { type Browser, type Page } from '@playwright/test';
import { downloadedBy } from '../downloaded.ts';
import { reviewedProject } from '../reviewed-project.ts';
import { type ChosenFile, ImportPage } from '../screens/import-page.ts';
import { LibraryPage } from '../screens/library-page.ts';
import { SharePage } from '../screens/share-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const HARBOUR = 'Harbour vote';

function json(name: string, text: string): ChosenFile {
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** The same app in another person's browser. */
async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  return context.newPage();
}

test('finished work goes to a reviewer and comes back with what became of it, why, and without the colleagues’ names', async ({
  page,
  importing,
  sharing,
  feedback,
  threads,
  annotate,
  browser,
  baseURL,
}) => {
  // Rhea has imported what Ada and Bo Li sent, and reviewed it.
  const reviewing = await elsewhere(browser, baseURL);
  const hers = new ImportPage(reviewing);
  await hers.choose(json('reviewed.json', reviewedProject()));
  await hers.import();
  await expect(reviewing.getByText('2 annotators on 1 article:')).toBeVisible();
  await expect(reviewing.getByRole('link', { name: 'Start reviewing' })).toHaveAttribute('href', '#/review');
  const returning = new SharePage(reviewing);
  await returning.open();
  await returning.withUnfinished.check();
  await expect(returning.hidesNames).toBeChecked();
  const returned = await returning.returnTo('Ada');
  expect(returned.name).toBe('ada-reviewed-my-project.spanmark.json');
  expect(returned.json).not.toContain('Bo Li');
  expect(returned.json).toContain('took the title along');
  await reviewing.context().close();

  await importing.choose(json(returned.name, returned.json));
  await expect(importing.files).toContainText('5 decisions');
  await importing.import();
  await feedback.open();
  await page.getByRole('button', { name: 'I am Ada' }).click();
  await expect(feedback.articles).toHaveCount(1);
  await expect(page.locator('#main')).toBeFocused();
  await expect(feedback.articles.first()).toContainText('1 kept');
  await expectNoViolations(page);

  await feedback.openArticle(HARBOUR);
  await expect(feedback.entries).toHaveCount(4);
  await page.keyboard.press('j');
  await expect(feedback.place).toHaveText('1 of 4: Left out');
  await expect(feedback.card('Left out')).toContainText('A month is no entity.');
  await page.keyboard.press('j');
  await expect(feedback.card('Boundary changed').locator('ins')).toHaveText('Mayor ');
  await expect(feedback.card('Boundary changed')).toContainText(/Titles belong to names, as Annotator [A-Z] has it\./);
  await expect(threads.thread('took the title along')).toContainText('We take titles along from now on.');
  await expectNoViolations(page);
  await threads.answer('took the title along', 'So do I **now**.');
  await expect(threads.thread('took the title along').locator('strong')).toHaveText('now');
  await expect(threads.reply('took the title along')).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(feedback.card('Relabelled')).toContainText('the wrong label');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(feedback.card('Missed')).toContainText('Café Union');
  await feedback.show.selectOption('everything (5)');
  await expect(feedback.entries).toHaveCount(5);
  // A kept span that somebody asks about is among what is walked through.
  await feedback.entry('We will open').click();
  await page.getByLabel('Ask about it').fill('With the marks?');
  await page.getByRole('button', { name: 'Start a thread' }).click();
  await expect(feedback.entry('We will open')).toContainText('open thread');
  await feedback.show.selectOption('what differs or was talked about (5)');
  await page.keyboard.press('Escape');
  await feedback.entry('Café Union').click();
  await expect(feedback.card('Missed').getByRole('heading')).toBeInViewport();
  await annotate.clickOn('costs too');
  await expect(feedback.place).toHaveText(/: Relabelled$/);
  await feedback.card('Relabelled').getByRole('link', { name: 'Go to the span' }).click();
  await expect(page.getByRole('document', { name: HARBOUR })).toBeFocused();

  // Ada sends what she has done once more; her answer goes along.
  await sharing.open();
  await expect(sharing.part('Send to review')).toContainText('1 article done by Ada.');
  const sent = await sharing.sendToReview();
  expect(sent.name).toBe('ada-for-review-my-project.spanmark.json');
  expect(sent.json).toContain('So do I **now**.');
});

test('articles are assigned to three annotators, and each file lets one of them begin', async ({
  page,
  library,
  sharing,
  browser,
  baseURL,
}) => {
  await library.open();
  await sharing.open();
  await expect(sharing.part('Return')).toContainText('Nothing is reviewed yet.');
  await sharing.names.fill('Ada\nBo Li\nCy');
  await sharing.each.selectOption('2 people');
  const shares = await sharing.shares();
  expect(shares.map((share) => share.replace(/: \d+$/, ''))).toEqual(['Ada', 'Bo Li', 'Cy']);
  await expectNoViolations(page);
  const files = await sharing.assign();
  expect([...files.keys()]).toEqual(
    ['ada', 'bo-li', 'cy'].map((name) => `${name}-to-annotate-my-project.spanmark.json`),
  );

  const bos = await elsewhere(browser, baseURL);
  await new LibraryPage(bos).open();
  const importing = new ImportPage(bos);
  const [, [name, text]] = [...files] as [[string, string], [string, string]];
  await importing.choose(json(name, text));
  await expect(importing.files).toContainText('It was made for Bo Li');
  // The library here has the same samples; as a project the articles of the file are by themselves.
  await expect(bos.getByRole('button', { name: 'Import into this project instead' })).toBeVisible();
  await bos.getByRole('button', { name: 'Import as a new project' }).click();
  await bos.getByRole('button', { name: 'Annotate as Bo Li' }).click();
  await expect(bos.getByRole('row', { name: /Not started/i })).toHaveCount(Number(/\d+$/.exec(shares[1]!)![0]));
  await bos.getByRole('table').getByRole('link').first().click();
  await expect(bos.locator('article[role="document"]')).toBeVisible();
  await expect(bos.getByRole('dialog')).toBeHidden();
  await bos.goto('#/settings');
  await expect(bos.locator('option:checked', { hasText: 'Bo Li' })).toBeAttached();
  await bos.context().close();
});

test('a thread is started with T, kept while it is typed, marked in the list, and becomes a guideline question', async ({
  page,
  importing,
  library,
  annotate,
  threads,
}) => {
  await importing.choose(json('reviewed.json', reviewedProject()));
  await importing.import();
  await library.open();
  await library.openArticle(HARBOUR);
  await annotate.giveName('Cy');
  await annotate.clickOn('Café');
  await page.keyboard.press('1');
  await page.keyboard.press('t');
  await expect(threads.newThread('the span')).toBeFocused();
  await page.keyboard.type('With the article *the*?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('document', { name: HARBOUR })).toBeFocused();
  await annotate.expectSaved();
  await page.reload();
  await annotate.clickOn('Café');
  await expect(threads.newThread('the span')).toHaveValue('With the article *the*?');
  await page.keyboard.press('t');
  await page.getByRole('checkbox', { name: 'Guideline question' }).check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(annotate.button('Start a thread on the span')).toBeFocused();
  await expect(threads.thread('With the article').locator('em')).toHaveText('the');
  await expect(annotate.spans.getByRole('img', { name: 'has an open thread' })).toHaveCount(1);
  await expectNoViolations(page);

  await page.goto('#/guidelines');
  await page.getByRole('link', { name: 'Questions' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 questions' })).toBeVisible();
  const entities = page.getByRole('list', { name: 'Questions: Entity' });
  await expect(entities.getByRole('link', { name: HARBOUR })).toHaveCount(2);
  await expectNoViolations(page);
  await threads
    .thread('With the article')
    .getByRole('button', { name: /^Resolve/ })
    .click();
  await expect(page.getByRole('status').filter({ hasText: '1 question' })).toBeFocused();
  const markdown = await downloadedBy(page.getByRole('button', { name: 'Save as Markdown' }));
  expect(markdown.suggestedFilename()).toBe('my-project-guideline-questions.md');
  await threads
    .thread('took the title along')
    .getByRole('button', { name: /^Go to/ })
    .click();
  await expect(page.getByRole('document', { name: HARBOUR })).toBeFocused();
  await page.goto('#/questions');
  await page.getByRole('link', { name: 'Write the guideline of Entity' }).click();
  await expect(page.getByRole('textbox', { name: 'Text: Entity' })).toBeFocused();
});

/** What one annotator has marked, as a line of another tool's file. */
function row(by: string, words: string): string {
  const text = 'Ann Lee met Bo Marsh.';
  const from = text.indexOf(words);
  return JSON.stringify({ id: 1, text, label: [[from, from + words.length, 'entity']], Comments: [], annotator: by });
}

test('without anything to say, the screens tell what to do; files of several annotators end in a review', async ({
  page,
  importing,
  feedback,
  sharing,
}) => {
  await feedback.open();
  await expect(page.getByText('There is no feedback for Annotator yet.')).toBeVisible();
  await expectNoViolations(page);
  await page.goto('#/questions');
  await expect(page.getByText('Nobody has asked anything yet.')).toBeVisible();
  await sharing.open();
  await expect(sharing.part('Send to review')).toContainText('You have not marked any article as done.');

  const files = [
    ['ada', 'Ann Lee'],
    ['bo', 'Bo Marsh'],
    ['cy', 'Ann Lee'],
  ].map(([by, words]) => ({
    name: `${by}.jsonl`,
    mimeType: 'application/jsonl',
    buffer: Buffer.from(`${row(by!, words!)}\n`),
  }));
  await importing.choose(...files);
  await importing.import();
  await expect(page.getByText('3 annotators on 1 article:')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Start reviewing' })).toBeVisible();
});
