import { ISO_DATE } from '#formats/limits.ts';

/** The date at the start of what a file says (2024-06-17T09:30Z, 2024/6/7, 20240617, 2024-06), as ISO; empty for any other. */
export function isoDateIn(written: string): string {
  const match = /^\s*([0-9]{4})(?:([-/.]?)([0-9]{1,2})(?:\2([0-9]{1,2}))?)?(?![0-9])/.exec(written);
  if (!match) return '';
  const [, year, , month, day] = match;
  const date = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
  return ISO_DATE.test(date) ? date : '';
}
