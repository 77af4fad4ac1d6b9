import { splitsSurrogatePair } from './offsets.ts';
import { type Replacement, shortestScript } from './shortest-script.ts';

/** A stretch of the old text and what stands in its place in the new one, in UTF-16 code units; either may be empty. */
export type TextChange = Replacement;

/** Beyond so many words removed or added, changes are looked for line by line first: the search takes their square. */
const MOST_CHANGES = 1000;

/**
 * Words, stretches of white space within a line, and everything else one code point at a time; so are the letters of scripts
 * that put no space between words, where a stretch of letters is a whole sentence. Words are cut after 512 letters, since a
 * longer repetition can exhaust the stack of the pattern's search.
 */
const PIECE =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}])[\p{L}\p{N}\p{M}]){1,512}|[^\S\n]{1,512}|./gsu;

/**
 * What was changed between two texts, in order; the changes neither overlap nor touch, and what lies between them is equal.
 * Compares words, then takes equal characters off the ends of each change. No edge cuts a surrogate pair.
 */
export function changesBetween(before: string, after: string): readonly TextChange[] {
  const whole = trimmed(before, after, { from: 0, to: before.length, newFrom: 0, newTo: after.length });
  const found = wordChanges(before, after, whole) ?? lineChanges(before, after, whole);
  return found.map((change) => trimmed(before, after, change)).filter(isChange);
}

/** The changes inside one change by words, or undefined where there are too many. */
function wordChanges(before: string, after: string, whole: TextChange): readonly TextChange[] | undefined {
  if (whole.from === whole.to || whole.newFrom === whole.newTo) return [whole].filter(isChange);
  const numbers = new Map<string, number>();
  const old = numbered(numbers, before.slice(whole.from, whole.to).match(PIECE) ?? []);
  const fresh = numbered(numbers, after.slice(whole.newFrom, whole.newTo).match(PIECE) ?? []);
  const script = shortestScript(old.ids, fresh.ids, MOST_CHANGES);
  return script?.map(({ from, to, newFrom, newTo }) => ({
    from: whole.from + old.edges[from]!,
    to: whole.from + old.edges[to]!,
    newFrom: whole.newFrom + fresh.edges[newFrom]!,
    newTo: whole.newFrom + fresh.edges[newTo]!,
  }));
}

/** Cuts a large change at the lines that each text has exactly once, in the order that both share, then goes by words. */
function lineChanges(before: string, after: string, whole: TextChange): readonly TextChange[] {
  const old = singleLines(before, whole.from, whole.to);
  const fresh = singleLines(after, whole.newFrom, whole.newTo);
  const shared = [...old].flatMap(([line, from]) => {
    const newFrom = fresh.get(line);
    return newFrom === undefined ? [] : [{ from, newFrom, length: line.length }];
  });
  const changes: TextChange[] = [];
  let [from, newFrom] = [whole.from, whole.newFrom];
  const take = (to: number, newTo: number): void => {
    const gap = trimmed(before, after, { from, to, newFrom, newTo });
    changes.push(...(wordChanges(before, after, gap) ?? [gap]));
  };
  for (const line of longestRising(shared)) {
    take(line.from, line.newFrom);
    [from, newFrom] = [line.from + line.length, line.newFrom + line.length];
  }
  take(whole.to, whole.newTo);
  return changes;
}

/** Where each line that is there once starts; lines without a letter or digit say nothing about their place. */
function singleLines(text: string, from: number, to: number): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = from; at < to;) {
    const end = text.indexOf('\n', at);
    const next = end < 0 || end >= to ? to : end + 1;
    const line = text.slice(at, next);
    if (starts.has(line)) repeated.add(line);
    else if (/[\p{L}\p{N}]/u.test(line)) starts.set(line, at);
    at = next;
  }
  for (const line of repeated) starts.delete(line);
  return starts;
}

/** The longest part of a list, in its order, whose places in the new text rise. */
function longestRising<Line extends { readonly newFrom: number }>(lines: readonly Line[]): readonly Line[] {
  // ends[n] is the line with the smallest place that ends a rising part of n + 1 lines.
  const ends: number[] = [];
  const before = lines.map(({ newFrom }, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[ends[middle]!]!.newFrom < newFrom) low = middle + 1;
      else high = middle;
    }
    ends[low] = index;
    return ends[low - 1];
  });
  const found: Line[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) found.push(lines[at]!);
  return found.toReversed();
}

/** The change without what is equal at its start and at its end. */
function trimmed(before: string, after: string, change: TextChange): TextChange {
  let { from, to, newFrom, newTo } = change;
  while (from < to && newFrom < newTo && before.charCodeAt(from) === after.charCodeAt(newFrom)) {
    from += 1;
    newFrom += 1;
  }
  // Two emoji may share their first half: the edge goes back in front of it.
  if (splitsSurrogatePair(before, from) || splitsSurrogatePair(after, newFrom)) {
    from -= 1;
    newFrom -= 1;
  }
  while (from < to && newFrom < newTo && before.charCodeAt(to - 1) === after.charCodeAt(newTo - 1)) {
    to -= 1;
    newTo -= 1;
  }
  if (splitsSurrogatePair(before, to) || splitsSurrogatePair(after, newTo)) {
    to += 1;
    newTo += 1;
  }
  return { from, to, newFrom, newTo };
}

function isChange({ from, to, newFrom, newTo }: TextChange): boolean {
  return from < to || newFrom < newTo;
}

/** Each piece as a number, equal for equal pieces, and where the pieces start and the last one ends. */
function numbered(numbers: Map<string, number>, pieces: readonly string[]) {
  const ids = new Int32Array(pieces.length);
  const edges = new Int32Array(pieces.length + 1);
  for (const [index, piece] of pieces.entries()) {
    const known = numbers.get(piece) ?? numbers.size;
    numbers.set(piece, known);
    ids[index] = known;
    edges[index + 1] = edges[index]! + piece.length;
  }
  return { ids, edges };
}
