import { describe, expect, test } from 'vitest';
import { type WriteOptions } from '#formats/exchange/dataset.ts';
import { askDuckDb } from '#formats/exchange/duckdb.arbitrary.ts';
import { exampleBundle } from '#formats/exchange/example.arbitrary.ts';
import { spanReasons, writeBundle } from '#formats/exchange/written.arbitrary.ts';
import { HUGGING_FACE_TOKENS } from './about.ts';

/** A row, as far as the tests look at it. */
interface Row {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly spaces: readonly boolean[];
  readonly ner_tags: readonly number[];
}

async function written(options: Partial<WriteOptions> = {}, bundle = exampleBundle()) {
  const { files, parts, losses } = await writeBundle(HUGGING_FACE_TOKENS, bundle, options);
  const lines = files.get('data/train.jsonl')?.trimEnd().split('\n') ?? [];
  return { rows: lines.map((line) => JSON.parse(line) as Row), card: files.get('README.md')!, parts, losses };
}

describe('createTokensWriter', () => {
  test('an article is a row of tokens with the numbers of their tags', async () => {
    const { rows, card } = await written();
    expect(rows).toHaveLength(1);
    expect(rows[0]!.tokens.join('|')).toBe('“|Hi|🎉|”|said|Ann|Lee|of|Rome|.|Taxes|rose|4%|.');
    expect(rows[0]!.ner_tags.join(' ')).toBe('5 6 6 6 0 1 2 0 1 0 3 4 4 0');
    expect(rows[0]!.spaces.slice(0, 5)).toEqual([false, true, false, true, true]);
    expect(card).toContain(`- name: ner_tags
      sequence:
        class_label:
          names:
            '0': "O"
            '1': "B-ENTITY"
            '2': "I-ENTITY"
            '3': "B-CLAIM"`);
  });

  test('a sentence is one by option, and then a span over two of them is named', async () => {
    const bundle = exampleBundle([['s1', 'CLAIM', 'Rome.\nTaxes']]);
    const article = await written({}, bundle);
    expect([article.rows.length, spanReasons(article.losses)]).toEqual([1, []]);
    expect(article.rows[0]!.ner_tags.slice(8, 11)).toEqual([3, 4, 4]);
    const sentences = await written({ rows: 'sentence' }, bundle);
    expect(sentences.rows.map(({ ner_tags: tags }) => tags.slice(-2).join(' '))).toEqual(['3 4', '0 0']);
    expect(sentences.rows[1]!.ner_tags[0]).toBe(3);
    expect(new Set(sentences.rows.map(({ id }) => id)).size).toBe(2);
    expect(spanReasons(sentences.losses)).toEqual(['s1 crosses-sentence']);
  });

  test.each<[WriteOptions['scheme'], string]>([
    ['IOB1', '6 6 6 6 0 2 2 0 2 0 4 4 4 0'],
    ['BIOES', '9 10 10 11 0 1 3 0 4 0 5 6 7 0'],
  ])('the numbers follow the scheme %s', async (scheme, expected) => {
    expect((await written({ scheme })).rows[0]!.ner_tags.join(' ')).toBe(expected);
  });

  test('an article without a word, and a layer that was not started, give no row', async () => {
    expect((await written({}, exampleBundle([], ' \n'))).rows).toEqual([]);
    const bundle = exampleBundle([]);
    const layers = bundle.layers.map((layer) => ({ ...layer, status: 'not-started' as const }));
    expect((await written({}, { ...bundle, layers })).rows).toEqual([]);
  });

  test('DuckDB reads lists of texts, truths and whole numbers', async () => {
    const { parts } = await written({ rows: 'sentence' });
    const rows = await askDuckDb(
      parts,
      (
        folder,
      ) => `SELECT typeof(tokens) t, typeof(spaces) s, typeof(ner_tags) n, len(tokens) l, tokens[3] token, ner_tags[3] tag
        FROM read_json('${folder}/data/train.jsonl', format = 'newline_delimited') ORDER BY sentence`,
    );
    expect(rows).toEqual([
      { t: 'VARCHAR[]', s: 'BOOLEAN[]', n: 'BIGINT[]', l: '10', token: '🎉', tag: '6' },
      { t: 'VARCHAR[]', s: 'BOOLEAN[]', n: 'BIGINT[]', l: '4', token: '4%', tag: '4' },
    ]);
  });
});
