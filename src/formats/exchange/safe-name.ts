/**
 * The text with every match of `unsafe`, a pattern of single characters with the flags g and u, written as `_xHEX_` by its
 * code point. unescapeText gives the text back, whatever was in it.
 */
export function escapeText(text: string, unsafe: RegExp): string {
  // An underscore before an x would be taken for the start of an escape.
  return text.replaceAll(/_(?=x)/g, '_x5F_').replaceAll(unsafe, escapeOne);
}

/** What escapeText was given. Anything that is no escape stays as it is. */
export function unescapeText(text: string): string {
  return text.replaceAll(/_x([0-9A-F]{1,6})_/g, (written, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : written;
  });
}

/**
 * A name with nothing but A–Z, a–z, 0–9, `_` and `-`, which every tool and file system takes; never empty. nameFrom gives
 * the original back: "a b" -> "a_x20_b".
 */
export function safeName(name: string): string {
  return name === '' ? EMPTY : escapeText(name, /[^A-Za-z0-9_-]/gu);
}

/** The name that safeName was given; a name of another tool stays as it is. */
export function nameFrom(safe: string): string {
  return safe === EMPTY ? '' : unescapeText(safe);
}

const EMPTY = '_x_';

/** The character as `_xHEX_`. */
export function escapeOne(character: string): string {
  return `_x${character.codePointAt(0)!.toString(16).toUpperCase()}_`;
}
