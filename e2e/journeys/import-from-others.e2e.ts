import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, expectNoViolations, test } from '../test.ts';

const TEXT = 'The ferry 🎉 to Morvec sank, said Ann Lee.\nNobody was hurt.';

/** A row of Hugging Face JSON Lines with spans on these words, by one annotator. */
function row(words: readonly (readonly [words: string, label: string])[]): string {
  const spans = words.map(([quote, label]) => {
    const at = TEXT.indexOf(quote);
    const start = at < 0 ? 9000 : Array.from(TEXT.slice(0, at)).length;
    return { start, end: start + quote.length, text: quote, label, annotator: 'Cy' };
  });
  return `${JSON.stringify({ text: TEXT, title: 'The ferry', spans })}\n`;
}

const ARCHIVE = Buffer.from(
  zipSync({
    'data/train.jsonl': strToU8(
      `${row([
        ['Morvec', 'PLACE'],
        ['Ann Lee', 'entity'],
        ['Mars', 'PLACE'],
        ['Nobody was hurt', 'STATEMENT'],
      ])}{broken\n`,
    ),
  }),
);

const LONG_NAME = `${'a-long-name-'.repeat(12)}.zip`;

test('annotations of another tool are looked at, also on a narrow screen, decided about and brought in, by keyboard', async ({
  page,
  library,
  importing,
  annotate,
}) => {
  await importing.choose({ name: LONG_NAME, mimeType: 'application/zip', buffer: ARCHIVE });
  const file = importing.files.first();
  await expect(file).toContainText('1 document with 3 spans.');
  await expect(file).toContainText('1 new, 0 here already');
  await expect(file).toContainText('Cy (new)');
  await expect(file).toContainText('3 where the file says, with the same words');
  await expect(importing.unitOf(file)).toContainText('Found out: code points');
  for (const summary of await file.locator('summary').all()) {
    await summary.focus();
    await page.keyboard.press('Enter');
  }
  await expect(file).toContainText('PLACE “Mars” in The ferry has words');
  await expect(file).toContainText('this line is not JSON');
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(importing.fateOf('PLACE')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectNoViolations(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  // The choice is made with the arrow keys, and the focus stays where it was.
  await importing.fateOf('PLACE').focus();
  await importing.fateOf('PLACE').press('ArrowDown');
  await importing.fateOf('PLACE').press('ArrowDown');
  await expect(importing.fateOf('PLACE')).toBeFocused();
  await expect(importing.fateOf('PLACE')).toHaveValue('own entity');
  await importing.fateOf('STATEMENT').selectOption('Leave its spans out');
  await expect(file).toContainText('1 document with 2 spans.');

  const downloading = page.waitForEvent('download');
  await file.getByRole('button', { name: 'List as CSV' }).press('Enter');
  expect(await readFile(await (await downloading).path(), 'utf8')).toContain(',PLACE,9000-9004,Mars,');

  await importing.import();
  await library.open();
  await library.openArticle('The ferry');
  await annotate.giveName('Ada');
  await page.getByRole('combobox', { name: 'Annotations of' }).selectOption({ label: 'Cy · 2 spans' });
  await expect(annotate.spans.first()).toContainText('Morvec');
  await expect(annotate.spans.last()).toContainText('Ann Lee');
});

test('attributes and link types are mapped or left out, and a span without a place is put where it belongs', async ({
  page,
  library,
  importing,
  annotate,
}) => {
  const spans = [
    { id: '1', start: 33, end: 40, text: 'Ann Lee', label: 'entity', annotator: 'Cy' },
    { id: '2', start: 42, end: 57, text: 'Nobody was hurt', label: 'claim', annotator: 'Cy' },
    { id: '3', start: 900, end: 906, text: 'Morvek', label: 'entity', annotator: 'Cy' },
  ];
  const attributes = [
    { name: 'kind', value: 'person' },
    { name: 'confidence', value: '0.9' },
  ];
  const document = {
    text: TEXT,
    title: 'The ferry',
    spans: spans.map((span) => (span.id === '1' ? { ...span, attributes } : span)),
    links: [
      { id: 'a', from: '2', to: '1', label: 'said-by', annotator: 'Cy' },
      { id: 'b', from: '1', to: '2', label: 'near', annotator: 'Cy' },
    ],
  };
  await importing.choose({
    name: 'rows.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from(`${JSON.stringify(document)}\n`),
  });
  const file = importing.files.first();
  await importing.fateOf('kind', 'Entity').selectOption('Take as “Type”');
  await importing.fateOf('confidence', 'Entity').selectOption('Leave its values out');
  await importing.fateOf('said-by').selectOption('Take as “Claimant”');
  await importing.fateOf('near').selectOption('Leave its links out');
  await expect(file).toContainText('1 value, 1 link, as you chose');
  await file.getByText('Show them').click();
  // The focus stays on what was chosen.
  await file.getByRole('radio', { name: 'Leave it out' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(file.getByRole('radio', { name: /Morvec/ })).toBeChecked();
  await expect(file.getByRole('radio', { name: /Morvec/ })).toBeFocused();
  await expect(file).toContainText('1 span without a place, of which you placed 1.');
  await expect(file).toContainText('1 document with 3 spans and 1 link.');
  await expectNoViolations(page);

  await importing.import();
  await library.open();
  await library.openArticle('The ferry');
  await annotate.giveName('Ada');
  await page.getByRole('combobox', { name: 'Annotations of' }).selectOption({ label: 'Cy · 3 spans' });
  await expect(annotate.spans.first()).toContainText('Morvec');
  await expect(annotate.spans.nth(1)).toContainText('Person');
});

test('a folder is read with all that is in it', async ({ importing }) => {
  const folder = await mkdtemp(join(tmpdir(), 'spanmark-'));
  try {
    await mkdir(join(folder, 'brat'));
    await writeFile(join(folder, 'brat', 'ferry.txt'), TEXT);
    await writeFile(join(folder, 'brat', 'ferry.ann'), 'T1\tentity 33 40\tAnn Lee\n');
    await writeFile(join(folder, 'old.zip'), ARCHIVE);
    await importing.chooseFolder(folder);
    await expect(importing.files).toHaveCount(1);
    await expect(importing.formatOf(importing.files)).toHaveValue('brat');
    await expect(importing.files).toContainText('1 document with 1 span.');
    await expect(importing.files).toContainText('1 problem');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a file that was taken for the wrong thing is read as another, and the rest of the choice stays', async ({
  importing,
}) => {
  await importing.choose(
    { name: 'rows.jsonl', mimeType: 'application/json', buffer: Buffer.from(row([['Morvec', 'entity']])) },
    { name: 'good.txt', mimeType: 'text/plain', buffer: Buffer.from('A council met.') },
  );
  const [rows, good] = [importing.files.first(), importing.files.last()];
  await importing.formatOf(rows).selectOption('Spanmark bundle');
  await expect(rows).toContainText('cannot be imported');
  await expect(importing.formatOf(rows)).toHaveValue('native');
  await importing.formatOf(rows).selectOption('Hugging Face JSONL');
  await expect(rows).toContainText('1 document with 1 span.');
  await expect(good).toContainText('A council met.');
});
