/** So many numbers stand for a text. */
const BINS = 128;
const BIN_BITS = 7;

/** Fewer equal numbers than this, of those that either text has, are chance. */
const LEAST = 0.25;

/** A few numbers by which texts that have much in common can be told without comparing them: in each bin the smallest hash. */
export function sketchOf(shingles: Uint32Array): Uint32Array {
  const sketch = new Uint32Array(BINS).fill(EMPTY);
  for (const shingle of shingles) {
    const bin = shingle >>> (32 - BIN_BITS);
    if (shingle < sketch[bin]!) sketch[bin] = shingle;
  }
  return sketch;
}

/**
 * How much two texts are likely to share, from 0 to 1, by their sketches alone: 0 where what is equal is chance. Two that
 * share most of their words are never at 0, others nearly always.
 */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  let [equal, filled] = [0, 0];
  for (let bin = 0; bin < BINS; bin += 1) {
    if (one[bin] === EMPTY && other[bin] === EMPTY) continue;
    filled += 1;
    if (one[bin] === other[bin]) equal += 1;
  }
  return filled > 0 && equal >= LEAST * filled ? equal / filled : 0;
}

/** No text has this hash in its last bin, but for one in four thousand million. */
const EMPTY = 0xffffffff;
