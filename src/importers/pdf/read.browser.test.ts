import { expect, test, vi } from 'vitest';
import { problemWithPages } from '#core/project/check-pages.ts';
import arabic from '../../../e2e/files/pdf/arabic-chromium.pdf?url';
import locked from '../../../e2e/files/pdf/locked-libreoffice.pdf?url';
import notes from '../../../e2e/files/pdf/notes-libreoffice.pdf?url';
import picture from '../../../e2e/files/pdf/picture-chromium.pdf?url';
import columns from '../../../e2e/files/pdf/two-columns-chromium.pdf?url';
import damArticle from '../../../seeds/14-orvane-dam-long-read.txt?raw';
import waterArticle from '../../../seeds/10-desalination-ar.txt?raw';
import { MAX_PDF_BYTES } from './pdf-size.ts';
import { pdfWithFont } from './pdf-with-font.arbitrary.ts';
import { readPdf } from './read.ts';

/** The files were printed from the first paragraphs of our own articles. */
function firstParagraphs(article: string, count: number): readonly string[] {
  return article
    .replace(/^---\n[^]*?\n---\n/, '')
    .trim()
    .split(/\n+/)
    .slice(0, count);
}

async function bytesAt(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

test('two columns that Chromium printed are read as they were written, cut words and all', async () => {
  const heard: string[] = [];
  const report = (done: number, total: number): void => void heard.push(`${done}/${total}`);
  const { drafts, problems } = await readPdf(await bytesAt(columns), 'dam.pdf', report);
  const [draft] = drafts;
  expect(drafts).toHaveLength(1);
  expect(draft!.text.split('\n\n')).toEqual([
    'The ledger from the drowned valley',
    'By Ada Quill, with a standfirst that runs over both of the columns, so that it is read before any of them',
    ...firstParagraphs(damArticle, 18),
  ]);
  expect(draft).toMatchObject({ title: 'The ledger from the drowned valley', source: 'dam.pdf', date: '2026-11-26' });
  expect(draft!.pages.map(({ page }) => page)).toEqual(['1', '2', '3']);
  expect(problemWithPages(draft!.text, draft!.pages)).toBeUndefined();
  expect(problems.map(({ message }) => message)).toEqual([
    'lines that the pages repeat at their top or bottom were left out: “The Harbour Gazette”, “Page 1 of 3”',
  ]);
  expect(heard).toEqual(['1/3', '2/3', '3/3']);
});

test('two columns with footnotes that LibreOffice made have the notes at the end', async () => {
  const { drafts } = await readPdf(await bytesAt(notes), 'dam.pdf');
  const paragraphs = drafts[0]!.text.split('\n\n');
  const body = paragraphs.slice(1, 19).map((text) => text.replace(/(?<=\D)\d$/, ''));
  expect(body).toEqual(firstParagraphs(damArticle, 18));
  expect(paragraphs.slice(19).map((text) => text.slice(0, 26))).toEqual(
    [1, 2, 3, 4, 5].map((number) => `${number}The ledger itself is kept`),
  );
  expect(drafts[0]).toMatchObject({ author: 'Ruth Ossian', language: 'en-GB' });
  expect(problemWithPages(drafts[0]!.text, drafts[0]!.pages)).toBeUndefined();
});

test('Arabic is read from right to left, with foreign names, figures and brackets in their places', async () => {
  const { drafts } = await readPdf(await bytesAt(arabic), 'water.pdf');
  expect(drafts[0]!.text.split('\n\n').slice(1)).toEqual(firstParagraphs(waterArticle, 4));
});

test.each([
  ['is locked with a password', locked, /locked with a password: open it elsewhere/],
  ['holds pictures only', picture, /no text: its pages are pictures.*OCR/],
])('a PDF that %s is refused with what to do', async (_, url, message) => {
  const { drafts, problems } = await readPdf(await bytesAt(url), 'a.pdf');
  expect(drafts).toEqual([]);
  expect(problems).toEqual([{ place: 'file', message: expect.stringMatching(message) as string }]);
});

test('a PDF that is cut off is damaged, or gives the pages that are left', async () => {
  const whole = await bytesAt(columns);
  const nothing = await readPdf(whole.slice(0, 900), 'a.pdf');
  expect(nothing.problems[0]!.message).toMatch(/^the PDF is damaged or cut off/);
  const noPdf = await readPdf(new TextEncoder().encode('%PDF-1.7 and nothing of the kind'), 'a.pdf');
  expect(noPdf.problems[0]!.message).toMatch(/^the PDF is damaged or cut off/);
});

test('a PDF of more than 200 MiB is refused before it is read', async () => {
  const { problems } = await readPdf(new Uint8Array(MAX_PDF_BYTES + 1), 'a.pdf');
  expect(problems[0]!.message).toMatch(/has 200\.0 MiB and at most 200\.0 MiB/);
});

test.each([
  ['Japanese in Shift-JIS', '90ms-RKSJ-H', 'Japan1', '93fa967b8cea', '日本語'],
  ['Japanese in UTF-16', 'UniJIS-UTF16-H', 'Japan1', '65e5672c8a9e', '日本語'],
  ['simplified Chinese', 'GBK-EUC-H', 'GB1', 'd6d0cec4', '中文'],
  ['traditional Chinese', 'ETen-B5-H', 'CNS1', 'a4a4a4e5', '中文'],
  ['Korean', 'KSCms-UHC-H', 'Korea1', 'c7d1b1b9be', '한국'],
])('%s is read where the PDF only names the table of its letters', async (_, table, collection, codes, text) => {
  const { drafts, problems } = await readPdf(pdfWithFont(table, collection, codes), 'letters.pdf');
  expect(problems).toEqual([]);
  expect(drafts[0]?.text).toContain(text);
});

test('letters whose table cannot be loaded are said to be missing, and why', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  const { drafts, problems } = await readPdf(pdfWithFont('90ms-RKSJ-H', 'Japan1', '93fa'), 'letters.pdf');
  vi.restoreAllMocks();
  expect(drafts).toEqual([]);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('Import the file again with a network'),
  ]);
});
