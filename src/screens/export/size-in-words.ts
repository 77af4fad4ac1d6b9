/** A size of a file: `1.2 kB`, `34 MB`. */
export function sizeInWords(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(size)} ${unit}`;
}
