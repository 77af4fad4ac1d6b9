/** 16 hexadecimal digits for a text, of its UTF-16 code units, each as two bytes. */
export function textDigest(text: string): string {
  return fnv1a64(text.length * 2, (index) => {
    const unit = text.charCodeAt(index >>> 1);
    return index % 2 === 0 ? unit & 0xff : unit >>> 8;
  });
}

/** The same bytes give the same 16 digits: FNV-1a with 64 bits, https://www.rfc-editor.org/rfc/rfc9923. */
export function fnv1a64(length: number, byteAt: (index: number) => number): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < length; index += 1) {
    low = (low ^ byteAt(index)) >>> 0;
    // Times the prime 2^40 + 0x1b3, in two halves: no product of 32 bits and 0x1b3 leaves what a number holds exactly.
    const product = low * 0x1b3;
    const carry = Math.floor(product / 2 ** 32);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return `${hex(high)}${hex(low)}`;
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}
