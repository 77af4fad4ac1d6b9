const NUMBER = new Intl.NumberFormat('en-GB');

/** A count with separators: `1,204`. */
export function count(number: number): string {
  return NUMBER.format(number);
}

/** A count with its noun: `1 span`, `12 spans`, `1,204 words`; `many` where the plural is not made with s. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}
