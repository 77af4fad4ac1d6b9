import { writtenArticle, writtenBundle, writtenRange, writtenSpan } from '../written-bundle.ts';

/** A bundle that is imported while the browser is killed, and what of it must be on the disk. */
export interface MadeImport {
  readonly json: string;
  readonly articleIds: readonly string[];
}

const AT = '2024-06-17T09:00:00.000Z';

/** So many articles that are in no other import, each with a layer of an annotator who has done it. */
export function makeImport(name: string, articles: number): MadeImport {
  const made = Array.from({ length: articles }, (_, index) =>
    writtenArticle(`${name} ${index + 1}`, `Ann Lee read report ${index + 1} of ${name} in Rome.\n`),
  );
  const layers = made.map(({ id }) => {
    const spans = [writtenSpan(`${name}-${id.slice(0, 12)}`, 'entity', writtenRange(0, 'Ann Lee'), AT)];
    return { articleId: id, annotatorId: 'bo', status: 'done', changedAt: AT, spans, links: [] };
  });
  const json = writtenBundle('Torture', { annotators: [{ id: 'bo', name: 'Bo' }], articles: made, layers });
  return { json, articleIds: made.map(({ id }) => id) };
}
