import { editBetween } from '#core/edits/edit-between.ts';
import { type Layer, type ProjectId } from '#core/project/project.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { type Database } from './database.ts';
import { appendAllOf, nextStep, storedLayer } from './layers.ts';
import { keyOf } from './rows.ts';
import { guarded } from './storage-error.ts';

/**
 * Brings a layer that was edited here to the newer state that a copy has of it, by one log entry, so that its history stays
 * and one undo takes it back. False, and nothing is written, where the layer here is not older or its log is damaged.
 */
export async function bringNewer(database: Database, projectId: ProjectId, layer: Layer): Promise<boolean> {
  const { articleId, annotatorId, changedAt: at } = layer;
  const key = { projectId, articleId, annotatorId };
  const { layers, snapshots, entries } = database;
  return guarded(() =>
    database.transaction('rw', layers, snapshots, entries, async () => {
      const head = await layers.get(keyOf(key));
      if (!head || head.removedAt !== undefined || compareTimes(at, head.changedAt) <= 0) return false;
      const stored = await storedLayer(database, key);
      const edit = stored.damage ? undefined : editBetween(stored.layer, layer);
      if (!edit) return false;
      await appendAllOf(database, [{ key, step: nextStep(stored, { edit, cause: { kind: 'new' }, at }) }]);
      return true;
    }),
  );
}
