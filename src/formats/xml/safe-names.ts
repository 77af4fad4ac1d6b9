/**
 * A name that every XML and UIMA tool takes, made of letters, digits and underscores with a letter in front: a hyphen becomes
 * two underscores, other characters `_xHEX_`, and a name that is reserved, or looks as if it came from here, gets `x_` in
 * front. originalName turns it back.
 *
 *   claim → claim · made-in → made__in · made by → made_x20_by · 1st → x_1st
 */
export function safeName(name: string, isReserved: (name: string) => boolean = () => false): string {
  // An underscore stays where nothing that comes after it could make it look like an escape.
  const escaped = name.replace(/[^A-Za-z0-9_]|_(?![A-Za-wyz0-9]|$)/gu, (character) =>
    character === '-' ? '__' : escapeOne(character),
  );
  return /^[A-Za-z]/.test(escaped) && !escaped.startsWith('x_') && !isReserved(escaped) ? escaped : `x_${escaped}`;
}

/** The name that safeName was given. */
export function originalName(safe: string): string {
  return safe
    .replace(/^x_/, '')
    .replace(/_x([0-9A-F]{1,6})_|__/g, (whole, hex?: string) => (hex === undefined ? '-' : characterOf(whole, hex)));
}

/** Letters, digits, hyphens and most underscores stay; any other character becomes `_xHEX_`. */
export function escapeCharacters(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]|_(?=x)/gu, escapeOne);
}

/** The character as `_xHEX_`. */
export function escapeOne(character: string): string {
  return `_x${character.codePointAt(0)!.toString(16).toUpperCase()}_`;
}

/** The text with each `_xHEX_` as the character that it stands for. */
export function unescapeCharacters(text: string): string {
  return text.replace(/_x([0-9A-F]{1,6})_/g, characterOf);
}

function characterOf(whole: string, hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
