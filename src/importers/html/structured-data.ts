import { isObject } from '#formats/is-object.ts';

/** What a page says of its article in JSON-LD, as data; fields that it does not have are empty. */
export interface StructuredData {
  readonly headline: string;
  readonly author: string;
  readonly date: string;
  readonly language: string;
  readonly address: string;
}

const NOTHING: StructuredData = { headline: '', author: '', date: '', language: '', address: '' };

/** A list within a list within a graph is as deep as pages have it. */
const MOST_DEPTH = 6;

/** The first article in the page's JSON-LD. What is not JSON is passed over; nothing that it points to is looked at. */
export function structuredDataIn(document: Document): StructuredData {
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const found = articleIn(parsed(script.textContent), MOST_DEPTH);
    if (found) return dataOf(found);
  }
  return NOTHING;
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function articleIn(value: unknown, depth: number): Fields | undefined {
  if (depth === 0) return undefined;
  if (Array.isArray(value)) {
    for (const member of value) {
      const found = articleIn(member, depth - 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!isObject(value)) return undefined;
  if (textsIn(value['@type']).some((type) => /(?:Article|BlogPosting|Report|LiveBlogPosting)$/.test(type)))
    return value;
  return articleIn(value['@graph'], depth - 1) ?? articleIn(value['mainEntity'], depth - 1);
}

function dataOf(article: Fields): StructuredData {
  return {
    headline: textsIn(article['headline'])[0] ?? '',
    author: namesIn(article['author']).join(', '),
    date: textsIn(article['datePublished'])[0] ?? '',
    language: textsIn(article['inLanguage'])[0] ?? '',
    address: textsIn(article['url'])[0] ?? idIn(article['mainEntityOfPage']),
  };
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim()];
  return Array.isArray(value) ? value.flatMap((member) => (typeof member === 'string' ? [member.trim()] : [])) : [];
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((member) => namesIn(member));
  const name = isObject(value) ? value['name'] : value;
  return typeof name === 'string' && name.trim() !== '' && !/^https?:/i.test(name) ? [name.trim()] : [];
}

function idIn(value: unknown): string {
  const id = isObject(value) ? value['@id'] : value;
  return typeof id === 'string' ? id : '';
}
