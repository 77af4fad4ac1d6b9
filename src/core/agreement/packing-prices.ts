/** Sets of things of which no two that are chosen may share anything, each worth something. */
export interface PackingChoice {
  /** The things in it, as whole numbers from 0. */
  readonly members: readonly number[];
  readonly worth: number;
}

/** Choices in flat lists; things are numbered anew, from 0 and without gaps. */
export interface FlatChoices {
  readonly things: number;
  readonly count: number;
  /** The members of choice i are `members` from `starts[i]` up to, but not including, `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly worths: Float64Array;
  /** The choices that have thing i are `having` from `havingStarts[i]` on, in the same way. */
  readonly havingStarts: Int32Array;
  readonly having: Int32Array;
}

/** A bound and a packing that it is to be compared with. */
export interface Priced {
  /** No choice is worth more than its members' prices together, so no packing is worth more than all prices together. */
  readonly prices: Float64Array;
  readonly upper: number;
  /** A good packing, as the places of its choices. */
  readonly chosen: readonly number[];
  readonly lower: number;
}

/** Puts choices into flat lists. */
export function flatten(choices: readonly PackingChoice[]): FlatChoices {
  const starts = new Int32Array(choices.length + 1);
  for (const [index, { members }] of choices.entries()) starts[index + 1] = starts[index]! + members.length;
  const places = new Map<number, number>();
  const members = new Int32Array(starts[choices.length]!);
  let at = 0;
  for (const choice of choices) {
    for (const thing of choice.members) {
      let place = places.get(thing);
      if (place === undefined) places.set(thing, (place = places.size));
      members[at++] = place;
    }
  }
  const things = places.size;
  return {
    things,
    count: choices.length,
    starts,
    members,
    worths: Float64Array.from(choices, ({ worth }) => worth),
    ...turned(things, starts, members),
  };
}

function turned(things: number, starts: Int32Array, members: Int32Array): Pick<FlatChoices, 'havingStarts' | 'having'> {
  const havingStarts = new Int32Array(things + 1);
  for (const thing of members) havingStarts[thing + 1]! += 1;
  for (let thing = 0; thing < things; thing += 1) havingStarts[thing + 1]! += havingStarts[thing]!;
  const next = havingStarts.slice();
  const having = new Int32Array(members.length);
  for (let choice = 0; choice + 1 < starts.length; choice += 1) {
    for (let at = starts[choice]!; at < starts[choice + 1]!; at += 1) having[next[members[at]!]!++] = choice;
  }
  return { havingStarts, having };
}

/**
 * Finds prices whose sum is close above the best packing, and a packing close below. Subgradient steps on the Lagrangian dual of set packing
 * (Fisher 1981, The Lagrangian relaxation method for solving integer programming problems), begun and ended by
 * lowering one price after the other as far as it goes.
 */
export function findPrices(flat: FlatChoices, rounds: number): Priced {
  const prices = fairShares(flat);
  lowerAll(flat, prices, 4);
  let chosen = choosePacking(flat, prices);
  let lower = worthOf(flat, chosen);
  let best = Float64Array.from(prices);
  let bound = sum(prices);
  const demand = new Int32Array(flat.things);
  let eagerness = 1;
  let sinceBetter = 0;
  for (let round = 0; round < rounds && bound - lower > ENOUGH; round += 1) {
    const value = countDemand(flat, prices, demand);
    if (value < bound - ENOUGH) {
      bound = value;
      best.set(prices);
      sinceBetter = 0;
    } else if (++sinceBetter > 8) {
      eagerness /= 2;
      sinceBetter = 0;
      prices.set(best);
      countDemand(flat, prices, demand);
    }
    if (round % 12 === 11) {
      const next = choosePacking(flat, prices);
      const worth = worthOf(flat, next);
      if (worth > lower) [chosen, lower] = [next, worth];
    }
    stepTowards(prices, demand, eagerness * (value - lower));
  }
  best = feasible(flat, best);
  lowerAll(flat, best, 4);
  const last = choosePacking(flat, best);
  const worth = worthOf(flat, last);
  if (worth > lower) [chosen, lower] = [last, worth];
  return { prices: best, upper: sum(best), chosen, lower };
}

/** Differences below this are rounding. */
export const ENOUGH = 1e-9;

/** What the choice's members cost together, less what it is worth. */
export function lossOf({ starts, members, worths }: FlatChoices, prices: Float64Array, choice: number): number {
  let loss = -worths[choice]!;
  for (let at = starts[choice]!; at < starts[choice + 1]!; at += 1) loss += prices[members[at]!]!;
  return loss;
}

function fairShares({ things, count, starts, members, worths }: FlatChoices): Float64Array {
  const prices = new Float64Array(things);
  for (let choice = 0; choice < count; choice += 1) {
    const share = worths[choice]! / (starts[choice + 1]! - starts[choice]!);
    for (let at = starts[choice]!; at < starts[choice + 1]!; at += 1) {
      if (share > prices[members[at]!]!) prices[members[at]!] = share;
    }
  }
  return prices;
}

/**
 * Lowers prices as far as choices allow, of which none may be worth more than its members before: some passes in which each
 * choice gives its members equal parts of its loss, and one in which each thing in turn takes all that is left.
 */
function lowerAll(flat: FlatChoices, prices: Float64Array, passes: number): void {
  const losses = new Float64Array(flat.count);
  const rooms = new Float64Array(flat.things);
  for (let pass = 0; pass < passes; pass += 1) {
    rooms.fill(Infinity);
    for (let choice = 0; choice < flat.count; choice += 1) {
      const from = flat.starts[choice]!;
      const to = flat.starts[choice + 1]!;
      const part = Math.max(0, lossOf(flat, prices, choice)) / (to - from);
      for (let at = from; at < to; at += 1) if (part < rooms[flat.members[at]!]!) rooms[flat.members[at]!] = part;
    }
    for (let thing = 0; thing < flat.things; thing += 1) prices[thing] = Math.max(0, prices[thing]! - rooms[thing]!);
  }
  for (let choice = 0; choice < flat.count; choice += 1) losses[choice] = lossOf(flat, prices, choice);
  for (let thing = 0; thing < flat.things; thing += 1) {
    let room = prices[thing]!;
    for (let at = flat.havingStarts[thing]!; at < flat.havingStarts[thing + 1]!; at += 1) {
      room = Math.min(room, losses[flat.having[at]!]!);
    }
    if (room <= 0) continue;
    prices[thing]! -= room;
    for (let at = flat.havingStarts[thing]!; at < flat.havingStarts[thing + 1]!; at += 1)
      losses[flat.having[at]!]! -= room;
  }
}

/** Raises prices so that no choice is worth more than they are. */
function feasible(flat: FlatChoices, prices: Float64Array): Float64Array<ArrayBuffer> {
  const raised = Float64Array.from(prices);
  for (let choice = 0; choice < flat.count; choice += 1) {
    const loss = lossOf(flat, raised, choice);
    if (loss >= 0) continue;
    const part = -loss / (flat.starts[choice + 1]! - flat.starts[choice]!);
    for (let at = flat.starts[choice]!; at < flat.starts[choice + 1]!; at += 1) raised[flat.members[at]!]! += part;
  }
  return raised;
}

/** How many choices that are worth more than their price each thing is in; gives the bound that the prices make. */
function countDemand(flat: FlatChoices, prices: Float64Array, demand: Int32Array): number {
  demand.fill(0);
  let bound = sum(prices);
  for (let choice = 0; choice < flat.count; choice += 1) {
    const loss = lossOf(flat, prices, choice);
    if (loss >= 0) continue;
    bound -= loss;
    for (let at = flat.starts[choice]!; at < flat.starts[choice + 1]!; at += 1) demand[flat.members[at]!]! += 1;
  }
  return bound;
}

/** Things that are asked for more than once become dearer, those that nobody asks for cheaper. */
function stepTowards(prices: Float64Array, demand: Int32Array, distance: number): void {
  let norm = 0;
  for (let thing = 0; thing < prices.length; thing += 1) {
    const step = demand[thing]! - 1;
    if (step > 0 || prices[thing]! > 0) norm += step * step;
  }
  if (norm === 0) return;
  for (let thing = 0; thing < prices.length; thing += 1) {
    prices[thing] = Math.max(0, prices[thing]! + (distance / norm) * (demand[thing]! - 1));
  }
}

/** Takes choices as long as they fit, those first that lose least by their price. */
function choosePacking(flat: FlatChoices, prices: Float64Array): readonly number[] {
  const { count, starts, members } = flat;
  // Numbers are sorted many times faster without a function to compare them: the loss in front, the choice behind it.
  const order = new Float64Array(count);
  for (let choice = 0; choice < count; choice += 1) {
    order[choice] = Math.round(lossOf(flat, prices, choice) * LOSS_STEPS) * count + choice;
  }
  order.sort();
  const isTaken = new Uint8Array(flat.things);
  const chosen: number[] = [];
  for (const key of order) {
    const choice = key - Math.floor(key / count) * count;
    let fits = true;
    for (let at = starts[choice]!; fits && at < starts[choice + 1]!; at += 1) fits = isTaken[members[at]!] === 0;
    if (!fits) continue;
    for (let at = starts[choice]!; at < starts[choice + 1]!; at += 1) isTaken[members[at]!] = 1;
    chosen.push(choice);
  }
  return chosen;
}

/** How finely losses are told apart where that only decides which choice is tried first. */
const LOSS_STEPS = 1e7;

function worthOf({ worths }: FlatChoices, chosen: readonly number[]): number {
  return chosen.reduce((total, choice) => total + worths[choice]!, 0);
}

function sum(numbers: Float64Array): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
