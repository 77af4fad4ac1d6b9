import { oneLine } from '#formats/wording.ts';
import { inertDocument } from '#importers/inert-document.ts';

/** What an e-book says of itself and its parts. */
export interface PackageFile {
  readonly title: string;
  readonly author: string;
  readonly source: string;
  readonly date: string;
  readonly language: string;
  /** Path of its table of contents, or empty. */
  readonly contents: string;
  /** Paths of its parts within the archive, in the order of reading. */
  readonly parts: readonly string[];
}

const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';

/** The path of the package file in META-INF/container.xml; empty where it names none. */
export function packagePathIn(container: string): string {
  return xml(container).querySelector('rootfile')?.getAttribute('full-path') ?? '';
}

/** What the table of contents at this path calls the parts, by their paths: the first name of each. */
export function contentsIn(navigation: string, path: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const link of xml(navigation).querySelectorAll('nav a[href]')) {
    const part = pathFrom(path, link.getAttribute('href') ?? '');
    const name = oneLine(link.textContent);
    if (name !== '' && !names.has(part)) names.set(part, name);
  }
  return names;
}

/** Reads a package file (.opf), which lies at this path of the archive. */
export function readPackageFile(opf: string, path: string): PackageFile {
  const document = xml(opf);
  const told = (name: string): readonly string[] =>
    [...document.getElementsByTagNameNS(DUBLIN_CORE, name)]
      .map(({ textContent }) => textContent.trim())
      .filter(Boolean);
  const items = new Map(
    [...document.querySelectorAll('manifest > item')].map((item) => [
      item.getAttribute('id') ?? '',
      { href: item.getAttribute('href') ?? '', isNavigation: /\bnav\b/.test(item.getAttribute('properties') ?? '') },
    ]),
  );
  const parts = [...document.querySelectorAll('spine > itemref')].flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref') ?? '');
    return item && !item.isNavigation && reference.getAttribute('linear') !== 'no' ? [pathFrom(path, item.href)] : [];
  });
  return {
    title: told('title')[0] ?? '',
    author: told('creator').join(', '),
    source: told('source')[0] ?? told('publisher')[0] ?? '',
    date: told('date')[0] ?? '',
    language: told('language')[0] ?? '',
    contents: pathFrom(path, [...items.values()].find(({ isNavigation }) => isNavigation)?.href ?? ''),
    parts,
  };
}

function xml(markup: string): Document {
  return inertDocument(markup, 'application/xml');
}

/** The path of a file that another one names; within the archive, whatever it says. */
function pathFrom(path: string, href: string): string {
  const written = href.replace(/[?#].*$/, '');
  const parts = path.split('/').slice(0, -1);
  for (const part of decoded(written).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
