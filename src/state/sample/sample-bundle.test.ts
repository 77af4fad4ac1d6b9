// What is imported here imports the database, which looks for IndexedDB only once, and other tests run in the same thread.
import 'fake-indexeddb/auto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { type Layer, type ProjectId } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { compareText } from '#core/text/compare-text.ts';
import { readBundle } from '#formats/native/read.ts';
import { writeBundle } from '#formats/native/write.ts';
import { sampleProjectBundle } from './sample-bundle.ts';

const folder = resolve(import.meta.dirname, '../../../seeds');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((fileName) => ({ fileName, text: readFileSync(join(folder, fileName), 'utf8') }));
const project = { id: 'sample' as ProjectId, name: 'Sample', labelSet: DEFAULT_LABEL_SET, guidelines: [] };

test('every sample article has three layers that are done, with spans of labels that there are', () => {
  const { articles, layers, annotators } = sampleProjectBundle(project, files, '2025-04-01T10:00:00.000Z');
  expect(articles.length).toBeGreaterThanOrEqual(10);
  expect(annotators).toHaveLength(3);
  expect(layers).toHaveLength(articles.length * 3);
  for (const { status, spans } of layers) {
    expect(status).toBe('done');
    expect(spans.length).toBeGreaterThan(2);
    for (const { label } of spans) expect(findLabel(DEFAULT_LABEL_SET, label)).toBeDefined();
  }
});

test('the three agree on some things and differ about boundaries, labels and what is there at all', () => {
  const { articles, layers } = sampleProjectBundle(project, files, '2025-04-01T10:00:00.000Z');
  const tram = articles.find(({ title }) => title.includes('tram'))!;
  const said = layers
    .filter(({ articleId }) => articleId === tram.id)
    .map(({ spans }) => spans.map((span) => `${span.label}: ${quoteOf(tram.text, span)}`));
  expect(said.every((each) => each.includes('entity: Central Station'))).toBe(true);
  expect(said[0]).toContain('entity: Mayor Ruth Adeyemi');
  expect(said[1]).toContain('entity: Ruth Adeyemi');
  expect(said[1]).toContain('claim: 31.8 percent');
  expect(said[2]).toContain('entity: 31.8 percent');
  expect(said[2]).not.toContain('claim: I have sat through four presentations');
});

test('a file of it is a valid bundle that gives the same project', () => {
  const bundle = sampleProjectBundle(project, files, '2025-04-01T10:00:00.000Z');
  const read = readBundle(writeBundle(bundle));
  expect(read.ok && inOrder(read.value.layers)).toEqual(inOrder(bundle.layers));
});

function inOrder(layers: readonly Layer[]): readonly Layer[] {
  return layers.toSorted((one, other) =>
    compareText(one.articleId + one.annotatorId, other.articleId + other.annotatorId),
  );
}

test('without one of its articles there is no sample', () => {
  expect(() => sampleProjectBundle(project, files.slice(1), '')).toThrow('01-alliance-concern.txt');
});
