import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = join('src', 'formats', 'native', 'fixtures', 'sample.json');

/** A bundle of so many short articles, “Report 1” and on; Ada has done the last of them. */
export function largeProject(articles: number): string {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as { offsets: string; project: { labelSet: unknown } };
  const made = Array.from({ length: articles }, (_, index) => {
    const text = `Ann Lee read report ${index + 1} in Rome.\n`;
    return { id: createHash('sha256').update(text).digest('hex'), title: `Report ${index + 1}`, text };
  });
  return JSON.stringify({
    format: 'spanmark-bundle',
    version: 2,
    offsets: sample.offsets,
    project: { id: 'first-project', name: 'Large', labelSet: sample.project.labelSet, guidelines: [] },
    annotators: [{ id: 'ada', name: 'Ada' }],
    articles: made.map(({ id, title, text }) => ({
      id,
      title,
      source: 'made for this test',
      date: '',
      language: 'en',
      original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
      correctionOf: '',
      text,
    })),
    layers: [
      {
        articleId: made.at(-1)!.id,
        annotatorId: 'ada',
        status: 'done',
        changedAt: '2024-06-17T09:00:00.000Z',
        spans: [],
        links: [],
      },
    ],
  });
}
