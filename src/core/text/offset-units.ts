import { segmenterFor } from './language.ts';
import { codePointOffsets, splitsSurrogatePair } from './offsets.ts';

/** What one step of an offset is: a UTF-16 code unit, a Unicode code point, a UTF-8 byte, or a grapheme cluster. */
export const OFFSET_UNITS = ['utf-16', 'code-point', 'utf-8', 'grapheme'] as const;
export type OffsetUnit = (typeof OFFSET_UNITS)[number];

/** Converts offsets in one text between UTF-16 code units and another unit. */
export interface UnitOffsets {
  /** The UTF-16 offset, or undefined outside the text and inside a character. */
  readonly toUtf16: (offset: number) => number | undefined;
  /** The offset in the unit, or undefined outside the text and where the unit has no edge there. */
  readonly fromUtf16: (utf16: number) => number | undefined;
}

/** The offsets of a text in the unit. Reads the text once; lookups are then quick. */
export function unitOffsets(text: string, unit: OffsetUnit): UnitOffsets {
  switch (unit) {
    case 'utf-16':
      return edges(
        text,
        (utf16) => utf16,
        (offset) => offset,
      );
    case 'code-point': {
      const { toCodePoint, toUtf16 } = codePointOffsets(text);
      return edges(text, toCodePoint, toUtf16);
    }
    case 'utf-8':
      return listed(utf8Edges(text));
    case 'grapheme':
      return listed(graphemeEdges(text));
  }
}

/** Both directions of functions that throw a RangeError where there is no such offset. */
function edges(text: string, from: (utf16: number) => number, to: (offset: number) => number): UnitOffsets {
  const isEdge = (utf16: number): boolean => {
    return Number.isInteger(utf16) && utf16 >= 0 && utf16 <= text.length && !splitsSurrogatePair(text, utf16);
  };
  return {
    toUtf16: (offset) => {
      const utf16 = orUndefined(to, offset);
      return utf16 !== undefined && isEdge(utf16) ? utf16 : undefined;
    },
    fromUtf16: (utf16) => (isEdge(utf16) ? orUndefined(from, utf16) : undefined),
  };
}

function orUndefined(convert: (offset: number) => number, offset: number): number | undefined {
  try {
    return convert(offset);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Offsets by two sorted lists of the same length: where each edge is in UTF-16 and in the unit. */
function listed({ utf16, unit }: { readonly utf16: Uint32Array; readonly unit: Uint32Array }): UnitOffsets {
  return {
    toUtf16: (offset) => utf16[placeIn(unit, offset)],
    fromUtf16: (offset) => unit[placeIn(utf16, offset)],
  };
}

/** Index of the number in a sorted list, or -1. */
function placeIn(list: Uint32Array, wanted: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return list[low] === wanted ? low : -1;
}

function utf8Edges(text: string) {
  const utf16 = [0];
  const unit = [0];
  let bytes = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at)!;
    at += code > 0xffff ? 2 : 1;
    bytes += code > 0xffff ? 4 : code > 0x7ff ? 3 : code > 0x7f ? 2 : 1;
    utf16.push(at);
    unit.push(bytes);
  }
  return { utf16: Uint32Array.from(utf16), unit: Uint32Array.from(unit) };
}

/** Line by line, since a cluster never goes over a line break and the segmenter is slow on long texts. */
function graphemeEdges(text: string) {
  const segmenter = segmenterFor('en', 'grapheme');
  const utf16 = [0];
  let from = 0;
  for (const line of text.split(/(?<=\n)/)) {
    for (const { index, segment } of segmenter.segment(line)) utf16.push(from + index + segment.length);
    from += line.length;
  }
  return { utf16: Uint32Array.from(utf16), unit: Uint32Array.from(utf16.keys()) };
}
