import { isolated } from './isolated.ts';
import { spoken } from './spoken.ts';

/** All of these as the language in use names several things in one sentence: `a, b and c`. */
export function listInWords(items: readonly string[]): string {
  return new Intl.ListFormat(spoken().language.locale, { type: 'conjunction' }).format(items.map(isolated));
}

/** Any one of these: `a, b or c`. */
export function eitherInWords(items: readonly string[]): string {
  return new Intl.ListFormat(spoken().language.locale, { type: 'disjunction' }).format(items.map(isolated));
}

/** Short notes beside one another, with the comma of the language in use: `a, b, c`. */
export function withCommas(items: readonly string[]): string {
  return items.map(isolated).join(spoken().language.id === 'ar' ? '، ' : ', ');
}

/** Clauses beside one another, with the semicolon of the language in use: `1 new; 2 here already`. */
export function withSemicolons(items: readonly string[]): string {
  return items.map(isolated).join(spoken().language.id === 'ar' ? '؛ ' : '; ');
}

/** Facts beside one another: `a · b`. */
export function withDots(items: readonly string[]): string {
  return items.map(isolated).join(' · ');
}
