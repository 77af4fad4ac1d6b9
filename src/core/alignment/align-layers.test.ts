import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttributeId } from '#core/labels/attribute.ts';
import { applyEdit } from '#core/edits/apply-edit.ts';
import { editFor, wishArbitrary } from '#core/edits/edit.arbitrary.ts';
import { type AnnotatorId, type Layer } from '#core/project/project.ts';
import { type Span } from '#core/spans/span.ts';
import { alignLayers, realign } from './align-layers.ts';
import { comparedArbitrary, layerFrom, layerOf, linkFrom, newsLayers, spanFrom } from './compared.arbitrary.ts';
import { type Group } from './group.ts';

const LAWS = { seed: 20240617, numRuns: 120 };

/** The ids of each group's spans by annotator, − for none. */
function drawn(groups: readonly Group[]): readonly string[] {
  return groups.map(({ members }) =>
    members.map(({ annotatorId, span }) => `${annotatorId}: ${span?.id ?? '−'}`).join(' | '),
  );
}

function kinds(groups: readonly Group[]): readonly string[] {
  return groups.map(({ kind }) => kind);
}

function withAttribute(span: Span, value: string): Span {
  return { ...span, attributes: [{ id: 'stance' as AttributeId, value }] };
}

describe('the groups of layers', () => {
  test('of a news article are those that a reviewer wants to see one by one', () => {
    const groups = alignLayers(newsLayers());
    expect(drawn(groups)).toEqual([
      'A: entity 0-14 | B: entity 6-14 | C: entity 6-14',
      'A: claim 35-64 | B: claim 35-64 | C: claim 30-64',
      'A: quote 66-99 | B: quote 66-99 | C: quote 67-98',
      'A: claim 67-97 | B: − | C: claim 67-97',
      'A: entity 113-125 | B: entity 109-125 | C: entity 113-125',
      'A: − | B: entity 127-134 | C: −',
    ]);
    expect(kinds(groups)).toEqual(['boundary', 'boundary', 'boundary', 'missing', 'boundary', 'single']);
    expect(groups.map(({ hull, core }) => [hull, ...core].map(({ from, to }) => `${from}-${to}`))).toEqual([
      ['0-14', '6-14'],
      ['30-64', '35-64'],
      ['66-99', '67-98'],
      ['67-97', '67-97'],
      ['109-125', '113-125'],
      ['127-134', '127-134'],
    ]);
    expect(groups.every(({ related, isApproximate }) => related.length === 0 && !isApproximate)).toBe(true);
  });

  test.each([
    ['a name in a quote is no rival of the quote', [['quote 0-60'], ['entity 10-22'], []], ['A', 'B'], 'single single'],
    [
      'a claim that one person split is with the part that is most like it',
      [['claim 0-20'], ['claim 0-9', 'claim 10-20'], ['claim 0-20']],
      ['A claim 0-20 B claim 10-20 C claim 0-20', 'B claim 0-9'],
      'boundary single',
    ],
    [
      'the same place with another label is one disagreement',
      [['claim 0-20'], ['quote 0-20'], ['quote 0-19']],
      ['A claim 0-20 B quote 0-20 C quote 0-19'],
      'label',
    ],
    [
      'what two of three marked alike is missing with the third',
      [['claim 0-20'], ['claim 0-20'], []],
      ['A claim 0-20 B claim 0-20'],
      'missing',
    ],
    [
      'what two marked alike is unanimous',
      [['claim 0-20'], ['claim 0-20']],
      ['A claim 0-20 B claim 0-20'],
      'unanimous',
    ],
    ['what one of two marked is missing with the other', [['claim 0-20'], []], ['A claim 0-20'], 'missing'],
    ['spans that touch are apart', [['claim 0-5'], ['claim 5-9']], ['A claim 0-5', 'B claim 5-9'], 'missing missing'],
    [
      'the same label counts for more than the same place',
      [['quote 66-99', 'claim 67-97'], ['claim 66-99']],
      ['A claim 67-97 B claim 66-99', 'A quote 66-99'],
      'boundary missing',
    ],
    [
      'the same label counts for more than the same place with three as well',
      [['quote 66-99', 'claim 67-97'], ['claim 66-99'], ['claim 66-99', 'quote 66-99']],
      ['A claim 67-97 B claim 66-99 C claim 66-99', 'A quote 66-99 C quote 66-99'],
      'boundary missing',
    ],
    [
      'the longest common text decides where labels do not',
      [['claim 0-12', 'claim 14-17'], ['claim 0-17']],
      ['A claim 0-12 B claim 0-17', 'A claim 14-17'],
      'boundary missing',
    ],
    [
      'interrupted spans meet where their pieces do, not in the gap',
      [['quote 0-5 20-30'], ['quote 6-19'], ['quote 0-5 20-31']],
      ['A quote 0-5 20-30 C quote 0-5 20-31', 'B quote 6-19'],
      'boundary single',
    ],
  ])('%s', (_, layers, expected, kind) => {
    const groups = alignLayers(layers.map((spans, index) => layerFrom('ABC'.charAt(index), ...spans)));
    const shown = groups.map(({ members }) =>
      members.flatMap(({ annotatorId, span }) => (span ? [annotatorId, span.id] : [])).join(' '),
    );
    expect(kinds(groups).join(' ')).toBe(kind);
    expect(expected.every((part, index) => shown[index]!.startsWith(part))).toBe(true);
    expect(shown).toHaveLength(expected.length);
  });

  test('that one was split from the other know each other', () => {
    const [whole, part] = alignLayers([
      layerFrom('A', 'claim 0-20'),
      layerFrom('B', 'claim 0-9', 'claim 10-20'),
      layerFrom('C', 'claim 0-20'),
    ]);
    expect(whole!.related).toEqual([part!.key]);
    expect(part!.related).toEqual([whole!.key]);
  });

  test('that lie in each other for everybody are not taken for a split', () => {
    const spans = ['claim 0-20', 'claim 5-9'];
    const groups = alignLayers([layerFrom('A', ...spans), layerFrom('B', ...spans), layerFrom('C', ...spans)]);
    expect(kinds(groups)).toEqual(['unanimous', 'unanimous']);
    expect(groups.flatMap(({ related }) => related)).toEqual([]);
  });

  test('tell a difference in attributes alone', () => {
    const span = spanFrom('claim 0-20');
    const layers = ['yes', 'no', 'yes'].map((value, index) => layerOf(`${index}`, [withAttribute(span, value)]));
    const [group] = alignLayers(layers);
    expect(group).toMatchObject({ kind: 'attribute', differs: { attributes: true, ranges: false, missing: false } });
  });

  test('compare links by their type and the group that they lead to', () => {
    const spans = [spanFrom('quote 0-20'), spanFrom('entity 30-40'), spanFrom('entity 50-60')];
    const near = { ...spans[1]!, id: 'other id' as Span['id'], ranges: [{ from: 29, to: 40 }] };
    const a = layerOf('A', spans, [linkFrom('1', 'quote 0-20', 'entity 30-40')]);
    const likeA = layerOf('B', [spans[0]!, near, spans[2]!], [linkFrom('2', 'quote 0-20', 'other id')]);
    const elsewhere = layerOf('B', spans, [linkFrom('1', 'quote 0-20', 'entity 50-60')]);
    const typed = layerOf('B', spans, [linkFrom('1', 'quote 0-20', 'entity 30-40', 'about')]);
    expect(kinds(alignLayers([a, likeA]))).toEqual(['unanimous', 'boundary', 'unanimous']);
    for (const other of [elsewhere, typed, layerOf('B', spans)]) {
      expect(kinds(alignLayers([a, other]))).toEqual(['link', 'unanimous', 'unanimous']);
    }
  });

  test('of a place marked twice by one person leave the second by itself', () => {
    const groups = alignLayers([
      layerFrom('A', 'claim 0-20:1', 'claim 0-20:2'),
      layerFrom('B', 'claim 0-20', 'claim 0-19'),
      layerFrom('C', 'claim 0-20'),
    ]);
    expect(drawn(groups)).toEqual([
      'A: claim 0-20:1 | B: claim 0-20 | C: claim 0-20',
      'A: claim 0-20:2 | B: − | C: −',
      'A: − | B: claim 0-19 | C: −',
    ]);
  });

  test('of a place that two people marked twice are by what they said about it', () => {
    const [one, two] = [spanFrom('claim 0-20:1'), spanFrom('claim 0-20:2')];
    const groups = alignLayers([
      layerOf('A', [withAttribute(one, 'no'), withAttribute(two, 'yes')]),
      layerOf('B', [withAttribute(one, 'yes'), withAttribute(two, 'no')]),
    ]);
    expect(kinds(groups)).toEqual(['unanimous', 'unanimous']);
  });

  test('of a single layer are its spans, and of none are none', () => {
    expect(kinds(alignLayers([layerFrom('A', 'claim 0-20', 'entity 0-5')]))).toEqual(['unanimous', 'unanimous']);
    expect(alignLayers([])).toEqual([]);
  });

  test('have each span exactly once, and each annotator in order', () => {
    fc.assert(
      fc.property(comparedArbitrary, (layers) => {
        const groups = alignLayers(layers);
        const grouped = groups.flatMap(({ members }) =>
          members.flatMap(({ annotatorId, span }) => (span ? [`${annotatorId} ${span.id}`] : [])),
        );
        const all = layers.flatMap(({ annotatorId, spans }) => spans.map(({ id }) => `${annotatorId} ${id}`));
        expect(grouped.toSorted()).toEqual(all.toSorted());
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        for (const { members } of groups) {
          expect(members.map(({ annotatorId }) => annotatorId)).toEqual(layers.map(({ annotatorId }) => annotatorId));
        }
      }),
      LAWS,
    );
  });

  test('do not depend on the order of layers and spans', () => {
    const shuffled = comparedArbitrary.chain((layers) =>
      fc.tuple(
        fc.constant(layers),
        fc
          .shuffledSubarray([...layers], { minLength: layers.length })
          .chain((mixed) =>
            fc.tuple(
              ...mixed.map((layer) =>
                fc
                  .shuffledSubarray([...layer.spans], { minLength: layer.spans.length })
                  .map((spans): Layer => ({ ...layer, spans })),
              ),
            ),
          ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([layers, mixed]) => {
        expect(alignLayers(mixed)).toEqual(alignLayers(layers));
      }),
      LAWS,
    );
  });

  test('of equal layers are all unanimous', () => {
    fc.assert(
      fc.property(comparedArbitrary, fc.integer({ min: 2, max: 5 }), ([layer], number) => {
        if (!layer) return;
        const layers = Array.from({ length: number }, (_, index) => layerOf(`${index}`, layer.spans, layer.links));
        const groups = alignLayers(layers);
        expect(groups).toHaveLength(layer.spans.length);
        expect(new Set(kinds(groups)).size).toBeLessThanOrEqual(1);
        expect(groups.every(({ kind }) => kind === 'unanimous')).toBe(true);
      }),
      LAWS,
    );
  });

  test('with one more layer without spans differ from it everywhere', () => {
    fc.assert(
      fc.property(comparedArbitrary, (layers) => {
        for (const { differs, members } of alignLayers([...layers, layerOf('nobody', [])])) {
          expect(differs.missing).toBe(true);
          expect(members.find(({ annotatorId }) => annotatorId === ('nobody' as AnnotatorId))!.span).toBeUndefined();
        }
      }),
      LAWS,
    );
  });
});

describe('the groups after an edit', () => {
  test('are those of the layers as they are now, whatever was edited', () => {
    fc.assert(
      fc.property(
        comparedArbitrary,
        fc.array(fc.tuple(fc.nat(), wishArbitrary()), { maxLength: 3 }),
        (layers, wishes) => {
          let now = layers;
          let groups = alignLayers(layers);
          for (const [which, wish] of layers.length === 0 ? [] : wishes) {
            now = now.map((layer, index) =>
              index === which % now.length ? applyEdit(layer, editFor(layer, wish)) : layer,
            );
            groups = realign(groups, now);
            expect(groups).toEqual(alignLayers(now));
          }
          expect(realign(groups, layers)).toEqual(alignLayers(layers));
        },
      ),
      LAWS,
    );
  });

  test('are the same objects where nothing changed', () => {
    const layers = newsLayers();
    const before = alignLayers(layers);
    const [a, b, c] = layers;
    const edited = { ...b, spans: b.spans.map((span) => (span.id === 'quote 66-99' ? { ...span, note: 'x' } : span)) };
    const after = realign(before, [a, edited, c]);
    expect(after.map((group, index) => group === before[index])).toEqual([true, true, false, true, true, true]);
    expect(realign(before, layers).every((group, index) => group === before[index])).toBe(true);
  });

  test('are found for another choice of layers too', () => {
    const [a, b, c] = newsLayers();
    expect(realign(alignLayers([a, b, c]), [a, c])).toEqual(alignLayers([a, c]));
    expect(realign(alignLayers([a, c]), [a, b])).toEqual(alignLayers([a, b]));
    expect(realign([], [a, b, c])).toEqual(alignLayers([a, b, c]));
  });

  test('are found without looking again at parts that nobody touched', () => {
    let looks = 0;
    const layers = ['A', 'B', 'C'].map((annotator, shift) =>
      layerOf(
        annotator,
        Array.from({ length: 100 }, (_, index) => spanFrom(`claim ${index * 10}-${index * 10 + 5 + shift}`)),
      ),
    );
    const watched = layers.map((layer) => ({
      ...layer,
      spans: layer.spans.map((span) => ({
        ...span,
        get label() {
          return ((looks += 1), span.label);
        },
      })),
    }));
    const before = alignLayers(watched);
    const all = looks;
    looks = 0;
    const [first, ...others] = watched;
    realign(before, [{ ...first!, spans: first!.spans.slice(1) }, ...others]);
    expect(looks).toBeLessThan(all / 2);
  });
});
