import { expect, test } from 'vitest';
import { curveLines, linePath, markPath } from './curve-lines.ts';
import { curvePicture } from './curve-picture.ts';
import { type Outcome } from './figure.ts';
import { type AgreementReport } from './report.ts';

function outcome(value: number | null): Outcome {
  return value === null ? { value, reason: 'no-data', n: 0 } : { value, n: 1 };
}

/** A report with a curve of these values of strict F1; partial F1 is a half, and uα what is given. */
function curved(strict: readonly (number | null)[], unitizing = 0.5): AgreementReport {
  const curve = strict.map((value, group) => ({
    from: `2024-06-1${group}T09:30:00.000Z`,
    to: `2024-06-1${group}T19:30:00.000Z`,
    articleIds: [],
    f1: { strict: outcome(value), partial: outcome(0.5) },
    unitizing: outcome(unitizing),
  }));
  return { curve } as unknown as AgreementReport;
}

test('values lie between 0 at the foot and 1 at the top, groups from the left to the right', () => {
  const { lines, ticks } = curveLines(curved([0, 0.25, 1]));
  const [strict] = lines;
  expect(strict!.runs.map((run) => run.map(({ x, y }) => [x, y]))).toEqual([
    [
      [0, 1],
      [0.5, 0.75],
      [1, 0],
    ],
  ]);
  expect(ticks.map(({ value }) => value)).toEqual([1, 0.75, 0.5, 0.25, 0]);
});

test('a value below 0 makes the picture deeper, and the rules go on', () => {
  const { lines, ticks } = curveLines(curved([0, 1], -0.3));
  expect(ticks.at(-1)).toEqual({ value: -0.5, y: 1 });
  expect(lines[0]!.runs[0]!.map(({ y }) => y)).toEqual([1 / 1.5, 0]);
});

test('there is no line over a group without a value', () => {
  const [strict] = curveLines(curved([0.1, null, 0.3, 0.4])).lines;
  expect(strict!.runs.map((run) => run.map(({ group }) => group))).toEqual([[0], [2, 3]]);
});

test('lines differ in dashes and marks, not in colour only', () => {
  const { lines } = curveLines(curved([0, 1]));
  expect(new Set(lines.map(({ dashes }) => dashes)).size).toBe(3);
  expect(new Set(lines.map(({ mark }) => markPath(mark, 0, 0))).size).toBe(3);
  expect(linePath(lines[0]!.runs[0]!, ({ x, y }) => [100 * x, 100 * y])).toBe('M0.0 100.0L100.0 0.0');
});

test('the picture is whole SVG with the names of the lines, the days and the values', () => {
  const { svg, width, height } = curvePicture(curved([0.125, null, 0.75]));
  expect(svg).toMatch(/^<svg [^>]+>[^]*<\/svg>$/);
  expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
  for (const words of ['>Strict F1<', '>Partial F1<', '>uα<', '>2024-06-12<', '<title>0.125</title>']) {
    expect(svg).toContain(words);
  }
  expect(svg).not.toContain('NaN');
});
