import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type AnnotatorId, type Article, type ArticleId } from '#core/project/project.ts';
import { compareLinks, type LinkId } from '#core/spans/link.ts';
import { compareSpans } from '#core/spans/span.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { type AnnotatedArticle, SPLITS } from './dataset.ts';
import { prepareDataset, type PrepareOptions } from './prepare-dataset.ts';
import { AS_IT_IS } from './write-dataset.ts';

const SEED = { seed: 20240617, numRuns: 60 };
const SAMPLE = sampleBundle();

function prepared(bundle: Bundle, options: Partial<PrepareOptions>) {
  const ids = bundle.articles.map(({ id }) => id);
  const result = prepareDataset(bundle, ids, { ...AS_IT_IS, ...options });
  if (!result.ok) throw new Error(result.problem);
  const annotated = bundle.articles.map((article) => result.article(article, layersOf(bundle, article)));
  return { ...result, annotated };
}

function layersOf({ layers }: Bundle, { id }: Article) {
  return layers.filter(({ articleId }) => articleId === id);
}

function labels(...entries: readonly (readonly [string, string])[]): PrepareOptions['renames'] {
  return { labels: new Map(entries.map(([id, name]) => [id as LabelId, name])), linkTypes: new Map() };
}

describe('renaming', () => {
  test('keeps every span and link with all but its label or type, and the new label set has all that they use', () => {
    fc.assert(
      fc.property(
        bundleArbitrary(),
        fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 9, maxLength: 9 }),
        (bundle, names) => {
          const { labelSet } = bundle.project;
          const options = {
            renames: {
              labels: new Map(labelSet.labels.map(({ id }, index) => [id, names[index % 9]!])),
              linkTypes: new Map(labelSet.linkTypes.map(({ id }, index) => [id, names[(index + 4) % 9]!])),
            },
          };
          const ids = bundle.articles.map(({ id }) => id);
          const result = prepareDataset(bundle, ids, { ...AS_IT_IS, ...options });
          // Attributes of the same id and different kinds are the only reason.
          if (!result.ok) {
            expect(result.problem).toContain('different kinds');
            return;
          }
          const known = result.about.project.labelSet;
          for (const article of bundle.articles) {
            const before = layersOf(bundle, article);
            for (const layer of result.article(article, before).layers) {
              const old = before.find(({ annotatorId }) => annotatorId === layer.annotatorId)!;
              const oldSpan = new Map(old.spans.map((span) => [span.id, span]));
              expect(layer.spans).toHaveLength(old.spans.length);
              for (const span of layer.spans) {
                const was = oldSpan.get(span.id)!;
                expect(span).toEqual({ ...was, label: options.renames.labels.get(was.label) });
                expect(known.labels.map(({ id }) => id)).toContain(span.label);
              }
              const oldLink = new Map(old.links.map((link) => [link.id, link]));
              expect(layer.links).toHaveLength(old.links.length);
              expect(layer.spans).toEqual(layer.spans.toSorted(compareSpans));
              expect(layer.links).toEqual(layer.links.toSorted(compareLinks));
              for (const link of layer.links) {
                const was = oldLink.get(link.id)!;
                expect(link).toEqual({ ...was, type: options.renames.linkTypes.get(was.type) });
                expect(known.linkTypes.map(({ id }) => id)).toContain(link.type);
              }
            }
          }
        },
      ),
      SEED,
    );
  });

  test('puts spans and links into the order that their new names ask for', () => {
    const [layer] = SAMPLE.layers;
    const [quote, entity] = layer!.spans;
    const [link] = layer!.links;
    const bundle: Bundle = {
      ...SAMPLE,
      layers: [
        {
          ...layer!,
          spans: [{ ...entity!, ranges: quote!.ranges }, quote!],
          links: [{ ...link!, id: 'l2' as LinkId, type: 'same-as' as LinkTypeId }, link!],
        },
      ],
    };
    const { annotated } = prepared(bundle, {
      renames: { ...labels(['quote', 'A']), linkTypes: new Map([['speaker' as LinkTypeId, 'A']]) },
    });
    const [renamed] = annotated[0]!.layers;
    expect(renamed!.spans.map(({ label }) => label)).toEqual(['A', 'entity']);
    expect(renamed!.links.map(({ type }) => type)).toEqual(['A', 'same-as']);
  });

  test('of nothing gives the layers as they are', () => {
    const { annotated, about, losses } = prepared(SAMPLE, {});
    expect(annotated.flatMap(({ layers }) => layers)).toEqual(SAMPLE.layers);
    expect(about.project).toBe(SAMPLE.project);
    expect(losses).toEqual([]);
  });

  test('merges labels of one name with the attributes of all, and tells each', () => {
    const { about, losses, annotated } = prepared(SAMPLE, { renames: labels(['entity', 'SPAN'], ['quote', 'SPAN']) });
    const [merged, claim] = about.project.labelSet.labels;
    expect(merged).toMatchObject({ id: 'SPAN', name: 'SPAN', overlapsItself: true });
    expect(merged!.attributes.map(({ id }) => id)).toEqual(['type', 'wikidata', 'form', 'cue']);
    expect(claim!.id).toBe('claim');
    expect(losses.map(({ detail }) => detail)).toEqual(['entity → SPAN', 'quote → SPAN']);
    expect(
      new Set(annotated.flatMap(({ layers }) => layers.flatMap(({ spans }) => spans.map((span) => span.label)))),
    ).toEqual(new Set(['SPAN']));
    const speaker = about.project.labelSet.linkTypes.find(({ id }) => id === 'speaker');
    expect(speaker).toMatchObject({ from: ['SPAN'], to: ['SPAN'] });
  });

  test('merges link types: an end that one of them leaves open is open', () => {
    const { labelSet } = SAMPLE.project;
    const open = { ...labelSet.linkTypes[0]!, id: 'open' as LinkTypeId, from: [] };
    const bundle: Bundle = {
      ...SAMPLE,
      project: { ...SAMPLE.project, labelSet: { ...labelSet, linkTypes: [...labelSet.linkTypes, open] } },
    };
    const { about } = prepared(bundle, {
      renames: {
        labels: new Map(),
        linkTypes: new Map(['speaker', 'open'].map((id) => [id as LinkTypeId, 'REL'])),
      },
    });
    expect(about.project.labelSet.linkTypes.find(({ id }) => id === 'REL')).toMatchObject({
      from: [],
      isSingle: false,
      isRequired: false,
    });
  });

  test('follows into the guidelines, where merged labels have the texts of both', () => {
    const { about } = prepared(SAMPLE, { renames: labels(['entity', 'NAME']) });
    expect(about.project.guidelines[0]!.labels.map(({ label }) => label)).toEqual(['NAME']);
  });

  test.each([
    ['an empty name', labels(['entity', ' ']), 'Give “Entity” a name'],
    [
      'an attribute of two kinds',
      labels(['place', 'X'], ['entity', 'X']),
      '“Entity” and “Place” cannot both be called “X”',
    ],
  ])('to %s is refused', (_, renames, words) => {
    const { labelSet } = SAMPLE.project;
    const place = {
      ...labelSet.labels[0]!,
      id: 'place' as LabelId,
      name: 'Place',
      attributes: [{ ...labelSet.labels[0]!.attributes[0]!, kind: 'text' as const, values: [] }],
    };
    const bundle = {
      ...SAMPLE,
      project: { ...SAMPLE.project, labelSet: { ...labelSet, labels: [...labelSet.labels, place] } },
    };
    const result = prepareDataset(bundle, [], { ...AS_IT_IS, renames });
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining(words) as string });
  });
});

describe('annotators', () => {
  test('that are not chosen are left out with their layers', () => {
    const { about, annotated } = prepared(SAMPLE, { annotatorIds: new Set(['bo' as AnnotatorId]) });
    expect(about.annotators.map(({ id }) => id)).toEqual(['bo']);
    expect(annotated.flatMap(({ layers }) => layers.map(({ annotatorId }) => annotatorId))).toEqual(['bo']);
  });

  test('without names are numbered by id, whatever their order, and no name is left anywhere', () => {
    fc.assert(
      fc.property(bundleArbitrary(), (bundle) => {
        const { about, annotated } = prepared(bundle, { isAnonymous: true });
        const sorted = bundle.annotators.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1));
        expect(about.annotators).toEqual(
          sorted.map((_, index) => ({ id: `annotator-${index + 1}`, name: `annotator-${index + 1}` })),
        );
        expect(about.project.guidelines.every(({ by }) => by === '')).toBe(true);
        for (const { article, layers } of annotated) {
          const whose = layersOf(bundle, article).map(
            ({ annotatorId }) => `annotator-${sorted.indexOf(annotatorId) + 1}`,
          );
          expect(layers.map(({ annotatorId }) => annotatorId).toSorted()).toEqual(whose.toSorted());
        }
        const turned = prepared({ ...bundle, annotators: bundle.annotators.toReversed() }, { isAnonymous: true });
        expect(turned.annotated).toEqual(annotated);
      }),
      SEED,
    );
  });

  test('whom the project does not list have no name either', () => {
    const { annotated } = prepared({ ...SAMPLE, annotators: [] }, { isAnonymous: true });
    expect(annotated.flatMap(({ layers }) => layers.map(({ annotatorId }) => annotatorId))).toEqual(
      SAMPLE.layers.map((_, index) => `annotator-${index + 1}`),
    );
  });
});

describe('a split', () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ ...SAMPLE.articles[0]!, id: `${index}` as ArticleId }));
  const choice = { shares: { train: 80, dev: 10, test: 10 }, seed: '1' };

  test('puts each article into one part, by shares and seed and not by order', () => {
    const bundle = { ...SAMPLE, articles: many, layers: [] };
    const { annotated } = prepared(bundle, { split: choice });
    const count = (split: string) => annotated.filter((each) => each.split === split).length;
    expect(SPLITS.map(count)).toEqual([16, 2, 2]);
    const turned = prepared({ ...bundle, articles: many.toReversed() }, { split: choice });
    expect(byId(turned.annotated)).toEqual(byId(annotated));
  });

  test('is none where none is asked for', () => {
    expect(prepared(SAMPLE, {}).annotated.every(({ split }) => split === undefined)).toBe(true);
  });

  test.each([
    { train: 0, dev: 0, test: 0 },
    { train: -1, dev: 2, test: 0 },
    { train: Number.NaN, dev: 2, test: 0 },
  ])('by the shares %j is refused', (shares) => {
    const split = { shares, seed: '' };
    expect(prepareDataset(SAMPLE, [], { ...AS_IT_IS, split })).toMatchObject({ ok: false });
  });
});

function byId(all: readonly AnnotatedArticle[]) {
  return new Map(all.map(({ article, split }) => [article.id, split]));
}
