import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earlierAlpha, earlierDisagreement } from './earlier-unitizing.ts';
import { type Unit } from './unitizing.ts';

const SEED = { seed: 20240617 };

/** Units written like `2-10, 14-20`, each so many times as long. */
function units(written: string, scale = 1): readonly Unit[] {
  if (written === '') return [];
  return written.split(', ').map((each) => {
    const [from, to] = each.split('-').map((edge) => Number(edge) * scale);
    return { from: from!, to: to!, value: 1 };
  });
}

function disagreementOf(annotators: readonly string[], length: number, scale = 1) {
  return earlierDisagreement(
    annotators.map((each) => units(each, scale)),
    length * scale,
  );
}

function alphaOf(annotators: readonly string[], length: number, scale = 1): number | null {
  return earlierAlpha(disagreementOf(annotators, length, scale)).value;
}

describe('Krippendorff 2004 p. 254', () => {
  const c = disagreementOf(['75-145, 220-250', '70-150, 205-225, 250-270'], 300);
  const k = disagreementOf(['30-90, 150-200', '30-90, 150-200'], 300);

  test('label c', () => {
    expect(c.observed).toBeCloseTo(0.014444, 6);
    expect(c.expected).toBeCloseTo(0.053222, 6);
    expect(earlierAlpha(c).value).toBeCloseTo(0.728599, 6);
  });

  test('label k', () => {
    expect(k.observed).toBe(0);
    expect(k.expected).toBeCloseTo(0.048979, 6);
    expect(earlierAlpha(k).value).toBe(1);
  });

  test('both', () => {
    const both = { observed: c.observed, expected: c.expected + k.expected, units: c.units + k.units };
    expect(earlierAlpha(both).value).toBeCloseTo(0.858665, 6);
  });
});

test.each([
  ['Krippendorff 1995 p. 57, A', ['2-10, 14-20', '4-8, 15-17'], 24, 1, 0.03125, 0.515288],
  ['A, drawn finely', ['2-10, 14-20', '4-8, 15-17'], 24, 50_000, 0.03125, 0.552947],
  ['B', ['0-18', '0-2, 2-3, 3-4, 4-5, 5-6, 6-9, 9-10'], 24, 1, 2.267361, -1.081079],
  ['B, drawn finely', ['0-18', '0-2, 2-3, 3-4, 4-5, 5-6, 6-9, 9-10'], 24, 50_000, 2.267361, -0.928385],
  ['one long unit and three short ones', ['1-9', '2-3, 4-5, 6-7'], 10, 1, 0.91, -0.700346],
])('%s', (_, annotators, length, scale, observed, alpha) => {
  expect(disagreementOf(annotators, length, scale).observed).toBeCloseTo(observed, 6);
  expect(alphaOf(annotators, length, scale)).toBeCloseTo(alpha, 6);
});

test.each([
  ['5-11', '4-6', 26],
  ['5-11', '5-7', 16],
  ['5-11', '6-8', 10],
  ['5-11', '7-9', 8],
  ['5-11', '6-10', 2],
  ['225-295', '220-300', 50],
  ['370-400', '355-375', 850],
  // The other has nothing there.
  ['400-420', '', 400],
])('the squared difference of %s and %s is %i', (one, other, expected) => {
  expect(disagreementOf([one, other], 450).observed * 450 ** 2).toBeCloseTo(expected, 6);
});

test.each([
  [89, 0.033815],
  [93, 0.159442],
  [95, 0.203085],
  [97, 0.234976],
  [99, 0.256261],
  [101, 0.267203],
])('rises while an edge moves past where the other has it, which is why it is no headline (%i)', (end, expected) => {
  const alpha = alphaOf(['10-20, 40-50, 80-95, 130-140, 170-185', `80-${end}`], 200);
  expect(alpha).toBeCloseTo(expected, 6);
});

test('has no value where nothing is marked, and wants two annotators', () => {
  expect(earlierAlpha(disagreementOf(['', ''], 100))).toEqual({ value: null, reason: 'no-data', n: 0 });
  expect(earlierAlpha(disagreementOf(['', ''], 0))).toEqual({ value: null, reason: 'no-data', n: 0 });
  expect(() => earlierDisagreement([[]], 10)).toThrow(RangeError);
});

test('the order of annotators does not matter, and whoever agrees with themselves gets 1', () => {
  const unitsArbitrary = fc.uniqueArray(fc.nat(40), { maxLength: 8 }).map((edges) => {
    const sorted = edges.toSorted((a, b) => a - b);
    return sorted.slice(1).flatMap((to, index) => (index % 2 === 0 ? [{ from: sorted[index]!, to, value: 1 }] : []));
  });
  fc.assert(
    fc.property(fc.array(unitsArbitrary, { minLength: 3, maxLength: 3 }), (annotators) => {
      const there = earlierDisagreement(annotators, 41);
      const back = earlierDisagreement(annotators.toReversed(), 41);
      expect(there.observed).toBeCloseTo(back.observed, 12);
      expect(there.expected).toBeCloseTo(back.expected, 12);
      const same = earlierDisagreement([annotators[0]!, annotators[0]!], 41);
      expect(earlierAlpha(same).value ?? 1).toBe(1);
    }),
    SEED,
  );
});
