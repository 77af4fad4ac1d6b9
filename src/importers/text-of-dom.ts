import { type PageStart } from '#core/project/project.ts';
import { createTextBuilder, type TextBuilder } from './text-builder.ts';

/** What is never part of an article's words. */
const SKIPPED: ReadonlySet<string> = new Set(
  'script style noscript template head title svg math canvas audio video iframe object embed button input select textarea option datalist dialog nav'.split(
    ' ',
  ),
);

const PARAGRAPHS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure address hr'.split(' '),
);
const LINES: ReadonlySet<string> = new Set(
  'div section article main header footer aside details summary figcaption li dt dd tr caption form fieldset legend body center hgroup'.split(
    ' ',
  ),
);

/**
 * The words below a node as plain text: paragraphs and headings with an empty line between them, items of a list on lines of
 * their own with a bullet or their number, rows of a table on a line each with tabs between cells, line breaks as they are.
 * What is hidden or no text is left out. `pages` are those that an e-book marks.
 */
export function textOfDom(root: Node): { readonly text: string; readonly pages: readonly PageStart[] } {
  const builder = createTextBuilder();
  visit(root, builder);
  return builder.end();
}

function visit(node: Node, builder: TextBuilder): void {
  if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
    builder.words(node.nodeValue ?? '');
    return;
  }
  if (!(node instanceof Element)) {
    for (const child of node.childNodes) visit(child, builder);
    return;
  }
  const name = node.localName;
  if (SKIPPED.has(name) || isHidden(node)) return;
  const page = pageOf(node);
  if (page !== undefined) {
    builder.page(page);
    return;
  }
  if (isNoteMark(node)) builder.words(`[${node.textContent.replaceAll(/[\s[\]]+/g, '')}]`);
  else if (name === 'br') builder.lineBreak();
  else if (name === 'pre') verbatim(node, builder);
  else visitElement(node, name, builder);
}

function visitElement(element: Element, name: string, builder: TextBuilder): void {
  const apart = PARAGRAPHS.has(name) && !isInList(element) ? 2 : LINES.has(name) || PARAGRAPHS.has(name) ? 1 : 0;
  if (apart > 0) builder.apart(apart as 1 | 2);
  if ((name === 'td' || name === 'th') && element.previousElementSibling) builder.nextCell();
  const nextMark = marksOf(element, name);
  for (const child of element.childNodes) {
    const isItem = child instanceof Element && child.localName === 'li';
    if (isItem) builder.mark(nextMark());
    visit(child, builder);
    if (isItem) builder.mark('');
  }
  if (apart > 0) builder.apart(apart as 1 | 2);
}

function verbatim(element: Element, builder: TextBuilder): void {
  builder.apart(2);
  builder.verbatim(element.textContent.replace(/^\n/, ''));
  builder.apart(2);
}

/** A list within a list, and paragraphs of an item or a cell, need no empty lines. */
function isInList(element: Element): boolean {
  return element.parentElement?.closest('li, td, th') !== null;
}

function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true';
}

/** What stands in front of each item of a list, one after the other. */
function marksOf(list: Element, name: string): () => string {
  if (name !== 'ol') return () => '• ';
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  let next = Number.isNaN(start) ? 1 : start;
  return () => `${next++}. `;
}

const EPUB = 'http://www.idpf.org/2007/ops';

function typesOf(element: Element): readonly string[] {
  const type = element.getAttributeNS(EPUB, 'type') ?? element.getAttribute('epub:type') ?? '';
  return [...type.split(/\s+/), element.getAttribute('role') ?? ''];
}

/** The number of a note, which stands right behind a word. */
function isNoteMark(element: Element): boolean {
  const types = typesOf(element);
  return types.includes('noteref') || types.includes('doc-noteref');
}

/** What is printed on the page that begins here; undefined where none does. */
function pageOf(element: Element): string | undefined {
  const types = typesOf(element);
  if (!types.includes('pagebreak') && !types.includes('doc-pagebreak')) return undefined;
  return (element.getAttribute('title') ?? element.getAttribute('aria-label') ?? element.textContent).trim();
}
