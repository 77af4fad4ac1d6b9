import { escapeOne, unescapeText } from '#formats/exchange/safe-name.ts';

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
    .replace(/_x[0-9A-F]{1,6}_|__/g, (written) => (written === '__' ? '-' : unescapeText(written)));
}
