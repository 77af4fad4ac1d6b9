import { describe, expect, test } from 'vitest';
import { exampleBundle } from '#formats/exchange/example.arbitrary.ts';
import { spanReasons, writeBundle } from '#formats/exchange/written.arbitrary.ts';
import { SPACY } from './about.ts';

const OVERLAPPING = exampleBundle([
  ['s1', 'ENTITY', 'Ann Lee'],
  ['s2', 'ENTITY', 'Lee'],
  ['s3', 'QUOTE', '“Hi 🎉”'],
]);

async function rowOf(bundle = OVERLAPPING, options = {}) {
  const { files, losses } = await writeBundle(SPACY, bundle, options);
  return { row: JSON.parse(files.get('0001-Ann-One.jsonl')!) as unknown, files, losses };
}

describe('createSpacyWriter', () => {
  test('all spans are in spans.sc, and those that are apart in ents, in code points', async () => {
    const { row, losses } = await rowOf();
    const [quote, ann, lee] = [
      { start: 0, end: 6, label: 'QUOTE' },
      { start: 12, end: 19, label: 'ENTITY' },
      { start: 16, end: 19, label: 'ENTITY' },
    ];
    expect(row).toMatchObject({
      ents: [quote, ann],
      spans: { sc: [quote, ann, lee] },
      meta: { title: 'Taxes', language: 'en', annotator: 'ann1' },
    });
    expect(spanReasons(losses)).toEqual([]);
  });

  test('the overlap rule says which are in ents', async () => {
    const { row } = await rowOf(OVERLAPPING, { overlaps: 'shortest' });
    expect(row).toMatchObject({ ents: [{ start: 0 }, { start: 16 }] });
  });

  test('white space at the ends is taken off, and parts are left out; both are named', async () => {
    const { row, losses } = await rowOf(
      exampleBundle([
        ['s1', 'ENTITY', ' Ann Lee '],
        ['s2', 'ENTITY', '\n'],
        ['s3', 'QUOTE', '“Hi', '”'],
      ]),
    );
    expect(row).toMatchObject({ ents: [{ start: 12, end: 19 }], spans: { sc: [{ start: 12, end: 19 }] } });
    expect(spanReasons(losses).toSorted()).toEqual([
      's1 trimmed-whitespace',
      's2 not-on-token-boundary',
      's3 discontinuous-dropped',
    ]);
  });

  test('the script that makes a DocBin is there, with its line feeds as Python wants them', async () => {
    const { files } = await rowOf();
    expect(files.get('make_docbin.py')).toContain('newline="\\n"');
    expect(files.get('make_docbin.py')).toContain('docs.to_disk(target)');
  });
});
