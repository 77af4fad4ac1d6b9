import { strToU8 } from 'fflate';
import { expect, expectNoViolations, test } from '../test.ts';

const FILES = 'e2e/files/';
const FERRY = 'Ferry to Skerry Point is back';

function file(name: string, content: string | Uint8Array) {
  return { name, mimeType: '', buffer: Buffer.from(content) };
}

test('a page that a browser saved becomes an article with headline, authors, date and address; its archive is told to be nearly the same', async ({
  page,
  library,
  importing,
  annotate,
}) => {
  await importing.choose(`${FILES}ferry.html`);
  await expect(importing.field('Title')).toHaveValue(FERRY);
  await expect(importing.field('Author')).toHaveValue('Mo Aldis, Ina Ruud');
  await expect(importing.field('Date')).toHaveValue('2026-03-14');
  await expect(importing.field('Source')).toHaveValue('https://harbour-post.example/news/ferry-is-back');
  await expect(importing.field('Language')).toHaveValue('en-GB');
  const text = await importing.field('Text').inputValue();
  expect(text).toMatch(/^The ferry to Skerry Point sails again/);
  expect(text).toContain('\n\nA longer day\n\n');
  expect(text).toContain('• First boat: six in the morning\n• Last boat: ten in the evening\n');
  expect(text).not.toMatch(/Weather|Most read|newsletter|Privacy/);
  await expectNoViolations(page);
  await importing.field('Text').fill(`${text}Added by hand.\n`);
  await importing.import();
  await page.getByRole('link', { name: 'Annotate it' }).click();
  await expect(annotate.article).toContainText('“She is better than before,” the harbour master');
  await library.open();
  await expect(library.row(FERRY)).toBeVisible();

  await importing.choose(`${FILES}ferry.mhtml`);
  await expect(importing.field('Title')).toHaveValue(FERRY);
  await expect(importing.files).toContainText(
    /Nearly the same as “Ferry to Skerry Point is back” in the library \(9\d % of its words\)\./,
  );
});

test('a document and an e-book become articles, the book by its parts or as a whole', async ({ importing }) => {
  await importing.choose(`${FILES}lighthouse.docx`, `${FILES}lighthouse-book.epub`);
  await expect(importing.files).toHaveCount(3);
  const document = importing.files.first();
  await expect(document).toContainText('switched off the last oil lamp on Monday. “We will miss');
  await expect(document).not.toContainText('dirty');
  await expect(document).toContainText('Ida Brandt');
  const choice = importing.files.nth(1).getByRole('combobox', { name: 'What becomes of the book' });
  await choice.focus();
  await choice.press('ArrowDown');
  await expect(choice).toHaveValue('whole');
  await expect(importing.files).toHaveCount(2);
  await expect(choice).toBeFocused();
  await choice.press('ArrowUp');
  await expect(importing.files).toHaveCount(3);
  await importing.import();
});

test('an article is changed by keyboard before it is frozen, others are left out, and what cannot be read is refused', async ({
  page,
  library,
  importing,
}) => {
  await importing.choose(file('one.txt', 'First\n\nThe tax rose.\n'), file('two.txt', 'Second\n\nThe tax fell.\n'));
  const first = page.getByRole('button', { name: 'Read and change “First”' });
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(importing.field('Title')).toBeFocused();
  await importing.field('Date').fill('in spring');
  await importing.field('Author').focus();
  await expect(page.getByRole('alert')).toContainText('The date must be a day, month or year');
  await expect(importing.importButton).toBeDisabled();
  await importing.field('Date').fill('2026-03');
  await importing.field('Author').fill('Ann Lee');
  await importing.field('Title').fill('First, corrected');
  await importing.field('Text').fill('The tax rose by a tenth.\n');
  await page.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Read and change “First, corrected”' })).toBeFocused();
  await expect(importing.article('First, corrected')).toContainText('Ann Lee');
  await importing.article('Second').getByRole('checkbox').press('Space');
  await expect(importing.article('Second')).toContainText('Left out');
  await expectNoViolations(page);
  await importing.import();
  await expect(page.getByText('1 file imported.')).toBeVisible();
  await library.open();
  await expect(library.row('First, corrected')).toBeVisible();
  await expect(library.row('Second')).toHaveCount(0);

  await importing.choose(
    file('old.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    file('empty.docx', new Uint8Array()),
    file('cut.docx', strToU8('PK\u0003\u0004 word/document.xml')),
    file('scripts.html', strToU8('<!doctype html><title>App</title><script>draw()</script>')),
  );
  await expect(importing.files.nth(0)).toContainText('save it as .docx');
  await expect(importing.files.nth(1)).toContainText('the file is empty');
  await expect(importing.files.nth(2)).toContainText('damaged');
  await expect(importing.files.nth(3)).toContainText('the page has no text');
});

test('a text that was copied out of a page keeps its paragraphs; how one in an old encoding is read can be changed', async ({
  page,
  library,
  importing,
}) => {
  await page.goto('#/import');
  const field = page.getByRole('textbox', { name: 'Or paste an article' });
  await field.focus();
  await field.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<h2>Ferry</h2><p>It <b>sails</b> again.</p><ul><li>Six</li><li>Ten</li></ul>');
    clipboardData.setData('text/plain', 'Ferry It sails again. Six Ten');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(field).toHaveValue('Ferry\n\nIt sails again.\n\n• Six\n• Ten');
  // It waits while another screen is looked at.
  await page.goto('#/search');
  await expect(field).toBeHidden();
  await page.goto('#/import');
  await expect(field).toHaveValue('Ferry\n\nIt sails again.\n\n• Six\n• Ten');
  await page.getByRole('button', { name: 'Check the text' }).click();
  await expect(importing.field('Title')).toHaveValue('Ferry');
  await importing.import();
  await library.open();
  await page.goto('#/import');
  await expect(field).toHaveValue('');

  await importing.choose(`${FILES}lighthouses-windows-1251.txt`);
  const encoding = importing.files.getByRole('combobox', { name: 'Encoding of lighthouses-windows-1251.txt' });
  await expect(encoding).toHaveValue('windows-1251');
  await expect(importing.field('Text')).toHaveValue(/^Перепись маяков\n\nСторож маяка/);
  await encoding.selectOption('koi8-r (Russian)');
  await expect(importing.field('Text')).not.toHaveValue(/Перепись/);
  await encoding.selectOption('windows-1251 (Cyrillic)');
  await expect(importing.field('Text')).toHaveValue(/Перепись/);

  // The start of a text runs as its language does.
  await page.getByRole('button', { name: 'Choose other files' }).click();
  await importing.choose('seeds/10-desalination-ar.txt', 'seeds/11-nachtzug-de.txt');
  const starts = page.getByLabel('Start of the text');
  await expect(starts).toHaveCount(2);
  await expect(starts.first()).toHaveCSS('direction', 'rtl');
  await expect(starts.last()).toHaveCSS('direction', 'ltr');
});

test('a hundred files stay fluid, and each can be reached', async ({ page, importing }) => {
  const files = Array.from({ length: 100 }, (_, index) => ({
    name: `${index}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`Article ${index}\n\nThe number of this one is ${index * 7919}.\n`),
  }));
  await importing.choose(...files);
  await expect(importing.files).toHaveCount(100);
  await importing.change('Article 99');
  await expect(importing.field('Text')).toHaveValue(/^Article 99\n/);
  await importing.field('Author').fill('Ann Lee');
  await importing.import();
  await expect(page.getByText('100 files imported.')).toBeVisible();
});
