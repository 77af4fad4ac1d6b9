import { type TextRange } from '#core/text/range.ts';

/** A text and the places that were marked in it. */
export interface Marked {
  readonly text: string;
  /** In the order in which they end. */
  readonly ranges: readonly TextRange[];
  readonly carets: readonly number[];
}

/**
 * Reads the notation of the tests of core: square brackets enclose a range and may nest, a bar is a caret.
 *
 *   '[An|n] left'  ->  text 'Ann left', range [0,3), caret 2
 */
export function marked(written: string): Marked {
  let text = '';
  const starts: number[] = [];
  const ranges: TextRange[] = [];
  const carets: number[] = [];
  for (const part of written.split(/([[\]|])/)) {
    if (part === '[') starts.push(text.length);
    else if (part === ']') ranges.push({ from: starts.pop()!, to: text.length });
    else if (part === '|') carets.push(text.length);
    else text += part;
  }
  return { text, ranges, carets };
}

/** The text with square brackets around the ranges, which must not cross, so that a test that fails shows where they are. */
export function bracketed(text: string, ...ranges: readonly (TextRange | undefined)[]): string {
  let written = '';
  for (let at = 0; at <= text.length; at += 1) {
    for (const range of ranges) if (range?.to === at) written += ']';
    for (const range of ranges) if (range?.from === at) written += '[';
    written += text.charAt(at);
  }
  return written;
}

/** The carets that are marked, or else every offset in the range, its end left out. */
export function caretsOf({ ranges, carets }: Marked): readonly number[] {
  if (carets.length > 0) return carets;
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index));
}
