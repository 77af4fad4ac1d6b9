import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { type OffsetUnit, unitOffsets } from '#core/text/offset-units.ts';
import { LIMITS } from '#formats/limits.ts';
import { type ProblemList } from '#formats/problem.ts';
import { unescapeCell } from './cells.ts';
import { type TsvSentence } from './table.ts';

/** The text of a file, put together from its sentences. */
export interface PlacedText {
  readonly text: string;
  /** What its offsets count. */
  readonly unit: OffsetUnit;
}

/**
 * Every sentence where its first word says that it begins, with line breaks in between, since the file does not tell what
 * was there. Offsets are UTF-16 by the format, but some tools count code points, and some write text without escapes: the
 * way in which most words stand where they should wins.
 */
export function placeText(path: string, sentences: readonly TsvSentence[], problems: ProblemList): PlacedText {
  let best: (PlacedText & { readonly fits: number; readonly faults: readonly Fault[] }) | undefined;
  for (const unit of ['utf-16', 'code-point'] as const) {
    for (const readText of [unescapeCell, (text: string) => text]) {
      const { text, faults } = joinSentences(sentences, unit, readText);
      const fits = countFits(text, unit, sentences);
      if (!best || fits > best.fits) best = { text, unit, fits, faults };
    }
  }
  for (const { line, message } of best?.faults ?? []) problems.add(placeOfLine(path, line), message);
  return { text: best?.text ?? '', unit: best?.unit ?? 'utf-16' };
}

interface Fault {
  readonly line: number;
  readonly message: string;
}

function joinSentences(
  sentences: readonly TsvSentence[],
  unit: 'utf-16' | 'code-point',
  readText: (text: string) => string,
): { readonly text: string; readonly faults: readonly Fault[] } {
  const parts: string[] = [];
  const faults: Fault[] = [];
  let length = 0;
  for (const { text: written, rows, line } of sentences) {
    const text = readText(written);
    const [first] = rows;
    // White space before the first word belongs to the sentence.
    const lead = first ? leadOf(text, readText(first.word)) : 0;
    const gap = first ? first.from - lead - length : 1;
    if (gap < 0 || length + gap > LIMITS.text) {
      faults.push({
        line,
        message: t`the sentence does not begin where the one before ends, or far behind: its text is left out`,
      });
      continue;
    }
    parts.push('\n'.repeat(gap), text);
    length += gap + lengthIn(text, unit);
  }
  return { text: parts.join(''), faults };
}

function leadOf(text: string, word: string): number {
  const lead = text.length - text.trimStart().length;
  return lead > 0 && text.startsWith(word, lead) ? lead : 0;
}

function lengthIn(text: string, unit: 'utf-16' | 'code-point'): number {
  if (unit === 'utf-16') return text.length;
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function countFits(text: string, unit: OffsetUnit, sentences: readonly TsvSentence[]): number {
  const offsets = unitOffsets(text, unit);
  let fits = 0;
  for (const { rows } of sentences) {
    for (const { from, to, word } of rows) {
      const [start, end] = [offsets.toUtf16(from), offsets.toUtf16(to)];
      if (start !== undefined && end !== undefined && text.slice(start, end) === unescapeCell(word)) fits += 1;
    }
  }
  return fits;
}
