import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = join('src', 'formats', 'native', 'fixtures', 'sample.json');

/** How long the text is, and how many spans it has: an article at the limit of what tools for annotation open. */
export const LONG = { paragraphs: 1500, spansInEach: 7 } as const;

/** One paragraph: 660 characters with a quotation, a claim and five names. */
function paragraph(index: number): string {
  const words = `Ann Lee of Rome said in report ${index} that taxes rose. “We met Bo Li in Oslo, and he paid,” she added. `;
  return (
    words + 'Nothing else was said about it on that day, which was as long as the others were. '.repeat(7).trimEnd()
  );
}

/** A bundle with one article of about 1 MB, on which Ada has put 10,500 spans: entities within claims and quotes. */
export function longProject(): string {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as {
    offsets: string;
    project: { labelSet: { labels: { id: string }[] } };
  };
  const all = Array.from({ length: LONG.paragraphs }, (_, index) => paragraph(index));
  const text = all.join('\n');
  const spans: object[] = [];
  let start = 0;
  for (const [index, words] of all.entries()) {
    const mark = (label: string, quote: string): void => {
      const from = start + words.indexOf(quote);
      spans.push(spanOf(`s${String(spans.length).padStart(6, '0')}`, label, text, from, from + quote.length));
    };
    mark('claim', `Ann Lee of Rome said in report ${index} that taxes rose.`);
    mark('entity', 'Ann Lee');
    mark('entity', 'Rome');
    mark('quote', '“We met Bo Li in Oslo, and he paid,”');
    for (const name of ['Bo Li', 'Oslo']) mark('entity', name);
    mark('entity', 'Nothing');
    start += words.length + 1;
  }
  const articleId = createHash('sha256').update(text).digest('hex');
  return JSON.stringify({
    format: 'spanmark-bundle',
    version: 2,
    offsets: sample.offsets,
    project: { id: 'first-project', name: 'Long', labelSet: sample.project.labelSet, guidelines: [] },
    annotators: [{ id: 'ada', name: 'Ada' }],
    articles: [
      {
        id: articleId,
        title: 'A long report',
        source: 'made for this test',
        date: '',
        language: 'en',
        original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
        correctionOf: '',
        text,
      },
    ],
    layers: [
      { articleId, annotatorId: 'ada', status: 'done', changedAt: '2024-06-17T09:00:00.000Z', spans, links: [] },
    ],
  });
}

function spanOf(id: string, label: string, text: string, from: number, to: number): object {
  const at = '2024-06-17T09:00:00.000Z';
  const range = { from, to, codePointFrom: from, codePointTo: to, quote: text.slice(from, to) };
  return { id, label, ranges: [range], attributes: [], note: '', origin: 'hand', createdAt: at, changedAt: at };
}
