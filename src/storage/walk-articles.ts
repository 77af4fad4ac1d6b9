import { type Annotator, type Article, type ArticleId, type Layer, type Project } from '#core/project/project.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { wholeArticles } from './articles.ts';
import { type Database } from './database.ts';
import { readLog } from './decisions.ts';
import { portions, readLayers } from './read-layers.ts';
import { type LayerRow } from './rows.ts';
import { threadsOf } from './threads.ts';
import { goldReading } from './walk-bundle.ts';
import { readGold } from './walk-gold.ts';
import { type BundleChoice, inWalk, startWalk } from './walk-start.ts';

/** Hears a part of a project article by article, by id, each with its layers. */
export interface ArticleVisitor {
  /** `articleIds` are those that will come. */
  readonly start: (project: Project, annotators: readonly Annotator[], articleIds: readonly ArticleId[]) => void;
  /** The layers are by annotator. */
  readonly article: (article: Article, layers: readonly Layer[]) => void;
  /** What reviewers decided on the article that just came, and its threads; not called where only some layers or gold are read. */
  readonly review: (review: Pick<Bundle, 'decisions' | 'threads'>) => void;
  /** Called after each article with how many there were and will be; what it throws ends the walk. */
  readonly report: (done: number, total: number) => void;
}

/** Reads what walkBundle reads, all of it from one moment as well, but each article together with what is on it. Annotators are those with a layer. */
export async function walkArticles(database: Database, choice: BundleChoice, visitor: ArticleVisitor): Promise<void> {
  await inWalk(database, async () => {
    const walk = await startWalk(database, { ...choice, leavesOutReviews: true });
    const { project, annotators, articleIds, heads, standing, gold } = walk;
    visitor.start(project, annotators, articleIds);
    const headsOf = byArticle(heads);
    let done = 0;
    for (const some of portions(articleIds)) {
      const articles = await wholeArticles(database, choice.project.id, some);
      for (const [index, id] of some.entries()) {
        const article = articles[index];
        // One article at a time, since it may have many layers.
        const status = gold?.get(id);
        const layers =
          status === undefined
            ? (await readLayers(database, headsOf.get(id) ?? [], standing)).map(({ layer }) => layer)
            : [await readGold(database, goldReading(choice, walk), id, status)];
        if (article) {
          visitor.article(article, layers);
          if (choice.whose.kind === 'all') {
            const { decisions } = await readLog(database, choice.project.id, id, standing);
            visitor.review({ decisions, threads: await threadsOf(database, choice.project.id, id) });
          }
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
