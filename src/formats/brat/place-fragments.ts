import { type OffsetUnit, type UnitOffsets, unitOffsets } from '#core/text/offset-units.ts';
import { sameRanges, type TextRange } from '#core/text/range.ts';
import { type LooseRange } from '#formats/exchange/loose.ts';
import { continues, fragmentsOf, joinFragments } from './fragments.ts';
import { type TextBound } from './parse-annotations.ts';

/** What a span's fragments are once they are joined: offsets of the file, and their words. */
export interface JoinedSpan {
  readonly ranges: readonly LooseRange[];
  readonly quotes: readonly string[];
}

/** Joins the fragments of a span; `own` are ranges that a note of ours names, for where fragments do not tell them. */
export type JoinSpan = (span: TextBound, own: readonly LooseRange[]) => JoinedSpan;

/**
 * Joins fragments that only a line break parts, in the text as it is or with LF for CRLF, and in the unit, in which the most
 * spans have their words: brat's releases differ in both. A span whose words are not there is left as it is.
 */
export function createJoin(text: string | undefined, spans: Iterable<TextBound>): JoinSpan {
  const reading = text === undefined ? undefined : bestReading(text, [...spans]);
  return (span, own) => {
    const quotes = span.words === '' ? [] : [span.words];
    const fragments = reading && placed(reading.offsets, span.ranges);
    if (!reading || !fragments || !isThere(reading.text, fragments, span.words)) return { ranges: span.ranges, quotes };
    // Where the file tells no words there is nothing that could speak for a place.
    const wordsOf = (ranges: readonly TextRange[]): readonly string[] =>
      span.words === '' ? [] : ranges.map(({ from, to }) => reading.text.slice(from, to));
    const told = own.length > 0 ? placed(reading.offsets, own) : undefined;
    if (told && sameRanges(fragmentsOf(reading.text, told), fragments)) {
      return { ranges: own, quotes: wordsOf(told) };
    }
    const isContinued = continues(reading.text, fragments);
    return {
      ranges: joinFragments(span.ranges, isContinued),
      quotes: wordsOf(joinFragments(fragments, isContinued)),
    };
  };
}

interface Reading {
  readonly text: string;
  readonly offsets: UnitOffsets;
}

function bestReading(text: string, spans: readonly TextBound[]): Reading {
  const texts = text.includes('\r') ? [text, text.replaceAll(/\r\n?/g, '\n')] : [text];
  const units: readonly OffsetUnit[] = ['code-point', 'utf-16'];
  const readings = texts.flatMap((each) => units.map((unit) => ({ text: each, offsets: unitOffsets(each, unit) })));
  let best = readings[0]!;
  let most = -1;
  for (const reading of readings) {
    const count = spans.filter(({ ranges, words }) => {
      const fragments = placed(reading.offsets, ranges);
      return fragments && isThere(reading.text, fragments, words);
    }).length;
    if (count > most) [best, most] = [reading, count];
  }
  return best;
}

function placed(offsets: UnitOffsets, ranges: readonly LooseRange[]): readonly TextRange[] | undefined {
  const found = ranges.flatMap((range) => {
    const [from, to] = [offsets.toUtf16(range.from), offsets.toUtf16(range.to)];
    return from !== undefined && to !== undefined && from < to ? [{ from, to }] : [];
  });
  return found.length === ranges.length ? found : undefined;
}

/** Whether the words are the file's, which has a space between fragments, or in old files nothing; a file may tell none. */
function isThere(text: string, fragments: readonly TextRange[], words: string): boolean {
  const pieces = fragments.map(({ from, to }) => text.slice(from, to));
  return words === '' || words.trimEnd() === pieces.join(' ').trimEnd() || words === pieces.join('');
}
