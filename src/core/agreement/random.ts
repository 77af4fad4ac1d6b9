import { seededNumber } from '#core/split/seeded-number.ts';

/** Gives numbers from 0 up to, but not including, 1. */
export type Random = () => number;

/**
 * Chance that is the same on every machine for the same seed and key: the generator sfc32 of Chris Doty-Humphrey's PractRand,
 * its state filled from both.
 */
export function seededRandom(seed: number, key: string): Random {
  const word = (index: number): number => Math.floor(seededNumber(`${seed}`, `${index} ${key}`) * 2 ** 32) | 0;
  let [a, b, c, counter] = [word(0), word(1), word(2), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first numbers still show what the state was filled from.
  for (let round = 0; round < 12; round += 1) next();
  return next;
}
