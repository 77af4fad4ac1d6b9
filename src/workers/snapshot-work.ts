import { writeSnapshotIfDue } from '#storage/layers.ts';
import { type LayerKey } from '#storage/rows.ts';
import { openOnce } from './open-once.ts';

const database = openOnce();

/** Writing snapshots off the main thread; workers/snapshots.ts is its client. */
export const snapshotWork = {
  async write(key: LayerKey): Promise<void> {
    await writeSnapshotIfDue(await database(), key);
  },
};

export type SnapshotWork = typeof snapshotWork;
