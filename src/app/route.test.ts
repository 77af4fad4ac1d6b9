import { expect, test } from 'vitest';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { annotateAddress, correctAddress, exportAddress, placeAddress, searchAddress } from '#state/addresses.ts';
import { routeOf } from './route.ts';

const ANNOTATE = {
  screen: 'annotate',
  articleId: 'a1',
  spanId: undefined,
  annotatorId: undefined,
  place: undefined,
};

test.each([
  ['', { screen: 'library' }],
  ['/', { screen: 'library' }],
  ['/library', { screen: 'library' }],
  ['/library/', { screen: 'library' }],
  ['/labels', { screen: 'labels' }],
  ['/labels/more', { screen: 'unknown' }],
  ['/import', { screen: 'import' }],
  ['/import?from=share&text=a%2Fb', { screen: 'import' }],
  ['/settings', { screen: 'settings' }],
  ['/help', { screen: 'help', section: undefined }],
  ['/help/keys', { screen: 'help', section: 'keys' }],
  ['/guidelines', { screen: 'guidelines', label: undefined }],
  ['/guidelines/a%2Fb', { screen: 'guidelines', label: 'a/b' }],
  ['/questions', { screen: 'questions' }],
  ['/share', { screen: 'share' }],
  ['/trash', { screen: 'trash' }],
  ['/history/a1/a%2Fda', { screen: 'history', articleId: 'a1', annotatorId: 'a/da' }],
  ['/history/a1', { screen: 'unknown' }],
  ['/history/a1/ada/more', { screen: 'unknown' }],
  ['/feedback', { screen: 'feedback', articleId: undefined }],
  ['/feedback/a1', { screen: 'feedback', articleId: 'a1' }],
  ['/feedback/a1/more', { screen: 'unknown' }],
  ['/agreement', { screen: 'agreement' }],
  ['/agreement/more', { screen: 'unknown' }],
  ['/review', { screen: 'review', articleId: undefined, span: undefined }],
  ['/review/a1', { screen: 'review', articleId: 'a1', span: undefined }],
  ['/review/a1/s%2F1/ada', { screen: 'review', articleId: 'a1', span: { spanId: 's/1', annotatorId: 'ada' } }],
  ['/review/a1/s1', { screen: 'unknown' }],
  ['/review/a1/s1/ada/more', { screen: 'unknown' }],
  ['/export', { screen: 'export', articleId: undefined }],
  ['/statistics', { screen: 'statistics' }],
  ['/search', { screen: 'search', query: '' }],
  ['/search/label%3Aclaim%20tax', { screen: 'search', query: 'label:claim tax' }],
  ['/search/a/b', { screen: 'unknown' }],
  ['/annotate', { ...ANNOTATE, articleId: undefined }],
  ['/annotate/a1', ANNOTATE],
  ['/annotate/a1/s1', { ...ANNOTATE, spanId: 's1' }],
  ['/annotate/a1/s1/ada', { ...ANNOTATE, spanId: 's1', annotatorId: 'ada' }],
  ['/annotate/a1/s1/ada/more', { screen: 'unknown' }],
  ['/annotate/a1/@4-11', { ...ANNOTATE, place: { from: 4, to: 11 } }],
  ['/annotate/a1/@4-4', { ...ANNOTATE, place: { from: 4, to: 4 } }],
  ['/annotate/a1/@4-11/ada', { screen: 'unknown' }],
  ['/annotate/a1/%404-11', { ...ANNOTATE, spanId: '@4-11' }],
  ['/annotate/a1/@11-4', { ...ANNOTATE, spanId: '@11-4' }],
  ['/annotate/a1/@4', { ...ANNOTATE, spanId: '@4' }],
  ['/correct', { screen: 'unknown' }],
  ['/correct/a1', { screen: 'correct', articleId: 'a1' }],
  ['/correct/a1/more', { screen: 'unknown' }],
  ['/settings/more', { screen: 'unknown' }],
  ['/guidelines/a/more', { screen: 'unknown' }],
  ['/nothing', { screen: 'unknown' }],
  ['/__proto__', { screen: 'unknown' }],
  ['/export/%E0%A4%A', { screen: 'export', articleId: '%E0%A4%A' }],
])('the address #%s asks for the right screen', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

test('an address made for any id is read back to that id', () => {
  for (const id of ['a/b', '100%', '%2F', 'ä 👍', '?q#h', '@1-2']) {
    const [article, span, annotator] = [id as ArticleId, id as SpanId, id as AnnotatorId];
    const route = { ...ANNOTATE, articleId: id, spanId: id };
    expect(routeOf(annotateAddress(article, span).slice(1))).toEqual(route);
    expect(routeOf(annotateAddress(article, span, annotator).slice(1))).toEqual({ ...route, annotatorId: id });
    expect(routeOf(placeAddress(article, { from: 3, to: 9 }).slice(1))).toEqual({
      ...ANNOTATE,
      articleId: id,
      place: { from: 3, to: 9 },
    });
    expect(routeOf(correctAddress(article).slice(1))).toEqual({ screen: 'correct', articleId: id });
    expect(routeOf(exportAddress(article).slice(1))).toEqual({ screen: 'export', articleId: id });
    expect(routeOf(searchAddress(id).slice(1))).toEqual({ screen: 'search', query: id });
  }
});
