import { shortKey } from './short-key.ts';
import { spoken } from './spoken.ts';

const FORMATS = new Map<string, Intl.NumberFormat>();

/** A number as the language in use writes it: `1,204`. `options` are those of `Intl.NumberFormat`. */
export function count(number: number, options: Intl.NumberFormatOptions = {}): string {
  const { locale } = spoken().language;
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = FORMATS.get(key) ?? new Intl.NumberFormat(locale, options);
  FORMATS.set(key, format);
  return format.format(number);
}

/** A number with so many digits after the point of the language in use: `0.50`. Rounded as `toFixed` does, and not grouped. */
export function decimals(number: number, digits: number): string {
  return count(Number(number.toFixed(digits)), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  });
}

/**
 * A number with its noun: `1 span`, `12 spans`, `1,204 words`; `many` where the plural is not made with s. In a longer text
 * `#` is where the number goes. `options` are those of `count`.
 */
export function plural(number: number, one: string, many = `${one}s`, options: Intl.NumberFormatOptions = {}): string {
  const { counts, language } = spoken();
  const forms = counts.size === 0 ? undefined : counts.get(shortKey(countKey(one, many)));
  const form = forms
    ? (forms[new Intl.PluralRules(language.locale).select(number)] ?? forms.other)
    : number === 1
      ? one
      : many;
  const shown = count(number, options);
  return form.includes('#') ? form.replace('#', () => shown) : forms ? form : `${shown} ${form}`;
}

/** What a file of a catalogue knows a number's noun by. */
export function countKey(one: string, many: string): string {
  return `${one} | ${many}`;
}
