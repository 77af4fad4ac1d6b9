import { isolated } from './isolated.ts';
import { shortKey } from './short-key.ts';
import { type Pattern, spoken } from './spoken.ts';

type Value = string | number;

/** What `t` is, for texts that are said both in the language in use and in English. */
export type Say = (parts: TemplateStringsArray, ...values: readonly Value[]) => string;

const PLACE = /\{(\d)\}/;

/**
 * A text of the interface in the language in use: t`Took “${name}”.` Its English is what the catalogues know it by;
 * what they do not know is said in English. Numbers are written as they are: `count` groups their digits. Values that run
 * the other way are `isolated`.
 */
export function t(parts: TemplateStringsArray, ...values: readonly Value[]): string {
  return filled(placesOf(parts), values.length === 0 ? values : values.map((value) => isolated(String(value))));
}

/** A text as it stands in the code, for files whose words are the same whatever the language in use. */
export function english(parts: TemplateStringsArray, ...values: readonly Value[]): string {
  return filled(inOrder(parts), values);
}

function filled({ parts, order }: Pattern, values: readonly Value[]): string {
  return parts.map((part, index) => (index === 0 ? part : `${values[order[index - 1]!] ?? ''}${part}`)).join('');
}

function inOrder(parts: TemplateStringsArray): Pattern {
  return { parts, order: parts.map((_, index) => index) };
}

/** The parts of a text in the language in use, and which of its values comes after each but the last. */
export function placesOf(parts: TemplateStringsArray): Pattern {
  const { texts, found } = spoken();
  if (texts.size === 0) return inOrder(parts);
  const known = found.get(parts);
  if (known !== undefined) return known;
  const text = texts.get(shortKey(keyOf(parts)));
  const pattern = text === undefined ? inOrder(parts) : patternOf(text);
  found.set(parts, pattern);
  return pattern;
}

/** What a file of a catalogue knows the text by: its parts with `{0}`, `{1}`… for the values between them. */
export function keyOf(parts: readonly string[]): string {
  return parts.map((part, index) => (index === 0 ? part : `{${index - 1}}${part}`)).join('');
}

function patternOf(text: string): Pattern {
  const pieces = text.split(PLACE);
  return {
    parts: pieces.filter((_, index) => index % 2 === 0),
    order: pieces.filter((_, index) => index % 2 === 1).map(Number),
  };
}
