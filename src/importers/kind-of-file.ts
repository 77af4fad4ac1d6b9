import { t } from '#language/t.ts';
import { FORMATS } from '#formats/registry.ts';

/** A kind of file that articles are read from by an importer. */
export type ArticleKind = 'html' | 'mhtml' | 'docx' | 'epub';

/** What a file is: of a kind that is read here, one that cannot be read, with the reason as a sentence, or something else. */
export type KindOfFile =
  | { readonly kind: ArticleKind }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'other' };

/** So much of the start of a file tells what it is, and of its end what an archive holds, in bytes. */
export const START_BYTES = 16 * 1024;
export const END_BYTES = 128 * 1024;

const OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

/** How files of pictures begin: PNG, JPEG, GIF, and both kinds of TIFF. */
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
] as const;

/** What a file is by its content: the bytes of its start and of its end. Its name counts only where text may be anything. */
export function kindOfFile(start: Uint8Array, end: Uint8Array, fileName: string): KindOfFile {
  if (OFFICE.every((byte, index) => start[index] === byte)) return oldOffice(end, start);
  if (start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4) return kindOfArchive(start, end);
  if (PICTURES.some((bytes) => bytes.every((byte, index) => start[index] === byte)))
    return refusal(
      t`this is a picture, and only texts are read: take its words out with text recognition (OCR), then import those`,
    );
  const head = textOf(start);
  if (head.startsWith('{\\rtf'))
    return refusal(t`this is an RTF document, which cannot be read: save it as .docx, then import that`);
  if (/^(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n){0,40}?content-type:\s*multipart\/related/i.test(head))
    return { kind: 'mhtml' };
  return isPage(head, fileName) ? { kind: 'html' } : { kind: 'other' };
}

/**
 * A fragment of markup counts where the file is called a page. A page that is called data is most often what a server gave
 * instead of the data, and nobody’s article.
 */
function isPage(head: string, fileName: string): boolean {
  if (/\.(?:json(?:ld|l)?|csv|tsv)$/i.test(fileName)) return false;
  const plain = head.replace(/^(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->)*/, '');
  // Pages that are exports of annotations are told of as such.
  if (FORMATS.some(({ recognises }) => recognises?.({ path: fileName, start: head, isArchive: false }))) return false;
  if (/^<!doctype html|^<html[\s>]/i.test(plain)) return true;
  return /\.(?:html?|xhtml)$/i.test(fileName) && /<[a-z!]/i.test(plain);
}

/** UTF-16 has a zero in every other byte. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/\0/g, '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '');
}

function kindOfArchive(start: Uint8Array, end: Uint8Array): KindOfFile {
  const decoder = new TextDecoder('windows-1252');
  const [head, tail] = [decoder.decode(start), decoder.decode(end)];
  const mimetype = /^mimetype(application\/[\w.+-]+)/.exec(head.slice(30))?.[1] ?? '';
  if (mimetype === 'application/epub+zip') return { kind: 'epub' };
  if (mimetype.includes('opendocument'))
    return refusal(t`this is an OpenDocument file, which cannot be read: save it as .docx, then import that`);
  if (tail.includes('word/document.xml')) return { kind: 'docx' };
  if (tail.includes('META-INF/container.xml')) return { kind: 'epub' };
  if (tail.includes('xl/workbook.xml'))
    return refusal(t`this is an Excel workbook, which cannot be read: save its sheet as .csv, then import that`);
  if (tail.includes('ppt/presentation.xml'))
    return refusal(t`this is a presentation, which cannot be read: save its text as .docx or .txt, then import that`);
  return { kind: 'other' };
}

/** A document with a password is encrypted as a whole, in the same wrapping as the documents of before 2007. */
function oldOffice(...parts: readonly Uint8Array[]): KindOfFile {
  const isEncrypted = parts.some((bytes) => textOf(bytes).includes('EncryptedPackage'));
  return refusal(
    isEncrypted
      ? t`the document is protected by a password: take the password off, then import it again`
      : t`this is a document of an old word processor (.doc), which cannot be read: save it as .docx, then import that`,
  );
}

function refusal(message: string): KindOfFile {
  return { kind: 'refused', message };
}
