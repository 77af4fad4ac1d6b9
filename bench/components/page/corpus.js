/**
 * A text and annotations that are the same on every machine: prose-like paragraphs, and overlapping entities, claims and
 * quotes. Runs in the page and in Node.
 */

/** For each size the UTF-16 code units of the text and the number of annotations. */
export const SIZES = { S: [10e3, 100], M: [100e3, 1000], L: [1e6, 10000], XL: [5e6, 50000] };
export const LABELS = ['entity', 'claim', 'quote'];
export const COLORS = { entity: '#ffd54d', claim: '#7ec8ff', quote: '#a5e6a0' };

const COMMON = (
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they ' +
  'which one you were all her she there would their we him been has when who will no more if out so up said what its about than into ' +
  'them can only other time new some could these two may first then do any like my now over such our man me even most made after also ' +
  'did many off before must well back through years where much your way down should because long each just state people those too mr ' +
  'little world good very year still work between never another while under might against right came during life'
).split(' ');
const SYLLABLES =
  'ba be co con de dis ed en er es fer ga gen in ing ion la le ler li lo ma men mi na ner no or per po pre ra re ri ro sa sen si so ta te ter ti tion to tra un ver vi'.split(
    ' ',
  );

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The choices that everything below is made with. */
function chance(seed) {
  const next = numbersFrom(seed);
  const int = (n) => (next() * n) | 0;
  const pick = (list) => list[int(list.length)];
  return { next, int, pick };
}

/** Paragraphs of 4 to 9 sentences of 8 to 24 words, until the text is long enough; with where each sentence and word stands. */
function write(length, { next, int, pick }) {
  const rare = Array.from({ length: 1500 }, () => Array.from({ length: 2 + int(3) }, () => pick(SYLLABLES)).join(''));
  const sentences = [];
  const parts = [];
  let size = 0;
  const at = () => size;
  const put = (part) => {
    parts.push(part);
    size += part.length;
  };
  for (let paragraph = 0; at() < length; paragraph += 1) {
    const count = 4 + int(6);
    for (let s = 0; s < count; s += 1) {
      const words = [];
      const start = at();
      const many = 8 + int(17);
      for (let w = 0; w < many; w += 1) {
        let word = next() < 0.55 ? pick(COMMON) : pick(rare);
        if (w === 0 || next() < 0.08) word = word[0].toUpperCase() + word.slice(1);
        const bare = word.length;
        if (w < many - 1 && next() < 0.07) word += ',';
        words.push([at(), at() + bare]);
        put(word);
        if (w < many - 1) put(' ');
      }
      put('.');
      sentences.push({ start, end: at(), words, paragraph });
      if (s < count - 1) put(' ');
    }
    put('\n\n');
  }
  return { text: parts.join('').slice(0, -2), sentences };
}

/** A fifth claims (whole sentences), an eighth quotes (some run over the sentence's end), the rest entities of 1 to 3 words. */
function annotate(sentences, count, { next, int, pick }) {
  const made = [];
  const push = (label, start, end) => made.push({ label, start, end });
  const shuffled = () => {
    const order = sentences.map((_, i) => i);
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = int(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  };
  /** Words of sentences inside a claim or a quote: [sentence, first word, word after the last]. */
  const inside = [];
  const covered = new Set();
  const cover = (sentence, from, to) => {
    covered.add(sentence);
    inside.push([sentence, from, to]);
  };
  for (const i of shuffled().slice(0, Math.min(Math.round(count * 0.2), sentences.length >> 1))) {
    push('claim', sentences[i].start, sentences[i].end);
    cover(i, 0, sentences[i].words.length);
  }
  for (const i of shuffled().slice(0, Math.round(count * 0.12))) {
    const { words, paragraph } = sentences[i];
    const from = int(words.length - 5);
    const to = Math.min(words.length, from + 5 + int(8));
    const after = sentences[i + 1];
    const crosses = next() < 0.2 && after && after.paragraph === paragraph;
    const last = crosses ? after.words[Math.min(4, after.words.length - 1)] : words[to - 1];
    push('quote', words[from][0], last[1]);
    cover(i, from, crosses ? words.length : to);
  }
  const used = new Set();
  const free = sentences.map((_, i) => i).filter((i) => !covered.has(i));
  const anywhere = () => {
    const i = pick(free);
    return [i, 0, sentences[i].words.length];
  };
  for (let left = count - made.length, tries = 0; left > 0 && tries < count * 50; tries += 1) {
    const [i, from, to] = next() < 0.4 ? pick(inside) : anywhere();
    const first = from + int(to - from);
    const end = Math.min(to, first + 1 + int(3));
    // Entities neither overlap nor touch one another.
    const isFree = Array.from({ length: end - first + 2 }, (_, k) => i * 100 + first - 1 + k).every(
      (k) => !used.has(k),
    );
    if (!isFree) continue;
    for (let k = first; k < end; k += 1) used.add(i * 100 + k);
    push('entity', sentences[i].words[first][0], sentences[i].words[end - 1][1]);
    left -= 1;
  }
  return made.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The text and annotations of a size; another seed gives other ones of the same kind. */
export function makeCorpus(size, seed = 7) {
  const [length, count] = SIZES[size];
  const choices = chance(seed);
  const { text, sentences } = write(length, choices);
  const annotations = annotate(sentences, count, choices).map((annotation, i) => ({
    id: `a${i}`,
    ...annotation,
    text: text.slice(annotation.start, annotation.end),
  }));
  return { text, annotations };
}

/** Where the paragraphs of a text are, in order. */
export function paragraphsOf(text) {
  const paragraphs = [];
  let start = 0;
  for (const { length } of text.split('\n\n')) {
    paragraphs.push({ start, end: start + length });
    start += length + 2;
  }
  return paragraphs;
}
