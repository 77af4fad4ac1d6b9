import { writtenArticle, writtenBundle, writtenRange, writtenSpan } from './written-bundle.ts';

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
  const all = Array.from({ length: LONG.paragraphs }, (_, index) => paragraph(index));
  const text = all.join('\n');
  const spans: object[] = [];
  let start = 0;
  for (const [index, words] of all.entries()) {
    const mark = (label: string, quote: string): void => {
      const id = `s${String(spans.length).padStart(6, '0')}`;
      spans.push(writtenSpan(id, label, writtenRange(start + words.indexOf(quote), quote), AT));
    };
    mark('claim', `Ann Lee of Rome said in report ${index} that taxes rose.`);
    mark('entity', 'Ann Lee');
    mark('entity', 'Rome');
    mark('quote', '“We met Bo Li in Oslo, and he paid,”');
    for (const name of ['Bo Li', 'Oslo']) mark('entity', name);
    mark('entity', 'Nothing');
    start += words.length + 1;
  }
  const article = writtenArticle('A long report', text);
  const whose = { articleId: article.id, annotatorId: 'ada', status: 'done', changedAt: AT };
  return writtenBundle('Long', {
    annotators: [{ id: 'ada', name: 'Ada' }],
    articles: [article],
    layers: [{ ...whose, spans, links: [] }],
  });
}

const AT = '2024-06-17T09:00:00.000Z';
