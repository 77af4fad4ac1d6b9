import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { oneLayerExample } from '#formats/exchange/example.arbitrary.ts';
import { sourceFile, written } from '#formats/exchange/written.arbitrary.ts';
import { readCsv } from './read.ts';
import { createCsvWriter } from './write.ts';

test('spans have a row for each part, with offsets in code points and their words', () => {
  const { files } = written(createCsvWriter, [oneLayerExample()]);
  const { data } = Papa.parse<Record<string, string>>(files.get('spans.csv')!, { header: true, skipEmptyLines: true });
  expect(data.map(({ span_id: id, start, end, text }) => [id, start, end, text])).toEqual([
    ['s1', '0', '6', '“Hi 🎉”'],
    ['s2', '12', '19', 'Ann Lee'],
    ['s3', '16', '19', 'Lee'],
    ['s4', '23', '34', 'Rome.\nTaxes'],
    ['s5', '29', '34', 'Taxes'],
    ['s5', '40', '42', '4%'],
  ]);
  expect(JSON.parse(data[0]!['attributes']!)).toEqual({
    cue: { start: 7, end: 11, text: 'said' },
    direct: true,
    stance: 'pro',
  });
  expect(files.get('links.csv')).toBe(
    'doc_id,link_id,type,from_id,to_id,annotator\r\n0001-Ann-Lee,l1,speaker,s1,s2,ann1\r\n',
  );
  expect(files.get('documents/0001-Ann-Lee.txt')).toBe(oneLayerExample().article.text);
});

test('DuckDB finds the words of every span at its offsets in the text beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'csv-'));
  const { files } = written(createCsvWriter, [oneLayerExample()]);
  for (const [path, content] of files) writeFileSync(join(folder, path.replace('/', '-')), content);
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  const result = await connection.runAndReadAll(`
    select count(*) as rows, count(*) filter (substr(d.content, s.start + 1, s."end" - s.start) = s.text) as equal
    from read_csv('${join(folder, 'spans.csv')}', header = true) s
    join read_text('${join(folder, 'documents-*.txt')}') d on d.filename like '%' || s.doc_id || '.txt'`);
  connection.closeSync();
  expect(result.getRowsJS()).toEqual([[6n, 6n]]);
});

test('a byte order mark and apostrophes are there only where they are asked for, and both are undone on reading', () => {
  const example = oneLayerExample();
  const text = "=SUM(A1) and '-1";
  const layer = example.layers[0]!;
  const spans = [
    { ...layer.spans[0]!, ranges: [{ from: 0, to: 8 }], attributes: [] },
    { ...layer.spans[1]!, ranges: [{ from: 13, to: 16 }] },
  ];
  const article = { ...example, article: { ...example.article, text }, layers: [{ ...layer, spans }] };
  const plain = written(createCsvWriter, [article]).files.get('spans.csv')!;
  expect(plain).toContain(',=SUM(A1),');
  const { files } = written(createCsvWriter, [article], { byteOrderMark: true, escapesFormulas: true });
  const safe = files.get('spans.csv')!;
  expect(safe.startsWith('\uFEFFdoc_id')).toBe(true);
  expect(safe).toContain(",'=SUM(A1),");
  expect(safe).toContain(",''-1,");
  const { documents, problems } = readCsv([...files].map(([path, content]) => sourceFile(path, content)));
  expect(problems).toEqual([]);
  expect(documents[0]!.layers[0]!.spans.map(({ quotes }) => quotes)).toEqual([['=SUM(A1)'], ["'-1"]]);
});
