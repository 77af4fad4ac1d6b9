import { describe, expect, test } from 'vitest';
import { linkPath } from './link-path.ts';
import { type Box } from './text-geometry.ts';

function box(left: number, top: number, width: number): Box {
  return { left, top, width, height: 20 };
}

/** Every point at which the path turns. */
function points(line: string): readonly (readonly [number, number])[] {
  let [x, y] = [0, 0];
  return [...line.matchAll(/([MHVQ])([^MHVQ]*)/g)].map(([, command, rest]) => {
    const numbers = rest!.trim().split(' ').map(Number);
    if (command === 'H') x = numbers[0]!;
    else if (command === 'V') y = numbers[0]!;
    else [x, y] = [numbers.at(-2)!, numbers.at(-1)!];
    return [x, y] as const;
  });
}

describe('the path of a link', () => {
  test('runs below the line where both ends are on it, and ends under the middle of the target', () => {
    const path = linkPath([box(100, 50, 80)], [box(300, 50, 40)], 700, false)!;
    expect(points(path.line)).toEqual([
      [180, 70],
      [180, 75],
      [320, 75],
      [320, 70],
    ]);
    expect(path.head).toEqual({ x: 320, y: 70 });
  });

  test.each([
    ['below', 200],
    ['above', 10],
  ])('goes by the margin to a line %s, and crosses no line of words', (_, top) => {
    const target = box(40, top, 60);
    const path = linkPath([box(100, 80, 500), box(40, 113, 90)], [target], 700, false)!;
    const xs = points(path.line).map(([x]) => x);
    expect(Math.max(...xs)).toBe(700);
    // What goes up or down over more than the gap between lines does so at the margin.
    const turns = points(path.line);
    for (const [index, [x, y]] of turns.entries()) {
      const next = turns[index + 1];
      if (next && Math.abs(next[1] - y) > 8) expect([x, next[0]]).toEqual([700, 700]);
    }
    expect(path.head).toEqual({ x: 70, y: top + 20 });
  });

  test('starts at the part that is on the line of the target, on the side of the target', () => {
    const path = linkPath([box(100, 50, 80), box(400, 50, 90), box(20, 83, 60)], [box(250, 50, 40)], 700, false)!;
    expect(points(path.line)).toEqual([
      [400, 70],
      [400, 75],
      [270, 75],
      [270, 70],
    ]);
  });

  test('starts at the left end where the text runs from right to left', () => {
    const path = linkPath([box(100, 50, 80)], [box(300, 150, 40)], 10, true)!;
    expect(points(path.line)[0]).toEqual([100, 70]);
    expect(Math.min(...points(path.line).map(([x]) => x))).toBe(10);
  });

  test('is none where an end has no place on the screen', () => {
    expect(linkPath([], [box(0, 0, 1)], 10, false)).toBeUndefined();
    expect(linkPath([box(0, 0, 1)], [], 10, false)).toBeUndefined();
  });
});
