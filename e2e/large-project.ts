import { writtenArticle, writtenBundle, writtenRange, writtenSpan } from './written-bundle.ts';

/** A bundle of so many short articles, “Report 1” and on; Ada has done the last of them. */
export function largeProject(articles: number): string {
  return bundleOf(articles, (made) => [{ ...doneBy('ada', made.at(-1)!), spans: [] }]);
}

/** The same, all of them done by Ada and by Bo, who differ about the name in every tenth. */
export function largeReview(articles: number): string {
  return bundleOf(articles, (made) =>
    made.flatMap((article, index) => [
      { ...doneBy('ada', article), spans: [nameIn(article.text, 'Ann Lee')] },
      { ...doneBy('bo', article), spans: [nameIn(article.text, index % 10 === 0 ? 'Lee' : 'Ann Lee')] },
    ]),
  );
}

type Made = ReturnType<typeof writtenArticle>;

const AT = '2024-06-17T09:00:00.000Z';

function doneBy(annotatorId: string, { id }: Made) {
  return { articleId: id, annotatorId, status: 'done', changedAt: AT, links: [] };
}

function nameIn(text: string, quote: string) {
  return writtenSpan('s1', 'entity', writtenRange(text.indexOf(quote), quote), AT);
}

function bundleOf(articles: number, layersOf: (made: readonly Made[]) => readonly unknown[]): string {
  const made = Array.from({ length: articles }, (_, index) =>
    writtenArticle(`Report ${index + 1}`, `Ann Lee read report ${index + 1} in Rome.\n`),
  );
  const annotators = [
    { id: 'ada', name: 'Ada' },
    { id: 'bo', name: 'Bo' },
  ];
  return writtenBundle('Large', { annotators, articles: made, layers: layersOf(made) });
}
