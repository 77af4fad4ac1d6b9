import { describe, expect, test } from 'vitest';
import { marked } from '#core/project/marked.arbitrary.ts';
import { shortestWindow } from './shortest-window.ts';
import { snippetOf } from './snippet.ts';

const LONG = 'word '.repeat(40);

describe('a snippet', () => {
  test.each([
    ['one [two] three', 'one <two> three'],
    ['one\n[two]\nthree', 'one <two> three'],
    [`${LONG}[two] ${LONG}`, `…${'word '.repeat(12)}<two>${' word'.repeat(12)}…`],
    [`${'word '.repeat(13)}[two]`, `…${'word '.repeat(12)}<two>`],
    [`${'words '.repeat(13)}[two]`, `…${'words '.repeat(10)}<two>`],
    [`${'x'.repeat(100)}[two]`, `…${'x'.repeat(60)}<two>`],
    [`${'🎉'.repeat(40)}x[two]`, `…${'🎉'.repeat(29)}x<two>`],
  ])('of %j', (written, expected) => {
    const { text, ranges } = marked(written);
    expect(shown(snippetOf(text, ranges[0]!, ranges))).toBe(expected);
  });

  test('stays within its bounds', () => {
    expect(
      shown(snippetOf('no\nyes two yes\nno', { from: 7, to: 10 }, [{ from: 7, to: 10 }], { from: 3, to: 14 })),
    ).toBe('yes <two> yes');
  });

  test('marks each hit in what was found, and joins those that overlap', () => {
    const { text, ranges } = marked('a [one] b [tw[o] x] c');
    expect(shown(snippetOf(text, { from: 2, to: text.length - 2 }, ranges))).toBe('a <one> b <two x> c');
  });

  test('of something long ends early', () => {
    const text = 'y'.repeat(400);
    const parts = snippetOf(text, { from: 0, to: 400 }, [{ from: 0, to: 400 }]);
    expect(shown(parts)).toBe(`<${'y'.repeat(300)}>…`);
  });
});

describe('the shortest stretch with one of each', () => {
  test.each([
    ['[a] x [b] x x x [a] [b]', 'ab', '[a] [b]'],
    ['[a] [b] x [a] [b]', 'ab', '[a] [b]'],
    ['[a] [b] x [c] x [b]', 'abc', '[a] [b] x [c]'],
    ['[a] [a]', 'ab', undefined],
  ])('of %j for %s', (written, names, expected) => {
    const { text, ranges } = marked(written);
    const lists = Array.from(names, (name) => ranges.filter(({ from, to }) => text.slice(from, to) === name));
    const window = shortestWindow(lists);
    expect(window && text.slice(window.from, window.to)).toBe(expected?.replaceAll(/[[\]]/g, ''));
    if (window) expect(window.hits.length).toBe([...expected!.matchAll(/\[/g)].length);
  });
});

function shown(parts: ReturnType<typeof snippetOf>): string {
  return parts.map(({ text, isHit }) => (isHit ? `<${text}>` : text)).join('');
}
