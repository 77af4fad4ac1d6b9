import { type TextRange } from '#core/text/range.ts';

const SPACE = 32;

/**
 * Every place of the words in the text, overlapping ones included, in order. Both must be folded (see fold); a space in the
 * words matches any number of them. Takes time in proportion to the length of the text, whatever the words are.
 */
export function placesOf(words: string, text: string): readonly TextRange[] {
  const { length } = words;
  if (length === 0) return [];
  const first = words.charAt(0);
  const fallback = fallbackOf(words);
  // Where each of the last units stood in the text, spaces in a row taken as one.
  const starts = new Uint32Array(length);
  const places: TextRange[] = [];
  let matched = 0;
  let read = 0;
  let before = -1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE && before === SPACE) continue;
    before = unit;
    starts[read % length] = at;
    read += 1;
    while (matched > 0 && unit !== words.charCodeAt(matched)) matched = fallback[matched - 1]!;
    if (unit === words.charCodeAt(matched)) matched += 1;
    if (matched === length) {
      places.push({ from: starts[read % length]!, to: at + 1 });
      matched = fallback[length - 1]!;
    }
    if (matched > 0) continue;
    // Nothing is under way: go on right before the next place where something could start.
    const next = text.indexOf(first, at + 1);
    if (next < 0) break;
    if (next > at + 1) before = -1;
    at = next - 1;
  }
  return places;
}

/** For each prefix of the words, the length of its longest end that is a beginning too (Knuth, Morris and Pratt). */
function fallbackOf(words: string): Uint32Array {
  const fallback = new Uint32Array(words.length);
  for (let at = 1, matched = 0; at < words.length; at += 1) {
    while (matched > 0 && words.charCodeAt(at) !== words.charCodeAt(matched)) matched = fallback[matched - 1]!;
    if (words.charCodeAt(at) === words.charCodeAt(matched)) matched += 1;
    fallback[at] = matched;
  }
  return fallback;
}
