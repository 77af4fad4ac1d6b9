import { type Bundle } from '#core/bundle/bundle.ts';
import { type CreateWriter } from './dataset.ts';
import { defaultOptions } from './default-options.ts';
import { createLossList, type Loss } from './losses.ts';
import { type SourceFile } from './loose.ts';

const OPTIONS = defaultOptions({ unit: 'utf-16', variants: [] });

/** The files that a writer of text files makes of a bundle, by path, and what it reports. For tests only. */
export function writtenBundle(
  createWriter: CreateWriter,
  { project, annotators, articles, layers }: Bundle,
): { readonly files: ReadonlyMap<string, string>; readonly losses: readonly Loss[] } {
  const losses = createLossList();
  const writer = createWriter({ project, annotators }, OPTIONS, losses);
  const parts = [...writer.begin()];
  for (const article of articles) {
    const own = layers.filter(({ articleId }) => articleId === article.id);
    parts.push(...writer.article({ article, layers: own, split: undefined }));
  }
  const files = new Map<string, string>();
  for (const { path, content } of [...parts, ...writer.end()]) {
    files.set(path, (files.get(path) ?? '') + String(content));
  }
  return { files, losses: losses.all };
}

/** A file of a test. */
export function sourceFile(path: string, text: string): SourceFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
