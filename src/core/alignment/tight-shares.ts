import { excessOf, fitted, type Priced } from './least-shares.ts';

/** Finds shares of units again and again while ever more candidates become known. */
export interface TightShares {
  readonly add: (candidates: readonly Priced[]) => void;
  /** Shares as `leastShares` promises them, whose sum is less than the greatest by no more than a billionth for each unit. */
  readonly find: () => readonly number[];
}

/** The state of a linear program: how much of which candidates covers the units most cheaply, and what each unit costs so. */
interface Program {
  readonly size: number;
  /** Row by row the inverse of the matrix of the candidates in use, and how much of each is used. */
  readonly inverse: Float64Array;
  readonly amounts: Float64Array;
  readonly shares: Float64Array;
}

/** Differences below this are rounding. */
const ENOUGH = 1e-9;

/** So much of a unit is to be covered beyond one, a little more of each next, so that no steps are taken in a circle. */
const BEYOND = 1e-6;

/** Each step of `find` lowers the cost of the cover; a program of so many units takes about twice as many steps. */
const STEPS_PER_UNIT = 40;

/**
 * The simplex method for covers of so many units, of which each alone is a candidate that costs `alone`. Unlike `betterShares`
 * it takes time with the square of the units for each step, and finds the greatest sum there is.
 */
export function tightShares(size: number, alone: number): TightShares {
  const known: Priced[] = Array.from({ length: size }, (_, unit) => ({ units: [unit], cost: alone }));
  const program = {
    size,
    inverse: new Float64Array(size * size),
    amounts: Float64Array.from({ length: size }, (_, unit) => 1 + (BEYOND * (unit + 1)) / size),
    shares: new Float64Array(size).fill(alone),
  };
  for (let unit = 0; unit < size; unit += 1) program.inverse[unit * size + unit] = 1;
  return {
    add: (candidates) => {
      for (const each of candidates) known.push(each);
    },
    find: () => {
      for (let step = 0; step < STEPS_PER_UNIT * size; step += 1) {
        const entering = mostUndercutting(known, program);
        if (!entering || !bringIn(entering, program)) break;
      }
      return fitted(program.shares, known);
    },
  };
}

/** The candidate that costs least beside its units' shares; undefined where none costs less. */
function mostUndercutting(candidates: readonly Priced[], { shares }: Program): Priced | undefined {
  // Half a billionth: costs are whole numbers of them.
  let least = -0.5;
  let found: Priced | undefined;
  for (const candidate of candidates) {
    const excess = excessOf(candidate, shares);
    if (excess >= least) continue;
    least = excess;
    found = candidate;
  }
  return found;
}

/** Brings in as much of the candidate as can be, in place of one in use; false where rounding leaves none that could go. */
function bringIn(entering: Priced, { size, inverse, amounts, shares }: Program): boolean {
  const replaced = new Float64Array(size);
  let leaving = -1;
  let amount = Infinity;
  for (let row = 0; row < size; row += 1) {
    for (const unit of entering.units) replaced[row]! += inverse[row * size + unit]!;
    if (replaced[row]! <= ENOUGH || amounts[row]! / replaced[row]! >= amount) continue;
    amount = amounts[row]! / replaced[row]!;
    leaving = row;
  }
  if (leaving < 0) return false;
  const gone = inverse.subarray(leaving * size, (leaving + 1) * size);
  for (let unit = 0; unit < size; unit += 1) gone[unit]! /= replaced[leaving]!;
  for (let row = 0; row < size; row += 1) {
    if (row === leaving || Math.abs(replaced[row]!) < ENOUGH) continue;
    amounts[row]! -= replaced[row]! * amount;
    for (let unit = 0; unit < size; unit += 1) inverse[row * size + unit]! -= replaced[row]! * gone[unit]!;
  }
  amounts[leaving] = amount;
  const excess = excessOf(entering, shares);
  for (let unit = 0; unit < size; unit += 1) shares[unit]! += excess * gone[unit]!;
  return true;
}
