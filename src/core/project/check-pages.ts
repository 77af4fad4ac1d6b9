import { t } from '#language/t.ts';
import { splitsSurrogatePair } from '#core/text/offsets.ts';
import { type PageStart } from './project.ts';

/** Why these pages cannot be those of the text, with the index of the first that is wrong; undefined where they can. */
export function problemWithPages(
  text: string,
  pages: readonly PageStart[],
): { readonly index: number; readonly message: string } | undefined {
  let last = -1;
  for (const [index, { from }] of pages.entries()) {
    const message = problemWithStart(text, from, last);
    if (message !== undefined) return { index, message };
    last = from;
  }
  return undefined;
}

function problemWithStart(text: string, from: number, last: number): string | undefined {
  if (from > text.length) return t`the page starts at ${from}, behind the end of the text (${text.length})`;
  if (from <= last) return t`the page starts at ${from}, not behind the start of the page before it`;
  return splitsSurrogatePair(text, from) ? t`the page starts inside the character at ${from - 1}` : undefined;
}
