import { SNAPSHOT_EVERY } from '#storage/layers.ts';
import { type LayerKey, nameOfLayer } from '#storage/rows.ts';
import { type Dependencies } from '#state/dependencies.ts';

/** Has snapshots written at idle moments, so that opening never has a long log to go through, whatever happened before. */
export interface Folding {
  /** A layer was read whose log has so many entries after its snapshot. */
  readonly opened: (key: LayerKey, tail: number) => void;
  /** One more entry of a layer is on the disk. */
  readonly appended: (key: LayerKey) => void;
}

export function createFolding({ whenIdle, writeSnapshot }: Pick<Dependencies, 'whenIdle' | 'writeSnapshot'>): Folding {
  /** Entries after the snapshot, as far as this tab knows. */
  const tails = new Map<string, number>();

  const note = (key: LayerKey, tail: number): void => {
    const name = nameOfLayer(key);
    if (tail < SNAPSHOT_EVERY) {
      tails.set(name, tail);
      return;
    }
    // Counted anew while one is being written, and tried again after as many entries where that fails.
    tails.set(name, 0);
    whenIdle(() => void writeSnapshot(key).catch(() => undefined));
  };
  return {
    opened: note,
    appended: (key) => {
      note(key, (tails.get(nameOfLayer(key)) ?? 0) + 1);
    },
  };
}
