import { describe, expect, test } from 'vitest';
import { type Article } from '#core/project/project.ts';
import { sourceFile, writtenBundle } from '#formats/exchange/written.arbitrary.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { readCasXmi } from './read.ts';
import { createCasXmiWriter } from './write.ts';

const T = '“Hi 🎉” said Ann Lee of Rome.&#10;Taxes rose 4%.';

const TYPE_SYSTEM = `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Claim</name><description>not &lt;name&gt;</description><supertypeName>uima.tcas.Annotation</supertypeName>
<features>
<featureDescription><name>stance</name><description/><rangeTypeName>webanno.custom.Stance</rangeTypeName></featureDescription>
<featureDescription><name>tags</name><description/><rangeTypeName>uima.cas.StringArray</rangeTypeName></featureDescription>
<featureDescription><name>roles</name><description/><rangeTypeName>uima.cas.FSArray</rangeTypeName><elementType>webanno.custom.Role</elementType></featureDescription>
<featureDescription><name>about</name><description/><rangeTypeName>uima.tcas.Annotation</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>webanno.custom.Stance</name><description/><supertypeName>uima.cas.String</supertypeName></typeDescription>
</types></typeSystemDescription>`;

function xmi(structures: string, members: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:type4="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
${structures}
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${T}"/>
<cas:View sofa="1" members="${members}"/>
</xmi:XMI>`;
}

const STRUCTURES = `<tcas:DocumentAnnotation xmi:id="2" sofa="1" begin="0" end="44" language="x-unspecified"/>
<type4:NamedEntity xmi:id="10" sofa="1" begin="13" end="20" value="PER" identifier="12"/>
<custom:Claim xmi:id="11" sofa="1" begin="30" end="43" stance="7" roles="20 21" about="10"><tags>a</tags><tags>b &amp; c</tags></custom:Claim>
<custom:Claim xmi:id="12" sofa="1" begin="0" end="7" tags="30"/>
<cas:StringArray xmi:id="30"><elements>d</elements></cas:StringArray>
<custom:Role xmi:id="20" role="speaker" target="10"/><custom:Role xmi:id="21" target="12"/>
<custom:Says xmi:id="13" sofa="1" begin="0" end="7" Governor="10" Dependent="12" label="said"/>`;

describe('readCasXmi', () => {
  test('layers, tags, lists, roles and relations of INCEpTION are read with the types beside', () => {
    const { documents, problems } = readCasXmi([
      sourceFile('TypeSystem.xml', TYPE_SYSTEM),
      sourceFile('doc-1.xmi', xmi(STRUCTURES, '2 10 11 12 13')),
    ]);
    expect(problems).toEqual([]);
    const [{ text, language, layers }] = documents as [(typeof documents)[number]];
    expect([text, language]).toEqual(['“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%.', '']);
    expect(layers[0]!.spans.map(({ label, quotes, attributes }) => [label, quotes, attributes])).toEqual([
      ['PER', ['Ann Lee'], [{ name: 'identifier', value: '12' }]],
      [
        'Claim',
        ['Taxes rose 4%'],
        [
          { name: 'stance', value: '7' },
          { name: 'tags', value: 'a' },
          { name: 'tags', value: 'b & c' },
        ],
      ],
      ['Claim', ['“Hi 🎉”'], [{ name: 'tags', value: 'd' }]],
    ]);
    expect(layers[0]!.links.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['speaker', '11', '10'],
      ['roles', '11', '12'],
      ['about', '11', '10'],
      ['said', '10', '12'],
    ]);
  });

  test('without types, relations are known by the names of their ends', () => {
    const { documents } = readCasXmi([sourceFile('doc-1.xmi', xmi(STRUCTURES, '2 10 11 12 13'))]);
    expect(documents[0]!.layers[0]!.spans).toHaveLength(3);
    expect(documents[0]!.layers[0]!.links.map(({ type }) => type)).toEqual(['said']);
  });

  test('several views are several documents', () => {
    const text = xmi('<custom:Claim xmi:id="10" sofa="3" begin="0" end="3"/>', '').replace(
      '</xmi:XMI>',
      '<cas:Sofa xmi:id="3" sofaNum="2" sofaID="b" sofaString="Ann"/><cas:View sofa="3" members="10"/></xmi:XMI>',
    );
    const { documents } = readCasXmi([sourceFile('doc-1.xmi', text)]);
    expect(documents.map(({ layers }) => layers[0]!.spans.map(({ quotes }) => quotes![0]))).toEqual([[], ['Ann']]);
  });

  test.each([
    ['a file that was cut off', xmi('', '').slice(0, -30), 'not well-formed'],
    ['no XML', 'words', 'not well-formed'],
    ['another XML', '<a/>', 'has no text'],
    ['a structure without an id', xmi('<custom:Claim sofa="1" begin="0" end="3"/>', ''), 'no “xmi:id”'],
    ['huge offsets', xmi(`<custom:Claim xmi:id="10" sofa="1" begin="0" end="${'9'.repeat(300)}"/>`, '10'), 'no words'],
    ['deep nesting', `<xmi:XMI>${'<a>'.repeat(200_000)}`, 'nested too deep'],
  ])('%s is a problem', (_name, text, message) => {
    const { problems } = readCasXmi([sourceFile('doc-1.xmi', text)]);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
    expect(problems[0]!.place).toMatch(/^doc-1\.xmi/);
  });

  test('entities that a file declares are not put in', () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>';
    const text = xmi('', '').replace('?>\n', `?>\n${bomb}`).replace(T, '&b;&f;');
    const { documents, problems } = readCasXmi([sourceFile('doc-1.xmi', text)]);
    expect(documents[0]!.text).toBe('&b;&f;');
    expect(problems).toHaveLength(2);
  });
});

describe('createCasXmiWriter', () => {
  test('line ends, tabs and quotes of the text are references, control characters spaces that are told once', () => {
    const { files, losses } = writtenBundle(createCasXmiWriter, withText('a\tb\n"c" <d> &\u0000\u000C\uFFFE]]>'));
    expect(files.get('0001-Taxes-rose/0001-Ada.xmi')).toContain(
      'sofaString="a&#9;b&#10;&quot;c&quot; &lt;d&gt; &amp;   ]]&gt;"',
    );
    expect(losses.filter(({ reason }) => reason === 'control-character-replaced')).toHaveLength(1);
  });

  test('control characters in a note are spaces, told with the span', () => {
    const bundle = sampleBundle();
    const [layer] = bundle.layers;
    const spans = layer!.spans.map((span) => ({ ...span, note: span.id === 's2' ? 'a\u0001b\r\nc' : '' }));
    const { files, losses } = writtenBundle(createCasXmiWriter, { ...bundle, layers: [{ ...layer!, spans }] });
    expect(files.get('0001-Taxes-rose/0001-Ada.xmi')).toContain(' note="a b&#13;&#10;c"');
    expect(losses.filter(({ reason }) => reason === 'control-character-replaced')).toMatchObject([
      { spanId: 's2', annotatorId: 'ada', detail: 'a b\r\nc' },
    ]);
  });

  test('every type that is used has a namespace and stands in TypeSystem.xml', () => {
    const { files } = writtenBundle(createCasXmiWriter, sampleBundle());
    const file = files.get('0001-Taxes-rose/0001-Ada.xmi')!;
    expect(file).toMatch(
      /xmlns:(\w+)="http:\/\/\/spanmark\/label\.ecore"[\s\S]*<\1:quote xmi:id="\d+" sofa="1" begin="0" end="16"/,
    );
    expect(files.get('TypeSystem.xml')).toContain('<name>spanmark.label.quote</name>');
  });
});

function withText(text: string) {
  const bundle = sampleBundle();
  const article: Article = { ...bundle.articles[0]!, text };
  return { ...bundle, articles: [article], layers: bundle.layers.map((layer) => ({ ...layer, spans: [], links: [] })) };
}
