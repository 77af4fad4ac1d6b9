import { describe, expect, test } from 'vitest';
import { sourceFile } from '#formats/exchange/written.arbitrary.ts';
import { readMedTator } from './read.ts';

const T = '“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%.';

function task(tags: readonly string[], text = `<TEXT><![CDATA[${T}]]></TEXT>`, root = 'NEWS_TASK'): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>\n<${root}>\n${text}\n<TAGS>\n${tags.join('\n')}\n</TAGS>\n<META/></${root}>`;
}

function read(text: string, path = 'doc1.txt.xml') {
  return readMedTator([sourceFile(path, text)]);
}

function layerOf(text: string) {
  const { documents, problems } = read(text);
  expect(problems).toEqual([]);
  return documents[0]!.layers[0]!;
}

describe('readMedTator', () => {
  test('spans, their attributes and links are read as MedTator has them', () => {
    const layer = layerOf(
      task([
        '<QUOTE id="Q0" spans="0~7" text="“Hi 🎉”" direct="yes" comment=""/>',
        '<ENT id="E0" spans="13~20" text="Ann Lee" certainty="positive"/>',
        '<SPEAKER id="S0" link_QUOTEID="Q0" link_QUOTEText="“Hi 🎉”" link_ENTID="E0" link_ENTText="Ann Lee"/>',
      ]),
    );
    expect(layer.spans).toMatchObject([
      {
        id: 'Q0',
        label: 'QUOTE',
        ranges: [{ from: 0, to: 7 }],
        quotes: ['“Hi 🎉”'],
        attributes: [{ name: 'direct', value: 'yes' }],
      },
      { id: 'E0', label: 'ENT', ranges: [{ from: 13, to: 20 }], quotes: ['Ann Lee'] },
    ]);
    expect(layer.links).toEqual([{ id: 'S0', type: 'SPEAKER', from: 'Q0', to: 'E0' }]);
  });

  test.each([
    ['13~20,24~28', 'Ann Lee...Rome', ['Ann Lee', 'Rome']],
    ['13~20;24~28', 'Ann Lee...Rome', ['Ann Lee', 'Rome']],
    [' 13 ~ 20 , 24~28 ', 'Ann Lee ... Rome', ['Ann Lee ', ' Rome']],
    ['13~20,24~28', 'Ann...Lee...Rome', ['Ann Lee Rome']],
  ])('an interrupted span %s with the words %j has the quotes %j', (spans, text, quotes) => {
    const layer = layerOf(task([`<ENT id="E0" spans="${spans}" text="${text}"/>`]));
    expect(layer.spans).toMatchObject([
      {
        ranges: [
          { from: 13, to: 20 },
          { from: 24, to: 28 },
        ],
        quotes,
      },
    ]);
  });

  test('a link of three ends leads from the first to both others', () => {
    const layer = layerOf(
      task([
        '<A id="A0" spans="0~7" text=""/><A id="A1" spans="13~20" text=""/><A id="A2" spans="24~28" text=""/>',
        '<LK id="L0" xID="A0" xText="" yID="A1" yText="" zID="A2" zText="" wID="" wText=""/>',
      ]),
    );
    expect(layer.links).toEqual([
      { id: 'L0', type: 'LK', from: 'A0', to: 'A1' },
      { id: 'L0 (2)', type: 'LK', from: 'A0', to: 'A2' },
    ]);
  });

  test('older files have start and end, and any root', () => {
    const layer = layerOf(task(['<ENT id="E0" start="13" end="20" text="Ann Lee" />'], undefined, 'x'));
    expect(layer.spans).toMatchObject([{ ranges: [{ from: 13, to: 20 }], attributes: [] }]);
  });

  test('text in CDATA sections with references beside is one text', () => {
    const { documents } = read(task([], '<TEXT><![CDATA[a]]]]><![CDATA[>&lt;]]>&lt;\r\nb</TEXT>'));
    expect(documents[0]!.text).toBe('a]]>&lt;<\nb');
  });

  test('a file without TEXT is read for a text that is elsewhere', () => {
    const { documents, problems } = read(task(['<ENT id="E0" spans="13~20" text="Ann Lee"/>'], ''));
    expect(problems).toEqual([]);
    expect(documents).toMatchObject([{ name: 'doc1.txt', text: undefined, layers: [{ spans: [{ id: 'E0' }] }] }]);
  });

  test.each([
    [['A/doc1.xml', 'B/doc1.xml'], ['A', 'B'], 'doc1'],
    [['A_doc1.txt.xml', 'B_doc1.txt.xml'], ['A', 'B'], 'doc1.txt'],
    [['my_doc.xml'], [''], 'my_doc'],
  ])('%j are of %j', (paths, annotators, name) => {
    const { documents } = readMedTator(paths.map((path) => sourceFile(path, task([]))));
    expect(documents.map(({ layers }) => layers[0]!.annotator)).toEqual(annotators);
    expect(documents.map((document) => document.name)).toEqual(paths.map(() => name));
  });

  test('tags that name their annotators are layers of their own', () => {
    const { documents } = read(
      task([
        '<A id="A0" spans="0~7" text="" _annotator="ann"/><A id="A1" spans="13~20" text="" _annotator="bo"/>',
        '<A id="A2" spans="24~28" text="" _annotator="bo"/><LK id="L0" fromID="A1" fromText="" toID="A2" toText=""/>',
      ]),
    );
    expect(documents[0]!.layers.map(({ annotator, spans, links }) => [annotator, spans.length, links.length])).toEqual([
      ['ann', 1, 0],
      ['bo', 2, 1],
    ]);
  });

  test('foreign names and values that look like ours are left as they are', () => {
    const layer = layerOf(task(['<x_ray id="X0" spans="13~20" text="Ann Lee" a_x41_="b_x41_" note="n"/>']));
    expect(layer.spans).toMatchObject([{ label: 'x_ray', note: '' }]);
    expect(layer.spans[0]!.attributes).toEqual([
      { name: 'a_x41_', value: 'b_x41_' },
      { name: 'note', value: 'n' },
    ]);
  });

  test.each([
    [
      'a tag for the whole document',
      task(['<D id="D0" spans="-1~-1" text=""/>']),
      'doc1.txt.xml line 6',
      'whole document',
    ],
    ['a tag without a place', task(['<D id="D0" spans="" text=""/>']), 'doc1.txt.xml line 6', 'whole document'],
    ['offsets that are none', task(['<D id="D0" spans="a~b" text=""/>']), 'doc1.txt.xml line 6', 'not where words are'],
    ['an empty range', task(['<D id="D0" spans="4~4" text=""/>']), 'doc1.txt.xml line 6', 'not where words are'],
    [
      'huge offsets',
      task([`<D id="D0" spans="1~${'9'.repeat(400)}" text=""/>`]),
      'doc1.txt.xml line 6',
      'not where words are',
    ],
    [
      'a link to nothing',
      task(['<L id="L0" fromID="A0" fromText="" toID="A1" toText=""/>']),
      'doc1.txt.xml line 6',
      'no span',
    ],
    [
      'a link with one end',
      task(['<A id="A0" spans="0~7" text=""/>', '<L id="L0" fromID="A0" fromText=""/>']),
      'doc1.txt.xml line 7',
      'no two spans',
    ],
    ['another XML', '<html><body/></html>', 'doc1.txt.xml', 'neither TEXT nor TAGS'],
    [
      'a file that was cut off',
      task(['<A id="A0" spans="0~7" te']).slice(0, 180),
      'doc1.txt.xml line 7',
      'not well-formed',
    ],
    ['no XML', 'plain words', 'doc1.txt.xml line 1', 'not well-formed'],
    ['a NUL', '<T>\0</T>', 'doc1.txt.xml byte 3', 'binary'],
    ['another encoding', '', 'doc1.txt.xml byte 9 (line 1)', 'not UTF-8'],
  ])('%s is a problem', (name, text, place, message) => {
    const bytes =
      name === 'another encoding' ? Uint8Array.from(Buffer.from('<T><TEXT>\xe9</TEXT></T>', 'latin1')) : undefined;
    const { problems } = readMedTator([bytes ? { path: 'doc1.txt.xml', bytes } : sourceFile('doc1.txt.xml', text)]);
    expect(problems.map((problem) => problem.place)).toContain(place);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });

  test('what was read before a fault stays', () => {
    const { documents, problems } = read(task(['<A id="A0" spans="0~7" text="“Hi 🎉”"/>', '<B x=1/>']));
    expect(documents[0]!.layers[0]!.spans).toHaveLength(1);
    expect(problems).not.toEqual([]);
  });

  test('entities that a file declares are not put in, however many they would make', () => {
    const names = Array.from({ length: 40 }, (_, index) => `e${index}`);
    const doctype = names.map(
      (name, index) => `<!ENTITY ${name} "${index === 0 ? 'ha' : `&e${index - 1};`.repeat(10)}">`,
    );
    const { documents, problems } = read(
      `<!DOCTYPE T [${doctype.join('')}]>${task([], '<TEXT>&e39;</TEXT>').slice(39)}`,
    );
    expect(problems.map(({ message }) => message).join('\n')).toContain('entity');
    expect(documents[0]!.text!.length).toBeLessThan(100);
  });

  test('deep nesting ends the reading', () => {
    const { problems } = read(`<T><TEXT/><TAGS>${'<a>'.repeat(300_000)}`);
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining('nested too deep'));
  });

  test('a file that is wrong throughout has at most a hundred problems', () => {
    const tags = Array.from({ length: 5000 }, () => '<D id="D0" spans="x" text=""/>');
    expect(read(task(tags)).problems).toHaveLength(100);
  });
});
