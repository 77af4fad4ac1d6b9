import { guessEncoding } from '#importers/encoding/guess-encoding.ts';
import { namedEncoding } from '#importers/encoding/named-encoding.ts';

/** So much of a page is searched for the name of its encoding, in bytes. */
const PROLOGUE = 4096;

const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
] as const;

/**
 * The markup in the bytes of a page: by its byte order mark, by `told` (what came with the page), by what the page says, as
 * UTF-8 where it is that, else by a guess.
 */
export function decodePage(bytes: Uint8Array, told = ''): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return new TextDecoder(marked.encoding).decode(bytes);
  const prologue = new TextDecoder('windows-1252').decode(bytes.subarray(0, PROLOGUE));
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(prologue)?.[1] ?? '';
  const encoding = namedEncoding(told) ?? namedEncoding(said);
  // A page that could be read far enough to say so is not UTF-16.
  if (encoding !== undefined && !encoding.startsWith('utf')) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(encoding === 'utf-8' ? encoding : guessEncoding(bytes)).decode(bytes);
  }
}
