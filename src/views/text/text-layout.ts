import { clusterAt } from '#core/text/clusters.ts';
import { type Paragraph } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';

/** A paragraph as it is drawn, or a part of one that is too long to be laid out at once. */
export interface TextBlock extends TextRange {
  /** False where the paragraph goes on in the next block. */
  readonly endsParagraph: boolean;
}

/** Some blocks that are laid out together or not at all; `to` is the index after the last. */
export interface TextSectionRange {
  readonly from: number;
  readonly to: number;
}

/** How a text is divided to be drawn, so that only what is near the viewport costs anything. */
export interface TextLayout {
  readonly blocks: readonly TextBlock[];
  readonly sections: readonly TextSectionRange[];
}

/** A longer paragraph is drawn in blocks of about half of this, in UTF-16 code units. */
const LONGEST = 8192;
const PART = 4096;

/** A section is full with so much text and so many blocks, and in any case with the most of either. */
const ENOUGH = { text: 8000, blocks: 16 };
const MOST = { text: 16_000, blocks: 128 };

/** Where a sentence or clause ends, so that the seam between two blocks is where a line may well end. */
const GOOD_SEAM = /[.!?…;:]["”’»)\]]*\s|[。！？；][”’」』）]*/g;
const SEAM = /\s/g;

/** Divides the text of these paragraphs into blocks and sections. */
export function layOut(text: string, paragraphs: readonly Paragraph[]): TextLayout {
  const blocks = paragraphs.flatMap((paragraph) => blocksOf(text, paragraph));
  return { blocks, sections: sectionsOf(blocks) };
}

/** Index of the block with the offset; where two blocks of one paragraph meet, of the second. A RangeError outside the text. */
export function blockAt(layout: TextLayout, offset: number): number {
  const end = endOf(layout);
  if (!(offset >= 0 && offset <= end)) throw new RangeError(`offset ${offset} is outside the text of length ${end}`);
  return lastStartingBy(layout.blocks, offset);
}

/** Offset of the end of the text. */
export function endOf({ blocks }: TextLayout): number {
  return blocks.at(-1)!.to;
}

/** Index of the section with the block. */
export function sectionWith({ sections }: TextLayout, block: number): number {
  return lastStartingBy(sections, block);
}

/** Index of the last of these (in order, the first from 0 on) that starts at the place or before it. */
function lastStartingBy(parts: readonly { readonly from: number }[], place: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (parts[middle]!.from <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function blocksOf(text: string, paragraph: Paragraph): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let { from } = paragraph;
  while (paragraph.to - from > LONGEST) {
    const to = seamIn(text, { from: from + PART / 2, to: from + PART });
    blocks.push({ from, to, endsParagraph: false });
    from = to;
  }
  return [...blocks, { from, to: paragraph.to, endsParagraph: true }];
}

/** The last place in the stretch at which a paragraph can be divided: a sentence's end, else white space, else any character. */
function seamIn(text: string, { from, to }: TextRange): number {
  const stretch = text.slice(from, to);
  for (const pattern of [GOOD_SEAM, SEAM]) {
    const last = [...stretch.matchAll(pattern)].at(-1);
    if (last) return from + last.index + last[0].length;
  }
  const { from: seam } = clusterAt(text, to);
  // A letter with thousands of accents is no reason never to end.
  return seam > from ? seam : to;
}

function sectionsOf(blocks: readonly TextBlock[]): readonly TextSectionRange[] {
  const sections: TextSectionRange[] = [];
  let from = 0;
  for (let to = 1; to <= blocks.length; to += 1) {
    const held = { text: blocks[to - 1]!.to - blocks[from]!.from, blocks: to - from };
    const isFull = held.text >= ENOUGH.text && held.blocks >= ENOUGH.blocks;
    if (!isFull && held.text < MOST.text && held.blocks < MOST.blocks && to < blocks.length) continue;
    sections.push({ from, to });
    from = to;
  }
  return sections;
}
