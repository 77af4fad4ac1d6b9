import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { type AnnotatorId, type ArticleId, emptyLayer, type Layer } from '#core/project/project.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { anchoring } from '#core/text/anchor.ts';
import { carryLayer, type Decision } from './carry-layer.ts';
import { carrySpans } from './carry-spans.ts';

const TEXT = '“We will go,” said Ann Lee, “on Monday.” Taxes rose. Bo Li left.';
const QUOTE = on('quote', ['“We will go,”', '“on Monday.”'], { attributes: [cue('said')] });
const ANN = on('ann', ['Ann Lee']);
const TAXES = on('taxes', ['Taxes rose.']);
const BO = on('bo', ['Bo Li']);
const NEW_ID = 'new' as ArticleId;
const LATER = '2024-06-18T09:00:00.000Z';

describe('spans in a corrected text', () => {
  test('of several ranges stay one span, as sure as its least sure range', () => {
    const { carried } = carry([QUOTE, ANN], (text) => text.replace('Monday', 'Munday'));
    expect(carried.map(({ grade }) => grade)).toEqual(['changed', 'kept']);
    expect(words(carried[0]!.after, TEXT.replace('Monday', 'Munday'))).toEqual(['“We will go,”', '“on Munday.”']);
  });

  test('of several ranges are not placed where one range is lost', () => {
    const { carried, unplaced } = carry([QUOTE], (text) => text.replace(', “on Monday.”', '.'));
    expect(carried).toEqual([]);
    expect(unplaced.map(({ before }) => before)).toEqual([QUOTE]);
  });

  test('of several ranges become one range where nothing is left between them', () => {
    const { carried } = carry([QUOTE], (text) => text.replace(' said Ann Lee, ', ''));
    expect(carried.map(({ after }) => after.ranges)).toEqual([[{ from: 0, to: 25 }]]);
  });

  test('keep their label, note, origin and times', () => {
    const { carried } = carry([ANN], (text) => `News: ${text}`);
    const { ranges, ...rest } = ANN;
    expect(carried[0]!.after).toEqual({ ...rest, ranges: [{ from: ranges[0]!.from + 6, to: ranges[0]!.to + 6 }] });
  });

  test('take the words of an attribute along, or drop and list it', () => {
    const kept = carry([QUOTE], (text) => text.replace('Taxes', 'Tax'));
    expect(kept.carried[0]!.after.attributes).toEqual(QUOTE.attributes);
    expect(kept.dropped).toEqual([]);
    const lost = carry([QUOTE], (text) => text.replace('said', 'according to'));
    expect(lost.carried[0]!.after.attributes).toEqual([]);
    expect(lost.dropped).toEqual([{ span: 'quote', id: 'cue', words: QUOTE.attributes[0]!.value }]);
  });

  test('all have one fate, in right ranges, and all are kept where nothing changed', () => {
    const texts = fc.tuple(textArbitrary(), textArbitrary(), fc.nat(100), fc.boolean());
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.array(fc.nat(), { minLength: 2, maxLength: 6 }), { maxLength: 6 }),
        (made, cuts) => {
          const [before, other, at, isSame] = made;
          const edges = edgesOf(before);
          if (edges.length < 2) return;
          const middle = edges[at % edges.length]!;
          const after = isSame
            ? before
            : before.slice(0, middle) + other + before.slice(edges.at(-1 - (at % 3)) ?? middle);
          const spans = cuts
            .map((places, index) => spanAt(`s${index}`, edges, places))
            .filter((one) => one !== undefined);
          const { carried, unplaced } = carrySpans(anchoring(before, after), spans);
          const ids = [...carried, ...unplaced].map((fate) => fate.before.id);
          expect(ids.toSorted()).toEqual(spans.map(({ id }) => id).toSorted());
          for (const fate of carried) {
            expect(problemWithRanges(after, fate.after.ranges)).toBeUndefined();
            if (fate.grade === 'kept')
              expect(words(fate.after, after).join('')).toBe(words(fate.before, before).join(''));
          }
          for (const { guess } of unplaced) if (guess) expect(problemWithRanges(after, guess)).toBeUndefined();
          if (isSame)
            expect(carried.map(({ after: one, grade }) => [one, grade])).toEqual(spans.map((one) => [one, 'kept']));
        },
      ),
      { seed: 20240617, numRuns: 2000 },
    );
  });
});

describe('a layer in a corrected text', () => {
  const links = [link('1', ANN, QUOTE), link('2', BO, ANN), link('3', TAXES, BO)];
  const layer: Layer = {
    ...emptyLayer('old' as ArticleId, 'me' as AnnotatorId),
    status: 'done',
    spans: [QUOTE, ANN, TAXES, BO].toSorted(compareSpans),
    links,
    changedAt: '2024-06-17T09:30:00.000Z',
  };
  const after = TEXT.replace(' Bo Li left.', ' He left.');

  test.each<[string, Decision | undefined, readonly string[], readonly string[]]>([
    ['undecided: the span is left out with its links', undefined, ['quote', 'ann', 'taxes'], ['2', '3']],
    ['deleted: the span is left out with its links', { kind: 'delete' }, ['quote', 'ann', 'taxes'], ['2', '3']],
    [
      'placed: the span and its links stay',
      { kind: 'place', ranges: [{ from: after.indexOf('He'), to: after.indexOf(' left') }] },
      ['quote', 'ann', 'taxes', 'bo'],
      [],
    ],
  ])('with a lost span %s', (_, decision, spans, lost) => {
    const anchors = anchoring(TEXT, after);
    const decisions = new Map(decision ? [[BO.id, decision]] : []);
    const carried = carryLayer(anchors, layer, carrySpans(anchors, layer.spans), decisions, NEW_ID, LATER);
    expect(carried.layer.spans.map(({ id }) => id)).toEqual(spans);
    expect(carried.lostLinks.map(({ id }) => id)).toEqual(lost);
    expect(carried.layer.links.length + lost.length).toBe(links.length);
    expect(carried.layer).toMatchObject({ articleId: NEW_ID, status: 'done', changedAt: layer.changedAt });
    expect(carried.layer.spans.find(({ id }) => id === 'bo')?.changedAt ?? LATER).toBe(LATER);
  });
});

function carry(spans: readonly Span[], correct: (text: string) => string) {
  return carrySpans(anchoring(TEXT, correct(TEXT)), spans);
}

function on(id: string, parts: readonly string[], given: Partial<Span> = {}): Span {
  return span(
    id,
    parts.map((part) => [TEXT.indexOf(part), TEXT.indexOf(part) + part.length] as const),
    given,
  );
}

function cue(word: string) {
  const from = TEXT.indexOf(word);
  return { id: 'cue' as AttributeId, value: { from, to: from + word.length } };
}

function link(id: string, from: Span, to: Span): Link {
  const [type, createdAt] = ['same-as' as LinkTypeId, '2024-06-17T09:30:00.000Z'];
  return { id: id as LinkId, type, from: from.id, to: to.id, origin: 'hand', createdAt };
}

function words({ ranges }: Span, text: string): readonly string[] {
  return ranges.map(({ from, to }) => text.slice(from, to));
}

function edgesOf(text: string): readonly number[] {
  const edges = [0];
  for (const character of text) edges.push(edges.at(-1)! + character.length);
  return edges;
}

function spanAt(id: string, edges: readonly number[], places: readonly number[]): Span | undefined {
  const cuts = [...new Set(places.map((place) => edges[place % edges.length]!))].toSorted((a, b) => a - b);
  const ranges = [];
  for (let index = 0; index + 1 < cuts.length; index += 2) ranges.push([cuts[index]!, cuts[index + 1]!] as const);
  return ranges.length > 0 ? { ...span('', ranges), id: id as SpanId } : undefined;
}
