import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Annotator, type AnnotatorId, type Article, type Project, type ProjectId } from '#core/project/project.ts';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { freezeText } from '#core/text/freeze.ts';
import { OFFSET_UNITS, unitOffsets } from '#core/text/offset-units.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { readBundle } from '#formats/native/read.ts';
import { writeBundle } from '#formats/native/write.ts';
import { NOTHING_CHOSEN } from './dataset-choices.ts';
import { type LooseDataset, type LooseDocument, type LooseLayer, type LooseSpan } from './loose.ts';
import { attributeKey, type Fates, NO_FATES } from './fates.ts';
import { orphansOf, reportDataset } from './report-dataset.ts';
import { type ImportContext, toBundle } from './to-bundle.ts';
import { orphansAsCsv, orphansAsJson } from './write-orphans.ts';

const AT = '2024-06-17T09:30:00.000Z';
const PROJECT: Project = { id: 'p' as ProjectId, name: 'P', labelSet: DEFAULT_LABEL_SET, guidelines: [] };
const TEXT = '“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%.';
/** In which all units differ. */
const THUMBS = '“Hi 👍🏽” said Ann Lee of Rome.\nTaxes rose 4%.';

describe('a dataset becomes a bundle', () => {
  test.each(OFFSET_UNITS)('and spans come to the same place with offsets in %s, found out or chosen', (unit) => {
    const offsets = unitOffsets(THUMBS, unit);
    const spans = ['“Hi 👍🏽”', 'Ann Lee', 'Rome', 'Taxes rose 4%'].map((words, index) => {
      const from = THUMBS.indexOf(words);
      const ranges = [{ from: offsets.fromUtf16(from)!, to: offsets.fromUtf16(from + words.length)! }];
      return { ...looseSpan(`s${index}`, ranges), quotes: [words] };
    });
    for (const chosen of [undefined, unit]) {
      const { bundle, documents } = convert([documentOf(THUMBS, spans)], { unit: chosen });
      expect(wordsOf(bundle, THUMBS)).toEqual(['“Hi 👍🏽”', 'Ann Lee', 'Rome', 'Taxes rose 4%']);
      expect(documents[0]).toMatchObject({ unit, grades: { equal: 4 }, orphans: [] });
    }
  });

  test('and spans in any unit of a text with any line ends come to where their words are, or are told of', () => {
    const cuts = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        textArbitrary().filter((text) => text.trim() !== ''),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.constantFrom(...OFFSET_UNITS),
        fc.boolean(),
        cuts,
        (frozen, newline, hasMark, unit, countsLineEndsAsOne, places) => {
          const raw = `${hasMark ? '\uFEFF' : ''}${frozen.replaceAll('\n', newline)}`;
          // Tools count in the file as it is, or in what they made of it.
          const counted = countsLineEndsAsOne ? frozen : raw;
          const offsets = unitOffsets(counted, unit);
          const edges = Array.from({ length: counted.length + 1 }, (_, at) => at).filter((at) => {
            const cutsNewline = counted[at - 1] === '\r' && counted[at] === '\n';
            return offsets.fromUtf16(at) !== undefined && !cutsNewline && (at > 0 || !counted.startsWith('\uFEFF'));
          });
          const spans = places.flatMap(([one, other], index) => {
            const [from, to] = [edges[one % edges.length]!, edges[other % edges.length]!].toSorted((a, b) => a - b) as [
              number,
              number,
            ];
            if (from === to) return [];
            const range = { from: offsets.fromUtf16(from)!, to: offsets.fromUtf16(to)! };
            return [{ ...looseSpan(`s${index}`, [range]), quotes: [counted.slice(from, to)] }];
          });
          const { bundle, documents } = convert([documentOf(raw, spans)], { unit });
          const there = new Map(bundle.layers[0]?.spans.map((span) => [String(span.id), span]));
          expect(documents[0]!.orphans).toEqual([]);
          for (const { id, quotes } of spans) {
            const words = there.get(id)!.ranges.map(({ from, to }) => bundle.articles[0]!.text.slice(from, to));
            expect(words.join('|')).toBe(quotes[0]!.replaceAll(/\r\n?/g, '\n'));
          }
        },
      ),
      { seed: 20240617, numRuns: 500 },
    );
  });

  test('and every span is in it, left out with its label, or an orphan, and it is a native bundle, whatever the file says', () => {
    const name = fc.oneof(
      fc.constantFrom('', 'Entity', 'claim', 'x'.repeat(600), 'toString', '\uD800'),
      fc.string({ maxLength: 5 }),
    );
    const span: fc.Arbitrary<LooseSpan> = fc.record({
      id: name,
      label: name,
      ranges: fc.array(
        fc.record({
          from: fc.oneof(fc.integer({ min: -2, max: 50 }), fc.constant(Number.NaN), fc.double()),
          to: fc.integer({ min: -2, max: 50 }),
        }),
        { maxLength: 3 },
      ),
      quotes: fc.array(fc.constantFrom('', 'Ann', 'Ann Lee', 'nowhere', '\uD83C'), { maxLength: 2 }),
      attributes: fc.array(
        fc.record({ name, value: name, range: fc.record({ from: fc.integer({ min: -1, max: 50 }), to: fc.nat(50) }) }),
        { maxLength: 3 },
      ),
      note: name,
      createdAt: fc.constantFrom('', AT, 'yesterday'),
      changedAt: fc.constantFrom('', AT, 'today'),
    });
    const layer: fc.Arbitrary<LooseLayer> = fc.record({
      annotator: fc.constantFrom('', 'Ann', 'ann', '\uDC00', 'y'.repeat(900)),
      isPrediction: fc.boolean(),
      status: fc.constantFrom('done', 'not-started', 'in-progress'),
      spans: fc.array(span, { maxLength: 4 }),
      links: fc.array(fc.record({ id: name, type: name, from: name, to: name }), { maxLength: 3 }),
    });
    const document = fc.tuple(fc.constantFrom(TEXT, `${TEXT} `, 'Ann', '\r\n'), fc.array(layer, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(document, { maxLength: 3 }), (given) => {
        const documents = given.map(([text, layers]) => ({ ...documentOf(text, []), layers }));
        const isUnwanted = ['x'.repeat(600), { kind: 'left-out' }] as const;
        const fates: Fates = {
          labels: new Map([isUnwanted]),
          attributes: new Map([[attributeKey('claim', ''), { kind: 'left-out' }]]),
          linkTypes: new Map([isUnwanted]),
        };
        const { bundle, imported, dataset, context } = convertWhole(documents, { fates });
        const orphans = orphansOf(imported);
        const all = documents.flatMap(({ layers }) => layers.flatMap(({ spans }) => spans));
        const placed = new Set(orphans.map(({ span: id }) => id));
        const { leftOut } = imported;
        const kept = bundle.layers.reduce((sum, { spans }) => sum + spans.length, 0);
        expect(kept + orphans.length + leftOut.spans).toBe(all.length);
        expect(leftOut.spans).toBe(all.filter(({ label }) => label.length === 600).length);
        const links = documents.flatMap(({ layers }) => layers.flatMap((each) => each.links));
        const untold = imported.problems.filter(({ message }) => message.startsWith('the link')).length;
        expect(bundle.layers.reduce((sum, each) => sum + each.links.length, leftOut.links + untold)).toBe(links.length);
        expect(placed.size).toBeLessThanOrEqual(orphans.length);
        const report = reportDataset(dataset, imported, context);
        expect(Object.values(report.grades).reduce((sum, count) => sum + count, leftOut.spans)).toBe(all.length);
        expect(report.orphans).toBe(orphans.length);
        expect((JSON.parse(orphansAsJson(orphans)) as { leftOut: unknown[] }).leftOut).toHaveLength(orphans.length);
        const back = readBundle(writeBundle(bundle));
        expect(back.ok ? [] : back.problems).toEqual([]);
      }),
      { seed: 20240617, numRuns: 120 },
    );
  });

  test('carries spans to an article that differs in white space, and says so', () => {
    const article = articleOf('Ann  Lee\nsaid no.');
    const spans = [{ ...looseSpan('s1', [{ from: 0, to: 7 }]), quotes: ['Ann Lee'] }];
    const { bundle, documents } = convert([documentOf('Ann Lee said no.', spans)], { articleOf: () => article });
    expect(wordsOf(bundle, article.text)).toEqual(['Ann  Lee']);
    expect(documents[0]).toMatchObject({ isCarried: true, grades: { equal: 1 } });
  });

  test('makes one layer of all that one annotator has on one article, with ids of its own', () => {
    const { bundle } = convert([{ ...documentOf(TEXT, []), layers: [twoSpansAt(1), twoSpansAt(8)] }], {});
    expect(bundle.layers).toHaveLength(1);
    expect(bundle.layers[0]!.spans.map(({ id, ranges }) => [id, ranges[0]!.from])).toEqual([
      ['1', 1],
      ['1 (2)', 9],
      ['2', 13],
      ['2 (2)', 13],
    ]);
    expect(bundle.layers[0]!.links.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['l', '1', '2'],
      ['l (2)', '1 (2)', '2 (2)'],
    ]);
  });

  test.each([
    [undefined, ['done', 'in-progress', 'not-started']],
    [true, ['done', 'done', 'not-started']],
    [false, ['in-progress', 'in-progress', 'not-started']],
  ])('takes layers that somebody has begun as finished where the user says so: %s', (isFinished, expected) => {
    const layers = (['done', 'in-progress', 'not-started'] as const).map((status, index) => {
      return { annotator: `${index}`, isPrediction: false, status, spans: [], links: [] };
    });
    const { bundle } = convert([{ ...documentOf(TEXT, []), layers }], { isFinished });
    expect(bundle.layers.map(({ status }) => status)).toEqual(expected);
  });

  test('follows what the user chose for labels', () => {
    const spans = ['PER', 'LOC', 'MISC'].map((label, index) => ({
      ...looseSpan(label, [{ from: index, to: index + 1 }]),
      label,
    }));
    const labels: Fates['labels'] = new Map([
      ['PER', { kind: 'own', id: 'entity' as LabelId } as const],
      ['LOC', { kind: 'new' } as const],
      ['MISC', { kind: 'left-out' } as const],
    ]);
    const { bundle, imported, dataset, context } = convertWhole([documentOf(TEXT, spans)], {
      fates: { ...NO_FATES, labels },
    });
    expect(bundle.layers[0]!.spans.map(({ id, label }) => [id, label])).toEqual([
      ['PER', 'entity'],
      ['LOC', 'LOC'],
    ]);
    expect(bundle.project.labelSet.labels.map(({ id }) => id)).toEqual(['entity', 'claim', 'quote', 'LOC']);
    expect(reportDataset(dataset, imported, context).labels).toEqual(
      [...labels].map(([name, fate]) => ({ name, spans: 1, known: undefined, fate })),
    );
  });

  test('follows what the user chose for attributes and link types, and counts what is left out', () => {
    const spans = [
      spanWith('1', 'entity', 0, [
        ['kind', 'person'],
        ['sure', '0.9'],
        ['seen', 'yes'],
      ]),
      spanWith('2', 'quote', 4, []),
      spanWith('3', 'claim', 8, [['tone', 'x']]),
      spanWith('4', 'MISC', 12, [['kind', 'y']]),
    ];
    const links = (['said-by', 'near', 'near', 'new'] as const).map((type, index) => ({
      id: `l${index}`,
      type,
      from: '2',
      to: index === 2 ? '4' : '1',
    }));
    const layer = { ...layerOf(spans), links: [...links, { id: 'l9', type: 'new', from: '1', to: '4' }] };
    const fates: Fates = {
      labels: new Map([['MISC', { kind: 'left-out' }]]),
      attributes: new Map([
        [attributeKey('entity', 'kind'), { kind: 'own', id: 'type' as AttributeId }],
        [attributeKey('entity', 'sure'), { kind: 'left-out' }],
      ]),
      linkTypes: new Map([
        ['said-by', { kind: 'own', id: 'speaker' as LinkTypeId }],
        ['near', { kind: 'left-out' }],
      ]),
    };
    const { bundle, imported, dataset, context } = convertWhole([{ ...documentOf(TEXT, []), layers: [layer] }], {
      fates,
    });
    expect(bundle.layers[0]!.spans.map(({ attributes }) => attributes.map(({ id, value }) => [id, value]))).toEqual([
      [
        ['seen', 'yes'],
        ['type', 'person'],
      ],
      [],
      [['tone', 'x']],
    ]);
    expect(bundle.layers[0]!.links.map(({ type }) => type).toSorted()).toEqual(['new', 'speaker']);
    expect(imported.leftOut).toEqual({ spans: 1, values: 1, links: 3 });
    expect(imported.problems).toEqual([]);
    const report = reportDataset(dataset, imported, context);
    expect(report.attributes.map(({ label, name, into, fate }) => [label, name, into, fate.kind])).toEqual([
      ['entity', 'kind', 'entity', 'own'],
      ['entity', 'sure', 'entity', 'left-out'],
      ['entity', 'seen', 'entity', 'new'],
      ['claim', 'tone', 'claim', 'new'],
    ]);
    expect(report.linkTypes.map(({ name, links: count, fate }) => [name, count, fate.kind])).toEqual([
      ['said-by', 1, 'own'],
      ['near', 2, 'left-out'],
      ['new', 2, 'new'],
    ]);
  });

  test('puts a span without a place where the user says, unless other words stand there', () => {
    const spans = [{ ...looseSpan('s1', [{ from: 5, to: 300 }]), quotes: ['Anne Lee'] }];
    const before = convertWhole([documentOf(TEXT, spans)], {});
    const [orphan] = orphansOf(before.imported, 1);
    expect(before.bundle.layers[0]!.spans).toEqual([]);
    const [candidate] = orphan!.candidates;
    expect(candidate!.words).toBe('Ann Lee');
    const put = (words: string) => {
      const places = new Map([[orphan!.key, { ranges: candidate!.ranges, words }]]);
      return convertWhole([documentOf(TEXT, spans)], { places });
    };
    const { bundle, imported, dataset, context } = put('Ann Lee');
    expect(wordsOf(bundle, TEXT)).toEqual(['Ann Lee']);
    expect(reportDataset(dataset, imported, context)).toMatchObject({ orphans: 0, grades: { chosen: 1, orphan: 0 } });
    expect(orphansOf(imported)).toMatchObject([{ key: orphan!.key, chosen: { words: 'Ann Lee' } }]);
    expect(put('Bo Li').bundle.layers[0]!.spans).toEqual([]);
  });

  test('tells why a span has no place', () => {
    const { imported } = convertWhole(
      [
        documentOf(TEXT, [
          looseSpan('empty', [{ from: 3, to: 3 }]),
          looseSpan('backwards', [{ from: 5, to: 3 }]),
          looseSpan('outside', [{ from: 5, to: 300 }]),
          { ...looseSpan('words', [{ from: 5, to: 300 }]), quotes: ['=1+1, "no"'] },
        ]),
        { ...documentOf(TEXT, [looseSpan('homeless', [{ from: 1, to: 2 }])]), text: undefined },
      ],
      { articleOf: ({ text }) => (text === undefined ? undefined : articleOf(text)) },
    );
    expect(orphansOf(imported).map(({ span, why }) => [span, why.split(' ').slice(0, 3).join(' ')])).toEqual([
      ['empty', 'has no length'],
      ['backwards', 'ends before it'],
      ['outside', 'has offsets that'],
      ['words', 'has words that'],
      ['homeless', 'belongs to a'],
    ]);
    const [, , , , words] = orphansAsCsv(orphansOf(imported)).split('\r\n');
    expect(words).toContain(`,5-300,"'=1+1, ""no""",`);
    expect(imported.problems).toEqual([{ place: 'line 1', message: expect.stringContaining('neither') as string }]);
  });
});

function looseSpan(id: string, ranges: LooseSpan['ranges']): LooseSpan {
  return { id, label: 'entity', ranges, attributes: [], note: '', createdAt: '', changedAt: '' };
}

/** A span under a label with values of attributes. */
function spanWith(id: string, label: string, from: number, values: readonly (readonly [string, string])[]): LooseSpan {
  const attributes = values.map(([name, value]) => ({ name, value }));
  return { ...looseSpan(id, [{ from, to: from + 2 }]), label, attributes };
}

function layerOf(spans: readonly LooseSpan[]): LooseLayer {
  return { annotator: 'Ann', isPrediction: false, status: 'done', spans, links: [] };
}

function documentOf(text: string, spans: readonly LooseSpan[]): LooseDocument {
  return { place: 'line 1', name: 'a', text, title: '', source: '', date: '', language: '', layers: [layerOf(spans)] };
}

/** Two spans with ids that every such layer has, and a link. */
function twoSpansAt(start: number): LooseLayer {
  const spans = [looseSpan('1', [{ from: start, to: start + 2 }]), looseSpan('2', [{ from: 12, to: 15 }])];
  return { ...layerOf(spans), links: [{ id: 'l', type: 'speaker', from: '1', to: '2' }] };
}

function articleOf(raw: string): Article {
  const { text, original } = freezeText(raw);
  return {
    id: articleIdOf(text),
    title: 'A',
    author: '',
    source: '',
    date: '',
    language: 'en',
    original,
    correctionOf: '',
    pages: [],
    text,
  };
}

function convertWhole(documents: readonly LooseDocument[], changes: Partial<ImportContext>) {
  const dataset: LooseDataset = { documents, problems: [], units: OFFSET_UNITS };
  const context: ImportContext = {
    project: PROJECT,
    articleOf: ({ text = '' }) => articleOf(text),
    annotatorOf: (name): Annotator => ({
      id: (name.toWellFormed().slice(0, 200) || 'x') as AnnotatorId,
      name: name.toWellFormed().slice(0, 500),
    }),
    ...NOTHING_CHOSEN,
    at: AT,
    ...changes,
  };
  const imported = toBundle(dataset, context);
  return { dataset, context, imported, bundle: imported.bundle };
}

function convert(documents: readonly LooseDocument[], changes: Partial<ImportContext>) {
  return convertWhole(documents, changes).imported;
}

function wordsOf({ layers }: ReturnType<typeof convert>['bundle'], text: string) {
  return layers.flatMap(({ spans }) =>
    spans.map(({ ranges }) => ranges.map(({ from, to }) => text.slice(from, to)).join('|')),
  );
}
