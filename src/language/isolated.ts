import { type Language } from './languages.ts';
import { spoken } from './spoken.ts';

const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const FROM_THE_LEFT = /[^\P{L}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
/** Digits with signs between or beside them, such as `12–20`, which turn round in a text that runs to the left. */
const DIGITS_WITH_SIGNS = /^[^\p{L}]*\d[^\p{L}]*$/u;
const ONE_NUMBER = /^[\d.,]*$/;

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/**
 * A value that is put into a text of the language in use: where it runs the other way, or partly, it is kept apart with the
 * invisible characters of Unicode for that, so that it turns nothing round that stands beside it. Else it is as it was.
 */
export function isolated(value: string): string {
  return runsTheOtherWay(value, spoken().language) ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}` : value;
}

function runsTheOtherWay(value: string, { direction }: Language): boolean {
  if (direction === 'ltr') return FROM_THE_RIGHT.test(value);
  return FROM_THE_LEFT.test(value) || (DIGITS_WITH_SIGNS.test(value) && !ONE_NUMBER.test(value));
}
