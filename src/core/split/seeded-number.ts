/**
 * A number from 0 up to, but not including, 1 that depends on nothing but the seed and the key, the same on every machine.
 * Keys that differ in one character give numbers that have nothing to do with each other.
 */
export function seededNumber(seed: string, key: string): number {
  // The length of the seed keeps ("a", "bc") and ("ab", "c") apart.
  const text = `${seed.length} ${seed}${key}`;
  let hash = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return stirred(hash) / 2 ** 32;
}

/** Lets every bit of the number change about half of the others; otherwise like keys would stay near each other. */
function stirred(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}
