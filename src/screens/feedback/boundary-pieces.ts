import { type TextRange } from '#core/text/range.ts';

/** A stretch of the text that one of two spans has, or both, or neither. */
export interface BoundaryPiece extends TextRange {
  readonly side: 'both' | 'mine' | 'gold' | 'neither';
}

/** From the first start to the last end of two lists of ranges, in pieces; no piece is empty. */
export function boundaryPieces(mine: readonly TextRange[], gold: readonly TextRange[]): readonly BoundaryPiece[] {
  const edges = [...new Set([...mine, ...gold].flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => {
    const [own, theirs] = [isIn(mine, from), isIn(gold, from)];
    return { from, to: edges[index + 1]!, side: own ? (theirs ? 'both' : 'mine') : theirs ? 'gold' : 'neither' };
  });
}

function isIn(ranges: readonly TextRange[], at: number): boolean {
  return ranges.some(({ from, to }) => from <= at && at < to);
}
