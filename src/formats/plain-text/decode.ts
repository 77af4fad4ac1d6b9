import { t } from '#language/t.ts';
import { type ReadResult, refused } from '#formats/problem.ts';
import { findInvalidUtf8 } from './find-invalid-utf8.ts';

/** How files of other kinds begin that people take for text, and what to do with them. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly problem: string }[] = [
  {
    bytes: [0x25, 0x50, 0x44, 0x46, 0x2d],
    problem: t`this is a PDF, not plain text: save its text as a .txt file in UTF-8`,
  },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    problem: t`this is a ZIP, DOCX, ODT or EPUB file, not plain text: save its text as a .txt file in UTF-8`,
  },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    problem: t`this is an RTF file, not plain text: save its text as a .txt file in UTF-8`,
  },
];

/** True for bytes that are a file of another kind, which some people take for text, and for UTF-16 by its mark. */
export function isOtherThanText(bytes: Uint8Array): boolean {
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isMarked || signatureOf(bytes) !== undefined;
}

function signatureOf(bytes: Uint8Array): (typeof SIGNATURES)[number] | undefined {
  return SIGNATURES.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte));
}

/**
 * The text in the bytes: UTF-8, or UTF-16 where a byte order mark says so. A leading byte order mark stays in the text, for
 * freezeText to record. Nothing is replaced: invalid UTF-8 and binary files are problems; lone surrogates in UTF-16 remain.
 */
export function decodeText(bytes: Uint8Array): ReadResult<string> {
  const signature = signatureOf(bytes);
  if (signature) return refused('file', signature.problem);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, false);
  const nul = bytes.indexOf(0);
  if (nul !== -1) return binary(nul);
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return invalidUtf8(bytes);
  }
}

/** By hand, since TextDecoder replaces lone surrogates without a word. */
function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): ReadResult<string> {
  if (bytes.length % 2 !== 0) {
    return refused(t`byte ${bytes.length - 1}`, t`the UTF-16 text ends in the middle of a character: it was cut off`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 2 * UNITS_AT_ONCE) {
    const units = new Uint16Array(Math.min(UNITS_AT_ONCE, (bytes.length - start) / 2));
    for (let index = 0; index < units.length; index += 1) {
      const unit = view.getUint16(start + 2 * index, littleEndian);
      if (unit === 0) return binary(start + 2 * index);
      units[index] = unit;
    }
    parts.push(String.fromCharCode(...units));
  }
  return { ok: true, value: parts.join('') };
}

/** Few enough to be passed as arguments in every engine. */
const UNITS_AT_ONCE = 8192;

function binary(offset: number): ReadResult<never> {
  return refused(t`byte ${offset}`, t`looks like a binary file, not text (it holds a NUL): save the text as UTF-8`);
}

function invalidUtf8(bytes: Uint8Array): ReadResult<never> {
  const offset = findInvalidUtf8(bytes);
  const found = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  let line = 1;
  for (const byte of bytes.subarray(0, offset)) if (byte === 0x0a) line += 1;
  return refused(
    t`byte ${offset} (line ${line})`,
    t`the byte 0x${found} is not UTF-8: the file is probably in an older encoding such as Windows-1252. Open it in an editor, save it as UTF-8 and import it again`,
  );
}
