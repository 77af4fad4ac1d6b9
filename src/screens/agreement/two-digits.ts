import { decimals } from '#language/numbers.ts';

/** A figure with two digits and a minus sign that is as wide as a digit; −0.00 is 0.00. */
export function twoDigits(value: number): string {
  const digits = decimals(Math.abs(value), 2);
  return value < 0 && digits !== decimals(0, 2) ? `−${digits}` : digits;
}
