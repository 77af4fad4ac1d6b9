import { smallProject } from '../small-project.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const SMALL = { name: 'small.spanmark.json', mimeType: 'application/json', buffer: Buffer.from(smallProject()) };

interface Row {
  readonly title: string;
  readonly text: string;
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly label: string;
    readonly text: string;
    readonly annotator: string;
  }[];
  readonly links: readonly { readonly label: string }[];
}

function rowsOf(files: ReadonlyMap<string, string>): readonly Row[] {
  return [...files]
    .filter(([path]) => path.startsWith('data/'))
    .flatMap(([, text]) => text.trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as Row);
}

test('a dataset for a trainer: what is lost is told before it is saved, also on a narrow screen, and the file holds the rest', async ({
  page,
  importing,
  exporting,
}) => {
  await importing.choose(SMALL);
  await importing.import();
  await exporting.open();
  await exporting.format.selectOption('Hugging Face JSONL');
  await expect(page.getByText('Never in the file:')).toBeVisible();
  await expect(exporting.losses.filter({ hasText: 'Origins left out' })).toContainText('7');
  await expect(exporting.losses.filter({ hasText: 'Label set left out' })).toContainText(
    'Save the label set as a file',
  );
  await page.getByText('The first 5').click();
  await expect(exporting.losses.first()).toContainText('Ann Lee');
  await expect(exporting.tally).toContainText('Entity');

  const whole = await exporting.downloadArchive();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(whole.name).toMatch(/\.hugging-face\.zip$/);
  expect([...whole.files.keys()]).toEqual(['data/train.jsonl', 'README.md', 'losses.json', 'losses.txt']);
  const harbour = rowsOf(whole.files).find(({ title }) => title === 'Harbour vote')!;
  expect(harbour.spans).toHaveLength(6);
  for (const { start, end, text } of harbour.spans) expect(harbour.text.slice(start, end)).toBe(text);
  expect(harbour.links.map(({ label }) => label).toSorted()).toEqual(['same-as', 'speaker']);
  expect(JSON.parse(whole.files.get('losses.json')!)).toMatchObject({
    format: 'hugging-face',
    losses: [
      { reason: 'origin-dropped', count: 7 },
      { reason: 'label-set-dropped', count: 1 },
    ],
  });
  expect(whole.files.get('losses.txt')).toContain('Origins left out (origin-dropped): 7');

  await page.getByRole('checkbox', { name: /Split into/ }).check();
  await page.getByText('Names in the file').click();
  await exporting.downloadArchive();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await expectNoViolations(page);
});

test('for one export labels are renamed, articles split and names left out; kept names are there after a reload', async ({
  page,
  importing,
  exporting,
}) => {
  await importing.choose(SMALL);
  await importing.import();
  await exporting.open();
  await exporting.format.selectOption('Hugging Face JSONL');
  await page.getByRole('checkbox', { name: /Leave out annotators/ }).check();
  await page.getByRole('checkbox', { name: /Split into/ }).check();
  await page.getByText('Names in the file').click();
  await page.getByRole('textbox', { name: 'Entity' }).fill('MISC');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Keep these names as' }).fill('Short');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Kept names' })).toBeVisible();
  await expect(exporting.losses.filter({ hasText: 'Labels renamed' })).toBeVisible();
  await expect(exporting.tally).toContainText('Train');

  const { files } = await exporting.downloadArchive();
  expect([...files.keys()].filter((path) => path.startsWith('data/')).toSorted()).toEqual([
    'data/dev.jsonl',
    'data/test.jsonl',
    'data/train.jsonl',
  ]);
  const rows = rowsOf(files);
  expect(rows).toHaveLength(16);
  const spans = rows.flatMap((row) => row.spans);
  expect(new Set(spans.map(({ label }) => label))).toEqual(new Set(['MISC', 'claim', 'quote']));
  expect(new Set(spans.map(({ annotator }) => annotator))).toEqual(new Set(['annotator-1']));

  await page.reload();
  await exporting.format.selectOption('Hugging Face JSONL');
  await page.getByText('Names in the file').click();
  await page.getByRole('combobox', { name: 'Kept names' }).selectOption('Short');
  await expect(page.getByRole('textbox', { name: 'Entity' })).toHaveValue('MISC');
});
