import { t } from '#language/t.ts';
import { unzipSync } from 'fflate';
import { inMebi } from '#formats/wording.ts';

/** More than that is no article: all of a document's files that are read, unpacked, in bytes. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Those files of a ZIP archive that are wanted, by path, or a sentence that says why not. What an archive says of the size of
 * a file is kept to, so that it cannot grow beyond all measure.
 */
export function unzipSome(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
): ReadonlyMap<string, Uint8Array> | string {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isWanted(name)) return false;
        total += originalSize;
        return total <= MOST_BYTES;
      },
    });
    if (total > MOST_BYTES) return t`its text has more than ${inMebi(MOST_BYTES)} MiB`;
    return new Map(Object.entries(files));
  } catch {
    return t`the file is damaged: it cannot be unpacked`;
  }
}
