/** A name as it is written, and what stands in its place. */
export interface HiddenName {
  readonly name: string;
  readonly shown: string;
}

/**
 * The text with every whole name replaced, whatever its case; the longest name first. A name within a longer word stays, and
 * so does a name of one letter, which is rather a word.
 */
export function hideNames(text: string, names: readonly HiddenName[]): string {
  const wanted = names
    .map(({ name, shown }) => ({ words: lowered(name.trim()), shown }))
    .filter(({ words }) => words.length > 1)
    .toSorted((a, b) => b.words.length - a.words.length);
  if (wanted.length === 0) return text;
  const low = lowered(text);
  let made = '';
  for (let at = 0; at < text.length;) {
    const found = wanted.find(({ words }) => low.startsWith(words, at) && isWhole(text, at, at + words.length));
    made += found ? found.shown : text[at]!;
    at += found ? found.words.length : 1;
  }
  return made;
}

/** Each code unit by itself, so that places stay: some capitals have longer small letters. */
function lowered(text: string): string {
  let low = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at]!;
    const small = unit.toLowerCase();
    low += small.length === 1 ? small : unit;
  }
  return low;
}

function isWhole(text: string, from: number, to: number): boolean {
  return !isWordAt(text, from, -1) && !isWordAt(text, to, 1);
}

/** Tells whether the character that ends, or begins, at the offset is one of a word. */
function isWordAt(text: string, at: number, step: 1 | -1): boolean {
  const beside = step === 1 ? text.slice(at, at + 2) : text.slice(Math.max(0, at - 2), at);
  return step === 1 ? /^[\p{L}\p{M}\p{N}]/u.test(beside) : /[\p{L}\p{M}\p{N}]$/u.test(beside);
}
