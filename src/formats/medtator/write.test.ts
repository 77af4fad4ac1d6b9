import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttributeId } from '#core/labels/attribute.ts';
import { idArbitrary, labelSetArbitrary } from '#core/labels/label-set.arbitrary.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Article } from '#core/project/project.ts';
import { writtenBundle } from '#formats/exchange/written.arbitrary.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import {
  attributeName,
  attributeOfName,
  idPrefixes,
  labelOfTag,
  labelTag,
  linkTag,
  linkTypeOfTag,
  tagsOf,
} from './names.ts';
import { createMedTatorWriter } from './write.ts';

describe('createMedTatorWriter', () => {
  const { files } = writtenBundle(createMedTatorWriter, sampleBundle());

  test('a file for each article and annotator stands beside the schema', () => {
    expect([...files.keys()]).toEqual(['schema.dtd', '0001-Taxes-rose/0001-Ada.xml', '0001-Taxes-rose/0002-Bo.xml']);
  });

  test('spans have their UTF-16 offsets and words, parts with three full stops in between', () => {
    const xml = files.get('0001-Taxes-rose/0001-Ada.xml')!;
    expect(xml).toContain('<quote id="q0" spans="0~16,27~39" text="“We 🎉 will go,”...“on Monday.”"');
    expect(xml).toContain(' cue="said" _spans_cue="21~25"');
    expect(xml).toContain(
      '<speaker id="s0" fromID="q0" fromText="“We 🎉 will go,”...“on Monday.”" toID="e0" toText="Ann Lee"',
    );
  });

  test('the schema declares every tag as MedTator wants it', () => {
    const schema = files.get('schema.dtd')!.split('\n');
    expect(schema[0]).toBe('<!ENTITY name "SPANMARK">');
    expect(schema).toContain('<!ELEMENT entity ( #PCDATA ) >');
    expect(schema).toContain('<!ATTLIST speaker arg0 IDREF prefix="from" #IMPLIED>');
    expect(
      schema.filter((line) => /^<!ATTLIST entity type \( [\w-]+( \| [\w-]+)* \) #IMPLIED "">$/.test(line)),
    ).toHaveLength(1);
  });

  test('control characters are spaces, the end of CDATA is split, and the loss is told once', () => {
    const { files: written, losses } = writtenBundle(createMedTatorWriter, withText('a\u0000b\u000Cc]]>d\n'));
    expect(written.get('0001-Taxes-rose/0001-Ada.xml')).toContain('<TEXT><![CDATA[a b c]]]]><![CDATA[>d\n]]></TEXT>');
    expect(losses.filter(({ reason }) => reason === 'control-character-replaced')).toEqual([
      { reason: 'control-character-replaced', articleId: sampleBundle().articles[0]!.id, detail: 'a b c]]>d\n' },
    ]);
  });

  test('names that MedTator would misread are told', () => {
    const { losses } = writtenBundle(createMedTatorWriter, withLabel('ENTITY'));
    expect(losses).toContainEqual({ reason: 'label-renamed', detail: 'ENTITY → x_ENTITY' });
  });
});

describe('names', () => {
  test.each(['ENTITY', 'TEXT', 'made by', 'NONEMPTY', 'entity', 'link_a', 'SPANMARK', '🎉', '__proto__', 'x_ray'])(
    'the tag of %j is a name of its own that comes back',
    (id) => {
      expect(labelTag(id)).toMatch(/^[A-Za-z]\w*$/);
      expect(labelTag(id)).not.toMatch(/^(?:ENTITY|TEXT|link_.*|SPANMARK|.*EMPTY.*)$/);
      expect(labelOfTag(labelTag(id))).toBe(id);
    },
  );

  test.each(['paperID', 'fullText', 'Text', 'id', 'spans', 'note', 'tag', 'a b'])(
    'the attribute %j comes back',
    (id) => {
      expect(attributeName(id)).toMatch(/^[A-Za-z]\w*$/);
      expect(attributeName(id)).not.toMatch(/(?:ID|Text)$|^(?:id|spans|note|tag|text)$/);
      expect(attributeOfName(attributeName(id))).toBe(id);
    },
  );

  test('all tags differ, also a link type from a label of the same id, and each has a prefix for its ids', () => {
    fc.assert(
      fc.property(labelSetArbitrary(), fc.array(idArbitrary()), ({ labels, linkTypes }, more) => {
        const ids = [
          ...new Set([...linkTypes.map(({ id }) => String(id)), ...labels.map(({ id }) => String(id)), ...more]),
        ];
        const types = ids.map((id) => ({ ...linkTypes[0]!, id: id as (typeof linkTypes)[number]['id'] }));
        const labelSet = { labels, linkTypes: types };
        const tags = tagsOf(labelSet);
        expect(new Set(tags).size).toBe(labels.length + types.length);
        expect(new Set(idPrefixes(tags).values()).size).toBe(tags.length);
        for (const id of ids) expect(linkTypeOfTag(linkTag(labelSet, id))).toBe(id);
      }),
      { seed: 20240617 },
    );
  });
});

function withText(text: string): Bundle {
  const bundle = sampleBundle();
  const article: Article = { ...bundle.articles[0]!, text };
  return { ...bundle, articles: [article], layers: bundle.layers.map((layer) => ({ ...layer, spans: [], links: [] })) };
}

function withLabel(id: string): Bundle {
  const bundle = sampleBundle();
  const { labelSet } = bundle.project;
  const label = { ...labelSet.labels[0]!, id: id as LabelId, attributes: [] as { id: AttributeId }[] as never };
  return { ...bundle, project: { ...bundle.project, labelSet: { ...labelSet, labels: [...labelSet.labels, label] } } };
}
