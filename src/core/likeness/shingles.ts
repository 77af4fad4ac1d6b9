/** So many words in a row are looked for in the other text: fewer would find any two texts of one language alike. */
const WORDS = 3;

/** A word, or a letter of a script that puts no space between words; such as a person would count them. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{M}\p{N}]+/gu;

/** The hash of each three words in a row, in the order of the text; of one that is shorter, of all its words. Case and signs do not count. */
export function shinglesOf(text: string): Uint32Array {
  const words: number[] = [];
  for (const [word] of text.matchAll(WORD)) words.push(hashOf(word.toLowerCase()));
  const count = words.length === 0 ? 0 : Math.max(1, words.length - WORDS + 1);
  const shingles = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    let hash = START;
    for (let word = at; word < Math.min(at + WORDS, words.length); word += 1) hash = mixed(hash, words[word]!);
    shingles[at] = hash;
  }
  return shingles;
}

/** Of each text the share of its words that stand in the other in the same surroundings, from 0 to 1: the smaller of the two. */
export function sharedWords(one: Uint32Array, other: Uint32Array): number {
  if (one.length === 0 || other.length === 0) return 0;
  return Math.min(coverage(one, new Set(other)), coverage(other, new Set(one)));
}

function coverage(shingles: Uint32Array, others: ReadonlySet<number>): number {
  const words = shingles.length + WORDS - 1;
  let covered = 0;
  let end = 0;
  for (const [at, shingle] of shingles.entries()) {
    if (!others.has(shingle)) continue;
    covered += at + WORDS - Math.max(at, end);
    end = at + WORDS;
  }
  return covered / words;
}

const START = 0x811c9dc5;

function hashOf(word: string): number {
  let hash = START;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Every bit of both numbers reaches every bit of the result, which picking the smallest hash rests on. */
function mixed(hash: number, next: number): number {
  let value = Math.imul(hash ^ next, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
