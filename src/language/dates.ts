import { spoken } from './spoken.ts';

/** A time as the language in use writes it; `options` are those of `Intl.DateTimeFormat`. */
export function dateInWords(time: Date | string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(spoken().language.locale, options).format(new Date(time));
}

/** An ISO time as date and time of day where the reader is: `17 June 2024 at 09:30`. */
export function timeInWords(iso: string): string {
  return dateInWords(iso, { dateStyle: 'long', timeStyle: 'short' });
}

/** The same in fewer letters, for lists: `17 Jun 2024, 09:30`. */
export function shortTimeInWords(iso: string): string {
  return dateInWords(iso, { dateStyle: 'medium', timeStyle: 'short' });
}
