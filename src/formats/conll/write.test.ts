import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type WriteOptions } from '#formats/exchange/dataset.ts';
import { exchangedBundleArbitrary, expectedAfter, readBack } from '#formats/exchange/round-trip.arbitrary.ts';
import { EXAMPLE_TEXT, exampleBundle } from '#formats/exchange/example.arbitrary.ts';
import { spanReasons, writeBundle } from '#formats/exchange/written.arbitrary.ts';
import { CONLL } from './about.ts';
import { readConll } from './read.ts';

describe('createConllWriter', () => {
  test('the columns of 2003 have the word, two that are unused, and the tag', async () => {
    const { files } = await writeBundle(CONLL, exampleBundle());
    const [note, ...rows] = files.get('0001-Ann-One.iob2.conll')!.split('\n');
    expect(note).toMatch(/^-DOCSTART- -X- article=[0-9a-f]{64}&annotator=ann1 O$/);
    expect(JSON.parse(files.get('articles.conll.jsonl')!)).toMatchObject({ title: 'Taxes', text: EXAMPLE_TEXT });
    expect(rows).toEqual([
      '',
      '“ -X- -X- B-QUOTE',
      'Hi -X- -X- I-QUOTE',
      '🎉 -X- -X- I-QUOTE',
      '” -X- -X- I-QUOTE',
      'said -X- -X- O',
      'Ann -X- -X- B-ENTITY',
      'Lee -X- -X- I-ENTITY',
      'of -X- -X- O',
      'Rome -X- -X- B-ENTITY',
      '. -X- -X- O',
      '',
      'Taxes -X- -X- B-CLAIM',
      'rose -X- -X- I-CLAIM',
      '4% -X- -X- I-CLAIM',
      '. -X- -X- O',
      '',
      '',
    ]);
  });

  test('those of 2002 only the word and the tag', async () => {
    const { files } = await writeBundle(CONLL, exampleBundle(), { variant: 'conll-2002', scheme: 'BIOES' });
    expect(files.get('0001-Ann-One.bioes.conll')).toMatch(
      /^-DOCSTART- article=\S+ O\n\n“ B-QUOTE\nHi I-QUOTE\n🎉 I-QUOTE\n” E-QUOTE\nsaid O\n[^]*\nRome S-ENTITY\n/,
    );
  });

  test.each<[WriteOptions['overlaps'], string[]]>([
    ['longest', ['cross overlap-dropped', 'in nested-dropped']],
    ['shortest', ['long overlap-dropped']],
    ['first-label', ['long nested-dropped']],
  ])('of spans that share a word the %s stays and the others are named', async (overlaps, expected) => {
    const bundle = exampleBundle([
      ['long', 'CLAIM', 'Ann Lee of Rome'],
      ['in', 'ENTITY', 'Lee'],
      ['cross', 'QUOTE', 'said Ann'],
    ]);
    const { losses } = await writeBundle(CONLL, bundle, { overlaps });
    expect(spanReasons(losses)).toEqual(expected);
  });

  test('spans in parts, inside words, with spaces at their ends and over two sentences are named', async () => {
    const bundle = exampleBundle([
      ['parts', 'QUOTE', '“Hi', '”'],
      ['half', 'ENTITY', 'ai'],
      ['spaces', 'ENTITY', ' Ann Lee '],
      ['blank', 'ENTITY', '\n'],
      ['over', 'CLAIM', 'Rome.\nTaxes'],
    ]);
    const { files, losses } = await writeBundle(CONLL, bundle);
    expect(spanReasons(losses).toSorted()).toEqual([
      'blank not-on-token-boundary',
      'half not-on-token-boundary',
      'over crosses-sentence',
      'parts discontinuous-dropped',
      'spaces trimmed-whitespace',
    ]);
    expect([...files.values()].join('')).toContain(
      'Rome -X- -X- B-CLAIM\n. -X- -X- I-CLAIM\n\nTaxes -X- -X- B-CLAIM\n',
    );
  });

  test('a label or word that would break the columns is written in another way and comes back', async () => {
    const text = 'One\u0085 two';
    const bundle = exampleBundle(
      [
        ['s1', 'a b', 'One'],
        ['s2', 'a\u00A0b', 'two'],
      ],
      text,
    );
    const labels = bundle.project.labelSet.labels.slice(0, 2);
    const named = ['a b', 'a\u00A0b'].map((id, index) => ({ ...labels[index]!, id: id as (typeof labels)[0]['id'] }));
    const project = { ...bundle.project, labelSet: { labels: named, linkTypes: [] } };
    const { parts, files, losses } = await writeBundle(CONLL, { ...bundle, project });
    expect([...files.values()].join('')).toContain('One -X- -X- B-a_b\n_ -X- -X- O\ntwo -X- -X- B-a_b_2\n');
    expect(losses.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['label-renamed', 'control-character-replaced']),
    );
    const [document] = readConll(filesOf(parts)).documents;
    expect(document!.text).toBe(text);
    expect(document!.layers[0]!.spans.map(({ label }) => label)).toEqual(['a b', 'a\u00A0b']);
  });

  test('a layer that was not started gives no file, and its article is in the one beside', async () => {
    const bundle = exampleBundle([]);
    const layers = bundle.layers.map((layer) => ({ ...layer, status: 'not-started' as const }));
    const { files } = await writeBundle(CONLL, { ...bundle, layers });
    expect([...files.keys()]).toEqual(['articles.conll.jsonl']);
  });

  test.each<WriteOptions['scheme']>(['IOB1', 'BIOES'])('spans come back from %s too', async (scheme) => {
    await fc.assert(
      fc.asyncProperty(exchangedBundleArbitrary(), async (bundle) => {
        const { parts, losses } = await writeBundle(CONLL, bundle, { scheme, overlaps: 'shortest' });
        const back = readBack(readConll, parts, bundle, CONLL.carries);
        expect(back.problems).toEqual([]);
        expect(back.layers).toEqual(expectedAfter(bundle, losses, CONLL.carries).layers);
      }),
      { seed: 20240617, numRuns: 100 },
    );
  });
});

function filesOf(parts: readonly { readonly path: string; readonly content: string | Uint8Array }[]) {
  return parts.map(({ path, content }) => ({ path, bytes: new TextEncoder().encode(String(content)) }));
}
