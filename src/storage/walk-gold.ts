import { writtenGold } from '#core/bundle/gold-bundle.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type ArticleId, type Layer, type LayerStatus, type ProjectId } from '#core/project/project.ts';
import { type RuledChange } from '#core/relabel/relabel-layer.ts';
import { type Database } from './database.ts';
import { readLog } from './decisions.ts';
import { readLayers } from './read-layers.ts';
import { type LayerRow } from './rows.ts';

/** What reading gold needs to know. */
export interface GoldReading {
  readonly projectId: ProjectId;
  readonly standing: readonly RuledChange[];
  readonly labelSet: LabelSet;
}

/**
 * How far the review of each article is that has a place in gold (see writtenGold), in the order of the ids. Reads the layers
 * of one article after the other, and keeps none; to be called within inWalk.
 */
export async function goldStates(
  database: Database,
  reading: GoldReading & { readonly articleIds: readonly ArticleId[]; readonly heads: readonly LayerRow[] },
  includesPartly: boolean,
): Promise<ReadonlyMap<ArticleId, LayerStatus>> {
  const { projectId, articleIds, heads, standing, labelSet } = reading;
  const rows = await database.reviews.bulkGet(articleIds.map((id): [string, string] => [projectId, id]));
  const finished = new Map(rows.flatMap((row) => (row ? [[row.articleId, row] as const] : [])));
  const headsOf = new Map<ArticleId, LayerRow[]>(articleIds.map((id) => [id, []]));
  for (const head of heads) headsOf.get(head.articleId)?.push(head);
  const states = new Map<ArticleId, LayerStatus>();
  for (const [articleId, theirs] of headsOf) {
    const read = await readLayers(database, theirs, standing);
    const { decisions } = await readLog(database, projectId, articleId, standing);
    const layers = read.map(({ layer }) => layer);
    const row = finished.get(articleId);
    const compared = row?.compared && new Set(row.compared);
    const reviewed = { articleId, decisions, layers, isFinished: row !== undefined, compared };
    const gold = writtenGold(reviewed, includesPartly, labelSet);
    if (gold) states.set(articleId, gold.status);
  }
  return states;
}

/** Gold of an article whose state is known; to be called within inWalk. */
export async function readGold(
  database: Database,
  { projectId, standing, labelSet }: GoldReading,
  articleId: ArticleId,
  status: LayerStatus,
): Promise<Layer> {
  const { decisions } = await readLog(database, projectId, articleId, standing);
  // The state was found out with the layers, which are not read again.
  const gold = writtenGold({ articleId, decisions, layers: [], isFinished: true }, true, labelSet)!;
  return { ...gold, status };
}
