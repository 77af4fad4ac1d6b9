/** Few enough to be passed as arguments in every engine. */
const AT_ONCE = 8192;

/** Each byte as the character of its number, so that what is not text can be searched like text. */
export function latin1Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  return parts.join('');
}

/** The bytes of a part of a mail, by the name of how they were made safe for mailing; what is not in that form is passed over. */
export function bytesIn(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return characters(decodeBase64(body));
  if (encoding === 'quoted-printable') {
    const joined = body.replace(/=[ \t]*\r?\n/g, '');
    return characters(
      joined.replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
    );
  }
  return characters(body);
}

function decodeBase64(body: string): string {
  const letters = body.replace(/[^A-Za-z0-9+/]/g, '');
  // One letter alone holds less than a byte.
  return atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters);
}

function characters(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
