import { type PageStart } from '#core/project/project.ts';
import { arabicLetters } from './direction.ts';
import { withoutNotes } from './footnotes.ts';
import { withoutFurniture } from './furniture.ts';
import { wordsIn } from './hyphens.ts';
import { linesOf, segmentsOf, sizeOf } from './lines.ts';
import { type PagedLine, joined, type Paragraph, paragraphsOf } from './paragraphs.ts';
import { type PlacedPage } from './placed-text.ts';
import { readingOrder } from './reading-order.ts';

/** The text of a file, and what else its pages told. */
export interface PagedText {
  /** Paragraphs with a blank line between them. */
  readonly text: string;
  /** Where the text of each page begins, in UTF-16 code units; pages without a text have none. */
  readonly pages: readonly PageStart[];
  /** What the first page has in the largest letters, where these are larger than the rest; else empty. */
  readonly title: string;
  /** Headers and footers that were left out, each once. */
  readonly repeated: readonly string[];
}

/**
 * The text of pages in reading order. Headers and footers are left out, and footnotes stand at the end, each page's after the
 * other's, so that none breaks into a sentence that goes on; a page that has some begins a second time there.
 */
export function articleText(pages: readonly PlacedPage[]): PagedText {
  const sizes = sizeOf(pages.flatMap(({ texts }) => texts));
  const left = withoutFurniture(pages.map(({ height, texts }) => ({ height, segments: segmentsOf(texts) })));
  const columns = left.pages.flatMap((segments, page) =>
    readingOrder(segments, sizes).map((part) =>
      linesOf(part).map((line): PagedLine => ({ ...line, text: arabicLetters(line.text), page })),
    ),
  );
  const parted = columns.map((lines) => withoutNotes(lines, sizes));
  const known = wordsIn(columns.flatMap((lines) => lines.map(({ text }) => text)));
  const body = paragraphsOf(
    parted.map((part) => part.body),
    known,
  );
  const notes = parted.flatMap((part) => part.notes.map((lines) => joined(lines, known)));
  return { ...composed([...body, ...notes], pages), title: titleIn(body, sizes), repeated: left.repeated };
}

function composed(paragraphs: readonly Paragraph[], pages: readonly PlacedPage[]): Pick<PagedText, 'text' | 'pages'> {
  let text = '';
  let last = -1;
  const starts: PageStart[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.text === '') continue;
    if (text !== '') text += '\n\n';
    for (const { page, at } of paragraph.starts) {
      if (page === last) continue;
      last = page;
      const from = text.length + at;
      // A page that has nothing but a hyphen that goes.
      if (starts.at(-1)?.from === from) starts.pop();
      starts.push({ from, page: pages[page]!.label });
    }
    text += paragraph.text;
  }
  return { text, pages: starts };
}

function titleIn(paragraphs: readonly Paragraph[], bodySize: number): string {
  const first = paragraphs.filter(({ starts }) => starts[0]?.page === 0);
  const largest = Math.max(0, ...first.map(({ size }) => size));
  const found = first.find(({ size }) => size === largest);
  return found && largest > 1.15 * bodySize ? found.text : '';
}
