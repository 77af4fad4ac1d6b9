import { type Annotator, type Article, type ArticleId, type Layer, type Project } from '#core/project/project.ts';
import { toArticle } from './articles.ts';
import { type Database } from './database.ts';
import { type LayerRow } from './rows.ts';
import { type BundleChoice, inWalk, portions, readLayers, startWalk } from './walk-start.ts';

/** Hears a part of a project article by article, by id, each with its layers. */
export interface ArticleVisitor {
  readonly start: (project: Project, annotators: readonly Annotator[]) => void;
  /** The layers are by annotator. */
  readonly article: (article: Article, layers: readonly Layer[]) => void;
  /** Called after each article with how many there were and will be; what it throws ends the walk. */
  readonly report: (done: number, total: number) => void;
}

/** Reads what walkBundle reads, all of it from one moment as well, but each article together with its layers. */
export async function walkArticles(database: Database, choice: BundleChoice, visitor: ArticleVisitor): Promise<void> {
  await inWalk(database, async () => {
    const { project, annotators, articleIds, heads, standing } = await startWalk(database, choice);
    visitor.start(project, annotators);
    const headsOf = byArticle(heads);
    let done = 0;
    for (const some of portions(articleIds)) {
      const about = await database.articles.bulkGet(some.map((id): [string, string] => [choice.project.id, id]));
      const texts = await database.texts.bulkGet([...some]);
      for (const [index, id] of some.entries()) {
        const [row, text] = [about[index], texts[index]];
        // One article at a time, since it may have many layers.
        const read = await readLayers(database, headsOf.get(id) ?? [], standing);
        if (row && text) {
          visitor.article(
            toArticle(row, text.text),
            read.map(({ layer }) => layer),
          );
        }
        visitor.report((done += 1), articleIds.length);
      }
    }
  });
}

function byArticle(heads: readonly LayerRow[]): ReadonlyMap<ArticleId, readonly LayerRow[]> {
  const groups = new Map<ArticleId, LayerRow[]>();
  for (const head of heads) {
    const group = groups.get(head.articleId);
    if (group) group.push(head);
    else groups.set(head.articleId, [head]);
  }
  return groups;
}
