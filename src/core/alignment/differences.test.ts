import { describe, expect, test } from 'vitest';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type SpanAttribute } from '#core/spans/span.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { NEWS_TEXT } from './compared.arbitrary.ts';
import { differencesBetween } from './differences.ts';
import { type GroupKey, type SpanRef } from './group.ts';
import { type GroupLink } from './group-links.ts';
import { type Proposal } from './proposals.ts';

const ARTICLE = { text: NEWS_TEXT, paragraphs: paragraphsOf(NEWS_TEXT), language: 'en' };

function proposal(ranges: readonly (readonly [number, number])[], given: Partial<Proposal> = {}): Proposal {
  return {
    label: 'entity' as LabelId,
    ranges: ranges.map(([from, to]) => ({ from, to })),
    attributes: [],
    links: [],
    backers: [],
    note: '',
    ...given,
  };
}

function link(type: string, group: string): GroupLink {
  return { type: type as LinkTypeId, group: group as GroupKey, to: {} as SpanRef };
}

function held(values: Readonly<Record<string, SpanAttribute['value']>>): Partial<Proposal> {
  return { attributes: Object.entries(values).map(([id, value]) => ({ id: id as AttributeId, value })) };
}

describe('the differences between two proposals', () => {
  test.each([
    ['of the same place are none', [[0, 14]], [[0, 14]], []],
    ['are a word that one has at the start', [[0, 14]], [[6, 14]], ['one start “Mayor” words 1']],
    ['are a word that the other has at the end', [[0, 9]], [[0, 14]], ['other end “Lind” words 1']],
    ['are marks at both ends', [[66, 99]], [[67, 98]], ['one start ““” marks 0', 'one end “”” marks 0']],
    ['are white space', [[0, 15]], [[0, 14]], ['one end “” space 0']],
    ['are a part of a word', [[2, 14]], [[6, 14]], ['one start “yor” words 1 cut']],
    ['are at either end of either', [[0, 9]], [[6, 14]], ['one start “Mayor” words 1', 'other end “Lind” words 1']],
    ['are what an interrupted span leaves out', [[0, 5], [10, 14]], [[0, 14]], ['other inside “Ada” words 1']], // oxfmt-ignore
  ] as const)('%s', (_, one, other, expected) => {
    const { pieces, ...rest } = differencesBetween(proposal(one), proposal(other), ARTICLE);
    expect(
      pieces.map(
        ({ includedBy, place, text, content, words, cutsWord }) =>
          `${includedBy} ${place} “${text}” ${content} ${words}${cutsWord ? ' cut' : ''}`,
      ),
    ).toEqual(expected);
    expect(rest).toEqual({ label: undefined, attributes: [], links: [] });
  });

  test('name both labels', () => {
    const { label, pieces } = differencesBetween(
      proposal([[0, 14]]),
      proposal([[0, 14]], { label: 'claim' as LabelId }),
      ARTICLE,
    );
    expect([label, pieces]).toEqual([{ one: 'entity', other: 'claim' }, []]);
  });

  test('have the attributes that are not held alike', () => {
    const one = proposal([[0, 14]], held({ a: 'x', b: true, c: { from: 1, to: 2 }, d: ['p', 'q'] }));
    const other = proposal([[0, 14]], held({ a: 'y', c: { to: 2, from: 1 }, d: ['p', 'q'], e: 4 }));
    expect(differencesBetween(one, other, ARTICLE).attributes).toEqual([
      { id: 'a', one: 'x', other: 'y' },
      { id: 'b', one: true, other: undefined },
      { id: 'e', one: undefined, other: 4 },
    ]);
  });

  test('have the links that only one of them has', () => {
    const one = proposal([[0, 14]], { links: [link('source', 'g'), link('source', 'h')] });
    const other = proposal([[0, 14]], { links: [link('about', 'g'), link('source', 'h')] });
    expect(differencesBetween(one, other, ARTICLE).links).toEqual([
      { includedBy: 'one', link: link('source', 'g') },
      { includedBy: 'other', link: link('about', 'g') },
    ]);
  });
});
