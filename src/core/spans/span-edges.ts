import { type Paragraph } from '#core/text/paragraphs.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';
import {
  characterAfter,
  characterBefore,
  trimRange,
  withoutHalfCharacters,
  wordEdgeAfter,
  wordEdgeBefore,
} from '#core/text/words.ts';

/** A text in which words can be found. */
interface Readable {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly language: string;
}

/**
 * The ranges of a span after the edge of one of them was put at an offset, with those that meet joined; undefined where the
 * range would end before it starts. An offset outside of the text is taken for its end.
 */
export function withEdgeAt(
  text: string,
  ranges: readonly TextRange[],
  index: number,
  edge: 'from' | 'to',
  offset: number,
): readonly TextRange[] | undefined {
  const moved = { ...ranges[index]!, [edge]: Math.max(0, Math.min(offset, text.length)) };
  if (moved.from >= moved.to) return undefined;
  return joinRanges([...ranges.toSpliced(index, 1), withoutHalfCharacters(text, moved)]);
}

/** Where an edge comes to rest: at a word's edge that faces it, or one character on. */
export function nextEdge(
  { text, paragraphs, language }: Readable,
  range: TextRange,
  edge: 'from' | 'to',
  step: 1 | -1,
  unit: 'word' | 'character',
): number {
  const offset = range[edge];
  if (unit === 'character') return step === 1 ? characterAfter(text, offset) : characterBefore(text, offset);
  const reached = (step === 1 ? wordEdgeAfter : wordEdgeBefore)(text, paragraphs, offset, language);
  const moved = { ...range, [edge]: reached };
  // It stops at the far side of the white space, so that the span neither starts nor ends with a space.
  return moved.from < moved.to ? (trimRange(text, moved)?.[edge] ?? offset) : reached;
}
