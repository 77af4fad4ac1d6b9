import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Layer } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { canonicalBundle } from './canonical.ts';
import { readFileSync } from 'node:fs';
import { hostileFiles } from './hostile-files.ts';
import { MAX_BUNDLE_CHARACTERS } from './parse-json.ts';
import { readBundle } from './read.ts';
import { broken, type Loose } from './loose-bundle.ts';
import { sampleBundle } from './sample-bundle.ts';
import { writeBundle } from './write.ts';

const SEED = 20261124;
const VALID = writeBundle(sampleBundle());

describe('reading what was written', () => {
  test('gives the same bundle in canonical order', () => {
    fc.assert(
      fc.property(bundleArbitrary(), (bundle) => {
        expect(readBundle(writeBundle(bundle))).toStrictEqual({ ok: true, value: canonicalBundle(bundle) });
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('and writing it again gives the same bytes', () => {
    fc.assert(
      fc.property(bundleArbitrary(), (bundle) => {
        const json = writeBundle(bundle);
        expect(writeBundle(valueOf(json))).toBe(json);
      }),
      { seed: SEED },
    );
  });

  test('works behind a byte order mark and in any layout', () => {
    const expected = canonicalBundle(sampleBundle());
    expect(valueOf(`\uFEFF${VALID}`)).toEqual(expected);
    expect(valueOf(JSON.stringify(JSON.parse(VALID)))).toEqual(expected);
  });

  test('puts spans into reading order, since other programs may not', () => {
    const bundle = JSON.parse(VALID) as { layers: { spans: unknown[] }[] };
    bundle.layers[0]!.spans.reverse();
    expect(valueOf(JSON.stringify(bundle))).toEqual(canonicalBundle(sampleBundle()));
  });

  test('is read with a hundred thousand spans', () => {
    const json = writeBundle(largeBundle(100_000));
    expect(valueOf(json).layers[0]!.spans).toHaveLength(100_000);
  }, 60_000);
});

describe('a hostile file', () => {
  test.each(hostileFiles(VALID))('is refused: $name', ({ json, expect: expected }) => {
    expect(json).not.toBe(VALID);
    expect(problemsOf(json)).toContainEqual(expect.stringMatching(expected));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('has a name of its own', () => {
    const names = hostileFiles(VALID).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('that is wrong throughout gives 20 problems and no more', () => {
    const bundle = JSON.parse(VALID) as { layers: { spans: unknown[] }[] };
    bundle.layers[0]!.spans = Array.from({ length: 100_000 }, () => 0);
    expect(problemsOf(JSON.stringify(bundle))).toHaveLength(20);
  });

  test('with millions of wrong members is refused at once', () => {
    const ranges = `[${'0,'.repeat(3_000_000)}0]`;
    const json = VALID.replace(/"ranges": \[[^\]]*\]/, () => `"ranges": ${ranges}`);
    expect(problemsOf(json)).toEqual(['layers[0].spans[0].ranges: must not have more than 1000 members']);
  }, 20_000);

  test('with many layers on one long article is read', () => {
    const json = writeBundle(manyLayers(2_000, '🎉 long '.repeat(100_000)));
    expect(readBundle(json).ok).toBe(true);
  }, 60_000);

  test('that is too large is told its size, the limit and a way out', () => {
    const [problem] = problemsOf(' '.repeat(MAX_BUNDLE_CHARACTERS + 1));
    expect(problem).toMatch(/64\.0 million characters.*at most 64\.0 million.*export chosen articles in parts/);
  });

  test('says what quote and text are where they differ', () => {
    const problems = problemsOf(VALID.replace('"quote": "Ann Lee"', '"quote": "Anne Lee"'));
    expect(problems).toEqual([
      'layers[0].spans[1].ranges[0]: the quote is “Anne Lee” but the text at 40–47 is “Ann Lee”: the offsets or the text were changed (in article “Taxes rose”)',
    ]);
  });

  test('with one fault has one problem', () => {
    const alone = ['unknown label', 'layer without article', 'newer version', 'quote that differs', 'text changed'];
    const files = hostileFiles(VALID).filter(({ name }) => alone.includes(name));
    expect(files.map(({ json }) => problemsOf(json).length)).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('a bundle of version 1', () => {
  const old = readFileSync(new URL('./fixtures/v1.json', import.meta.url), 'utf8');

  test('is read with what it lacks left empty', () => {
    const { project, articles, layers } = sampleBundle();
    const labels = project.labelSet.labels.map((label) => ({ ...label, overlapsItself: true, attributes: [] }));
    expect(valueOf(old)).toEqual(
      canonicalBundle({
        ...sampleBundle(),
        project: { ...project, labelSet: { labels, linkTypes: [] }, guidelines: [] },
        articles: articles.map((article) => ({ ...article, author: '', correctionOf: '', pages: [] })),
        layers: layers.map((layer) => {
          return { ...layer, links: [], spans: layer.spans.map((span) => ({ ...span, attributes: [] })) };
        }),
        decisions: [],
        threads: [],
      }),
    );
  });

  test.each([
    ['that lacks a field of its time', (bundle: Loose) => delete bundle.layers[0].spans[0]['note'], /note: missing/],
    ['with a field that no version has', (bundle: Loose) => (bundle.layers[0].spans[0]['odd'] = 1), /odd: unknown/],
    [
      'whose layer is no object',
      (bundle: Loose) => (bundle.layers[0] = 'x' as never),
      /layers\[0\]: must be an object/,
    ],
    ['without layers', (bundle: Loose) => delete (bundle as Partial<Loose>).layers, /layers: missing/],
  ])('%s is refused', (_, breakIt, expected) => {
    expect(problemsOf(broken(old, breakIt))).toContainEqual(expect.stringMatching(expected));
  });
});

describe('a bundle of version 2', () => {
  const old = readFileSync(new URL('./fixtures/v2.json', import.meta.url), 'utf8');

  test('is read without decisions and threads', () => {
    expect(valueOf(old)).toEqual(canonicalBundle({ ...withoutPages(sampleBundle()), decisions: [], threads: [] }));
  });

  test('that lacks a field of its time is refused', () => {
    const json = broken(old, (bundle) => delete bundle.layers[0].spans[0]['attributes']);
    expect(problemsOf(json)).toEqual(['layers[0].spans[0].attributes: missing']);
  });
});

describe('a bundle of version 3', () => {
  const old = readFileSync(new URL('./fixtures/v3.json', import.meta.url), 'utf8');

  test('is read without authors and pages', () => {
    expect(valueOf(old)).toEqual(canonicalBundle(withoutPages(sampleBundle())));
  });

  test.each([
    ['that lacks a field of its time', (bundle: Loose) => delete bundle.articles[0]['correctionOf'], /Of: missing/],
    ['whose article is no object', (bundle: Loose) => (bundle.articles[0] = 1 as never), /must be an object/],
  ])('%s is refused', (_, breakIt, expected) => {
    expect(problemsOf(broken(old, breakIt))).toContainEqual(expect.stringMatching(expected));
  });
});

describe('random damage', () => {
  test('to bytes gives a bundle or problems, never an exception', () => {
    const bytes = new TextEncoder().encode(VALID);
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(damage, (changes) => {
        const damaged = Uint8Array.from(bytes);
        for (const [place, byte] of changes) damaged[place] = byte;
        expectVerdict(new TextDecoder().decode(damaged));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('to characters gives a bundle or problems, never an exception', () => {
    const unit = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.constantFrom('"', '\\', '{', ']', ',', '\ud83d', 'null', '-', '1e999'),
    );
    const damage = fc.tuple(fc.nat(VALID.length), fc.nat(4), unit);
    fc.assert(
      fc.property(damage, ([place, removed, inserted]) => {
        expectVerdict(VALID.slice(0, place) + inserted + VALID.slice(place + removed));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('to values gives a bundle or problems, never an exception', () => {
    fc.assert(
      fc.property(bundleArbitrary(), fc.nat(), fc.jsonValue(), (bundle, choice, value) => {
        const leaves: unknown[] = [];
        JSON.parse(writeBundle(bundle), (_, leaf: unknown) => leaves.push(leaf));
        let index = 0;
        const replaced: unknown = JSON.parse(writeBundle(bundle), (_, leaf: unknown) => {
          return index++ === choice % leaves.length ? value : leaf;
        });
        expectVerdict(JSON.stringify(replaced));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

function withoutPages(bundle: Bundle): Bundle {
  return { ...bundle, articles: bundle.articles.map((article) => ({ ...article, author: '', pages: [] })) };
}

function expectVerdict(json: string): void {
  const result = readBundle(json);
  if (result.ok) expect(writeBundle(result.value)).toBe(writeBundle(valueOf(writeBundle(result.value))));
  else expect(result.problems.length).toBeGreaterThan(0);
  expect(Object.keys(Object.prototype)).toEqual([]);
}

function valueOf(json: string): Bundle {
  const result = readBundle(json);
  if (!result.ok) throw new Error(result.problems.map(({ place, message }) => `${place}: ${message}`).join('\n'));
  return result.value;
}

function problemsOf(json: string): readonly string[] {
  const result = readBundle(json);
  return result.ok ? [] : result.problems.map(({ place, message }) => `${place}: ${message}`);
}

function largeBundle(count: number): Bundle {
  const text = '🎉 word '.repeat(count);
  const bundle = manyLayers(1, text);
  const layer = bundle.layers[0]!;
  const spans = Array.from({ length: count }, (_, index) => {
    return { ...layer.spans[0]!, id: `s${index}` as SpanId, ranges: [{ from: index * 8, to: index * 8 + 7 }] };
  });
  return { ...bundle, layers: [{ ...layer, spans }] };
}

function manyLayers(count: number, text: string): Bundle {
  const bundle = sampleBundle();
  const article = { ...bundle.articles[0]!, id: articleIdOf(text), text };
  const annotators = Array.from({ length: count }, (_, index) => ({
    ...bundle.annotators[0]!,
    id: `a${index}` as never,
  }));
  const [firstLayer] = bundle.layers as readonly [Layer];
  const spans = [{ ...firstLayer.spans[0]!, ranges: [{ from: 0, to: 2 }], attributes: [] }];
  const layers = annotators.map(({ id }) => ({
    ...firstLayer,
    articleId: article.id,
    annotatorId: id,
    spans,
    links: [],
  }));
  return { ...bundle, annotators, articles: [article], layers, decisions: [], threads: [] };
}
