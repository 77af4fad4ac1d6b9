import { describe, expect, test } from 'vitest';
import { EXAMPLE_TEXT, oneLayerExample } from '#formats/exchange/example.arbitrary.ts';
import { hostileContents, sourceFile, written } from '#formats/exchange/written.arbitrary.ts';
import { readCsv } from './read.ts';
import { createCsvWriter } from './write.ts';

function spansIn(...files: readonly (readonly [string, string])[]) {
  const { documents } = readCsv(files.map(([path, content]) => sourceFile(path, content)));
  return documents.flatMap(({ name, layers }) =>
    layers.flatMap(({ annotator, spans }) =>
      spans.map(({ label, ranges, quotes }) => [name, annotator, label, ranges[0]!.from, ranges[0]!.to, quotes?.[0]]),
    ),
  );
}

describe('tables of others', () => {
  test.each([
    ['columns in another order', 'label,end,start,document,quote\nQUOTE,6,0,d1,“Hi 🎉”\n'],
    ['a TSV', 'document\tbegin\tend\ttype\tquote\nd1\t0\t6\tQUOTE\t“Hi 🎉”\n'],
    ['semicolons and CRLF', 'doc_id;start;end;tag;text\r\nd1;0;6;QUOTE;“Hi 🎉”\r\n'],
    ['floats of pandas', 'Doc ID,Start Offset,End Offset,Label,Text\nd1,0.0,6.0,QUOTE,“Hi 🎉”\n'],
    ['offsets called from and to', 'file,from,to,label,text\nd1,0,6,QUOTE,“Hi 🎉”\n'],
    ['quotes around everything', '"doc","start","end","label","text"\n"d1","0","6","QUOTE","“Hi 🎉”"'],
    ['lone CRs', 'doc,start,end,label,text\rd1,0,6,QUOTE,“Hi 🎉”\r'],
    ['a byte order mark', '\uFEFFdoc,start,end,label,text\nd1,0,6,QUOTE,“Hi 🎉”'],
  ])('%s', (_, table) => {
    expect(spansIn([table.includes('\t') ? 'a.tsv' : 'a.csv', table])).toEqual([['d1', '', 'QUOTE', 0, 6, '“Hi 🎉”']]);
  });

  test('a TSV without quotes may have single quotation marks and escapes', () => {
    const table = 'doc\tstart\tend\tlabel\ttext\nd1\t0\t3\tA\t"x\\ty\nd1\t4\t5\tB\tz\n';
    expect(spansIn(['a.tsv', table]).map(([, , label, , , quote]) => [label, quote])).toEqual([
      ['A', '"x\ty'],
      ['B', 'z'],
    ]);
  });

  test('the text is the file that is called like the document, or a column', () => {
    const spans = 'doc,start,end,label\nnews/d1.txt,0,6,QUOTE\n';
    const { documents } = readCsv([
      sourceFile('out/spans.csv', spans),
      sourceFile('out/documents/d1.txt', EXAMPLE_TEXT),
    ]);
    expect(documents.map(({ text }) => text)).toEqual([EXAMPLE_TEXT]);
    const inTable = readCsv([
      sourceFile('spans.csv', 'doc,start,end,label\nd1,0,6,QUOTE\n'),
      sourceFile('texts.csv', `id,text\nd1,"${EXAMPLE_TEXT}"\n`),
    ]);
    expect(inTable.documents.map(({ text }) => text)).toEqual([EXAMPLE_TEXT]);
  });

  test('links join spans by their ids', () => {
    const { documents } = readCsv([
      sourceFile('spans.csv', 'doc,id,start,end,label\nd1,1,0,6,QUOTE\nd1,2,12,19,ENTITY\n'),
      sourceFile('links.csv', 'doc,relation,source,target\nd1,speaker,1,2\n'),
    ]);
    expect(documents[0]!.layers[0]!.links).toEqual([{ id: 'link 1', type: 'speaker', from: '1', to: '2' }]);
  });

  test.each([
    ['{"a":"x","b":["y","z"],"n":1.5,"t":true}', ['a=x', 'b=y', 'b=z', 'n=1.5', 't=true']],
    ['[{"name":"a","value":"x"}]', ['a=x']],
    ['a=x; b = y=z', ['a=x', 'b=y=z']],
  ])('attributes as %s', (cell, expected) => {
    const table = `doc,start,end,label,attributes\nd1,0,6,A,"${cell.replaceAll('"', '""')}"\n`;
    const { attributes } = readCsv([sourceFile('a.csv', table)]).documents[0]!.layers[0]!.spans[0]!;
    expect(attributes.map(({ name, value }) => `${name}=${value}`)).toEqual(expected);
  });
});

test.each([
  ['utf-16', ['utf-16']],
  ['code points', ['code-point']],
  ['bytes', ['utf-8']],
  ['', ['code-point', 'utf-16', 'utf-8']],
])('the unit %j of all rows gives %j', (unit, units) => {
  expect(readCsv([sourceFile('a.csv', `doc,start,end,label,unit\nd1,0,6,A,${unit}\n`)]).units).toEqual(units);
});

test('what cannot be read is a problem with its row, and the rest is read', () => {
  const { documents, problems } = readCsv([
    sourceFile('a.csv', 'doc,start,end,label,mood\nd1,zero,6,A,\nd1,0,6,B,\n'),
    sourceFile('b.csv', 'one,two\n1,2\n'),
    sourceFile('c.csv', 'doc,start,end\nd1,1,2\n'),
    sourceFile('d.csv', Uint8Array.of(0x61, 0xfc)),
  ]);
  expect(documents[0]!.layers[0]!.spans.map(({ label }) => label)).toEqual(['B']);
  expect(problems.map(({ place }) => place)).toEqual(
    expect.arrayContaining(['a.csv row 1', 'a.csv row 2', 'b.csv row 1', 'c.csv row 1']),
  );
  expect(problems.some(({ place }) => place.startsWith('d.csv byte 1'))).toBe(true);
});

test('hostile tables give a result or problems, never an exception', () => {
  const valid = written(createCsvWriter, [oneLayerExample()]).files.get('spans.csv')!;
  for (const content of hostileContents(valid)) {
    for (const path of ['spans.csv', 'spans.tsv', 'documents/0001-Ann-Lee.txt']) {
      expect(() => readCsv([sourceFile(path, content)])).not.toThrow();
    }
  }
});
