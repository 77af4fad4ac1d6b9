import { withCommas } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';
import { t } from '#language/t.ts';
import { type PDFDocumentProxy } from 'pdfjs-dist';
import { LIMITS } from '#formats/limits.ts';
import { ProblemList } from '#formats/problem.ts';
import { inMebi } from '#formats/wording.ts';
import { type DraftsRead, noDrafts } from '#importers/importer.ts';
import { aboutFile } from './about-file.ts';
import { articleText } from './article-text.ts';
import { letterTables } from './letter-tables.ts';
import { loadPdfJs } from './pdf-js.ts';
import { problemWithPdfSize } from './pdf-size.ts';
import { type PageItem, type PlacedPage, placedTexts } from './placed-text.ts';

const MOST_PROBLEMS = 20;

/**
 * The article in a PDF: its text layer in reading order, with where each page starts. Letters are kept as the file names them
 * (ligatures too), but for the shapes of Arabic ones. `report` hears how many pages are read. Never rejects for what the file
 * holds. Takes the bytes over: the caller’s buffer may be empty afterwards.
 */
export async function readPdf(
  bytes: Uint8Array,
  fileName: string,
  report: (done: number, total: number) => void = () => undefined,
): Promise<DraftsRead> {
  const tooLarge = problemWithPdfSize(bytes.length);
  if (tooLarge) return { drafts: [], problems: [tooLarge] };
  const missing = new Set<string>();
  const pdfJs = await loadPdfJs();
  const loading = pdfJs.getDocument({
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    cMapPacked: true,
    BinaryDataFactory: letterTables((name) => missing.add(name)),
    stopAtErrors: false,
  });
  try {
    const read = await draftIn(await loading.promise, fileName, report);
    if (missing.size === 0) return read;
    const problem = { place: 'file', message: NO_TABLE };
    return read.drafts.length === 0 ? noDrafts(NO_TABLE) : { ...read, problems: [problem, ...read.problems] };
  } catch (error) {
    return noDrafts(inWords(error));
  } finally {
    await loading.destroy().catch(() => undefined);
  }
}

const NO_TABLE = t`letters of Chinese, Japanese or Korean were left out: what tells which they are is loaded when a PDF first needs it, and could not be. Import the file again with a network`;

function inWords(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return t`the PDF is locked with a password: open it elsewhere with the password, print or save it as a PDF without one, and import that`;
  }
  return error instanceof Error
    ? t`the PDF is damaged or cut off (${error.message}): open it elsewhere to see whether it is whole, and save it anew`
    : t`the PDF is damaged or cut off: open it elsewhere to see whether it is whole, and save it anew`;
}

async function draftIn(
  pdf: PDFDocumentProxy,
  fileName: string,
  report: (done: number, total: number) => void,
): Promise<DraftsRead> {
  const problems = new ProblemList(MOST_PROBLEMS);
  const pages = await placedPages(pdf, problems, report);
  const found = articleText(pages);
  if (found.text === '') {
    const message =
      problems.all[0]?.message ??
      t`the PDF has no text: its pages are pictures, as from a scanner. Have a program recognise the text (OCR), and import what it gives`;
    return noDrafts(message);
  }
  if (found.text.length > LIMITS.text) {
    const [size, limit] = [inMebi(found.text.length), inMebi(LIMITS.text)];
    return noDrafts(t`the text has ${size} million characters and an article at most ${limit} million: split the PDF`);
  }
  addNotes(problems, pages, found.repeated);
  const { info } = await pdf.getMetadata();
  const about = aboutFile(info);
  const draft = {
    ...about,
    title: about.title || found.title.slice(0, LIMITS.title).toWellFormed(),
    source: fileName,
    text: found.text,
    pages: found.pages,
  };
  return { drafts: [draft], problems: problems.all };
}

async function placedPages(
  pdf: PDFDocumentProxy,
  problems: ProblemList,
  report: (done: number, total: number) => void,
): Promise<readonly PlacedPage[]> {
  const labels = await pdf.getPageLabels().catch(() => null);
  const pages: PlacedPage[] = [];
  let [turned, unnamed, length] = [0, 0, 0];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const label = labels?.[number - 1]?.trim().slice(0, LIMITS.page).toWellFormed() || String(number);
    try {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent({ disableNormalization: true });
      const placed = placedTexts(items.filter(isText), viewport.transform, viewport);
      pages.push({ label, height: placed.height, texts: placed.texts });
      turned += placed.turned;
      unnamed += placed.unnamed;
      for (const { text } of placed.texts) length += text.length;
      page.cleanup();
    } catch (error) {
      problems.add(
        t`page ${label}`,
        error instanceof Error
          ? t`the page is damaged: left out (${error.message})`
          : t`the page is damaged: left out (no reason)`,
      );
      pages.push({ label, height: 0, texts: [] });
    }
    report(number, pdf.numPages);
    // Far beyond what an article may have: nothing more needs to be held.
    if (length > 2 * LIMITS.text) break;
  }
  if (turned > 0) problems.add('file', turnedInWords(turned));
  if (unnamed > 0) problems.add('file', unnamedInWords(unnamed));
  return pages;
}

function turnedInWords(pieces: number): string {
  return plural(
    pieces,
    'text that runs at an angle was left out, in # pieces',
    'text that runs at an angle was left out, in # pieces',
    UNGROUPED,
  );
}

function unnamedInWords(letters: number): string {
  return plural(
    letters,
    '# letters were left out: the PDF draws them without saying which they are',
    '# letters were left out: the PDF draws them without saying which they are',
    UNGROUPED,
  );
}

const UNGROUPED = { useGrouping: false };

function isText<Item extends object>(item: Item): item is Item & PageItem {
  return 'str' in item;
}

/** What was left out on purpose, so that nothing vanishes silently. */
function addNotes(problems: ProblemList, pages: readonly PlacedPage[], repeated: readonly string[]): void {
  if (repeated.length > 0) {
    const shown = repeated.slice(0, 5).map((line) => t`“${line.slice(0, 80).toWellFormed()}”`);
    problems.add('file', t`lines that the pages repeat at their top or bottom were left out: ${withCommas(shown)}`);
  }
  const empty = pages.filter(({ texts }) => texts.length === 0).map(({ label }) => label);
  if (empty.length > 0) {
    const shown = withCommas(empty.slice(0, 10));
    const message =
      empty.length > 10
        ? t`pages without text, which may be pictures: ${shown} and ${empty.length - 10} more`
        : t`pages without text, which may be pictures: ${shown}`;
    problems.add('file', message);
  }
}
