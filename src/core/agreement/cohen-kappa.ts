import { total } from '#core/text/total.ts';
import { type Outcome, undefinedOutcome } from './figure.ts';

/**
 * Cohen's κ = (P_o − P_e) / (1 − P_e) of a square table of counts, rows by one annotator and columns by the other (Cohen
 * 1960, A coefficient of agreement for nominal scales). No variation where both put everything into one category; exactly
 * 0 where one of them never used a category.
 */
export function cohenKappa(table: readonly (readonly number[])[]): Outcome {
  let n = 0;
  let same = 0;
  let byChance = 0;
  for (const [category, row] of table.entries()) {
    const chosen = total(row);
    n += chosen;
    same += row[category]!;
    byChance += chosen * table.reduce((sum, other) => sum + other[category]!, 0);
  }
  return kappaOf(n, same, byChance);
}

/** Cohen's κ of one category against all else: `both` of `n` items have it by both annotators, `one` and `other` by each. */
export function binaryKappa(n: number, one: number, other: number, both: number): Outcome {
  return kappaOf(n, n - one - other + 2 * both, one * other + (n - one) * (n - other));
}

/** `byChance` is P_e · n², kept whole so that no rounding hides that nothing varies. */
function kappaOf(n: number, same: number, byChance: number): Outcome {
  if (n === 0) return undefinedOutcome('no-data');
  const observed = same / n;
  const expected = byChance / (n * n);
  if (byChance === n * n) return { value: null, reason: 'no-variation', n, observed, expected };
  return { value: (n * same - byChance) / (n * n - byChance), n, observed, expected };
}
