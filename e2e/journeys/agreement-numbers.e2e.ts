import { type Page } from '@playwright/test';
import {
  annotatorRows,
  articleRows,
  attributeRows,
  boundaryRows,
  confusionRows,
  curveRows,
  goldLabelRows,
  goldRows,
  headlineRows,
  labelRows,
  pairRows,
  printedAgreement,
  type PrintedReport,
  type Row,
  shownRows,
} from '../agreement-numbers.ts';
import { readFile } from 'node:fs/promises';
import { annotatedSeeds } from '../review-project.ts';
import { ANNOTATORS } from '../review-script.ts';
import { type ChosenFile } from '../screens/import-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';
import { writtenArticle, writtenBundle, writtenRange, writtenSpan } from '../written-bundle.ts';

/** The seeds as one of the three annotated them, an article a day: agreement over time needs times. */
function datedSeeds(name: (typeof ANNOTATORS)[number]): ChosenFile {
  const file = annotatedSeeds(name);
  if (typeof file === 'string') return file;
  const bundle = JSON.parse(file.buffer.toString()) as { readonly layers: readonly { changedAt: string }[] };
  for (const [day, layer] of bundle.layers.entries()) {
    layer.changedAt = `2025-04-${`${day + 1}`.padStart(2, '0')}T10:00:00.000Z`;
  }
  return { ...file, buffer: Buffer.from(JSON.stringify(bundle)) };
}

/** Without the heads of rows. */
function withoutHeads(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => row.slice(1));
}

test('every number of the screen is that of the command line', async ({ page, importing, exporting, agreement }) => {
  await importing.choose(...ANNOTATORS.map(datedSeeds));
  await importing.import();
  const bundle = await exporting.downloadAll();
  const printed = await printedAgreement(bundle);
  const report = JSON.parse(printed) as PrintedReport;
  await agreement.open();
  await expect(page.getByText(`3 annotators on ${report.counts.articles} articles`)).toBeVisible();
  const saved = await agreement.save('Everything (JSON)');
  expect(await readFile(await saved.path(), 'utf8')).toBe(printed);

  for (const scheme of ['strict', 'exact', 'partial', 'type', 'soft'] as const) {
    const field = page.getByLabel('What counts as the same');
    await field.selectOption(scheme);
    expect(await shownRows(page, 'Pairs of annotators'), scheme).toEqual(pairRows(report, scheme));
  }
  expect(withoutHeads(await shownRows(page, 'Labels'))).toEqual(labelRows(report));
  for (const pair of [undefined, ...report.pairs]) {
    for (const field of await page.getByRole('combobox', { name: 'Annotators', exact: true }).all()) {
      await field.selectOption(pair ? { label: pairName(report, pair) } : 'all');
    }
    const { confusion } = pair ?? report;
    expect(withoutHeads(await shownRows(page, 'Labels for the same thing'))).toEqual(confusionRows(confusion));
    expect(await shownRows(page, 'Boundaries')).toEqual(boundaryRows(pair ?? report));
  }
  expect(withoutHeads(await shownRows(page, 'Attributes'))).toEqual(attributeRows(report));
  expect(await shownRows(page, 'Annotators')).toEqual(annotatorRows(report));
  await page.getByRole('button', { name: /^Show \d+ more of/ }).click();
  expect(await shownRows(page, 'Articles')).toEqual(articleRows(report));
  expect(report.curve).not.toEqual([]);
  expect(withoutHeads(await shownRows(page, 'Over time'))).toEqual(curveRows(report));
  expect(withoutHeads(await shownRows(page, 'All figures about all labels'))).toEqual(headlineRows(report));
  await expectCards(page, report);
});

function pairName({ annotatorNames }: PrintedReport, { one, other }: PrintedReport['pairs'][number]): string {
  const [first, second] = [one, other].map((id) => annotatorNames.find((person) => person.id === id)!.name);
  return `${first!} and ${second!}`;
}

/** The cards say the same as the table of all figures, with their intervals in words. */
async function expectCards(page: Page, { headline }: PrintedReport): Promise<void> {
  const cards = [
    ['Span F1, strict', headline.f1.strict],
    ['Span F1, partial', headline.f1.partial],
    ['γ', headline.gamma!.gamma],
    ['uα', headline.unitizing],
  ] as const;
  for (const [name, { value, interval, articles }] of cards) {
    const card = page.getByRole('region', { name, exact: true });
    await expect(card.getByRole('button')).toHaveText(value!.toFixed(2));
    const words = `95 % interval ${interval!.low.toFixed(2)} to ${interval!.high.toFixed(2)}; ${articles} articles`;
    await expect(card).toContainText(words);
  }
}

const MET = 'Ann Lee met Bo Marsh in Rome.\n';
const AT = '2024-06-17T09:30:00.000Z';

/** Two people on one article: Ada has three names, Bo one of them and a part of another. */
function twoPeople(): ChosenFile {
  const article = writtenArticle('A meeting', MET);
  const by = (annotatorId: string, ...names: readonly string[]) => ({
    articleId: article.id,
    annotatorId,
    status: 'done',
    changedAt: AT,
    links: [],
    spans: names.map((name) => writtenSpan(name, 'entity', writtenRange(MET.indexOf(name), name), AT)),
  });
  const json = writtenBundle('My project', {
    annotators: [
      { id: 'ada', name: 'Ada' },
      { id: 'bo', name: 'Bo' },
    ],
    articles: [article],
    layers: [by('ada', 'Ann Lee', 'Bo Marsh', 'Rome'), by('bo', 'Ann Lee', 'Marsh')],
  });
  return { name: 'two.json', mimeType: 'application/json', buffer: Buffer.from(json) };
}

test('after review both annotators are compared with gold, number by number as on the command line', async ({
  page,
  importing,
  exporting,
  agreement,
  reviewing,
}) => {
  await importing.choose(twoPeople());
  await importing.import();
  await agreement.open();
  await expect(agreement.figure('Span F1, strict')).toContainText('0.40');
  await expect(page.getByText('1 article is reviewed.')).toHaveCount(0);

  // The reviewer takes all that Ada has.
  await reviewing.openQueue();
  await reviewing.row('A meeting').getByRole('link').click();
  await expect(reviewing.groups).toHaveCount(3);
  await expect(reviewing.article).toBeFocused();
  for (const words of ['Bo Marsh', 'Rome']) {
    await expect(reviewing.card).toContainText(words);
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
  }
  await expect(reviewing.card).toContainText('Ann Lee');
  await page.keyboard.press('Alt+a');
  await expect(reviewing.dialog).toContainText('It would decide 1 group.');
  await page.keyboard.press('Enter');
  await expect(reviewing.dialog).toBeHidden();
  await expect(page.getByText('2 annotators · 3 decided')).toBeVisible();
  await expect(reviewing.article).toBeFocused();
  await reviewing.expectSaved();
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/review$/);

  // The figures before review are the same, and gold is there.
  await agreement.open();
  await expect(page.getByText('1 article is reviewed.')).toBeVisible();
  await expect(agreement.figure('Span F1, strict')).toContainText('0.40');
  const more = page.getByRole('button', { name: 'Compare annotators with gold too' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(agreement.table('Annotators against gold').first()).toBeVisible();
  const report = JSON.parse(await printedAgreement(await exporting.downloadAll(), '--gold')) as PrintedReport;
  await agreement.open();
  await expect(agreement.table('Annotators against gold').first()).toBeVisible();

  const gold = await shownRows(page, 'Annotators against gold');
  expect(gold).toEqual(goldRows(report));
  expect(gold.map((row) => row.slice(0, 8))).toEqual([
    ['Ada', '1', '3', '3', '1.00', '1.00', '1.00', '1.00'],
    ['Bo', '1', '2', '3', '0.40', '0.50', '0.33', '0.60'],
  ]);
  const byLabel = await shownRows(page, 'Annotators against gold, by label');
  expect(byLabel.map(([who, , ...figures]) => [who, ...figures])).toEqual(goldLabelRows(report));
  for (const [index, { annotatorId, confusion }] of report.gold!.entries()) {
    await page.getByLabel('Annotator against gold').selectOption(annotatorId);
    const rows = withoutHeads(await shownRows(page, 'Labels against gold'));
    expect(rows).toEqual(confusionRows(confusion));
    // What gold has and the annotator has not.
    expect(rows[0]!.at(-1)).toBe(['0', '1'][index]);
  }

  // From a cell by keyboard to its spans, and from there to the review.
  const missed = page.getByRole('button', { name: /spans of gold, those that Bo missed/ });
  await missed.focus();
  await page.keyboard.press('Enter');
  await expect(agreement.cases).toHaveCount(1);
  await expect(agreement.cases).toContainText('Rome');
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(missed).toBeFocused();
  await page.keyboard.press('Enter');
  await agreement.cases.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expect(reviewing.card).toContainText('Rome');
});
