/** How the words of a text are written inside lines, which tells how those are that a line end cut. */
export interface WordsKnown {
  /** In lower case, without those at the ends of lines. */
  readonly words: ReadonlySet<string>;
  /** Words with a hyphen, in lower case, and how those with several begin: “state-of” as well as “state-of-the-art”. */
  readonly hyphenated: ReadonlySet<string>;
}

const WORD = /\p{Letter}[\p{Letter}\p{Mark}]*(?:[-‐][\p{Letter}\p{Mark}]+)*/gu;
const CUT = /([\p{Letter}\p{Mark}]+(?:[-‐][\p{Letter}\p{Mark}]+)*)[-‐\u00AD]$/u;
const GOES_ON = /^(\p{Ll}[\p{Letter}\p{Mark}]*)/u;

/** Gathers the words of lines, but for those that a hyphen at the end of a line cuts. */
export function wordsIn(lines: readonly string[]): WordsKnown {
  const words = new Set<string>();
  const hyphenated = new Set<string>();
  for (const line of lines) {
    for (const { 0: found, index } of line.matchAll(WORD)) {
      const isCut = /^[-‐\u00AD]?$/.test(line.slice(index + found.length)) && /[-‐\u00AD]$/.test(line);
      if (isCut) continue;
      const word = found.toLowerCase().replaceAll('‐', '-');
      const first = word.indexOf('-');
      (first === -1 ? words : hyphenated).add(word);
      for (let at = first; at !== -1; at = word.indexOf('-', at + 1)) if (at > first) hyphenated.add(word.slice(0, at));
    }
  }
  return { words, hyphenated };
}

const NO_SPACE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/**
 * Two lines as one. A word that a hyphen cut at the line’s end becomes whole, unless the text has it with a hyphen elsewhere
 * (and nowhere without), or what follows is no small letter. A soft hyphen always goes. Chinese and Japanese need no space.
 *
 *   inter- + national -> international; twenty- + five -> twenty-five where the text has “twenty-five”
 */
export function joinLines(before: string, next: string, known: WordsKnown): string {
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + next;
  const start = CUT.exec(before)?.[1];
  if (start !== undefined) {
    const rest = GOES_ON.exec(next)?.[1];
    // Jean- + Paul, 2020- + 21: the hyphen belongs there.
    if (rest === undefined) return before + next;
    return staysHyphenated(start, rest, known) ? before + next : before.slice(0, -1) + next;
  }
  if (NO_SPACE.test(before.at(-1) ?? '') && NO_SPACE.test(next.at(0) ?? '')) return before + next;
  // A range such as 1914–18 that was cut has no space either.
  return /\p{Number}[-‐–]$/u.test(before) && /^\p{Number}/u.test(next) ? before + next : `${before} ${next}`;
}

function staysHyphenated(start: string, rest: string, { words, hyphenated }: WordsKnown): boolean {
  const [first, last] = [start.toLowerCase().replaceAll('‐', '-'), rest.toLowerCase()];
  if (words.has(first + last)) return false;
  return hyphenated.has(`${first}-${last}`);
}
