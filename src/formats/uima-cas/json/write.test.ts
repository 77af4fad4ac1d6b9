import { expect, test } from 'vitest';
import { type AttributeId } from '#core/labels/attribute.ts';
import { writtenBundle } from '#formats/exchange/written.arbitrary.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { createCasJsonWriter } from './write.ts';

const { files } = writtenBundle(createCasJsonWriter, sampleBundle());
const cas = JSON.parse(files.get('0001-Taxes-rose/0001-Ada.json')!) as {
  readonly '%TYPES': Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly '%FEATURE_STRUCTURES': readonly Readonly<Record<string, unknown>>[];
  readonly '%VIEWS': Readonly<Record<string, { readonly '%SOFA': number; readonly '%MEMBERS': readonly number[] }>>;
};

function ofType(type: string) {
  return cas['%FEATURE_STRUCTURES'].filter((each) => each['%TYPE'] === type);
}

test('there is a file for each article and annotator', () => {
  expect([...files.keys()]).toEqual(['0001-Taxes-rose/0001-Ada.json', '0001-Taxes-rose/0002-Bo.json']);
});

test('each part of a span is an annotation with UTF-16 offsets, and the first holds the values', () => {
  expect(ofType('spanmark.label.quote')).toMatchObject([
    { begin: 0, end: 16, id: 's1', cue: 'said', begin_of_cue: 21, end_of_cue: 25 },
    { begin: 27, end: 39 },
  ]);
  const [first, second] = ofType('spanmark.label.quote');
  expect(ofType('spanmark.Continuation')).toMatchObject([{ '@Governor': first!['%ID'], '@Dependent': second!['%ID'] }]);
});

test('a link is a relation that stands at its end, as in INCEpTION', () => {
  const [quote] = ofType('spanmark.label.quote');
  const [entity] = ofType('spanmark.label.entity');
  expect(ofType('spanmark.link.speaker')).toMatchObject([
    { id: 'l1', begin: 40, end: 47, '@Governor': quote!['%ID'], '@Dependent': entity!['%ID'] },
  ]);
});

test('all types are in the file, direct children of Annotation with plain features', () => {
  for (const { '%TYPE': type } of cas['%FEATURE_STRUCTURES']) {
    if (String(type).startsWith('uima.')) continue;
    expect(cas['%TYPES'][String(type)]).toMatchObject({ '%NAME': type });
  }
  expect(cas['%TYPES']['spanmark.label.entity']).toMatchObject({
    '%SUPER_TYPE': 'uima.tcas.Annotation',
    wikidata: { '%NAME': 'wikidata', '%RANGE': 'uima.cas.String' },
  });
});

test('ids are unique, and every structure but the text is indexed', () => {
  const ids = cas['%FEATURE_STRUCTURES'].map((each) => each['%ID']);
  expect(new Set(ids).size).toBe(ids.length);
  expect(cas['%VIEWS']['_InitialView']).toEqual({ '%SOFA': 1, '%MEMBERS': ids.filter((id) => id !== 1) });
});

test('an attribute that the label does not have is told', () => {
  const bundle = sampleBundle();
  const [layer, other] = bundle.layers;
  const [span, ...spans] = layer!.spans;
  const changed = { ...span!, attributes: [{ id: 'unknown' as AttributeId, value: 'x' }] };
  const { losses } = writtenBundle(createCasJsonWriter, {
    ...bundle,
    layers: [{ ...layer!, spans: [changed, ...spans] }, other!],
  });
  expect(losses.filter(({ reason }) => reason === 'attribute-dropped')).toMatchObject([
    { spanId: 's1', attribute: 'unknown' },
  ]);
  expect(losses).toContainEqual({ reason: 'label-renamed', detail: 'same-as → same__as' });
});
