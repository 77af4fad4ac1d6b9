import { xmlAttribute } from './xml-text.ts';

/**
 * The attribute of a dated element, after a space: `when` for a date or a time of the calendar, which TEI wants there, else
 * `n`, which takes any text. Nothing for an empty text. The text is a year, a month, a day or a time in UTC.
 */
export function dateAttribute(text: string): string {
  if (text === '') return '';
  return ` ${isOfCalendar(text) ? 'when' : 'n'}="${xmlAttribute(text)}"`;
}

/** Reading a day that a month does not have gives one of the next month. XML Schema has no year 0. */
function isOfCalendar(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && !text.startsWith('0000') && time.toISOString().startsWith(text.slice(0, 10));
}
