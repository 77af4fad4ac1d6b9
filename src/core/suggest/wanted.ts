import { isFunctionWord } from '#core/text/function-words.ts';
import { primaryLanguage } from '#core/text/language.ts';

/** What is looked for: the words of a span, and other names of the same thing. */
export interface Wanted {
  readonly words: string;
  readonly aliases: readonly string[];
}

/** One way to write what is looked for. */
export interface Pattern {
  /** With single spaces and straight apostrophes. */
  readonly written: string;
  /** The same, folded as the text is. */
  readonly folded: string;
  readonly kind: 'exact' | 'ending' | 'alias';
}

/**
 * The ways to write what is looked for in a text of this language, none twice: the words, in English also with a plural
 * ending or without theirs, and the aliases but for those that are mere function words (he, it, this).
 */
export function patternsFor({ words, aliases }: Wanted, language: string): readonly Pattern[] {
  const patterns = new Map<string, Pattern>();
  const add = (given: string, kind: Pattern['kind']): void => {
    const written = plainWords(given);
    const folded = fold(written);
    if (written !== '' && !patterns.has(folded)) patterns.set(folded, { written, folded, kind });
  };
  add(words, 'exact');
  if (primaryLanguage(language) === 'en')
    for (const variant of numberVariants(plainWords(words))) add(variant, 'ending');
  for (const alias of aliases) {
    const isName = plainWords(alias)
      .split(' ')
      .some((word) => !isFunctionWord(word, language));
    if (isName) add(alias, 'alias');
  }
  return [...patterns.values()];
}

/** The words with single spaces, straight apostrophes and nothing around them. */
export function plainWords(words: string): string {
  return words.replace(/\s+/gu, ' ').replaceAll('’', "'").trim();
}

/**
 * The text without differences of case and kind of apostrophe, every white space character a space. As long as the text,
 * unit by unit: a character whose small form is longer stays as it is. A blank line becomes no space, since no name goes on
 * after it.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : foldedByCharacter(text))
    .replaceAll('ς', 'σ')
    .replaceAll('’', "'")
    .replace(/\n\s*\n/gu, (gap) => '\n'.repeat(gap.length))
    .replace(/[^\S\n]|(?<!\n)\n(?!\n)/gu, ' ');
}

function foldedByCharacter(text: string): string {
  return Array.from(text, (character) => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join('');
}

/** The words with their last one in the plural or, where it looks like a plural, in the singular. */
function numberVariants(words: string): readonly string[] {
  const last = /\p{L}+$/u.exec(words)?.[0] ?? '';
  const stem = words.slice(0, words.length - last.length);
  // MP has a plural, but in and it have none.
  if (last.length < (last === last.toUpperCase() ? 2 : 3)) return [];
  return [...plurals(last), ...singulars(last)].map((variant) => stem + variant);
}

function plurals(word: string): readonly string[] {
  if (/(?:[sxz]|[cs]h)$/iu.test(word)) return [`${word}es`];
  // Countries, but the Kennedys.
  if (/[^aeiou]y$/iu.test(word)) return [`${word.slice(0, -1)}ies`, `${word}s`];
  return [`${word}s`];
}

function singulars(word: string): readonly string[] {
  if (word.length < 4 || !/[^sui]s$/u.test(word)) return [];
  if (/[^aeiou]ies$/u.test(word)) return [`${word.slice(0, -3)}y`];
  if (/(?:[sxz]|[cs]h)es$/u.test(word)) return [word.slice(0, -2)];
  return [word.slice(0, -1)];
}
