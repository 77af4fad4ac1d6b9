import { type PageStart } from '#core/project/project.ts';

/** Puts plain text together out of the pieces that a marked-up text has. */
export interface TextBuilder {
  /** Adds words; runs of white space become one space, and none is left at the edges of a line. No-break spaces stay. */
  readonly words: (raw: string) => void;
  /** Adds text as it is, line ends among it. */
  readonly verbatim: (raw: string) => void;
  /** What comes next begins on a new line; after two calls with an empty line between, never with more. */
  readonly lineBreak: () => void;
  /** What comes next begins a new line (1), or a new paragraph behind an empty line (2). */
  readonly apart: (lines: 1 | 2) => void;
  /** What comes next stands in another cell of the row. */
  readonly nextCell: () => void;
  /** In front of the next words: a bullet or number. Goes away if none come before the next line. */
  readonly mark: (bullet: string) => void;
  /** The next words are on this page. */
  readonly page: (page: string) => void;
  readonly end: () => { readonly text: string; readonly pages: readonly PageStart[] };
}

/** An empty text. */
export function createTextBuilder(): TextBuilder {
  const parts: string[] = [];
  const pages: PageStart[] = [];
  let length = 0;
  let breaks = 0;
  let gap = '';
  let bullet = '';
  let page: string | undefined;
  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  /** Everything that waits for words to come. */
  const begin = (): void => {
    if (length > 0) put(breaks > 0 ? '\n'.repeat(breaks) : gap);
    breaks = 0;
    gap = '';
    if (page !== undefined && pages.at(-1)?.from !== length) pages.push({ from: length, page });
    page = undefined;
    put(bullet);
    bullet = '';
  };
  const apart = (lines: number): void => {
    breaks = Math.max(breaks, lines);
    gap = '';
  };
  const space = (): void => {
    if (gap === '') gap = ' ';
  };
  return {
    words: (raw) => {
      const plain = raw.replace(/[ \t\n\r\f]+/g, ' ');
      const inner = plain.replace(/^ /, '').replace(/ $/, '');
      if (plain.startsWith(' ')) space();
      if (inner === '') return;
      begin();
      put(inner);
      if (plain.length > 1 && plain.endsWith(' ')) space();
    },
    verbatim: (raw) => {
      if (raw.trim() === '') return;
      begin();
      put(raw.replace(/\r\n?/g, '\n').replace(/\n+$/, ''));
    },
    lineBreak: () => {
      apart(Math.min(2, breaks + 1));
    },
    apart,
    nextCell: () => {
      if (breaks === 0) gap = '\t';
    },
    mark: (given) => {
      bullet = given;
    },
    page: (given) => {
      page = given;
    },
    end: () => ({ text: length === 0 ? '' : `${parts.join('')}\n`, pages }),
  };
}
