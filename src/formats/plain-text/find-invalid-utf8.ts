/**
 * Offset of the first byte that does not belong to well-formed UTF-8 (no overlong forms, no surrogates, nothing above
 * U+10FFFF), or -1 where there is none. For a sequence cut short it is the offset of its first byte.
 */
export function findInvalidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** Number of bytes of the character at `at`, 0 where they are not well-formed. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lengthByLead(lead);
  if (length === 0 || at + length > bytes.length) return 0;
  const [lowest, highest] = secondByteRange(lead);
  const second = bytes[at + 1]!;
  if (second < lowest || second > highest) return 0;
  for (let offset = 2; offset < length; offset += 1) {
    const byte = bytes[at + offset]!;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

function lengthByLead(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** The second byte is where overlong forms, surrogates and numbers above U+10FFFF are told apart (Unicode, table 3-7). */
function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}
