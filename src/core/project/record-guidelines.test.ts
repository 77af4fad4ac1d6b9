import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { GUIDELINE_LIMITS, type GuidelineExample, type Guidelines, type GuidelineVersion } from './guidelines.ts';
import { mergeGuidelines } from './merge-guidelines.ts';
import { recordGuidelines } from './record-guidelines.ts';

const ENTITY = 'entity' as LabelId;
const EXAMPLE: GuidelineExample = {
  before: 'said ',
  quote: 'Ann',
  after: ' Lee',
  source: 'Taxes',
  isGood: true,
  comment: '',
};

describe('what somebody wrote', () => {
  test.each<[string, string, string, boolean, readonly string[]]>([
    ['takes the place of what the same person saved just before', 'Ada', '2024-06-17T09:09:59.999Z', true, ['b']],
    ['is a version of its own after ten minutes', 'Ada', '2024-06-17T09:10:00.000Z', true, ['a', 'b']],
    ['is a version of its own where somebody else saved before', 'Bo', '2024-06-17T09:00:01.000Z', true, ['a', 'b']],
    ['is a version of its own where it may not replace one', 'Ada', '2024-06-17T09:00:01.000Z', false, ['a', 'b']],
  ])('%s', (_, by, at, mayReplace, texts) => {
    const first = recordGuidelines([], saying('a'), 'Ada', '2024-06-17T09:00:00.000Z');
    const versions = recordGuidelines(first, saying('b'), by, at, mayReplace);
    expect(versions.map(({ text }) => text)).toEqual(texts);
    expect(versions.at(-1)).toEqual({ number: texts.length, at, by, text: 'b', labels: [] });
  });

  test.each<[string, Guidelines]>([
    ['the same', { text: 'a', labels: [{ label: ENTITY, text: 'b', examples: [EXAMPLE] }] }],
    [
      'the same with a label about which nothing is said',
      {
        text: 'a',
        labels: [
          { label: ENTITY, text: 'b', examples: [EXAMPLE] },
          { label: 'claim' as LabelId, text: '', examples: [] },
        ],
      },
    ],
  ])('changes nothing where it is %s', (_, content) => {
    const versions = recordGuidelines([], content, 'Ada', '2024-06-17T09:00:00.000Z');
    expect(recordGuidelines(versions, content, 'Bo', '2025-06-17T09:00:00.000Z')).toBe(versions);
  });

  test.each<[string, Partial<GuidelineExample>]>([
    ['before', { before: 'x' }],
    ['quote', { quote: 'x' }],
    ['after', { after: 'x' }],
    ['source', { source: 'x' }],
    ['isGood', { isGood: false }],
    ['comment', { comment: 'x' }],
  ])('is another where an example differs in %s', (_, change) => {
    const versions = recordGuidelines([], withExample(EXAMPLE), 'Ada', '2024-06-17T09:00:00.000Z');
    const next = recordGuidelines(versions, withExample({ ...EXAMPLE, ...change }), 'Bo', '2024-06-17T09:00:00.000Z');
    expect(next).toHaveLength(2);
  });

  test('of nothing before the first version is no version', () => {
    expect(recordGuidelines([], saying(''), 'Ada', '2024-06-17T09:00:00.000Z')).toEqual([]);
  });

  test('is never older than the version before it, also where a clock was put back', () => {
    const first = recordGuidelines([], saying('a'), 'Ada', '2024-06-17T09:00:00.000Z');
    const versions = recordGuidelines(first, saying('b'), 'Bo', '2020-01-01T00:00:00.000Z');
    expect(versions.map(({ at, text }) => [at, text])).toEqual([
      ['2024-06-17T09:00:00.000Z', 'a'],
      ['2024-06-17T09:00:00.000Z', 'b'],
    ]);
  });

  test('is cut to what a file may hold, without halving a character', () => {
    const { text, quote, source, comment, examples } = GUIDELINE_LIMITS;
    const many = Array.from({ length: examples + 1 }, () => ({
      ...EXAMPLE,
      before: 'x'.repeat(quote + 1),
      quote: 'x'.repeat(quote + 1),
      after: 'x'.repeat(quote + 1),
      source: 'x'.repeat(source + 1),
      comment: 'x'.repeat(comment + 1),
    }));
    const content = {
      text: `${'x'.repeat(text - 1)}🎉`,
      labels: [{ label: ENTITY, text: 'x'.repeat(text + 1), examples: many.slice(0, 2) }],
    };
    const [version] = recordGuidelines([], content, 'Ada', '2024-06-17T09:00:00.000Z');
    expect(version!.text).toBe('x'.repeat(text - 1));
    expect(version!.labels[0]!.text).toHaveLength(text);
    const [example] = version!.labels[0]!.examples;
    expect([example!.before, example!.quote, example!.after].map(({ length }) => length)).toEqual([
      quote,
      quote,
      quote,
    ]);
    expect([example!.source.length, example!.comment.length]).toEqual([source, comment]);
    const few = { text: '', labels: [{ label: ENTITY, text: '', examples: many.map(() => EXAMPLE) }] };
    expect(recordGuidelines([], few, 'Ada', '')[0]!.labels[0]!.examples).toHaveLength(examples);
  });
});

describe('of more versions than a file may hold', () => {
  const full = Array.from({ length: GUIDELINE_LIMITS.versions }, (_, index): GuidelineVersion => {
    return {
      number: index + 1,
      at: isoAfter(index * 1000),
      by: `${index}`,
      text: `${index}`,
      labels: [],
    };
  });

  test('the second oldest goes and the first stays', () => {
    const versions = recordGuidelines(full, saying('new'), 'Ada', '2024-06-17T09:00:00.000Z');
    expect(versions).toHaveLength(GUIDELINE_LIMITS.versions);
    expect(versions.slice(0, 2).map(({ number, text }) => [number, text])).toEqual([
      [1, '0'],
      [2, '2'],
    ]);
    expect(versions.at(-1)).toMatchObject({ number: GUIDELINE_LIMITS.versions, text: 'new' });
  });

  test('the same go where a file brings too many, and the file brings nothing the second time', () => {
    const ours = full.map((version) => ({ ...version, by: 'us' }));
    const merged = mergeGuidelines(ours, full);
    expect(merged).toHaveLength(GUIDELINE_LIMITS.versions);
    expect(merged.map(({ number }) => number)).toEqual(full.map(({ number }) => number));
    expect(mergeGuidelines(merged, full)).toBe(merged);
  });
});

test('no version is lost but to the same person within ten minutes, and the numbers are 1 to n', () => {
  const step = fc.record({
    by: fc.constantFrom('Ada', 'Bo'),
    text: fc.constantFrom('', 'a', 'b', 'c'),
    waitMs: fc.integer({ min: 0, max: 15 * 60 * 1000 }),
    mayReplace: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let versions: readonly GuidelineVersion[] = [];
      let now = 0;
      for (const { by, text, waitMs, mayReplace } of steps) {
        now += waitMs;
        const before = versions;
        versions = recordGuidelines(before, saying(text), by, isoAfter(now), mayReplace);
        expect(versions.map(({ number }) => number)).toEqual(versions.map((_, index) => index + 1));
        expect(versions.at(-1)?.text ?? '').toBe(text);
        const lost = before.filter((version) => !versions.includes(version));
        for (const { by: owner, at } of lost) {
          expect([mayReplace, owner]).toEqual([true, by]);
          expect(at > isoAfter(now - 10 * 60 * 1000)).toBe(true);
        }
        expect(lost.length).toBeLessThanOrEqual(1);
      }
    }),
    { seed: 20240617, numRuns: 300 },
  );
});

/** The time so many milliseconds after a midnight; up to a day before it. */
function isoAfter(ms: number): string {
  const day = ms < 0 ? '16' : '17';
  const ofDay = ms < 0 ? ms + 24 * 3600 * 1000 : ms;
  const parts = [ofDay / 3_600_000, (ofDay / 60_000) % 60, (ofDay / 1000) % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `2024-06-${day}T${parts.join(':')}.${String(ofDay % 1000).padStart(3, '0')}Z`;
}

function saying(text: string): Guidelines {
  return { text, labels: [] };
}

function withExample(example: GuidelineExample): Guidelines {
  return { text: '', labels: [{ label: ENTITY, text: '', examples: [example] }] };
}
