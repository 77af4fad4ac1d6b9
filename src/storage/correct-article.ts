import { NO_SUM } from '#core/edits/entry-sum.ts';
import { NO_HISTORY } from '#core/edits/history.ts';
import { type Article, type Layer, type ProjectId } from '#core/project/project.ts';
import { rowOf } from './articles.ts';
import { type Database } from './database.ts';
import { loadHeadsOf, putWhole } from './layers.ts';
import { type ArticleRow } from './rows.ts';
import { guarded, StorageError } from './storage-error.ts';

/** A layer as it was carried to the corrected text. */
export interface CarriedStoredLayer {
  readonly layer: Layer;
  /** Number of the last log entry of the layer on the earlier text from which this one was made. */
  readonly madeFrom: number;
  /** True for the layer of whoever corrects: what was decided about its spans is an edit made here. */
  readonly isOwn: boolean;
}

/** A corrected text with everyone's layers on it. */
export interface Correction {
  /** The new article; `correctionOf` names the earlier one. */
  readonly article: Article;
  readonly words: number;
  /** One for each layer on the earlier text. */
  readonly layers: readonly CarriedStoredLayer[];
  /** Key of a setting that holds the draft and is forgotten. */
  readonly draftKey: string;
}

/**
 * Adds the corrected article with its layers and takes the earlier one, whose layers stay untouched, out of the library, in
 * one transaction. Gives back the article that has this text already and writes nothing where there is one. Rejects with
 * `conflict` where the layers on the earlier text are not those that were carried.
 *
 * The history of each new layer starts fresh: an entry of the old log names places in the earlier text and could not be
 * undone on this one. The whole log stays with the earlier article.
 */
export async function correctArticle(
  database: Database,
  projectId: ProjectId,
  { article, words, layers, draftKey }: Correction,
  at: string,
): Promise<ArticleRow | undefined> {
  const earlier = article.correctionOf;
  if (earlier === '') throw new RangeError('a corrected article names the one that it corrects');
  const tables = [database.articles, database.texts, database.layers, database.snapshots, database.settings];
  return guarded(() =>
    database.transaction('rw', tables, async () => {
      const same = await database.articles.get([projectId, article.id]);
      if (same) return same;
      const heads = await loadHeadsOf(database, projectId, earlier);
      const isWhole = heads.length === layers.length;
      await database.articles.put(rowOf(projectId, article, words, at));
      await database.texts.put({ id: article.id, text: article.text });
      for (const { layer, madeFrom, isOwn } of layers) {
        const head = heads.find(({ annotatorId }) => annotatorId === layer.annotatorId);
        if (!isWhole || head?.number !== madeFrom) throw new StorageError('conflict');
        const key = { projectId, articleId: article.id, annotatorId: layer.annotatorId };
        await putWhole(database, key, { layer, history: NO_HISTORY, number: 0, sum: NO_SUM }, isOwn || head.editedHere);
      }
      const row = await database.articles.get([projectId, earlier]);
      // Taken out before, it keeps the time of that.
      if (row?.removedAt === '') await database.articles.update([projectId, earlier], { removedAt: at });
      await database.settings.delete(draftKey);
      return undefined;
    }),
  );
}
