import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { proseArbitrary } from '#core/text/prose.arbitrary.ts';
import { bundleOf } from './corpus.arbitrary.ts';
import { corpusOf } from './corpus.ts';
import { foldText } from './fold-text.ts';
import { calledQuery, readyQueries } from './ready-queries.ts';
import { type Hit, searchCorpus } from './search-corpus.ts';

const HARBOUR =
  '“We will open in May,” said Ann Lee, “or June.” LEE promised jobs.\nBo Li said: “It costs.”\nThe Café was shut.';

const CORPUS = corpusOf(
  bundleOf([
    {
      title: 'Harbour',
      text: HARBOUR,
      layers: [
        {
          by: 'Ada',
          spans: [
            {
              label: 'quote',
              words: ['“We will open in May,”', '“or June.”'],
              id: 'q1',
              values: { cue: { from: 23, to: 27 } },
            },
            { label: 'entity', words: 'Ann Lee', values: { type: 'person', wikidata: 'Q42' } },
            { label: 'entity', words: 'LEE' },
            { label: 'claim', words: 'LEE promised jobs.', note: 'Ask the “office”.' },
            { label: 'quote', words: '“It costs.”', values: { form: 'direct' } },
          ],
          links: ['speaker: q1 > Ann Lee', 'same-as: LEE > Ann Lee'],
        },
        { by: 'Bo', status: 'done', spans: [{ label: 'entity', words: 'Bo Li' }] },
      ],
    },
    {
      title: 'Ferry',
      text: 'Ann Lee met Lee.',
      layers: [
        { by: 'Ada', status: 'done', spans: [{ label: 'entity', words: 'Ann Lee', values: { type: 'person' } }] },
      ],
    },
    { title: 'Rain', text: 'It rained.\nIn Rome.' },
  ]),
);

function ask(query: string, most = 500, by = 'Ada') {
  return searchCorpus(CORPUS, { query, annotatorId: by as AnnotatorId, most });
}

/** Each hit as `article label: the words that are marked`, with notes and values after it. */
function hits(query: string, by = 'Ada'): readonly string[] {
  return ask(query, 500, by).articles.flatMap((article) =>
    article.hits.map((hit) => `${article.title} ${hit.span?.label ?? 'text'}: ${marked(hit)}`),
  );
}

function marked({ parts }: Hit): string {
  return parts
    .filter(({ isHit }) => isHit)
    .map(({ text }) => text)
    .join(' | ');
}

describe('what a query finds', () => {
  test.each<[string, readonly string[]]>([
    ['cafe', ['Harbour text: Café']],
    ['"ann lee"', ['Harbour entity: Ann Lee', 'Harbour text: Ann Lee', 'Ferry entity: Ann Lee', 'Ferry text: Ann Lee']],
    ['lee in:text', ['Harbour text: Lee', 'Harbour text: LEE', 'Ferry text: Lee', 'Ferry text: Lee']],
    ['said costs', ['Harbour text: said | costs']],
    ['said june in:text', ['Harbour text: said | June']],
    ['rained rome', []],
    ['office', ['Harbour claim: LEE promised jobs.']],
    ['office jobs in:spans in:notes', ['Harbour claim: LEE promised jobs.']],
    ['office in:spans', []],
    ['lee in:notes', []],
    ['person', ['Harbour entity: Ann Lee', 'Ferry entity: Ann Lee']],
    ['label:claim', ['Harbour claim: LEE promised jobs.']],
    ['label:claim label:quote costs', ['Harbour quote: “It costs.”']],
    ['label:quote june', ['Harbour quote: “We will open in May,” | “or June.”']],
    ['type:person status:done', ['Ferry entity: Ann Lee']],
    ['wikidata:q4', ['Harbour entity: Ann Lee']],
    ['cue:said', ['Harbour quote: “We will open in May,” | “or June.”']],
    ['form:Direct', ['Harbour quote: “It costs.”']],
    ['form:indirect', []],
    ['with:note', ['Harbour claim: LEE promised jobs.']],
    ['with:speaker', ['Harbour quote: “We will open in May,” | “or June.”']],
    ['without:speaker', ['Harbour quote: “It costs.”']],
    ['without:speaker without:form', []],
    ['without:note label:claim', []],
    ['label:entity without:type', ['Harbour entity: LEE']],
    ['with:wikidata', ['Harbour entity: Ann Lee']],
    ['called:lee', ['Harbour entity: Ann Lee', 'Harbour entity: LEE']],
    ['called:"it costs."', ['Harbour quote: “It costs.”']],
    ['by:Bo label:entity', ['Harbour entity: Bo Li']],
    ['by:everyone bo', ['Harbour entity: Bo Li', 'Harbour text: Bo']],
    ['by:bo status:done lee', ['Harbour text: Lee', 'Harbour text: LEE']],
    ['status:not-started rome', ['Rain text: Rome']],
    [
      'status:in-progress',
      [
        'Harbour quote: “We will open in May,” | “or June.”',
        'Harbour entity: Ann Lee',
        'Harbour claim: LEE promised jobs.',
        'Harbour entity: LEE',
        'Harbour quote: “It costs.”',
      ],
    ],
  ])('%s', (query, expected) => {
    expect(hits(query)).toEqual(expected);
  });

  test('is searched in the layers of the one who asks', () => {
    expect(hits('label:entity', 'Bo')).toEqual(['Harbour entity: Bo Li']);
    expect(hits('label:entity by:me', 'Bo')).toEqual(['Harbour entity: Bo Li']);
    expect(hits('label:entity', 'Cy')).toEqual([]);
  });
});

test.each([
  ['label:nonsense', 'There is no label “nonsense”.'],
  ['by:Nobody', 'No annotator here is called “Nobody”.'],
  ['status:old', 'There is no status “old”'],
  ['in:titles', 'Nothing can be searched “in:titles”'],
  ['without:author', 'There is no link type and no attribute “author”.'],
  ['called:', 'Type the name'],
  ['type:', 'Say which value'],
  ['label:claim in:text', 'In the text alone there are no labels'],
])('%s means nothing here, finds nothing and says why', (query, problem) => {
  const { count, problems } = ask(`${query} lee`);
  expect(count).toBe(0);
  expect(problems).toEqual([expect.stringContaining(problem)]);
});

test('all is counted where not all can be shown', () => {
  const { count, articleCount, shown, articles } = ask('lee', 3);
  expect({ count, articleCount, shown }).toEqual({ count: 8, articleCount: 2, shown: 3 });
  expect(articles.map((article) => [article.title, article.count, article.hits.length])).toEqual([['Harbour', 5, 3]]);
});

test('a hit says where it is, whose it is, and what else was found in it', () => {
  const [hit] = ask('office').articles[0]!.hits;
  expect(HARBOUR.slice(hit!.range.from, hit!.range.to)).toBe('LEE promised jobs.');
  expect(hit!.span).toEqual({ id: 'LEE promised jobs.', label: 'claim', annotatorId: 'Ada' });
  expect(hit!.details).toEqual([
    {
      attribute: undefined,
      parts: [
        { text: 'Ask the “', isHit: false },
        { text: 'office', isHit: true },
        { text: '”.', isHit: false },
      ],
    },
  ]);
  const [person] = ask('person').articles[0]!.hits;
  expect(person!.details).toEqual([{ attribute: 'type', parts: [{ text: 'Person', isHit: true }] }]);
});

test('every hit of one phrase in a text is the phrase, and each occurrence is a hit', () => {
  fc.assert(
    fc.property(proseArbitrary(20, 1), fc.constantFrom('said', 'ann smith', 'e', "'s", '1'), (text, phrase) => {
      const corpus = corpusOf(bundleOf([{ title: 'A', text }]));
      const answer = searchCorpus(corpus, { query: `"${phrase}"`, annotatorId: 'Ada' as AnnotatorId, most: 1000 });
      const ranges = answer.articles.flatMap((article) => article.hits.map(({ range }) => range));
      expect(ranges.map(({ from, to }) => foldText(text.slice(from, to)).text)).toEqual(ranges.map(() => phrase));
      expect(ranges.length).toBe(foldText(text).text.split(phrase).length - 1);
    }),
    { seed: 20240617, numRuns: 200 },
  );
});

describe('ready queries', () => {
  test('are those that the label set gives reason for', () => {
    expect(readyQueries(DEFAULT_LABEL_SET)).toEqual([
      { name: 'Quotes without a speaker', query: 'without:speaker' },
      { name: 'Claims without a claimant', query: 'without:claimant' },
      { name: 'Entities without a type', query: 'label:Entity without:type' },
      { name: 'Spans with a note', query: 'with:note' },
    ]);
    expect(calledQuery(DEFAULT_LABEL_SET)).toEqual({ name: 'All entities called', start: 'label:Entity ' });
  });

  test('find what they say', () => {
    expect(readyQueries(DEFAULT_LABEL_SET).map(({ query }) => hits(query))).toEqual([
      ['Harbour quote: “It costs.”'],
      ['Harbour claim: LEE promised jobs.'],
      ['Harbour entity: LEE'],
      ['Harbour claim: LEE promised jobs.'],
    ]);
  });

  test('name required attributes and links of any label, and need no label for names', () => {
    const [entity, claim] = DEFAULT_LABEL_SET.labels;
    const [speaker] = DEFAULT_LABEL_SET.linkTypes;
    const required = { ...claim!, attributes: claim!.attributes.map((one) => ({ ...one, isRequired: true })) };
    const queries = readyQueries({
      labels: [required, { ...entity!, attributes: [] }],
      linkTypes: [
        { ...speaker!, name: 'Author', from: [] },
        { ...speaker!, from: [claim!.id, entity!.id] },
      ],
    });
    expect(queries.map(({ name }) => name)).toEqual([
      'Spans without an author',
      'Claims and entities without a speaker',
      'Claims without a check-worthy',
      'Claims without a kind',
      'Spans with a note',
    ]);
    expect(calledQuery({ labels: [], linkTypes: [] })).toEqual({ name: 'All spans called', start: '' });
  });
});
