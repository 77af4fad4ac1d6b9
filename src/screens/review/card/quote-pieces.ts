import { cutRuns } from '#core/spans/cut-runs.ts';
import { cutMiddle } from '#core/text/cut-middle.ts';
import { type TextRange } from '#core/text/range.ts';

/** A piece of a quote; `isCommon` tells whether every proposal has it. */
export interface QuotePiece {
  readonly key: string;
  readonly words: string;
  readonly isCommon: boolean;
}

/** A longer piece is cut in its middle, which says least about where a span starts and ends. */
const LONGEST = 160;

/** The words of some ranges in pieces, with an ellipsis where the span is interrupted. */
export function quotePieces(
  text: string,
  ranges: readonly TextRange[],
  common: readonly TextRange[],
): readonly QuotePiece[] {
  return ranges.flatMap((range, index): readonly QuotePiece[] => {
    const runs = cutRuns(
      range,
      common.map((each) => ({ ...each, key: true })),
    );
    const pieces = runs.map(({ from, to, covering }) => {
      return {
        key: `${from}`,
        words: cutMiddle(text.slice(from, to), LONGEST, LONGEST / 2),
        isCommon: covering.length > 0,
      };
    });
    return index === 0 ? pieces : [{ key: `gap ${range.from}`, words: ' … ', isCommon: true }, ...pieces];
  });
}
