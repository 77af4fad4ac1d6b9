import { type BundledLayer } from '#core/bundle/bundle.ts';
import { type Annotator, type Article, type ArticleId, type Project } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { type Thread } from '#core/review/thread.ts';
import { wholeArticles } from './articles.ts';
import { type Database } from './database.ts';
import { readLog } from './decisions.ts';
import { portions, readLayers } from './read-layers.ts';
import { threadsOf } from './threads.ts';
import { readGold } from './walk-gold.ts';
import { type BundleChoice, inWalk, startWalk, type WalkStart } from './walk-start.ts';

/**
 * Hears a part of a project piece by piece, in the order of a file: the start, articles by id, layers by article, decisions by
 * article in the order of its log, threads by article.
 */
export interface BundleVisitor {
  readonly start: (project: Project, annotators: readonly Annotator[]) => void;
  readonly article: (article: Article) => void;
  /** `text` is that of the layer's article. */
  readonly layer: (layer: BundledLayer, text: string) => void;
  readonly decision: (decision: Decision, text: string) => void;
  readonly thread: (thread: Thread, text: string) => void;
  /** Called after each article and layer with how many there were and will be; what it throws ends the walk. */
  readonly report: (done: number, total: number) => void;
}

/**
 * Reads the chosen articles with the chosen annotators' layers in one transaction, so that all of it is from one moment, and
 * never holds more than a few of them. Everybody's layers are read through the changes of the label set, and so are decisions,
 * which come only together with everybody's layers. Layers that nobody has begun are left out, and so are annotators without a
 * layer, decision or message in it. Where gold is chosen, it is the only layer of its article.
 */
export async function walkBundle(database: Database, choice: BundleChoice, visitor: BundleVisitor): Promise<void> {
  await inWalk(database, async () => {
    const walk = await startWalk(database, choice);
    const { articleIds, heads, gold } = walk;
    const total = articleIds.length + (gold?.size ?? heads.length);
    visitor.start(walk.project, walk.annotators);
    let done = 0;
    for (const some of portions(articleIds)) {
      for (const article of await wholeArticles(database, choice.project.id, some)) {
        if (article) visitor.article(article);
        visitor.report((done += 1), total);
      }
    }
    for (const some of portions(heads)) {
      for (const { layer, text } of await readLayers(database, some, walk.standing, choice.withLogs)) {
        visitor.layer(layer, text);
        visitor.report((done += 1), total);
      }
    }
    for (const [id, status] of gold ?? []) {
      visitor.layer(await readGold(database, goldReading(choice, walk), id, status), await textOf(database, id));
      visitor.report((done += 1), total);
    }
    if (choice.whose.kind === 'all' && !choice.leavesOutReviews) await walkReviews(database, choice, walk, visitor);
  });
}

async function walkReviews(
  database: Database,
  { project }: BundleChoice,
  { articleIds, standing }: WalkStart,
  visitor: Pick<BundleVisitor, 'decision' | 'thread'>,
): Promise<void> {
  for (const id of articleIds) {
    const { decisions } = await readLog(database, project.id, id, standing);
    const text = decisions.length > 0 ? await textOf(database, id) : '';
    for (const decision of decisions) visitor.decision(decision, text);
  }
  for (const id of articleIds) {
    const threads = await threadsOf(database, project.id, id);
    const text = threads.length > 0 ? await textOf(database, id) : '';
    for (const thread of threads) visitor.thread(thread, text);
  }
}

/** What reading gold on this walk needs to know. */
export function goldReading({ project: { id } }: BundleChoice, { project, standing }: WalkStart) {
  return { projectId: id, standing, labelSet: project.labelSet };
}

async function textOf(database: Database, id: ArticleId): Promise<string> {
  return (await database.texts.get(id))?.text ?? '';
}
