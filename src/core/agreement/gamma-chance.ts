import { type GammaUnit } from './gamma-units.ts';
import { type Random } from './random.ts';
import { type Speech } from './report-speech.ts';

/** The chance model of γ in words, for whoever reports the figure. */
export function chanceModel({ t }: Speech): string {
  return t`Each annotator’s spans keep their number, lengths and labels; each is put at a random place of the article, all places being equally likely.`;
}

/**
 * The same spans, each at a place that is drawn from all where it fits into a text of the length. A span keeps its length, an
 * interrupted one its gaps too. `randomOf` gives each annotator's own chance, so that another annotator changes nothing.
 */
export function scattered(
  units: readonly GammaUnit[],
  length: number,
  randomOf: (annotator: number) => Random,
): readonly GammaUnit[] {
  return units.map((unit) => {
    const first = unit.ranges[0]!.from;
    const room = length - (unit.ranges.at(-1)!.to - first);
    const moved = Math.floor(randomOf(unit.annotator)() * (room + 1)) - first;
    return { ...unit, ranges: unit.ranges.map(({ from, to }) => ({ from: from + moved, to: to + moved })) };
  });
}
