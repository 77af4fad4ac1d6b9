import { guessEncoding, wideEncodingOf } from '#importers/encoding/guess-encoding.ts';
import { decodeText, isOtherThanText } from '#formats/plain-text/decode.ts';
import { notesOnFrontMatter, readTextArticle } from '#formats/plain-text/read.ts';
import { type ReadResult } from '#formats/problem.ts';
import { type FileReading, problemWithFileSize } from '#formats/read-file.ts';

/** What a text's bytes were read as, where they do not say so themselves. */
export interface TextEncoding {
  readonly encoding?: string;
}

/** The words in bytes. */
export interface DecodedBytes extends TextEncoding {
  readonly text: string;
}

/**
 * Reads a text file as an article, in `chosen` where that is given, else as decodedBytes does; the reading names a guess.
 * Binary files are problems.
 */
export function readTextBytes(fileName: string, bytes: Uint8Array, chosen = ''): FileReading & TextEncoding {
  const sizeProblem = problemWithFileSize(bytes.length);
  if (sizeProblem) return { kind: 'problems', fileName, problems: [sizeProblem] };
  if (chosen !== '') return articleOf(fileName, decodedIn(chosen, bytes));
  const decoded = decodedBytes(bytes);
  return decoded.ok ? articleOf(fileName, decoded.value) : { kind: 'problems', fileName, problems: decoded.problems };
}

/** The text in the bytes, in UTF-8 or UTF-16 where it is that, else as a guess, which is then named; binary files are problems. */
export function decodedBytes(bytes: Uint8Array): ReadResult<DecodedBytes> {
  const strict = decodeText(bytes);
  if (strict.ok) return { ok: true, value: { text: strict.value } };
  const encoding = guessFor(bytes);
  return encoding === undefined ? strict : { ok: true, value: decodedIn(encoding, bytes) };
}

function decodedIn(encoding: string, bytes: Uint8Array): DecodedBytes {
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding };
}

function guessFor(bytes: Uint8Array): string | undefined {
  if (isOtherThanText(bytes)) return undefined;
  return bytes.includes(0) ? wideEncodingOf(bytes) : guessEncoding(bytes);
}

function articleOf(fileName: string, { text, ...encoding }: DecodedBytes): FileReading & TextEncoding {
  const result = readTextArticle(fileName, text);
  if (!result.ok) return { kind: 'problems', fileName, problems: result.problems, ...encoding };
  return { kind: 'article', fileName, article: result.value, notes: notesOnFrontMatter(text), ...encoding };
}
