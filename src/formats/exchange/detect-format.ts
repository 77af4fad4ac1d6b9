import { t } from '#language/t.ts';
import { BUNDLE_FORMAT } from '#formats/native/version.ts';
import { findFormat, FORMATS } from '#formats/registry.ts';
import { type FileHead, type Format } from './format.ts';
import { LOSSES_START } from './loss-words.ts';

/** How a file is read: `native`, `text`, `table`, `pdf`, or the id of a format of others. */
export type FormatId = string;

export const NATIVE = 'native';
export const TEXT = 'text';
/** Articles without annotations, one in each row. */
export const TABLE = 'table';
export const PDF = 'pdf';

/** True for a dataset of another tool, which may be several files. */
export function isOfOthers(format: FormatId | undefined): format is FormatId {
  return format !== undefined && ![NATIVE, TEXT, TABLE, PDF].includes(format);
}

/** A way to read a file, for a list of them. */
export interface FormatName {
  readonly id: FormatId;
  readonly name: string;
}

/** Every way to read a file, our own format first. */
export function readableFormats(): readonly FormatName[] {
  return [
    { id: NATIVE, name: t`Spanmark bundle` },
    { id: TEXT, name: t`Plain text` },
    ...FORMATS.filter(({ read }) => read).map(({ id, name }) => ({ id, name })),
  ];
}

/** How a file that was taken for this format can be read, the format itself included even where it cannot be read. */
export function formatsFor(id: FormatId): readonly FormatName[] {
  // Nothing else than a PDF is one, or can be made of it.
  if (id === PDF) return [{ id: PDF, name: 'PDF' }];
  const [native, text, ...others] = readableFormats();
  const all = [native!, text!, { id: TABLE, name: t`Table of articles` }, ...others];
  const unread = all.some((format) => format.id === id) ? undefined : findFormat(id);
  return unread ? [{ id, name: t`${unread.name} (not read)` }, ...all] : all;
}

/** So much of a file is looked at to recognise its format, in bytes and, once long texts in it are cut, in characters. */
export const HEAD_BYTES = 8 * 1024 * 1024;
const HEAD_CHARACTERS = 4000;

/**
 * The head of a file from its first bytes, with long strings of JSON and CDATA sections of XML cut, since an article often
 * stands before what tells the format. What is not UTF-8 is replaced, and UTF-16 with a byte order mark is read as such.
 */
export function headOf(path: string, start: Uint8Array): FileHead {
  const encoding =
    start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(start.subarray(0, HEAD_BYTES));
  return { path, start: withoutLongTexts(text).slice(0, HEAD_CHARACTERS), isArchive: false };
}

/** What follows a quotation mark up to the next; the alternatives share no first character, so that it takes linear time. */
const JSON_STRING = /"((?:[^"\\]|\\.){0,200})(?:[^"\\]|\\.)*/gsu;
const CDATA = /(<!\[CDATA\[.{0,200})(?:(?!\]\]>).)*/gsu;

function withoutLongTexts(text: string): string {
  if (/^\uFEFF?\s*[[{]/.test(text)) return text.replaceAll(JSON_STRING, '"$1');
  if (/^\uFEFF?\s*</.test(text)) return text.replaceAll(CDATA, '$1');
  return text;
}

/** The head of an archive: its paths, one on each line. */
export function headOfArchive(path: string, paths: readonly string[]): FileHead {
  return { path, start: paths.join('\n').slice(0, HEAD_CHARACTERS), isArchive: true };
}

/**
 * The format by the content: our own first, then the first that recognises it, else our own for what is called .json, so that
 * a broken bundle is told what is wrong with it, else plain text. It may be one that is only written, which reading then says.
 * Undefined for an archive that no format recognises, and for
 * a file that is no text by its name.
 */
export function detectFormat(head: FileHead): FormatId | undefined {
  if (head.start.startsWith('%PDF-')) return PDF;
  if (isNative(head)) return NATIVE;
  const named = { ...head, path: head.path + missingEnding(head) };
  const format = FORMATS.find((each) => recognises(each, named));
  if (format) return format.id;
  if (head.isArchive) return undefined;
  if (isTable(head)) return TABLE;
  if (/\.json(?:ld|l)?$/i.test(head.path)) return NATIVE;
  return NOT_TEXT.test(head.path) ? undefined : TEXT;
}

/**
 * The ending that a file of such content has for the readers, where it has another or none; empty where it need not have one.
 * A table or a text can only be told by its name.
 */
export function missingEnding({ path, start, isArchive }: FileHead): string {
  if (isArchive) return '';
  if (/^\uFEFF?\s*[[{]/.test(start)) return /\.json(?:ld|l)?$/i.test(path) ? '' : '.jsonl';
  if (/^\uFEFF?\s*<\?xml/.test(start)) return /\.(?:xml|xmi|tei)$/i.test(path) ? '' : '.xml';
  return '';
}

/** Files that belong to a dataset, or that nobody takes for an article. */
const NOT_TEXT = /\.(?:ann|a1|a2|conf|csv|tsv|xml|xmi|dtd|tei|parquet|conll\w*|iob\d?|ya?ml|py)$/i;

/** True for a report of what an export left out, which goes along in archives. */
export function isLossReport({ path, start }: FileHead): boolean {
  if (/(?:^|\/)losses\.txt$/.test(path)) return start.startsWith(LOSSES_START);
  return /(?:^|\/)losses\.json$/.test(path) && start.includes('"format"') && start.includes('"losses"');
}

/** Values by column or by name, one article in each row; what has annotations in it was recognised before. */
function isTable({ path, start }: FileHead): boolean {
  if (/\.(?:csv|tsv|tab)$/i.test(path)) return true;
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return /^\uFEFF?\s*[[{]/.test(start);
  return /\.json$/i.test(path) && /^\uFEFF?\s*\[\s*\{/.test(start);
}

function isNative({ start, isArchive }: FileHead): boolean {
  return !isArchive && /^\uFEFF?\s*\{/.test(start) && start.includes(`"${BUNDLE_FORMAT}"`);
}

function recognises(format: Format, head: FileHead): boolean {
  try {
    return format.recognises?.(head) === true;
  } catch {
    return false;
  }
}
