import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = join('src', 'formats', 'native', 'fixtures', 'sample.json');

/** A bundle of version 2, which is read as the newest is, with the label set that a new project has. */
export function writtenBundle(
  name: string,
  parts: {
    readonly annotators: readonly { readonly id: string; readonly name: string }[];
    readonly articles: readonly WrittenArticle[];
    readonly layers: readonly unknown[];
  },
): string {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as { offsets: string; project: { labelSet: unknown } };
  return JSON.stringify({
    format: 'spanmark-bundle',
    version: 2,
    offsets: sample.offsets,
    project: { id: 'first-project', name, labelSet: sample.project.labelSet, guidelines: [] },
    ...parts,
  });
}

type WrittenArticle = ReturnType<typeof writtenArticle>;

/** An article as a file has it. */
export function writtenArticle(
  title: string,
  text: string,
  about: { readonly source?: string; readonly date?: string; readonly language?: string } = {},
) {
  return {
    id: createHash('sha256').update(text).digest('hex'),
    title,
    source: 'made for this test',
    date: '',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
    author: '',
    pages: [],
    ...about,
    text,
  };
}

/** A range that begins at this place, in a text without characters of two code units: both counts of offsets are the same. */
export function writtenRange(from: number, quote: string) {
  const to = from + quote.length;
  return { from, to, codePointFrom: from, codePointTo: to, quote };
}

/** The range of the first such words in any text; throws where they are not in it. */
export function writtenRangeIn(text: string, quote: string) {
  const from = text.indexOf(quote);
  if (from < 0) throw new Error(`“${quote}” is not in the text`);
  const to = from + quote.length;
  return { from, to, codePointFrom: codePoints(text, from), codePointTo: codePoints(text, to), quote };
}

function codePoints(text: string, offset: number): number {
  let count = 0;
  for (const _ of text.slice(0, offset)) count += 1;
  return count;
}

type WrittenRange = ReturnType<typeof writtenRange>;

/** A span as a file has it, on one range or several, made at this time. */
export function writtenSpan(
  id: string,
  label: string,
  on: WrittenRange | readonly WrittenRange[],
  at: string,
  about: {
    readonly attributes?: readonly { readonly id: string; readonly value: unknown }[];
    readonly note?: string;
    readonly changedAt?: string;
  } = {},
) {
  return {
    id,
    label,
    ranges: [on].flat(),
    attributes: [],
    note: '',
    origin: 'hand',
    createdAt: at,
    changedAt: at,
    ...about,
  };
}
