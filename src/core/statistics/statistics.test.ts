import { describe, expect, test } from 'vitest';
import { attribute, DEFAULT_LABEL_SET, label } from '#core/labels/default-label-set.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { bundleOf, type WrittenArticle } from '#core/search/corpus.arbitrary.ts';
import { corpusOf } from '#core/search/corpus.ts';
import { searchCorpus } from '#core/search/search-corpus.ts';
import { statisticsCsv } from './statistics-csv.ts';
import { statisticsOf } from './statistics.ts';

const ADA = 'Ada' as AnnotatorId;

const ARTICLES: readonly WrittenArticle[] = [
  {
    title: 'Harbour',
    text: '“Yes,” said Ann  Lee. “No,” said the mayor. “Or,” said Bo. Jobs came.',
    layers: [
      {
        by: 'Ada',
        spans: [
          { label: 'quote', words: '“Yes,”', id: 'q1', values: { form: 'direct' } },
          { label: 'entity', words: 'Ann  Lee', id: 'e1', values: { type: 'person', wikidata: 'Q1' } },
          { label: 'quote', words: '“No,”', id: 'q2', values: { form: 'direct' } },
          { label: 'entity', words: 'the mayor', id: 'e2' },
          { label: 'quote', words: '“Or,”', id: 'q3' },
          { label: 'entity', words: 'Bo', id: 'e3', values: { type: 'person', wikidata: 'q1' } },
          { label: 'claim', words: 'Jobs came.' },
        ],
        links: ['speaker: q1 > e1', 'speaker: q2 > e2', 'same-as: e2 > e1'],
      },
      { by: 'Bo', status: 'done', spans: [{ label: 'entity', words: 'Bo' }] },
    ],
  },
  {
    title: 'Ferry',
    text: 'ANN LEE met Ann Lee, and Ann Lee met The Mayor.',
    layers: [
      {
        by: 'Ada',
        status: 'done',
        spans: [
          { label: 'entity', words: 'ANN LEE' },
          { label: 'entity', words: 'Ann Lee' },
          { label: 'entity', words: 'Ann Lee', after: 'and', id: 'e6' },
          { label: 'entity', words: 'The Mayor' },
        ],
      },
    ],
  },
  { title: 'Rain', text: 'It rained.' },
];

const CORPUS = corpusOf(bundleOf(ARTICLES));
const ALL = statisticsOf(CORPUS, { annotatorId: ADA, isDoneOnly: false });
const DONE = statisticsOf(CORPUS, { annotatorId: ADA, isDoneOnly: true });

describe('the figures of an annotator', () => {
  test.each([
    ['Ada', { 'not-started': 1, 'in-progress': 1, done: 1 }, 11],
    ['Bo', { 'not-started': 2, 'in-progress': 0, done: 1 }, 1],
    ['Cy', { 'not-started': 3, 'in-progress': 0, done: 0 }, 0],
  ])('say how far %s is', (annotator, progress, spanCount) => {
    const figures = statisticsOf(CORPUS, { annotatorId: annotator as AnnotatorId, isDoneOnly: false });
    expect(figures).toMatchObject({ progress, spanCount });
  });

  test('count spans and articles for each label', () => {
    expect(ALL.labels).toEqual([
      { label: 'entity', count: 7, articles: 2 },
      { label: 'claim', count: 1, articles: 1 },
      { label: 'quote', count: 3, articles: 1 },
    ]);
    expect(DONE.labels.map(({ count }) => count)).toEqual([4, 0, 0]);
  });

  test('count the values of attributes, and the spans that hold none', () => {
    const [type, wikidata, , , form] = ALL.attributes;
    expect(type!.values.map(({ words, count }) => [words, count])).toEqual([
      ['Person', 2],
      ['Organisation', 0],
      ['Place', 0],
      ['Event', 0],
      ['Product or work', 0],
      ['Other', 0],
    ]);
    expect(type).toMatchObject({ label: 'entity', attribute: 'type', without: 5, query: 'label:Entity without:type' });
    expect(wikidata).toMatchObject({ values: [{ words: 'Q1', count: 2 }], without: 5 });
    expect(form).toMatchObject({ label: 'quote', attribute: 'form', without: 1 });
  });

  test('list articles, those with the most spans first', () => {
    expect(ALL.articles).toEqual([
      { articleId: 'Harbour', title: 'Harbour', status: 'in-progress', counts: [3, 1, 3], total: 7 },
      { articleId: 'Ferry', title: 'Ferry', status: 'done', counts: [4, 0, 0], total: 4 },
      { articleId: 'Rain', title: 'Rain', status: 'not-started', counts: [0, 0, 0], total: 0 },
    ]);
    expect(DONE.articles.map(({ title }) => title)).toEqual(['Ferry']);
  });

  test('join names that are folded alike or linked as the same, in all articles', () => {
    expect(ALL.names).toEqual([
      {
        label: 'entity',
        groups: [
          { words: 'Ann Lee', others: ['the mayor'], count: 6, articles: 2 },
          { words: 'Bo', others: [], count: 1, articles: 1 },
        ],
      },
    ]);
    // The link is in the article that is not done.
    expect(DONE.names[0]!.groups).toEqual([
      { words: 'Ann Lee', others: [], count: 3, articles: 1 },
      { words: 'The Mayor', others: [], count: 1, articles: 1 },
    ]);
  });

  test('say where the links of each type point', () => {
    expect(ALL.targets).toEqual([
      { linkType: 'speaker', groups: [{ words: 'Ann Lee', others: ['the mayor'], count: 2, articles: 1 }] },
      { linkType: 'claimant', groups: [] },
      { linkType: 'made-in', groups: [] },
    ]);
  });

  test('count the spans without a required link, and the query beside them finds as many', () => {
    expect(ALL.missing).toEqual([
      { linkType: 'speaker', missing: 1, of: 3, query: 'without:speaker' },
      { linkType: 'claimant', missing: 1, of: 1, query: 'without:claimant' },
    ]);
    for (const { query, missing } of ALL.missing) {
      expect(searchCorpus(CORPUS, { query, annotatorId: ADA, most: 9 }).count).toBe(missing);
    }
    for (const { query, without } of ALL.attributes) {
      expect(searchCorpus(CORPUS, { query, annotatorId: ADA, most: 9 }).count).toBe(without);
    }
  });
});

test('several values of one span count each, yes and no are words, and of free text the most frequent are listed', () => {
  const words = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const labelSet = {
    labels: [
      label('thing', 'Thing', {
        attributes: [
          attribute('tags', 'Tags', 'several', '', ['one:One', 'two:Two']),
          attribute('sure', 'Sure', 'yes-no', ''),
          attribute('free', 'Free', 'text', ''),
          attribute('size', 'Size', 'number', ''),
        ],
      }),
    ],
    linkTypes: [],
  };
  const spans = words.map((word) => ({
    label: 'thing',
    words: word,
    values: { tags: word < 'c' ? ['one', 'two'] : ['two'], sure: word === 'a', free: word < 'e' ? 'x' : word, size: 4 },
  }));
  const corpus = corpusOf(bundleOf([{ title: 'A', text: words.join(' '), layers: [{ by: 'Ada', spans }] }], labelSet));
  const [tags, sure, free, size] = statisticsOf(corpus, { annotatorId: ADA, isDoneOnly: false }).attributes;
  expect(tags!.values).toEqual([
    { words: 'One', count: 2 },
    { words: 'Two', count: 26 },
  ]);
  expect(sure!.values).toEqual([
    { words: 'No', count: 25 },
    { words: 'Yes', count: 1 },
  ]);
  expect(free!.values.length).toBe(20);
  expect(free!.values[0]).toEqual({ words: 'x', count: 5 });
  expect(size!.values).toEqual([{ words: '4', count: 26 }]);
});

describe('as CSV', () => {
  test('each figure is a row with what it is about', () => {
    const lines = statisticsCsv(DEFAULT_LABEL_SET, ALL).split('\r\n');
    expect(lines[0]).toBe('table,item,measure,value');
    expect(lines.at(-1)).toBe('');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Progress,Done,articles,1',
        'Labels,Entity,spans,7',
        'Labels,Entity,articles,2',
        'Entity: Type,Person,spans,2',
        'Entity: Type,(none),spans,5',
        'Articles,Harbour,status,in-progress',
        'Articles,Harbour,Quote,3',
        'Articles,Harbour,spans,7',
        'Names: Entity,Ann Lee,count,6',
        'Targets: Speaker,Ann Lee,articles,1',
        'Missing links,Speaker,missing,1',
        'Missing links,Speaker,of,3',
      ]),
    );
  });

  test.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+1', "'+1"],
    ['-DOCSTART-', "'-DOCSTART-"],
    ['@x', "'@x"],
    ['a, b', '"a, b"'],
    ['say "yes"', '"say ""yes"""'],
    ['=1,"2"', '"\'=1,""2"""'],
    ['two\nlines', '"two\nlines"'],
    ['a=b', 'a=b'],
  ])('the title %j is written %s', (title, written) => {
    const corpus = corpusOf(bundleOf([{ title, text: 'x' }]));
    const csv = statisticsCsv(DEFAULT_LABEL_SET, statisticsOf(corpus, { annotatorId: ADA, isDoneOnly: false }));
    expect(csv).toContain(`\r\nArticles,${written},spans,0\r\n`);
  });
});
