import { expect, test } from 'vitest';
import { type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { annotateAddress, correctAddress, exportAddress } from './addresses.ts';

test('an address names the article, and the span where there is one, whatever their ids are made of', () => {
  expect(annotateAddress('a1' as ArticleId)).toBe('#/annotate/a1');
  expect(annotateAddress('a1' as ArticleId, 's/1 é' as SpanId)).toBe('#/annotate/a1/s%2F1%20%C3%A9');
  expect(exportAddress('a/1' as ArticleId)).toBe('#/export/a%2F1');
  expect(correctAddress('a/1' as ArticleId)).toBe('#/correct/a%2F1');
});
