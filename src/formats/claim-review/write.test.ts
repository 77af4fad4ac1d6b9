import * as fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { attribute, label, linkType } from '#core/labels/default-label-set.ts';
import { exchangedBundleArbitrary } from '#formats/exchange/round-trip.arbitrary.ts';
import {
  EXAMPLE_PROJECT,
  exampleArticle,
  exampleAttributes,
  exampleLayer,
  exampleLink,
  exampleSpan,
  workedExample,
} from '#formats/exchange/example.arbitrary.ts';
import { writeArticles } from '#formats/exchange/written.arbitrary.ts';
import { CLAIM_REVIEW } from './about.ts';

interface Written {
  readonly graph: readonly Readonly<Record<string, unknown>>[];
  readonly losses: Awaited<ReturnType<typeof writeArticles>>['losses'];
}

async function written(
  ...given: Parameters<typeof writeArticles> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Written> {
  const { files, losses } = await writeArticles(CLAIM_REVIEW, ...given);
  expect([...files.keys()]).toEqual(['claims.jsonld']);
  const document = JSON.parse(files.get('claims.jsonld')!) as { '@graph': Written['graph'] };
  return { graph: document['@graph'], losses };
}

const { article } = workedExample();
const APPEARANCE = {
  '@type': 'Article',
  '@id': `urn:spanmark:article:${article.id}`,
  headline: 'Taxes & parties',
  url: 'https://news.example/taxes',
  datePublished: '2025-01-01',
  inLanguage: 'en',
};

describe('the worked example', () => {
  test('gives a review for each claim, with who makes it and where it appeared, and no rating', async () => {
    const { graph } = await written([workedExample()]);
    expect(graph).toEqual([
      {
        '@type': 'ClaimReview',
        claimReviewed: 'Rome … Taxes',
        itemReviewed: {
          '@type': 'Claim',
          '@id': `urn:spanmark:span:${article.id}:ann1:s5`,
          text: 'Rome … Taxes',
          appearance: APPEARANCE,
        },
      },
      {
        '@type': 'ClaimReview',
        claimReviewed: 'Taxes rose 4%',
        itemReviewed: {
          '@type': 'Claim',
          '@id': `urn:spanmark:span:${article.id}:ann1:s4`,
          text: 'Taxes rose 4%',
          author: { '@type': 'Person', name: 'Ann Lee', sameAs: 'https://www.wikidata.org/wiki/Q42' },
          appearance: APPEARANCE,
        },
      },
    ]);
  });

  test('names everything else as lost', async () => {
    const { losses } = await written([workedExample()]);
    const about = (reason: string): readonly string[] =>
      losses
        .filter((loss) => loss.reason === reason)
        .map((loss) => `${loss.annotatorId} ${loss.spanId ?? loss.linkId}`);
    expect(about('label-dropped')).toEqual(['ann1 s1', 'ann1 s2', 'ann1 s3', 'ann2 s1']);
    expect(about('discontinuous-joined')).toEqual(['ann1 s5']);
    expect(about('attribute-dropped')).toEqual(['ann1 s4']);
    expect(about('link-dropped')).toEqual(['ann1 l1']);
  });
});

describe('who makes a claim', () => {
  const text = 'The party and Ann Lee say taxes rose.';
  const other = exampleArticle(text, { source: 'Morning paper, page 2', date: '', language: 'und' });
  const claim = exampleSpan('c', 'statement', [[26, 36]], { attributes: exampleAttributes(['who', 'Ann Lee']) });
  const party = exampleSpan('p', 'name', [[4, 9]], { attributes: exampleAttributes(['kind', 'o']) });
  const lee = exampleSpan('l', 'name', [[14, 21]], { attributes: exampleAttributes(['kind', 'p']) });
  const project = {
    ...EXAMPLE_PROJECT,
    labelSet: {
      labels: [
        label('statement', 'Claim', { attributes: [attribute('who', 'Claimant', 'text', '')] }),
        label('name', 'Name', {
          attributes: [attribute('kind', 'Kind', 'choice', '', ['o:Organisation', 'p:Person'])],
        }),
      ],
      linkTypes: [linkType('said-by', 'Claimant', ['statement'], ['name'])],
    },
  };

  test('may be several, by links and in an attribute, each once; labels and links count by their names too', async () => {
    const links = [exampleLink('1', 'said-by', 'c', 'p'), exampleLink('2', 'said-by', 'c', 'l')];
    const layers = [exampleLayer(other, [claim, party, lee], links)];
    const { graph, losses } = await written([{ article: other, layers, split: undefined }], {}, project);
    expect(graph).toMatchObject([
      {
        itemReviewed: {
          author: [
            { '@type': 'Organization', name: 'party' },
            { '@type': 'Person', name: 'Ann Lee' },
          ],
        },
      },
    ]);
    expect(losses.filter(({ reason }) => reason === 'attribute-dropped' || reason === 'link-dropped')).toEqual([]);
  });

  test('may be told by an attribute only; what is not known is left out', async () => {
    const layers = [exampleLayer(other, [claim])];
    const { graph } = await written([{ article: other, layers, split: undefined }], {}, project);
    expect(graph).toMatchObject([{ itemReviewed: { author: { name: 'Ann Lee' } } }]);
    expect((graph[0]!['itemReviewed'] as Record<string, unknown>)['appearance']).toEqual({
      '@type': 'Article',
      '@id': `urn:spanmark:article:${other.id}`,
      headline: 'Taxes & parties',
      creditText: 'Morning paper, page 2',
    });
  });

  test('tells which labels are claims where none is called so', async () => {
    const { labels, linkTypes } = project.labelSet;
    const renamed = { ...project, labelSet: { labels: [{ ...labels[0]!, name: 'Statement' }, labels[1]!], linkTypes } };
    const layers = [exampleLayer(other, [claim, lee])];
    const { graph } = await written([{ article: other, layers, split: undefined }], {}, renamed);
    expect(graph).toMatchObject([{ claimReviewed: 'taxes rose' }]);
  });
});

test('without claims the file is a graph of nothing', async () => {
  expect((await written([])).graph).toEqual([]);
});

/** Terms that schema.org has for the types used, and nothing else, so that another key has no meaning. */
const SCHEMA_CONTEXT = {
  '@context': Object.fromEntries([
    ...['ClaimReview', 'Claim', 'Article', 'Person', 'Organization'].map((name) => [name, `http://schema.org/${name}`]),
    ...['claimReviewed', 'itemReviewed', 'text', 'author', 'appearance', 'headline', 'creditText', 'name'].map(
      (name) => [name, `http://schema.org/${name}`],
    ),
    ...['datePublished', 'inLanguage'].map((name) => [name, `http://schema.org/${name}`]),
    ...['url', 'sameAs'].map((name) => [name, { '@id': `http://schema.org/${name}`, '@type': '@id' }]),
  ]) as object,
};

const toTriples = (document: unknown): Promise<string> =>
  jsonld.toRDF(
    document as never,
    {
      documentLoader: (url: string) =>
        url === 'https://schema.org'
          ? Promise.resolve({ contextUrl: undefined, documentUrl: url, document: SCHEMA_CONTEXT })
          : Promise.reject(new Error(`asks for ${url}`)),
      format: 'application/n-quads',
      safe: true,
    } as never,
  ) as unknown as Promise<string>;

test('whatever is in a project, a JSON-LD processor finds no key without a meaning and every claim', async () => {
  for (const { project, articles, layers } of fc.sample(exchangedBundleArbitrary(), { seed: 5, numRuns: 40 })) {
    const claimProject = {
      ...project,
      labelSet: { ...project.labelSet, labels: project.labelSet.labels.map((each) => ({ ...each, name: 'Claim' })) },
    };
    const given = articles.map((each) => ({
      article: each,
      layers: layers.filter(({ articleId }) => articleId === each.id),
      split: undefined,
    }));
    const { files } = await writeArticles(CLAIM_REVIEW, given, {}, claimProject);
    const triples = await toTriples(JSON.parse(files.get('claims.jsonld')!));
    const claims = layers.reduce((sum, { spans }) => sum + spans.length, 0);
    expect(triples.match(/<http:\/\/schema\.org\/claimReviewed>/g)?.length ?? 0).toBe(claims);
  }
  await expect(toTriples({ '@context': 'https://schema.org', '@type': 'Claim', mood: 'fine' })).rejects.toThrow();
});
