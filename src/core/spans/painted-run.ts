import { type Channel, findLabel, type LabelSet, lineOf, type Tone } from '#core/labels/label-set.ts';
import { type TextRange } from '#core/text/range.ts';
import { cutRuns, type Piece } from './cut-runs.ts';
import { levelsOf } from './levels.ts';
import { type Span } from './span.ts';

/** Brackets have so many lanes for their bars in the margin; deeper ones share the last. */
export const BAR_LANES = 3;
/** Outer strokes are drawn wider by so many steps at most; a line has no room for more, and deeper ones still alternate in colour. */
export const MOST_STEPS = 3;

/** One range of one span as it is drawn in a block of text. */
export interface Stroke {
  readonly span: Span;
  readonly channel: Channel;
  readonly tone: Tone;
  /** Its kind of line where there are no colours, from 0 to 3. */
  readonly line: number;
  /** 0 for the outermost of its channel in the block. */
  readonly level: number;
  /** How many levels of its channel lie deeper where it overlaps others, so that outer ones can be drawn wider. */
  readonly below: number;
  /** For an underline the most `below` of the fills that it has to clear; 0 for other channels. */
  readonly clears: number;
  readonly range: TextRange;
}

/** A stretch of a block with the strokes over it, the outermost first. */
export interface PaintedRun extends TextRange {
  readonly strokes: readonly Stroke[];
}

export interface PaintedBlock {
  readonly runs: readonly PaintedRun[];
  /** The bracket strokes that get a bar in the margin, one for each label and level. */
  readonly bars: readonly Stroke[];
}

/**
 * Cuts a block into runs to be drawn, from the spans that touch it, and at the edges of `room` where it is given. Spans of
 * unknown labels are drawn as fills.
 */
export function paintBlock(
  block: TextRange,
  bucket: readonly Span[],
  labelSet: LabelSet,
  room?: TextRange,
): PaintedBlock {
  const bars = strokesOf('bracket', block, bucket, labelSet);
  const lines = strokesOf('underline', block, bucket, labelSet);
  const fills = strokesOf('fill', block, bucket, labelSet);
  const heights = mostAmongNeighbours([...lines, ...fills], ({ channel, below }) => (channel === 'fill' ? below : 0));
  const clear = lines.map((line, index) => ({ ...line, clears: heights[index]! }));
  // Brackets lie under underlines, and fills on top, as entities lie in claims and claims in quotes.
  const strokes = [...bars, ...clear, ...fills];
  const pieces: Piece<Stroke | undefined>[] = strokes.map((stroke) => ({ ...stroke.range, key: stroke }));
  if (room) pieces.push({ ...room, key: undefined });
  return {
    runs: cutRuns(block, pieces).map(({ from, to, covering }) => {
      return { from, to, strokes: covering.filter((stroke) => stroke !== undefined) };
    }),
    bars: onePerLabelAndLevel(bars),
  };
}

/** True where the span is drawn in the block; a blank line within a span is one that it touches. */
export function touchesBlock(span: Span, block: TextRange): boolean {
  return span.ranges.some((range) => touches(range, block));
}

function touches({ from, to }: TextRange, block: TextRange): boolean {
  return from < block.to && to > block.from;
}

function onePerLabelAndLevel(strokes: readonly Stroke[]): readonly Stroke[] {
  const met = new Set<string>();
  return strokes.filter(({ level, span }) => {
    const both = `${level} ${span.label}`;
    return met.size < met.add(both).size;
  });
}

function strokesOf(channel: Channel, block: TextRange, bucket: readonly Span[], labelSet: LabelSet): readonly Stroke[] {
  const drawn = bucket.flatMap((span) => {
    const label = findLabel(labelSet, span.label);
    if ((label?.channel ?? 'fill') !== channel) return [];
    return span.ranges
      .filter((range) => touches(range, block))
      .map((range) => ({
        span,
        range,
        tone: label?.tone ?? ('slate' as const),
        line: label ? lineOf(labelSet, label) : 0,
      }));
  });
  const levels = levelsOf(drawn.map(({ range }) => range));
  const strokes = drawn.map((stroke, index) => ({ ...stroke, channel, level: levels[index]!, below: 0, clears: 0 }));
  const deepest = mostAmongNeighbours(strokes, ({ level }) => level);
  return strokes
    .map((stroke, index) => ({ ...stroke, below: deepest[index]! - stroke.level }))
    .toSorted((a, b) => a.level - b.level);
}

/** For each stroke the most that `depthOf` gives for it and those that it overlaps, directly or through others. */
function mostAmongNeighbours(strokes: readonly Stroke[], depthOf: (stroke: Stroke) => number): readonly number[] {
  const groups: number[] = [];
  const depths: number[] = [];
  let end = -Infinity;
  for (const [index, stroke] of [...strokes.entries()].toSorted(([, a], [, b]) => a.range.from - b.range.from)) {
    if (stroke.range.from >= end) depths.push(0);
    const group = depths.length - 1;
    groups[index] = group;
    depths[group] = Math.max(depths[group]!, depthOf(stroke));
    end = Math.max(end, stroke.range.to);
  }
  return groups.map((group) => depths[group]!);
}
