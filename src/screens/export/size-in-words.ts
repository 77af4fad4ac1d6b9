import { count } from '#language/numbers.ts';
import { t } from '#language/t.ts';

/** A size of a file: `1.2 kB`, `34 MB`. */
export function sizeInWords(bytes: number): string {
  return bytes < 1e6 ? t`${rounded(bytes / 1e3)} kB` : t`${rounded(bytes / 1e6)} MB`;
}

function rounded(size: number): string {
  return count(size, { maximumFractionDigits: 1 });
}
