import { decodeText } from '#formats/plain-text/decode.ts';
import { type Problem } from '#formats/problem.ts';
import { type SourceFile } from './loose.ts';

/**
 * The text of a file of a dataset, without a byte order mark: UTF-8, or UTF-16 where a mark says so. Unlike a text that
 * somebody imports as an article it may hold a NUL. Undefined where it is in neither encoding, with the reason in `problems`.
 */
export function decodeFile({ path, bytes }: SourceFile, problems: Problem[]): string | undefined {
  if (!isUtf16(bytes)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // Told below, with the place of the fault.
    }
  }
  const decoded = decodeText(bytes);
  if (decoded.ok) return decoded.value.replace(/^\uFEFF/, '');
  for (const { place, message } of decoded.problems) problems.push({ place: `${path} ${place}`, message });
  return undefined;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
