import { DEFAULT_LABEL_SET, type LabelId } from '#core/labels/label-set.ts';
import { type AnnotatorId, type Article, type Bundle, type Layer, type ProjectId } from '#core/project/project.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { articleIdOf } from '#formats/article-id.ts';

const TEXT = '“We 🎉 will go,” she said, “on Monday.”\nAnn Lee of Rome: taxes rose 4%.\u2028';

/** A small bundle with an emoji, an interrupted quote and two annotators, one of whom marked nothing. For tests only. */
export function sampleBundle(): Bundle {
  const article = sampleArticle();
  const [ada, bo] = [
    { id: 'ada' as AnnotatorId, name: 'Ada' },
    { id: 'bo' as AnnotatorId, name: 'Bo' },
  ];
  const spans = [span('s1', 'quote', '“We 🎉 will go,”', '“on Monday.”'), span('s2', 'entity', 'Ann Lee')];
  const layer: Layer = {
    articleId: article.id,
    annotatorId: ada.id,
    status: 'in-progress',
    spans,
    changedAt: '2024-06-17T09:31:00.000Z',
  };
  return {
    project: { id: 'p1' as ProjectId, name: 'Taxes', labelSet: DEFAULT_LABEL_SET },
    annotators: [ada, bo],
    articles: [article],
    layers: [layer, { ...layer, annotatorId: bo.id, status: 'done', spans: [] }],
  };
}

function sampleArticle(): Article {
  return {
    id: articleIdOf(TEXT),
    title: 'Taxes rose',
    source: 'made for this test',
    date: '2024-06-17',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    text: TEXT,
  };
}

function span(id: string, label: string, ...quotes: readonly string[]): Span {
  const ranges = quotes.map((quote) => ({ from: TEXT.indexOf(quote), to: TEXT.indexOf(quote) + quote.length }));
  const time = '2024-06-17T09:30:00.000Z';
  return {
    id: id as SpanId,
    label: label as LabelId,
    ranges,
    note: '',
    origin: 'hand',
    createdAt: time,
    changedAt: time,
  };
}
