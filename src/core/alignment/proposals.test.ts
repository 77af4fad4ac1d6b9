import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type Layer } from '#core/project/project.ts';
import { type Span } from '#core/spans/span.ts';
import { alignLayers } from './align-layers.ts';
import { comparedArbitrary, layerFrom, layerOf, linkFrom, newsLayers, spanFrom } from './compared.arbitrary.ts';
import { linksBetween } from './group-links.ts';
import { mostBacked, type Proposal, proposalsOf } from './proposals.ts';

/** The proposals of each group. */
function proposalsIn(layers: readonly Layer[]): readonly (readonly Proposal[])[] {
  const groups = alignLayers(layers);
  const linksFrom = linksBetween(layers, groups);
  return groups.map((group) => proposalsOf(group, linksFrom));
}

function shown(proposals: readonly Proposal[]): readonly string[] {
  return proposals.map(({ label, ranges, backers }) => {
    const places = ranges.map(({ from, to }) => `${from}-${to}`).join(' ');
    return `${label} ${places} by ${backers.map(({ annotatorId }) => annotatorId).join('')}`;
  });
}

function stance(span: Span, value: string): Span {
  return { ...span, attributes: [{ id: 'stance' as AttributeId, value }] };
}

describe('the proposals of a group', () => {
  test('are what is distinct, with the most backers first', () => {
    expect(proposalsIn(newsLayers()).map(shown)).toEqual([
      ['entity 6-14 by BC', 'entity 0-14 by A'],
      ['claim 35-64 by AB', 'claim 30-64 by C'],
      ['quote 66-99 by AB', 'quote 67-98 by C'],
      ['claim 67-97 by AC'],
      ['entity 113-125 by AC', 'entity 109-125 by B'],
      ['entity 127-134 by B'],
    ]);
  });

  test('with as many backers are in reading order, the longer first', () => {
    const layers = [layerFrom('A', 'claim 5-20'), layerFrom('B', 'claim 4-20'), layerFrom('C', 'claim 4-21')];
    const [proposals] = proposalsIn(layers);
    expect(shown(proposals!)).toEqual(['claim 4-21 by C', 'claim 4-20 by B', 'claim 5-20 by A']);
    expect(mostBacked(proposals!)).toBeUndefined();
  });

  test('differ by attributes', () => {
    const span = spanFrom('claim 0-20');
    const layers = ['yes', 'no', 'yes'].map((value, index) => layerOf('ABC'.charAt(index), [stance(span, value)]));
    const [proposals] = proposalsIn(layers);
    expect(proposals!.map(({ attributes, backers }) => [attributes[0]!.value, backers.length])).toEqual([
      ['yes', 2],
      ['no', 1],
    ]);
    expect(mostBacked(proposals!)).toBe(proposals![0]);
  });

  test('differ by links, which are told by the group at the other end', () => {
    const [quote, one, two] = ['quote 0-20', 'entity 30-40', 'entity 50-60'].map(spanFrom);
    const shifted = { ...one!, id: 'shifted' as Span['id'], ranges: [{ from: 29, to: 40 }] };
    const layers = [
      layerOf('A', [quote!, one!, two!], [linkFrom('1', quote!.id, one!.id)]),
      layerOf('B', [quote!, shifted, two!], [linkFrom('7', quote!.id, shifted.id), linkFrom('8', quote!.id, shifted.id)]),
      layerOf('C', [quote!, one!, two!], [linkFrom('1', quote!.id, two!.id)]),
    ]; // oxfmt-ignore
    const groups = alignLayers(layers);
    const [proposals] = proposalsIn(layers);
    expect(shown(proposals!)).toEqual(['quote 0-20 by AB', 'quote 0-20 by C']);
    expect(proposals!.map(({ links }) => links)).toEqual([
      [{ type: 'source', group: groups[1]!.key, to: { annotatorId: 'A', spanId: one!.id } }],
      [{ type: 'source', group: groups[2]!.key, to: { annotatorId: 'C', spanId: two!.id } }],
    ]);
  });

  test('do not differ by notes, and have them all, each once', () => {
    const layers = ['sure', '', 'why?', 'sure'].map((note, index) =>
      layerOf('ABCD'.charAt(index), [{ ...spanFrom('claim 0-20'), note }]),
    );
    const [proposals] = proposalsIn(layers);
    expect(proposals!.map(({ note, backers }) => [note, backers.length])).toEqual([['sure\nwhy?', 4]]);
  });

  test('are backed by each span of the group once, and one alone where all agree', () => {
    fc.assert(
      fc.property(comparedArbitrary, (layers) => {
        const proposals = proposalsIn(layers);
        for (const [index, { members, differs }] of alignLayers(layers).entries()) {
          const backers = proposals[index]!.flatMap((proposal) => proposal.backers);
          expect(backers.toSorted((a, b) => (a.annotatorId < b.annotatorId ? -1 : 1))).toEqual(
            members.flatMap(({ annotatorId, span }) => (span ? [{ annotatorId, spanId: span.id }] : [])),
          );
          const { labels, ranges, attributes, links } = differs;
          expect(proposals[index]!.length > 1).toBe(labels || ranges || attributes || links);
        }
      }),
      { seed: 20240617, numRuns: 100 },
    );
  });
});
