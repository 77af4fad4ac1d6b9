import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type ArticleId } from '#core/project/project.ts';
import { sampleBundle } from './sample-bundle.ts';
import { bundleChunks, writeBundle } from './write.ts';

const SEED = 20261124;

describe('a written bundle', () => {
  test('reads as this', async () => {
    await expect(writeBundle(sampleBundle())).toMatchFileSnapshot('./fixtures/sample.json');
  });

  test('is laid out as JSON.stringify would, but for the two line separators', () => {
    fc.assert(
      fc.property(bundleArbitrary(), (bundle) => {
        const json = writeBundle(bundle);
        const plain = `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
        expect(json).toBe(plain.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'));
      }),
      { seed: SEED },
    );
  });

  test('has no raw line separators and no byte order mark', () => {
    const json = writeBundle(sampleBundle());
    expect(json).not.toMatch(/[\u2028\u2029\uFEFF]/);
    expect(json).toContain('\\u2028');
  });

  test('is the same whatever the order in memory', () => {
    fc.assert(
      fc.property(bundleArbitrary(), (bundle) => {
        expect(writeBundle(reversed(bundle))).toBe(writeBundle(bundle));
      }),
      { seed: SEED },
    );
  });

  test('leaves the bundle in memory as it was', () => {
    const bundle = sampleBundle();
    const before = structuredClone(bundle);
    writeBundle(bundle);
    expect(bundle).toEqual(before);
  });
});

describe('what a written bundle says', () => {
  test('gives offsets in both units and the quote of each range', () => {
    const written = JSON.parse(writeBundle(sampleBundle())) as {
      layers: { spans: { ranges: unknown[] }[] }[];
    };
    expect(written.layers[0]!.spans[1]!.ranges).toEqual([
      { from: 40, to: 47, codePointFrom: 39, codePointTo: 46, quote: 'Ann Lee' },
    ]);
  });

  test('replaces lone surrogates in notes, which no UTF-8 file can hold', () => {
    const bundle = sampleBundle();
    const [layer, ...others] = bundle.layers;
    const spans = layer!.spans.map((span) => ({ ...span, note: 'half \ud83d' }));
    expect(writeBundle({ ...bundle, layers: [{ ...layer!, spans }, ...others] })).toContain('"note": "half \uFFFD"');
  });

  test('cannot be made where a layer’s article is missing', () => {
    const bundle = { ...sampleBundle(), articles: [] };
    expect(() => writeBundle(bundle)).toThrow(RangeError);
  });

  test('comes in chunks of bounded size', () => {
    const bundle = sampleBundle();
    const articles = Array.from({ length: 3_000 }, (_, index) => {
      return { ...bundle.articles[0]!, id: String(index).padStart(64, '0') as ArticleId };
    });
    const many = { ...bundle, articles, layers: [], decisions: [], threads: [] };
    const chunks = [...bundleChunks(many)];
    expect(chunks.length).toBeGreaterThan(3);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(300_000);
    expect(chunks.join('')).toBe(writeBundle(many));
  });
});

function reversed(bundle: Bundle): Bundle {
  return {
    project: bundle.project,
    annotators: bundle.annotators.toReversed(),
    articles: bundle.articles.toReversed(),
    layers: bundle.layers.toReversed().map((layer) => ({ ...layer, spans: layer.spans.toReversed() })),
    // The order of an article's own decisions is what they say.
    decisions: bundle.articles
      .flatMap(({ id }) => bundle.decisions.filter(({ articleId }) => articleId === id))
      .map((decision) => ({ ...decision, covers: decision.covers.toReversed(), inputs: decision.inputs.toReversed() })),
    threads: bundle.threads
      .toReversed()
      .map((thread) => ({ ...thread, spans: thread.spans.toReversed(), messages: thread.messages.toReversed() })),
  };
}
