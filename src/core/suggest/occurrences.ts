import { paragraphsOf } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';
import { placesOf } from './find-words.ts';
import { longerNameAt } from './longer-name.ts';
import { fold, type Pattern, patternsFor, plainWords, type Wanted } from './wanted.ts';
import { endsWord, hasPossessiveAt, type Reading, startsWord } from './word-edges.ts';

/**
 * How a mention matches: in the same words, in other capitals, with or without an English ending (Ghana’s, Ministers), or by
 * another name of the same thing.
 */
export type MatchKind = 'exact' | 'case' | 'ending' | 'alias';

/** A mention. Its range holds whole words: the s of a plural is in it, a possessive ’s is not. */
export interface Occurrence extends TextRange {
  readonly kind: MatchKind;
  /** The longer name that it is a part of: the Bank of Ghana, for Ghana. */
  readonly within: TextRange | undefined;
}

/**
 * All mentions of the wanted words in a text, in order; none overlaps another, and where two could be, the one that starts
 * first and then the longer is it. A place inside a longer word is no mention. White space matches a line break or several
 * spaces, but no blank line. `language` is a BCP 47 tag; endings are known for English only.
 */
export function occurrencesOf(wanted: Wanted, text: string, language: string): readonly Occurrence[] {
  const folded = fold(text);
  const found: Found[] = [];
  for (const pattern of patternsFor(wanted, language)) {
    for (const { from, to } of placesOf(pattern.folded, folded)) found.push({ from, to, pattern });
  }
  if (found.length === 0) return [];
  const reading: Reading = { text, paragraphs: paragraphsOf(text), language };
  const occurrences: Occurrence[] = [];
  let end = 0;
  for (const each of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const { from, to } = each;
    if (from < end || !startsWord(reading, from) || !endsWord(reading, to)) continue;
    end = to;
    occurrences.push({ from, to, kind: kindOf(reading, each), within: longerNameAt(reading, each) });
  }
  return occurrences;
}

/** True for a mention that hardly needs a look: not a matter of capitals alone, and no part of a longer name. */
export function isLikely({ kind, within }: Occurrence): boolean {
  return kind !== 'case' && within === undefined;
}

interface Found extends TextRange {
  readonly pattern: Pattern;
}

function kindOf(reading: Reading, { from, to, pattern }: Found): MatchKind {
  if (plainWords(reading.text.slice(from, to)) !== pattern.written) return 'case';
  return pattern.kind === 'exact' && hasPossessiveAt(reading, to) ? 'ending' : pattern.kind;
}
