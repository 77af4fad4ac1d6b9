import { describe, expect, test } from 'vitest';
import { type LooseDocument } from '#formats/exchange/loose.ts';
import { sourceFile } from '#formats/exchange/written.arbitrary.ts';
import { readCasJson } from './read.ts';

const T = '“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%.';

const TYPES = {
  'webanno.custom.Claim': {
    '%NAME': 'webanno.custom.Claim',
    '%SUPER_TYPE': 'uima.tcas.Annotation',
    stance: { '%NAME': 'stance', '%RANGE': 'uima.cas.String' },
    tags: { '%NAME': 'tags', '%RANGE': 'uima.cas.StringArray' },
  },
  'webanno.custom.Says': {
    '%NAME': 'webanno.custom.Says',
    '%SUPER_TYPE': 'uima.tcas.Annotation',
    Governor: { '%NAME': 'Governor', '%RANGE': 'webanno.custom.Claim' },
    Dependent: { '%NAME': 'Dependent', '%RANGE': 'webanno.custom.Claim' },
  },
};
const SOFA = {
  '%ID': 1,
  '%TYPE': 'uima.cas.Sofa',
  sofaNum: 1,
  sofaID: '_InitialView',
  mimeType: 'text',
  sofaString: T,
};
const NER = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
const CLAIM = 'webanno.custom.Claim';

function cas(structures: readonly object[], more: object = {}): string {
  const members = structures.map((each) => (each as { '%ID': number })['%ID']);
  const views = { _InitialView: { '%SOFA': 1, '%MEMBERS': members } };
  return JSON.stringify({ '%TYPES': TYPES, '%FEATURE_STRUCTURES': [SOFA, ...structures], '%VIEWS': views, ...more });
}

function at(id: number, type: string, begin: number, end: number, features: object = {}): object {
  return { '%ID': id, '%TYPE': type, '@sofa': 1, begin, end, ...features };
}

function read(text: string, path = 'doc-1.json') {
  return readCasJson([sourceFile(path, text)]);
}

function layerOf(text: string): LooseDocument['layers'][number] {
  const { documents, problems } = read(text);
  expect(problems).toEqual([]);
  return documents[0]!.layers[0]!;
}

describe('readCasJson', () => {
  test('named entities, custom layers and relations of INCEpTION are spans and links', () => {
    const layer = layerOf(
      cas([
        at(10, NER, 13, 20, { value: 'PER', identifier: 'http://www.wikidata.org/entity/Q42' }),
        at(11, CLAIM, 30, 43, { stance: 'for', weight: 2, checked: true, '@tags': 12 }),
        { '%ID': 12, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['a', 'b'] },
        at(13, CLAIM, 0, 7, { label: 'QUOTE' }),
        at(14, 'webanno.custom.Says', 0, 7, { '@Governor': 10, '@Dependent': 13, label: 'speaker' }),
        at(15, 'webanno.custom.Says', 0, 7, { '@Governor': 11, '@Dependent': 13 }),
        at(16, 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token', 13, 16),
        at(17, 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence', 0, 29),
        at(2, 'uima.tcas.DocumentAnnotation', 0, 44, { language: 'en' }),
      ]),
    );
    expect(layer.spans.map(({ label, quotes, attributes }) => [label, quotes, attributes])).toEqual([
      ['PER', ['Ann Lee'], [{ name: 'identifier', value: 'http://www.wikidata.org/entity/Q42' }]],
      [
        'Claim',
        ['Taxes rose 4%'],
        [
          { name: 'stance', value: 'for' },
          { name: 'weight', value: '2' },
          { name: 'checked', value: 'true' },
          { name: 'tags', value: 'a' },
          { name: 'tags', value: 'b' },
        ],
      ],
      ['QUOTE', ['“Hi 🎉”'], []],
    ]);
    expect(layer.links.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['speaker', '10', '13'],
      ['Says', '11', '13'],
    ]);
  });

  test('roles and chains are links', () => {
    const layer = layerOf(
      cas(
        [
          at(10, CLAIM, 0, 7, { '@roles': 20 }),
          { '%ID': 20, '%TYPE': 'webanno.custom.ClaimRolesLink[]', '%ELEMENTS': [21, 22] },
          { '%ID': 21, '%TYPE': 'webanno.custom.ClaimRolesLink', role: 'speaker', '@target': 11 },
          { '%ID': 22, '%TYPE': 'webanno.custom.ClaimRolesLink', '@target': 12 },
          at(11, CLAIM, 13, 20, { '@next': 12 }),
          at(12, CLAIM, 17, 20),
          { '%ID': 30, '%TYPE': 'webanno.custom.CorefChain', '@first': 11 },
        ],
        {
          '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [10, 11, 12, 30] } },
        },
      ),
    );
    expect(layer.links.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['speaker', '10', '11'],
      ['roles', '10', '12'],
      ['next', '11', '12'],
    ]);
  });

  test('numbers that JSON does not have and anchors are values, structures may stand by their ids', () => {
    const byId = { 1: { ...SOFA }, 10: { '%TYPE': CLAIM, '@sofa': 1, '^begin': 13, '^end': 20, '#score': 'NaN' } };
    const text = JSON.stringify({ '%FEATURE_STRUCTURES': byId, '%VIEWS': {} });
    const layer = layerOf(text);
    expect(layer.spans).toMatchObject([{ quotes: ['Ann Lee'], attributes: [{ name: 'score', value: 'NaN' }] }]);
  });

  test('each view is a document with its own spans', () => {
    const { documents } = read(
      JSON.stringify({
        '%FEATURE_STRUCTURES': [
          SOFA,
          { ...SOFA, '%ID': 2, sofaID: 'other', sofaString: 'Ann' },
          at(10, CLAIM, 13, 20),
          { ...at(11, CLAIM, 0, 3), '@sofa': 2 },
        ],
        '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [10] }, other: { '%SOFA': 2, '%MEMBERS': [11] } },
      }),
    );
    expect(
      documents.map(({ place, text, layers }) => [place, text, layers[0]!.spans.map(({ quotes }) => quotes![0])]),
    ).toEqual([
      ['doc-1.json view _InitialView', T, ['Ann Lee']],
      ['doc-1.json view other', 'Ann', ['Ann']],
    ]);
  });

  test('what is not indexed is not there', () => {
    const text = cas([at(10, CLAIM, 13, 20)], { '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [] } } });
    expect(layerOf(text).spans).toEqual([]);
  });

  test('documents and annotators are named after the folders of an INCEpTION export', () => {
    const [document] = read(cas([]), 'annotation/doc-1.txt/ann.json').documents;
    expect([document!.name, document!.layers[0]!.annotator]).toEqual(['doc-1.txt', 'ann']);
  });

  test('offsets inside a character give a span without a place, not another one', () => {
    const [span] = layerOf(cas([at(10, CLAIM, 5, 7)])).spans;
    expect(span).toMatchObject({ ranges: [{ from: 5, to: 7 }], quotes: ['\uFFFD”'] });
  });

  test.each([
    ['a span that ends behind the text', cas([at(10, CLAIM, 0, 4000)]), 'doc-1.json structure 10', 'outside the text'],
    ['a span that ends before it begins', cas([at(10, CLAIM, 7, 3)]), 'doc-1.json structure 10', 'outside the text'],
    ['a negative offset', cas([at(10, CLAIM, -1, 3)]), 'doc-1.json structure 10', 'outside the text'],
    ['half an offset', cas([at(10, CLAIM, 0.5, 3)]), 'doc-1.json structure 10', 'outside the text'],
    ['a place without words', cas([at(10, CLAIM, 3, 3)]), 'doc-1.json structure 10', 'no words'],
    [
      'a note on the document',
      cas([{ '%ID': 10, '%TYPE': 'a.Meta', kind: 'x' }]),
      'doc-1.json structure 10',
      'no words',
    ],
    [
      'a relation to nothing',
      cas([at(10, 'webanno.custom.Says', 0, 7, { '@Governor': 98, '@Dependent': 99 })]),
      'doc-1.json structure 10',
      'does not join',
    ],
    [
      'attributes of a link',
      cas([
        at(10, CLAIM, 0, 7),
        at(11, CLAIM, 13, 20),
        at(12, 'webanno.custom.Says', 0, 7, { '@Governor': 10, '@Dependent': 11, sure: 'no' }),
      ]),
      'doc-1.json structure 12',
      'no attributes',
    ],
    [
      'a structure that is none',
      JSON.stringify({ '%FEATURE_STRUCTURES': [SOFA, 7, { '%ID': '8' }] }),
      'doc-1.json %FEATURE_STRUCTURES[1]',
      'no structure',
    ],
    [
      'a text outside the file',
      JSON.stringify({ '%FEATURE_STRUCTURES': [{ ...SOFA, sofaString: undefined }] }),
      'doc-1.json',
      'not in the file',
    ],
    ['no text', '{"%FEATURE_STRUCTURES":[]}', 'doc-1.json', 'no text'],
    ['another JSON', '{"a":1}', 'doc-1.json', 'no UIMA CAS'],
    ['an older form', '{"_context":{},"_views":{}}', 'doc-1.json', 'older form'],
    ['a file that was cut off', cas([]).slice(0, -5), 'doc-1.json', 'not JSON'],
    ['deep nesting', '['.repeat(200_000), 'doc-1.json', 'not JSON'],
    [
      'deep nesting of a value',
      `{"%FEATURE_STRUCTURES":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      'doc-1.json %FEATURE_STRUCTURES[0]',
      'no structure',
    ],
    ['a NUL', '{"a":"\0"}', 'doc-1.json byte 6', 'binary'],
  ])('%s is a problem', (_name, text, place, message) => {
    const { problems } = read(text);
    expect(problems.map((problem) => problem.place)).toContain(place);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });

  test('types in a circle and parts in a circle end', () => {
    const circle = { 'a.A': { '%SUPER_TYPE': 'a.B' }, 'a.B': { '%SUPER_TYPE': 'a.A' } };
    const parts = [
      at(10, 'spanmark.label.claim', 0, 7),
      at(11, 'spanmark.label.claim', 13, 20),
      at(12, 'spanmark.Continuation', 0, 7, { '@Governor': 10, '@Dependent': 11 }),
      at(13, 'spanmark.Continuation', 0, 7, { '@Governor': 11, '@Dependent': 10 }),
      at(14, 'a.A', 0, 7),
    ];
    const { documents, problems } = read(cas(parts, { '%TYPES': circle }));
    expect(documents[0]!.layers[0]!.spans.map(({ label }) => label)).toEqual(['A']);
    expect(problems.map(({ message }) => message)).toEqual(
      Array.from({ length: 2 }, () => 'this part of a span has no first part: left out'),
    );
  });

  test('ids that come twice are made different', () => {
    const twice = [10, 11].map((id) => at(id, 'spanmark.label.claim', 0, 7, { id: 's1' }));
    expect(layerOf(cas(twice)).spans.map(({ id }) => id)).toEqual(['s1', 's1 (11)']);
  });
});
