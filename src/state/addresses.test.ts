import { expect, test } from 'vitest';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import {
  annotateAddress,
  correctAddress,
  exportAddress,
  feedbackAddress,
  guidelineAddress,
  placeAddress,
  reviewAddress,
  searchAddress,
} from './addresses.ts';

test('an address names the article, and the span where there is one, whatever their ids are made of', () => {
  expect(annotateAddress('a1' as ArticleId)).toBe('#/annotate/a1');
  expect(annotateAddress('a1' as ArticleId, 's/1 é' as SpanId)).toBe('#/annotate/a1/s%2F1%20%C3%A9');
  expect(exportAddress('a/1' as ArticleId)).toBe('#/export/a%2F1');
  expect(correctAddress('a/1' as ArticleId)).toBe('#/correct/a%2F1');
  expect(feedbackAddress('a/1' as ArticleId)).toBe('#/feedback/a%2F1');
  expect(reviewAddress('a/1' as ArticleId)).toBe('#/review/a%2F1');
  expect(reviewAddress('a1' as ArticleId, 's/1' as SpanId, 'b' as AnnotatorId)).toBe('#/review/a1/s%2F1/b');
  expect(guidelineAddress('l/1' as LabelId)).toBe('#/guidelines/l%2F1');
});

test('an address names whose span it is, a place of the text, or a query', () => {
  expect(annotateAddress('a1' as ArticleId, 's1' as SpanId, 'b/o' as AnnotatorId)).toBe('#/annotate/a1/s1/b%2Fo');
  expect(placeAddress('a/1' as ArticleId, { from: 4, to: 11 })).toBe('#/annotate/a%2F1/@4-11');
  expect(searchAddress('')).toBe('#/search');
  expect(searchAddress('label:claim “a/b”')).toBe('#/search/label%3Aclaim%20%E2%80%9Ca%2Fb%E2%80%9D');
});
