/** A figure with two digits and a minus sign that is as wide as a digit; −0.00 is 0.00. */
export function twoDigits(value: number): string {
  const digits = Math.abs(value).toFixed(2);
  return value < 0 && digits !== '0.00' ? `−${digits}` : digits;
}
