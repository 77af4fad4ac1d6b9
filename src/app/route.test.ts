import { expect, test } from 'vitest';
import { type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { annotateAddress, exportAddress } from '#state/addresses.ts';
import { routeOf } from './route.ts';

test.each([
  ['', { screen: 'library' }],
  ['/', { screen: 'library' }],
  ['/library', { screen: 'library' }],
  ['/library/', { screen: 'library' }],
  ['/labels', { screen: 'labels' }],
  ['/labels/more', { screen: 'unknown' }],
  ['/import', { screen: 'import' }],
  ['/settings', { screen: 'settings' }],
  ['/export', { screen: 'export', articleId: undefined }],
  ['/annotate', { screen: 'annotate', articleId: undefined, spanId: undefined }],
  ['/annotate/a1', { screen: 'annotate', articleId: 'a1', spanId: undefined }],
  ['/annotate/a1/s1', { screen: 'annotate', articleId: 'a1', spanId: 's1' }],
  ['/annotate/a1/s1/more', { screen: 'unknown' }],
  ['/settings/more', { screen: 'unknown' }],
  ['/nothing', { screen: 'unknown' }],
  ['/__proto__', { screen: 'unknown' }],
  ['/export/%E0%A4%A', { screen: 'export', articleId: '%E0%A4%A' }],
])('the address #%s asks for the right screen', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

test('an address made for any id is read back to that id', () => {
  for (const id of ['a/b', '100%', '%2F', 'ä 👍', '?q#h']) {
    const [article, span] = [id as ArticleId, id as SpanId];
    expect(routeOf(annotateAddress(article, span).slice(1))).toEqual({ screen: 'annotate', articleId: id, spanId: id });
    expect(routeOf(exportAddress(article).slice(1))).toEqual({ screen: 'export', articleId: id });
  }
});
