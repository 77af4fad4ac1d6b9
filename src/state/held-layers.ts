import { type Edit } from '#core/edits/edit.ts';
import { type Cause } from '#core/edits/history.ts';
import { bringUpToDate } from '#storage/label-changes.ts';
import { isInUse, type LayerStep, nextStep } from '#storage/layers.ts';
import { type StoredLayer } from '#storage/replay.ts';
import { type GroupId, type LayerKey, nameOfLayer } from '#storage/rows.ts';
import { lockOfLayer } from './annotate/layer-locks.ts';
import { type Dependencies } from './dependencies.ts';

/** A layer as it stands on the disk, which no other tab can change as long as it is held. */
export interface HeldLayer {
  readonly key: LayerKey;
  readonly stored: StoredLayer;
}

export interface HeldLayers {
  readonly layers: readonly HeldLayer[];
  /** Layers that another tab is writing, that are in the trash, or whose log is damaged: they are left alone. */
  readonly busy: readonly LayerKey[];
  /** Gives all locks back; to be called once everything is on the disk. */
  readonly release: () => void;
}

/**
 * Takes the locks of those layers that are free and reads them, so that one action can change all of them. A layer of this
 * annotator's that has not followed a change of the label set follows it first.
 */
export async function holdLayers(
  { database, requestTabLock, now }: Pick<Dependencies, 'database' | 'requestTabLock' | 'now'>,
  keys: readonly LayerKey[],
): Promise<HeldLayers> {
  const releases: (() => void)[] = [];
  const release = (): void => {
    for (const each of releases.splice(0)) each();
  };
  const layers: HeldLayer[] = [];
  const busy: LayerKey[] = [];
  try {
    for (const key of keys) {
      const lock = requestTabLock(lockOfLayer(nameOfLayer(key)), () => undefined);
      releases.push(lock.release);
      const isFree = (await lock.held) && (await isInUse(database, key));
      const stored = isFree ? await bringUpToDate(database, key, now()) : undefined;
      if (stored && !stored.damage) layers.push({ key, stored });
      else busy.push(key);
    }
  } catch (error) {
    release();
    throw error;
  }
  return { layers, busy, release };
}

/** The step by which an edit changes a held layer. Throws a RangeError where the edit does not fit it. */
export function stepOn(
  { key, stored }: HeldLayer,
  edit: Edit,
  cause: Cause,
  at: string,
  group: GroupId | undefined,
): LayerStep {
  return { key, step: nextStep(stored, { edit, cause, at, group }) };
}
