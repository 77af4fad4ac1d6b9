import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { marked } from '#core/project/marked.arbitrary.ts';
import { carryBetween, withoutSpaces } from './carry-range.ts';
import { freezeText } from './freeze.ts';

describe('carrying ranges between two texts', () => {
  test.each([
    ['that are the same', 'One [two] three', 'One [two] three'],
    ['past a CRLF', 'One\r\n[two]', 'One\n[two]'],
    ['with a CRLF at both edges', 'One[\r\ntwo\r\n]three', 'One[\ntwo\n]three'],
    ['past a byte order mark', '\uFEFFOne [two]', 'One [two]'],
    ['with a lone CR', 'One\r[two]', 'One\n[two]'],
    ['with more white space', 'One  [two\nthree]\n\nfour', 'One [two three] four'],
    ['with less white space', '“[Hi] ” , [Ann  Lee]', '“[Hi]”, [Ann Lee]'],
    ['with white space at the edges, which stays behind', 'One[ two ]three', 'One\n\n[two]\n\nthree'],
    ['with a control character that was made a space', 'One\u0001[two]', 'One [two]'],
    ['with white space alone, that was replaced one by one', 'One[\u0000\u000B]two', 'One[  ]two'],
    ['with an emoji before it', '🎉\r\n[two 🎉]', '🎉\n[two 🎉]'],
  ])('%s', (_, from, to) => {
    const [source, target] = [marked(from), marked(to)];
    const carry = carryBetween(source.text, target.text)!;
    expect(source.ranges.map((range) => carry(range))).toEqual(target.ranges);
  });

  test('gives nothing for a range of white space that is no longer there', () => {
    expect(carryBetween('a  b', 'a b')!({ from: 1, to: 3 })).toBeUndefined();
    expect(carryBetween('\uFEFFa', 'a')!({ from: 0, to: 1 })).toBeUndefined();
  });

  test('refuses texts that differ in words', () => {
    expect(carryBetween('One two', 'One tow')).toBeUndefined();
    expect(carryBetween('', 'a')).toBeUndefined();
  });

  test('keeps the words of every range of whole characters, whatever the line ends', () => {
    fc.assert(
      fc.property(
        textArbitrary(),
        fc.constantFrom('\r\n', '\r', '\n'),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        (frozen, newline, hasMark, one, other) => {
          const raw = `${hasMark ? '\uFEFF' : ''}${frozen.replaceAll('\n', newline)}`;
          const carry = carryBetween(raw, freezeText(raw).text)!;
          const [from, to] = [one % (raw.length + 1), other % (raw.length + 1)].toSorted((a, b) => a - b) as [
            number,
            number,
          ];
          const there = carry({ from, to });
          const words = raw.slice(from, to).replace(/^\uFEFF/, from === 0 ? '' : '\uFEFF');
          const cutsNewline = (at: number): boolean => raw[at - 1] === '\r' && raw[at] === '\n';
          fc.pre(!cutsNewline(from) && !cutsNewline(to));
          expect(there ? frozen.slice(there.from, there.to) : '').toBe(words.replaceAll(/\r\n?/g, '\n'));
        },
      ),
      { seed: 20240617, numRuns: 500 },
    );
  });
});

test('a text without spaces is the same however it is laid out', () => {
  expect(withoutSpaces(' One\u00A0\r\ntwo\uFEFF\t')).toBe('Onetwo');
});
