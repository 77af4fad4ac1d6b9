import { expect, test } from 'vitest';
import { askDuckDb } from '#formats/exchange/duckdb.arbitrary.ts';
import { exampleBundle } from '#formats/exchange/example.arbitrary.ts';
import { writeBundle } from '#formats/exchange/written.arbitrary.ts';
import { HUGGING_FACE } from './about.ts';
import { featuresYaml, yamlText } from './columns.ts';

test('DuckDB reads the lines and cuts the same words out of the text by the offsets, in code points', async () => {
  const { parts } = await writeBundle(HUGGING_FACE, exampleBundle());
  const rows = await askDuckDb(
    parts,
    (folder) => `SELECT s.id, s.text, substr(text, s.start + 1, s."end" - s.start) cut
      FROM (SELECT text, unnest(spans) s FROM read_json('${folder}/data/train.jsonl', format = 'newline_delimited'))`,
  );
  expect(rows.map(({ id, text }) => [id, text])).toEqual([
    ['s1', '“Hi 🎉”'],
    ['s2', 'Ann Lee'],
    ['s3', 'Rome'],
    ['s4', 'Taxes rose 4%'],
  ]);
  expect(rows.map(({ cut }) => cut)).toEqual(rows.map(({ text }) => text));
});

test.each([
  ['a "b"\n', String.raw`"a \"b\"\n"`],
  ['\u0085\uFEFF', String.raw`"\u0085\ufeff"`],
  ['🎉: #', '"🎉: #"'],
])('the text %j is %s in YAML', (words, expected) => {
  expect(yamlText(words)).toBe(expected);
});

test('columns of every kind have their name in the card', () => {
  const yaml = featuresYaml([
    { name: 'a', kind: 'text' },
    { name: 'b', kind: 'rows', columns: [{ name: 'c', kind: 'whole' }] },
    { name: 'd', kind: 'truths' },
  ]);
  expect(yaml).toBe(`dataset_info:
  features:
    - name: a
      dtype: string
    - name: b
      list:
        - name: c
          dtype: int64
    - name: d
      sequence: bool
`);
});
