import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type FilePart } from '#formats/exchange/dataset.ts';
import { askDuckDb } from '#formats/exchange/duckdb.arbitrary.ts';
import { exchangedBundleArbitrary } from '#formats/exchange/round-trip.arbitrary.ts';
import { exampleBundle } from '#formats/exchange/example.arbitrary.ts';
import { writeBundle } from '#formats/exchange/written.arbitrary.ts';
import { HUGGING_FACE } from '#formats/hugging-face/about.ts';
import { HUGGING_FACE_PARQUET } from './about.ts';

/** The example with an interrupted span, a link and an attribute that holds a range. */
function fullBundle(): Bundle {
  const bundle = exampleBundle([
    ['s1', 'QUOTE', '“Hi', '”'],
    ['s2', 'ENTITY', 'Ann Lee'],
    ['s3', 'CLAIM', 'Taxes rose 4%'],
  ]);
  const attributes = [{ id: 'cue' as AttributeId, value: { from: 8, to: 12 } }];
  const layers = bundle.layers.map((layer) => ({
    ...layer,
    spans: layer.spans.map((span) => (span.id === 's1' ? { ...span, attributes } : span)),
  }));
  return { ...bundle, layers };
}

function fileOf(parts: readonly FilePart[]): ArrayBuffer {
  const chunks = parts.flatMap(({ path, content }) => (path === 'data/train.parquet' ? [content as Uint8Array] : []));
  return new Uint8Array(chunks.flatMap((chunk) => [...chunk])).buffer;
}

describe('createParquetWriter', () => {
  test('hyparquet reads the rows that the JSON Lines have', async () => {
    await fc.assert(
      fc.asyncProperty(exchangedBundleArbitrary(), async (bundle) => {
        const { parts } = await writeBundle(HUGGING_FACE_PARQUET, bundle);
        const { files } = await writeBundle(HUGGING_FACE, bundle);
        const lines = files.get('data/train.jsonl')?.trimEnd().split('\n') ?? [];
        const rows = lines.length === 0 ? [] : await parquetReadObjects({ file: fileOf(parts) });
        expect(withNumbers(rows)).toEqual(lines.map((line) => JSON.parse(line) as unknown));
      }),
      { seed: 20240617, numRuns: 60 },
    );
  });

  test('columns are optional, numbers have 64 bits, and the metadata is that of the library', async () => {
    const { parts } = await writeBundle(HUGGING_FACE_PARQUET, fullBundle());
    const { schema, key_value_metadata: metadata } = parquetMetadata(fileOf(parts));
    const kinds = new Set(schema.slice(1).map(({ name, repetition_type: kind }) => `${name === 'list'} ${kind}`));
    expect([...kinds].toSorted()).toEqual(['false OPTIONAL', 'true REPEATED']);
    expect(schema.filter(({ name }) => name === 'start').map(({ type }) => type)).toEqual(['INT64', 'INT64']);
    expect(metadata).toEqual([{ key: 'huggingface', value: expect.any(String) as string }]);
    expect(JSON.parse(metadata![0]!.value!)).toEqual({
      info: {
        features: Object.fromEntries(
          ['id', 'text', 'title', 'author', 'source', 'date', 'language'].map((name) => [
            name,
            { dtype: 'string', _type: 'Value' },
          ]),
        ),
      },
    });
  });

  test('DuckDB cuts the same words out of the text by the offsets, in code points', async () => {
    const { parts } = await writeBundle(HUGGING_FACE_PARQUET, fullBundle());
    const rows = await askDuckDb(
      parts,
      (folder) => `SELECT s.id, s.part, s.label, s.text, substr(text, s.start + 1, s."end" - s.start) cut, s.attributes
        FROM (SELECT text, unnest(spans) s FROM read_parquet('${folder}/data/train.parquet'))`,
    );
    expect(rows.map(({ id, part, label, text }) => [id, part, label, text])).toEqual([
      ['s1', '0', 'QUOTE', '“Hi'],
      ['s1', '1', 'QUOTE', '”'],
      ['s2', '0', 'ENTITY', 'Ann Lee'],
      ['s3', '0', 'CLAIM', 'Taxes rose 4%'],
    ]);
    expect(rows.map(({ cut }) => cut)).toEqual(rows.map(({ text }) => text));
    expect(rows[0]!['attributes']).toEqual([{ name: 'cue', value: 'said', start: '7', end: '11' }]);
  });

  test('a long dataset is given away in groups, and all of it is there', async () => {
    const bundle = exampleBundle([]);
    const articles = Array.from({ length: 1201 }, (_, index) => {
      return { ...bundle.articles[0]!, id: String(index) as ArticleId };
    });
    const { parts } = await writeBundle(HUGGING_FACE_PARQUET, { ...bundle, articles });
    expect(parts.filter(({ path }) => path.endsWith('.parquet'))).toHaveLength(3);
    const [row] = await askDuckDb(
      parts,
      (folder) =>
        `SELECT count(*) n, max(id::INT) m, sum(len(spans)) s FROM read_parquet('${folder}/data/train.parquet')`,
    );
    expect(row).toEqual({ n: '1201', m: 1200, s: '0' });
  });

  test('the card tells the split and the columns', async () => {
    const { files } = await writeBundle(HUGGING_FACE_PARQUET, fullBundle());
    expect(files.get('README.md')).toContain('      - split: train\n        path: data/train.parquet\n');
    expect(files.get('README.md')).toContain(`    - name: spans
      list:
        - name: id
          dtype: string
        - name: part
          dtype: int64`);
  });
});

/** Whole numbers come back as BigInt. */
function withNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withNumbers(each)]));
}
