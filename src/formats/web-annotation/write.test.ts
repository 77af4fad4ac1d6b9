import Ajv from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { exchangedBundleArbitrary } from '#formats/exchange/round-trip.arbitrary.ts';
import {
  EXAMPLE_TEXT,
  exampleArticle,
  exampleAttributes,
  exampleLayer,
  exampleSpan,
  workedExample,
} from '#formats/exchange/example.arbitrary.ts';
import { writeArticles } from '#formats/exchange/written.arbitrary.ts';
import { WEB_ANNOTATION } from './about.ts';
import { ANNOTATION_SCHEMA, PAGE_SCHEMA } from './annotation-schema.arbitrary.ts';
import { ANNOTATION_CONTEXT } from './context.ts';
import { W3C_CONTEXT } from './w3c-context.arbitrary.ts';

const STEM = '0001-Taxes-parties';
const ajv = new Ajv({ schemas: [ANNOTATION_SCHEMA] });
const isPage = ajv.compile(PAGE_SCHEMA);
const isAnnotation = ajv.compile({ $ref: 'annotation' });

/** Serves the one context that may be asked for. */
const documentLoader = (url: string) =>
  url === ANNOTATION_CONTEXT
    ? Promise.resolve({ contextUrl: undefined, documentUrl: url, document: W3C_CONTEXT } as never)
    : Promise.reject(new Error(`asks for ${url}`));

const toTriples = (document: unknown): Promise<string> =>
  jsonld.toRDF(
    document as never,
    {
      documentLoader,
      format: 'application/n-quads',
      // Throws for whatever has no meaning in the contexts.
      safe: true,
    } as never,
  ) as unknown as Promise<string>;

async function writtenJson(variant: string, path: string): Promise<unknown> {
  const { files } = await writeArticles(WEB_ANNOTATION, [workedExample()], { variant });
  return JSON.parse(files.get(path)!);
}

describe('by the standard', () => {
  test('gives each article a text and a page beside it, in the folder of its split', async () => {
    const { files } = await writeArticles(WEB_ANNOTATION, [workedExample(), { ...workedExample(), split: 'dev' }]);
    expect([...files.keys()]).toEqual([
      `${STEM}.txt`,
      `${STEM}.jsonld`,
      'dev/0002-Taxes-parties.txt',
      'dev/0002-Taxes-parties.jsonld',
    ]);
    expect(files.get(`${STEM}.txt`)).toBe(EXAMPLE_TEXT);
    expect(JSON.parse(files.get('dev/0002-Taxes-parties.jsonld')!)).toMatchObject({
      annotates: { file: '0002-Taxes-parties.txt' },
    });
  });

  test('says in the page what is annotated, with hash and unit, and how far each annotator is', async () => {
    const { article } = workedExample();
    expect(await writtenJson('spec', `${STEM}.jsonld`)).toMatchObject({
      type: 'AnnotationPage',
      partOf: { type: 'AnnotationCollection', label: 'News of spring' },
      annotates: {
        id: `urn:spanmark:article:${article.id}`,
        file: `${STEM}.txt`,
        sha256: article.id,
        offsetUnit: 'code-point',
        title: 'Taxes & parties',
        publication: 'https://news.example/taxes',
        date: '2025-01-01',
        language: 'en',
      },
      layers: [
        { creator: { nickname: 'ann1', name: 'Ada One' }, status: 'in-progress' },
        { creator: { nickname: 'ann2' }, status: 'in-progress' },
      ],
    });
  });

  test('counts code points, and gives words with what is around them', async () => {
    const page = (await writtenJson('spec', `${STEM}.jsonld`)) as { items: readonly object[] };
    const source = `urn:spanmark:article:${workedExample().article.id}`;
    expect(page.items[0]).toEqual({
      id: `urn:spanmark:span:${workedExample().article.id}:ann1:s1`,
      type: 'Annotation',
      motivation: 'classifying',
      creator: { id: 'urn:spanmark:annotator:ann1', type: 'Person', nickname: 'ann1', name: 'Ada One' },
      created: '2025-01-02T03:04:05.000Z',
      modified: '2025-01-02T03:04:06.000Z',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'quote', format: 'text/plain' },
        {
          type: 'SpecificResource',
          purpose: 'describing',
          attribute: 'cue',
          source,
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: 'said',
              prefix: '“Hi 🎉” ',
              suffix: ' Ann Lee of Rome.\nTaxes rose 4%.',
            },
            { type: 'TextPositionSelector', start: 7, end: 11 },
          ],
        },
        { type: 'TextualBody', purpose: 'describing', value: 'direct', format: 'text/plain', attribute: 'form' },
        { type: 'TextualBody', purpose: 'commenting', value: 'a = b?', format: 'text/plain' },
      ],
      target: [
        {
          source,
          selector: [
            { type: 'TextQuoteSelector', exact: '“Hi 🎉”', prefix: '', suffix: ' said Ann Lee of Rome.\nTaxes ros' },
            { type: 'TextPositionSelector', start: 0, end: 6 },
          ],
        },
      ],
    });
  });

  test('gives an interrupted span a target for each part, and a link both of its annotations', async () => {
    const page = (await writtenJson('spec', `${STEM}.jsonld`)) as { items: readonly { id: string }[] };
    const find = (end: string): object => page.items.find(({ id }) => id.endsWith(end))!;
    expect(find('ann1:s5')).toMatchObject({
      target: [
        { selector: [{ exact: 'Rome' }, { start: 23, end: 27 }] },
        { selector: [{ exact: 'Taxes' }, { start: 29, end: 34 }] },
      ],
    });
    expect(find('ann1:l1')).toMatchObject({
      motivation: 'linking',
      body: [
        { purpose: 'tagging', value: 'speaker' },
        { id: `urn:spanmark:span:${workedExample().article.id}:ann1:s2`, type: 'Annotation' },
      ],
      target: `urn:spanmark:span:${workedExample().article.id}:ann1:s1`,
    });
  });

  test('never cuts a character in the words around a quote', async () => {
    const family = '👨‍👩‍👧‍👦';
    const text = `${family.repeat(4)}word${family.repeat(4)}`;
    const article = exampleArticle(text);
    const from = text.indexOf('word');
    const layers = [exampleLayer(article, [exampleSpan('s', 'entity', [[from, from + 4]])])];
    const { files } = await writeArticles(WEB_ANNOTATION, [{ article, layers, split: undefined }]);
    const page = JSON.parse(files.get(`${STEM}.jsonld`)!) as { items: readonly object[] };
    expect(page.items).toMatchObject([
      { target: [{ selector: [{ prefix: family.repeat(2), suffix: family.repeat(2) }, {}] }] },
    ]);
  });

  test('reports an attribute of which nothing is chosen', async () => {
    const article = exampleArticle('Rome');
    const span = exampleSpan('s', 'entity', [[0, 4]], { attributes: exampleAttributes(['themes', []]) });
    const layers = [exampleLayer(article, [span])];
    const { losses } = await writeArticles(WEB_ANNOTATION, [{ article, layers, split: undefined }]);
    expect(losses).toContainEqual(
      expect.objectContaining({ reason: 'attribute-dropped', spanId: 's', attribute: 'themes' }),
    );
  });
});

describe('for Recogito', () => {
  test('has the spans as a list, in UTF-16, and the links in a page of their own', async () => {
    const { files } = await writeArticles(WEB_ANNOTATION, [workedExample()], { variant: 'recogito' });
    expect([...files.keys()]).toEqual([`${STEM}.txt`, `${STEM}.json`, `${STEM}.links.json`]);
    const spans = JSON.parse(files.get(`${STEM}.json`)!) as readonly object[];
    expect(spans).toHaveLength(6);
    expect(spans[1]).toMatchObject({
      '@context': [ANNOTATION_CONTEXT, {}],
      target: [{ selector: [{ exact: 'Ann Lee' }, { start: 13, end: 20 }] }],
    });
    const links = JSON.parse(files.get(`${STEM}.links.json`)!) as object;
    expect(links).toMatchObject({
      annotates: { offsetUnit: 'utf-16' },
      items: [{ motivation: 'linking' }, { motivation: 'linking' }],
    });
  });
});

describe('what others say to the files', () => {
  test('the JSON-LD processor finds no key without a meaning, and every value is in the triples', async () => {
    const triples = await toTriples(await writtenJson('spec', `${STEM}.jsonld`));
    for (const value of ['"quote"', '"direct"', '"form"', '"a = b?"', '"ann1"', '"speaker"', '"in-progress"']) {
      expect(triples).toContain(value);
    }
    expect(triples).toContain('<http://www.w3.org/ns/oa#start> "29"');
    expect(triples).toContain('<http://purl.org/dc/terms/modified> "2025-01-02T03:04:06.000Z"');
  });

  test('the JSON-LD processor would refuse a key without a meaning', async () => {
    const page = (await writtenJson('spec', `${STEM}.jsonld`)) as object;
    await expect(toTriples({ ...page, mood: 'fine' })).rejects.toThrow();
  });

  test('all that may be in a project is an annotation page by the schema and has a meaning in JSON-LD', async () => {
    const bundles = fc.sample(exchangedBundleArbitrary(), { seed: 7, numRuns: 40 });
    for (const { project, articles, layers } of bundles) {
      const given = articles.map((article) => ({
        article,
        layers: layers.filter(({ articleId }) => articleId === article.id),
        split: undefined,
      }));
      for (const variant of ['spec', 'recogito']) {
        const { files } = await writeArticles(WEB_ANNOTATION, given, { variant }, project);
        for (const [path, text] of files) {
          if (path.endsWith('.txt')) continue;
          const value: unknown = JSON.parse(text);
          const fits = Array.isArray(value) ? value.every((each) => isAnnotation(each)) : isPage(value);
          expect([fits, isPage.errors ?? isAnnotation.errors]).toEqual([true, null]);
          await toTriples(value);
        }
      }
    }
  });

  test('the schema would refuse both kinds of bodies at once and a negative position', () => {
    const annotation = { id: 'urn:a:1', type: 'Annotation', target: 'urn:a:2' };
    expect(isAnnotation(annotation)).toBe(true);
    expect(isAnnotation({ ...annotation, body: 'urn:a:3', bodyValue: 'x' })).toBe(false);
    const selector = { type: 'TextPositionSelector', start: -1, end: 4 };
    expect(isAnnotation({ ...annotation, target: { source: 'urn:a:2', selector } })).toBe(false);
  });
});
