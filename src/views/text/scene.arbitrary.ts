import { type LabelId } from '#core/labels/label-id.ts';
import { type Channel, type Label, type LabelSet, TONES } from '#core/labels/label-set.ts';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import * as fc from 'fast-check';

const CHANNELS: readonly Channel[] = ['fill', 'underline', 'bracket'];

/** Two labels of each channel, so that spans of one channel nest and cross. */
export const TWO_OF_EACH: LabelSet = {
  labels: CHANNELS.flatMap((channel, index) => [
    labelOf(`${channel}-a`, channel, index * 2),
    labelOf(`${channel}-b`, channel, index * 2 + 1),
  ]),
  linkTypes: [],
};

function labelOf(id: string, channel: Channel, tone: number): Label {
  return {
    id: id as LabelId,
    name: id,
    description: '',
    key: '',
    tone: TONES[tone]!,
    channel,
    smartExtent: 'word',
    overlapsItself: true,
    attributes: [],
  };
}

/** A text with whatever has broken annotation tools in it, and spans of every shape over it. */
export interface DrawnScene {
  readonly text: string;
  readonly spans: readonly Span[];
}

/**
 * Nasty texts of several paragraphs with spans that nest, cross, repeat, are interrupted and run over paragraphs. Their
 * edges cut no code point, but may cut letters from their accents and emoji families.
 */
export function sceneArbitrary(): fc.Arbitrary<DrawnScene> {
  return textArbitrary().chain((text) =>
    fc
      .array(spanArbitrary(text), { maxLength: text === '' ? 0 : 7 })
      .chain((spans) => fc.boolean().map((isRepeated) => (isRepeated ? [...spans, ...spans] : spans)))
      .map((spans) => ({ text, spans: spans.map((span, index) => ({ ...span, id: `${index}` as SpanId })) })),
  );
}

function spanArbitrary(text: string): fc.Arbitrary<Span> {
  const edges = codePointEdges(text);
  return fc
    .record({
      label: fc.constantFrom(...TWO_OF_EACH.labels.map(({ id }) => id), 'unknown' as LabelId),
      cuts: fc.uniqueArray(fc.nat(edges.length - 1), { minLength: 2, maxLength: 6 }),
    })
    .map(({ label, cuts }) => ({
      id: '' as SpanId,
      label,
      ranges: rangesBetween(cuts.toSorted((a, b) => a - b).map((cut) => edges[cut]!)),
      attributes: [],
      note: '',
      origin: 'hand',
      createdAt: '2024-06-17T08:00:00.000Z',
      changedAt: '2024-06-17T08:00:00.000Z',
    }));
}

function rangesBetween(edges: readonly number[]): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (let index = 0; index + 1 < edges.length; index += 2) ranges.push({ from: edges[index]!, to: edges[index + 1]! });
  return joinRanges(ranges);
}

/** Every offset that does not cut a code point, both ends included. */
export function codePointEdges(text: string): readonly number[] {
  const edges = [0];
  for (const character of text) edges.push(edges.at(-1)! + character.length);
  return edges;
}
