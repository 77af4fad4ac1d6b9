import { oneLine } from '#formats/wording.ts';
import { isoDateIn } from '#importers/iso-date.ts';
import { structuredDataIn } from './structured-data.ts';

/** What a page says of its article besides the words; empty where it says nothing. */
export interface PageAbout {
  readonly title: string;
  readonly author: string;
  /** The address of the page, else the name of its site. */
  readonly source: string;
  readonly date: string;
  readonly language: string;
}

/** What a page says of itself: first in JSON-LD, then in its meta tags, then where readers see it. */
export function pageAbout(document: Document): PageAbout {
  const data = structuredDataIn(document);
  const meta = metaIn(document);
  return {
    title: first(data.headline, meta('og:title', 'twitter:title', 'citation_title', 'dc.title'), headlineOf(document)),
    author: first(
      data.author,
      named(meta('author', 'article:author', 'citation_author', 'dc.creator', 'parsely-author', 'byl')),
      bylineOf(document),
    ),
    source: first(
      addressIn(document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? ''),
      addressIn(meta('og:url')),
      addressIn(data.address),
      savedFrom(document),
      meta('og:site_name'),
    ),
    date: first(
      isoDateIn(data.date),
      isoDateIn(meta('article:published_time', 'datepublished', 'citation_publication_date', 'dc.date', 'date')),
      isoDateIn(document.querySelector('[itemprop="datePublished"]')?.getAttribute('content') ?? ''),
      isoDateIn(document.querySelector('article time[datetime], main time[datetime]')?.getAttribute('datetime') ?? ''),
    ),
    language: first(
      document.documentElement.lang,
      document.documentElement.getAttribute('xml:lang') ?? '',
      data.language,
      meta('content-language', 'dc.language'),
      meta('og:locale').replace('_', '-'),
    ),
  };
}

function first(...all: readonly string[]): string {
  return all.find((each) => each !== '') ?? '';
}

/** The content of the first of these meta tags that has one; their names are written in several attributes and cases. */
function metaIn(document: Document): (...names: readonly string[]) => string {
  const found = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv'].map((each) => tag.getAttribute(each)).find(Boolean);
    const content = tag.getAttribute('content')?.trim() ?? '';
    const key = name
      ?.trim()
      .toLowerCase()
      .replace(/^dcterms\./, 'dc.');
    if (key !== undefined && content !== '' && !found.has(key)) found.set(key, content);
  }
  return (...names) => names.map((name) => found.get(name)).find((content) => content !== undefined) ?? '';
}

/** The only large heading, else what the window was called, without the name of the site behind a bar or dash. */
function headlineOf(document: Document): string {
  const [heading, ...others] = document.querySelectorAll('h1');
  const seen = oneLine(heading?.textContent ?? '');
  if (seen !== '' && others.length === 0) return seen;
  const title = oneLine(document.title);
  const cut = title.replace(/\s+[|–—·»-]\s+[^|–—·»]{1,40}$/, '');
  return cut.split(' ').length >= 3 ? cut : title;
}

/** What stands in the page as the name of who wrote it. */
function bylineOf(document: Document): string {
  const [line] = bylinesIn(document);
  return oneLine(line?.textContent ?? '').replace(/^(?:by|von|par|por)\s+/i, '');
}

/** The lines of the page that say who wrote it. */
export function bylinesIn(document: Document): readonly Element[] {
  const found = document.querySelectorAll(
    '.byline, [class*="byline" i], [itemprop~="author"], [rel~="author"], .author',
  );
  const lines = [...found].map((element) => element.closest('p, li, div') ?? element);
  return lines.filter(({ textContent }) => oneLine(textContent).length <= MOST_BYLINE);
}

/** What is longer is about the author. */
const MOST_BYLINE = 100;

function named(author: string): string {
  return /^https?:/i.test(author) ? '' : author;
}

function addressIn(address: string): string {
  return /^https?:\/\/\S+$/i.test(address) ? address : '';
}

/** Browsers leave the address in a comment before the page. */
function savedFrom(document: Document): string {
  const comments = [...document.childNodes, ...document.documentElement.childNodes].filter(
    ({ nodeType }) => nodeType === Node.COMMENT_NODE,
  );
  for (const { nodeValue } of comments) {
    const address = /saved from url=\(\d+\)(\S+)/.exec(nodeValue ?? '')?.[1];
    if (address !== undefined) return addressIn(address);
  }
  return '';
}
