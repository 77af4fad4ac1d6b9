import { decimals, plural as withNumber } from '#language/numbers.ts';
import { english, type Say, t } from '#language/t.ts';

/** How the words of a report are said. */
export interface Speech {
  readonly t: Say;
  readonly plural: (number: number, one: string, many?: string) => string;
  readonly decimals: (number: number, digits: number) => string;
}

/** As `plural` of the interface, but long numbers have no separators, as papers and programs want them. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return withNumber(number, one, many, { useGrouping: false });
}

/** In the language in use: for people. */
export const IN_USE: Speech = { t, plural, decimals };

/** In English whatever the language in use: files for programs are the same from everywhere. */
export const IN_ENGLISH: Speech = {
  t: english,
  plural: (number, one, many = `${one}s`) => {
    const form = number === 1 ? one : many;
    return form.includes('#') ? form.replace('#', `${number}`) : `${number} ${form}`;
  },
  decimals: (number, digits) => number.toFixed(digits),
};
