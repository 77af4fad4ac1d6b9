import { type Figure, type Interval, type NoInterval, type Outcome } from './figure.ts';
import { seededRandom } from './random.ts';

/** What one article adds to the sums of a statistic: `values[i]` to the sum with the number `columns[i]`. */
export interface StatisticRow {
  /** The article's place among all that are resampled. */
  readonly article: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** A figure that is computed from the sums over articles; `articles` is how many there are with anything to say about it. */
export interface Measure {
  readonly name: string;
  readonly articles: number;
  readonly of: (sums: Float64Array) => Outcome;
}

/** Figures that share their sums: since those are additive over articles, every resample costs one pass over the rows. */
export interface Statistic {
  readonly width: number;
  readonly rows: readonly StatisticRow[];
  readonly measures: readonly Measure[];
}

/** How often each resample has each article: `count` times `articles` numbers, one resample after the other. */
export interface Resamples {
  readonly count: number;
  readonly articles: number;
  readonly times: Uint16Array;
}

/** With fewer articles, what an interval would say depends on chance too much. */
export const LEAST_ARTICLES = 10;

/** Where a figure is undefined in a greater share of the resamples, the others are no fair sample. */
const MOST_UNDEFINED = 0.05;

const MAX_TIMES = 65_535;

/**
 * Draws articles with replacement, as many as there are, `count` times: one draw for all figures, so that differences
 * between them can be judged on the same resamples (Efron & Tibshirani 1993, An introduction to the bootstrap). Articles
 * and not spans are drawn, since those of one article depend on each other.
 */
export function drawResamples(articles: number, count: number, seed: number): Resamples {
  if (articles > MAX_TIMES) throw new RangeError(`${articles} articles are more than can be resampled`);
  const random = seededRandom(seed, 'resamples');
  const times = new Uint16Array(count * articles);
  for (let resample = 0; resample < count; resample += 1) {
    for (let draw = 0; draw < articles; draw += 1) times[resample * articles + Math.floor(random() * articles)]! += 1;
  }
  return { count, articles, times };
}

/** How many resamples are summed up between two words about how far the work is. */
const AT_A_TIME = 100;

/** Every figure of the statistic, with the percentile interval of the resamples; yields how many of those are done. */
export function* figuresOf(
  statistic: Statistic,
  resamples: Resamples,
): Generator<number, ReadonlyMap<string, Figure>, void> {
  const { measures } = statistic;
  const whole = sumOf(statistic);
  const outcomes = measures.map(({ of }) => of(whole));
  const missing = measures.map(({ articles }, index) => whyNoInterval(outcomes[index]!, articles, resamples));
  const values = measures.map((): number[] => []);
  if (missing.some((why) => why === undefined)) {
    const rows = packed(statistic.rows);
    const sums = new Float64Array(statistic.width);
    for (let resample = 0; resample < resamples.count; resample += 1) {
      if (resample % AT_A_TIME === 0) yield resample;
      resampleInto(sums, rows, resamples, resample);
      for (const [index, { of }] of measures.entries()) {
        if (missing[index] !== undefined) continue;
        const { value } = of(sums);
        if (value !== null) values[index]!.push(value);
      }
    }
  }
  return new Map(
    measures.map(({ name, articles }, index) => {
      const why = missing[index];
      const interval = why === undefined ? intervalOf(values[index]!, resamples.count) : { noInterval: why };
      return [name, { ...outcomes[index]!, articles, ...interval }];
    }),
  );
}

/** The sums over the rows, each taken once. */
export function sumOf({ width, rows }: Pick<Statistic, 'width' | 'rows'>): Float64Array {
  const sums = new Float64Array(width);
  for (const { columns, values } of rows) {
    for (let index = 0; index < columns.length; index += 1) sums[columns[index]!]! += values[index]!;
  }
  return sums;
}

function whyNoInterval({ value }: Outcome, articles: number, { count }: Resamples): NoInterval | undefined {
  if (count === 0) return 'not-asked';
  if (value === null) return 'no-value';
  return articles < LEAST_ARTICLES ? 'few-articles' : undefined;
}

/** The rows in three flat lists, which a processor walks through many times faster than through objects. */
interface PackedRows {
  readonly articles: Int32Array;
  /** Where each row ends in the lists below. */
  readonly ends: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

function packed(rows: readonly StatisticRow[]): PackedRows {
  let end = 0;
  const ends = Int32Array.from(rows, ({ columns }) => (end += columns.length));
  const columns = new Int32Array(end);
  const values = new Float64Array(end);
  for (const [index, row] of rows.entries()) {
    const start = index === 0 ? 0 : ends[index - 1]!;
    columns.set(row.columns, start);
    values.set(row.values, start);
  }
  return { articles: Int32Array.from(rows, ({ article }) => article), ends, columns, values };
}

function resampleInto(sums: Float64Array, rows: PackedRows, { articles, times }: Resamples, resample: number): void {
  sums.fill(0);
  let start = 0;
  for (let row = 0; row < rows.ends.length; row += 1) {
    const end = rows.ends[row]!;
    const weight = times[resample * articles + rows.articles[row]!]!;
    if (weight > 0) for (let at = start; at < end; at += 1) sums[rows.columns[at]!]! += weight * rows.values[at]!;
    start = end;
  }
}

function intervalOf(
  values: readonly number[],
  count: number,
): { readonly interval: Interval } | { readonly noInterval: NoInterval } {
  const undefinedResamples = count - values.length;
  if (undefinedResamples > MOST_UNDEFINED * count) return { noInterval: 'often-undefined' };
  const sorted = Float64Array.from(values).sort();
  return { interval: { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975), undefinedResamples } };
}

/** Between two values by how near the place is to each (type 7 of Hyndman & Fan 1996, Sample quantiles). */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const below = sorted[low]!;
  const above = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return below + (place - low) * (above - below);
}
