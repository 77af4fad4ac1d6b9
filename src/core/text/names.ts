import { type TextRange } from './range.ts';
import { isWhiteSpace } from './code-points.ts';
import { isFunctionWord } from './function-words.ts';
import {
  canJoin,
  canLead,
  endsWithStop,
  isCapitalised,
  isGermanArticle,
  isNameNumber,
  isNoName,
  isShortened,
  rathersSeparates,
} from './name-words.ts';
import { type Paragraph } from './paragraphs.ts';
import { type Word, wordsBetween } from './word-pieces.ts';

/** How far on each side of the caret a name can reach. */
const REACH = 256;

/** More words than this are a heading in capitals and no name. */
const MOST_WORDS = 10;

/**
 * The name with the word: capitalised words one space, hyphen or ampersand apart, joined by particles (Bank of the West)
 * and ended by a number (Apollo 11). It crosses no punctuation or possessive 's and leaves out a function word that opens
 * the sentence. Undefined where the word is in no name of several words. `wide` also crosses what rather stands between two
 * names in the text's language (Merkel und Macron).
 *
 * In German every noun has a capital, so that a name does not start with a noun right after an article (der Präsident
 * | Putin), only with what can be an adjective there (die Deutsche Bank).
 */
export function nameAround(
  text: string,
  paragraph: Paragraph,
  word: TextRange,
  language: string,
  wide: boolean,
): TextRange | undefined {
  const near = wordsNear(text, paragraph, word, language);
  const at = near.findIndex(({ from }) => from === word.from);
  if (at < 0) return undefined;
  // Reading from the start of the run, not from the caret, gives the same name for every word in it.
  let first = at;
  while (first > 0 && isLinked(text, near[first - 1]!, near[first]!, language)) first -= 1;
  let last = at;
  while (last < near.length - 1 && isLinked(text, near[last]!, near[last + 1]!, language)) last += 1;
  const run = near
    .slice(first, last + 1)
    .map((each): RunWord => ({ ...each, written: text.slice(each.from, each.to) }));
  const reader: Reader = { text, paragraph, language, wide, run };
  for (let index = 0; index <= at - first;) {
    const end = nameEnd(reader, index);
    if (end > at - first) return end - index > 1 && end - index <= MOST_WORDS ? named(reader, index, end) : undefined;
    index = end;
  }
  return undefined;
}

interface RunWord extends Word {
  readonly written: string;
}

interface Reader {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly language: string;
  readonly wide: boolean;
  readonly run: readonly RunWord[];
}

function named({ text, run }: Reader, index: number, end: number): TextRange {
  const last = run[end - 1]!;
  const stop = endsWithStop(last.written) && text.charAt(last.to) === '.' ? 1 : 0;
  return { from: run[index]!.from, to: last.to + stop };
}

/** Index after the name that starts at this word of the run; just the next index where none starts there. */
function nameEnd(reader: Reader, index: number): number {
  const { run } = reader;
  const lead = lowerFrom(run, index);
  let end = index;
  if (lead > index) {
    if (!canLead(written(run, index, lead), reader.language) || !isCapitalAt(run, lead)) return index + 1;
    end = lead;
  } else if (!canStart(reader, index)) {
    return index + 1;
  }
  end += 1;
  for (let next = wordsOn(reader, index, end); next > end; next = wordsOn(reader, index, end)) end = next;
  return isNameNumber(run[end]?.written ?? '') ? end + 1 : end;
}

/** Index after the capitalised word that goes on with the name from `end`, or `end` where none does. */
function wordsOn({ run, wide, language }: Reader, index: number, end: number): number {
  if (isCapitalAt(run, end)) return end + 1;
  const lower = lowerFrom(run, end);
  const joining = written(run, end, lower);
  if (!isCapitalAt(run, lower) || !canJoin(joining)) return end;
  return !wide && rathersSeparates(joining, end - index, language) ? end : lower + 1;
}

function canStart(reader: Reader, index: number): boolean {
  const { text, paragraph, run, language } = reader;
  const word = run[index]!;
  if (!isCapitalAt(run, index)) return false;
  if (isNoName(word.written, startsSentence(text, paragraph, word.from), language)) return false;
  const before = run[index - 1]?.written ?? '';
  return !isGermanArticle(before, language) || !isCapitalAt(run, index + 1) || /en?$/u.test(word.written);
}

/** Index of the first word from `index` on that does not start with a small letter. */
function lowerFrom(run: readonly RunWord[], index: number): number {
  let end = index;
  while (end < run.length && end - index < 4 && /^\p{Ll}/u.test(run[end]!.written) && !isCapitalAt(run, end)) end += 1;
  return end;
}

function isCapitalAt(run: readonly RunWord[], index: number): boolean {
  const word = run[index];
  return word !== undefined && isCapitalised(word.written);
}

function written(run: readonly RunWord[], from: number, to: number): readonly string[] {
  return run.slice(from, to).map((word) => word.written);
}

/** True where nothing stands between the words that a name cannot cross. */
function isLinked(text: string, left: Word, right: Word, language: string): boolean {
  if (left.tail !== left.to) return false;
  const before = text.slice(left.from, left.to);
  const gap = text.slice(left.to, right.from);
  if (/^[ \u00a0\u202f]$/u.test(gap)) return !before.endsWith('.') || !opensSentence(text, right, language);
  // French words part after the apostrophe: Côte d’ + Ivoire.
  if (gap === '') return /['’]$/u.test(before);
  if (/^[ \u00a0\u202f]&[ \u00a0\u202f]$/u.test(gap)) return true;
  return /^\.[ \u00a0\u202f]?$/u.test(gap) && isShortened(before, language) && !opensSentence(text, right, language);
}

/** After U.N. or an initial only the next word can tell whether the sentence ends; that of the initials A. A. cannot. */
function opensSentence(text: string, word: Word, language: string): boolean {
  return text.charAt(word.to) !== '.' && isFunctionWord(text.slice(word.from, word.to), language);
}

/** True where no word stands between the offset and the start of its sentence, as far as punctuation tells. */
export function startsSentence(text: string, paragraph: Paragraph, offset: number): boolean {
  let at = offset;
  while (at > paragraph.from && isWhiteSpace(text.charAt(at - 1))) at -= 1;
  return at === paragraph.from || !/[\p{L}\p{M}\p{N},)\]’'&-]/u.test(text.charAt(at - 1));
}

function wordsNear(text: string, paragraph: Paragraph, word: TextRange, language: string): readonly Word[] {
  let from = Math.max(paragraph.from, word.from - REACH);
  let to = Math.min(paragraph.to, word.to + REACH);
  // Start and end at white space, which no word crosses; without any, only the word itself is sure.
  while (from > paragraph.from && from < word.from && !isWhiteSpace(text.charAt(from - 1))) from += 1;
  while (to < paragraph.to && to > word.to && !isWhiteSpace(text.charAt(to))) to -= 1;
  return wordsBetween(text, from, to, language);
}
