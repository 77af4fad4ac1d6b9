/**
 * A new id of 16 characters from 96 random bits; safe in addresses and file names. Does not need a secure context, unlike
 * crypto.randomUUID.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
