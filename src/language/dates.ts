import { spoken } from './spoken.ts';

/** A time as the language in use writes it, or as it is where it is none; `options` are those of `Intl.DateTimeFormat`. */
export function dateInWords(time: Date | string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(time);
  // A file may hold a time that is none, such as one of a 13th month, and a screen must not break on it.
  if (Number.isNaN(date.getTime())) return String(time);
  return new Intl.DateTimeFormat(spoken().language.locale, options).format(date);
}

/** An ISO time as date and time of day where the reader is: `17 June 2024 at 09:30`. */
export function timeInWords(iso: string): string {
  return dateInWords(iso, { dateStyle: 'long', timeStyle: 'short' });
}

/** The same in fewer letters, for lists: `17 Jun 2024, 09:30`. */
export function shortTimeInWords(iso: string): string {
  return dateInWords(iso, { dateStyle: 'medium', timeStyle: 'short' });
}
