/** True where the UTF-16 offset lies between the two halves of a surrogate pair. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
}

/**
 * Converts offsets in one text. Both directions throw a RangeError for an offset outside the text, and `toCodePoint` also
 * for one inside a surrogate pair. A lone surrogate counts as one code point.
 */
export interface CodePointOffsets {
  readonly toCodePoint: (utf16: number) => number;
  readonly toUtf16: (codePoint: number) => number;
}

/** Reads the text once; each lookup is then a binary search over its surrogate pairs, and free where it has none. */
export function codePointOffsets(text: string): CodePointOffsets {
  // pairs[i] is where the i-th pair starts, so i pairs lie before it and it is code point number pairs[i] - i.
  const pairs: number[] = [];
  for (let at = 1; at < text.length; at++) {
    if (splitsSurrogatePair(text, at)) pairs.push(at++ - 1);
  }
  return {
    toCodePoint: (utf16) => {
      checkOffset(utf16, text.length, 'UTF-16');
      if (splitsSurrogatePair(text, utf16)) {
        throw new RangeError(`UTF-16 offset ${utf16} is inside the surrogate pair at ${utf16 - 1}`);
      }
      return utf16 - countWhile(pairs.length, (index) => pairs[index]! < utf16);
    },
    toUtf16: (codePoint) => {
      checkOffset(codePoint, text.length - pairs.length, 'code point');
      return codePoint + countWhile(pairs.length, (index) => pairs[index]! - index < codePoint);
    },
  };
}

/** How many of 0 … length - 1 satisfy a test that is true up to some number and false from there. */
function countWhile(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function checkOffset(offset: number, length: number, unit: string): void {
  if (Number.isInteger(offset) && offset >= 0 && offset <= length) return;
  throw new RangeError(`${unit} offset ${offset} is outside the text of length ${length}`);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
