/** Medians, percentiles, ratios, and how figures are written. */

/**
 * The middle value, the mean of the two in the middle where there is none; undefined of nothing.
 *
 * @param {readonly number[]} values
 * @returns {number | undefined}
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/**
 * The smallest value that at least this part of all values does not exceed; undefined of nothing.
 *
 * @param {readonly number[]} values
 * @param {number} part such as 0.95
 */
export function percentile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
}

/**
 * The ratio of two figures, undefined where one is missing or the second is 0.
 *
 * @param {number | undefined} a
 * @param {number | undefined} b
 */
export function ratio(a, b) {
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}

/**
 * A figure with three digits at most before it is rounded to whole ones; a dash where it is missing.
 *
 * @param {number | undefined} value
 */
export function written(value) {
  if (value === undefined || Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  if (value === 0) return '0';
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/**
 * `median (smallest–largest)`, and how many values where there are fewer than `usual`; a dash of nothing.
 *
 * @param {readonly number[]} values
 * @param {number} [usual]
 */
export function spread(values, usual = 0) {
  if (values.length === 0) return '–';
  if (values.length === 1) return `${written(values[0])}${usual > 1 ? ' n=1' : ''}`;
  const few = values.length < usual ? ` n=${values.length}` : '';
  return `${written(median(values))} (${written(Math.min(...values))}–${written(Math.max(...values))})${few}`;
}
