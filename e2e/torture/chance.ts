/** Numbers that look like chance and are the same for the same seed. */
export interface Chance {
  /** At least 0 and less than 1. */
  readonly next: () => number;
  /** A whole number at least `from` and at most `to`. */
  readonly between: (from: number, to: number) => number;
  /** True for this part of all times. */
  readonly happens: (part: number) => boolean;
}

/** A generator with 32 bits of state (mulberry32): ample for choosing what to press and when to kill. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (part) => next() < part,
  };
}
