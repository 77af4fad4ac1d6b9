import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Annotator, type AnnotatorId, type Article, type ArticleId, type Layer } from '#core/project/project.ts';
import { type Decision, type DecisionId } from '#core/review/decision.ts';
import { type MessageId, type Thread, type ThreadId } from '#core/review/thread.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type Bundle } from './bundle.ts';
import { annotatorToBe, bundleToAnnotate, bundleToReturn, bundleToReview } from './hand-over.ts';

const AT = '2024-06-17T09:00:00Z';
const PEOPLE: readonly Annotator[] = [
  { id: 'ada' as AnnotatorId, name: 'Ada' },
  { id: 'bo' as AnnotatorId, name: 'Bo Li' },
  { id: 'cy' as AnnotatorId, name: 'Cy' },
  { id: 'rev' as AnnotatorId, name: 'Rhea' },
  { id: 'out' as AnnotatorId, name: 'Outsider' },
];
const [ADA, BO] = PEOPLE.map(({ id }) => id) as [AnnotatorId, AnnotatorId];

function article(id: string): Article {
  const original = { newline: 'none', byteOrderMark: false, replaced: 0 } as const;
  const rest = {
    title: id,
    author: '',
    source: '',
    date: '',
    language: 'en',
    original,
    correctionOf: '',
    pages: [],
  } as const;
  return { id: id as ArticleId, text: 'Ann left.', ...rest };
}

function layer(articleId: string, annotatorId: string, status: Layer['status'] = 'done'): Layer {
  const about = { articleId: articleId as ArticleId, annotatorId: annotatorId as AnnotatorId };
  return { ...about, status, spans: [], links: [], changedAt: AT };
}

function thread(id: string, articleId: string, by: string, body: string): Thread {
  return {
    id: id as ThreadId,
    articleId: articleId as ArticleId,
    spans: [{ annotatorId: BO, spanId: 's' as SpanId }],
    range: { from: 0, to: 3 },
    quote: 'Ann',
    isGuidelineQuestion: false,
    isResolved: false,
    changedAt: AT,
    messages: [{ id: `${id} 1` as MessageId, by: by as AnnotatorId, at: AT, body }],
  };
}

const DECISION: Decision = {
  id: 'd' as DecisionId,
  articleId: 'a1' as ArticleId,
  at: AT,
  by: 'rev' as AnnotatorId,
  verdict: 'accept',
  covers: ['ada', 'bo'].map((id) => ({
    annotatorId: id as AnnotatorId,
    spanId: 's' as SpanId,
    label: 'entity' as LabelId,
    ranges: [{ from: 0, to: 3 }],
    attributes: [],
  })),
  inputs: ['ada', 'bo', 'cy'].map((id) => ({ annotatorId: id as AnnotatorId, digest: '1' })),
  spans: [
    {
      id: 'g' as SpanId,
      label: 'entity' as LabelId,
      ranges: [{ from: 0, to: 3 }],
      attributes: [],
      note: '',
      from: [{ annotatorId: BO, spanId: 's' as SpanId }],
      links: [],
    },
  ],
  reasons: [],
  comment: 'As Bo Li has it.',
  isBlind: false,
  policy: undefined,
  batch: '',
  supersedes: [],
};

const BUNDLE: Bundle = {
  project: {
    id: 'p' as Bundle['project']['id'],
    name: 'Project',
    labelSet: { labels: [], linkTypes: [] },
    guidelines: [{ number: 1, at: AT, by: 'Bo Li', text: '', labels: [] }],
  },
  annotators: PEOPLE,
  articles: ['a1', 'a2', 'a3'].map(article),
  layers: [
    layer('a1', 'ada'),
    layer('a1', 'bo'),
    layer('a1', 'cy'),
    layer('a2', 'ada', 'in-progress'),
    layer('a3', 'ada'),
  ],
  decisions: [DECISION, { ...DECISION, id: 'd3' as DecisionId, articleId: 'a3' as ArticleId }],
  threads: [
    thread('t1', 'a1', 'bo', 'Bo Li asks Cy, and cy asks Ada. Rhea knows.'),
    thread('t2', 'a2', 'out', 'Elsewhere'),
  ],
};

test('to be reviewed go the annotator’s finished layers with their articles, threads and nobody who is not named', () => {
  const sent = bundleToReview(BUNDLE, ADA);
  expect(sent.layers).toEqual([layer('a1', 'ada'), layer('a3', 'ada')]);
  expect(sent.articles.map(({ id }) => id)).toEqual(['a1', 'a3']);
  expect(sent.threads.map(({ id }) => id)).toEqual(['t1']);
  expect(sent.decisions).toEqual([]);
  expect(sent.annotators.map(({ name }) => name)).toEqual(['Ada', 'Bo Li']);
});

test('what is returned is one annotator’s, on the chosen articles, with what was decided and said there', () => {
  const back = bundleToReturn(BUNDLE, { annotatorId: ADA, articleIds: new Set([article('a1').id]), isBlind: false });
  expect(back.layers).toEqual([layer('a1', 'ada')]);
  expect(back.decisions).toEqual([DECISION]);
  expect(back.threads.map(({ id }) => id)).toEqual(['t1']);
  expect(back.annotators.map(({ name }) => name)).toEqual(['Ada', 'Bo Li', 'Cy', 'Rhea']);
});

test('blinded, nothing in the file tells who a colleague is, but for the reader and the reviewer', () => {
  const choice = { annotatorId: ADA, articleIds: new Set(BUNDLE.articles.map(({ id }) => id)), isBlind: true };
  const back = bundleToReturn(BUNDLE, choice);
  const text = JSON.stringify(back);
  for (const trace of ['Bo', '"bo"', 'Cy', 'cy', 'Outsider']) expect(text).not.toContain(trace);
  expect(text).toContain('"ada"');
  expect(back.annotators.map(({ name }) => name).toSorted()).toEqual(
    ['Ada', 'Annotator A', 'Annotator B', 'Annotator C', 'Rhea'].filter((name) => text.includes(name)),
  );
  expect(back.annotators).toHaveLength(4);
  const [first] = back.decisions;
  const bo = first!.covers[1]!.annotatorId;
  expect(first!.spans[0]!.from[0]!.annotatorId).toBe(bo);
  expect(back.threads[0]!.spans[0]!.annotatorId).toBe(bo);
  expect(back.threads[0]!.messages[0]!.by).toBe(bo);
  const nameOf = (id: AnnotatorId) => back.annotators.find((each) => each.id === id)!.name;
  expect(first!.comment).toBe(`As ${nameOf(bo)} has it.`);
  expect(back.threads[0]!.messages[0]!.body).toContain('asks Ada. Rhea knows.');
  // Another reader knows the same colleague by another id; the same reader, by the same in every file.
  expect(bundleToReturn(BUNDLE, choice)).toEqual(back);
  const other = bundleToReturn(BUNDLE, { ...choice, annotatorId: 'cy' as AnnotatorId });
  expect(other.decisions[0]!.covers[1]!.annotatorId).not.toBe(bo);
});

test('to begin with there are articles and an annotator, and such a file tells whom it is for', () => {
  const [ada] = PEOPLE as readonly [Annotator];
  const given = bundleToAnnotate(BUNDLE, ada, new Set([article('a2').id]));
  expect(given.articles.map(({ id }) => id)).toEqual(['a2']);
  expect([given.layers, given.decisions, given.threads]).toEqual([[], [], []]);
  expect(annotatorToBe(given)).toEqual(ada);
  expect(annotatorToBe(BUNDLE)).toBeUndefined();
  expect(annotatorToBe({ ...given, layers: [layer('a2', 'ada')] })).toBeUndefined();
  expect(annotatorToBe({ ...given, articles: [] })).toBeUndefined();
});
