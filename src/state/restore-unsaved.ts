import { type Guidelines } from '#core/project/guidelines.ts';
import { type ProjectId } from '#core/project/project.ts';
import { recordGuidelines } from '#core/project/record-guidelines.ts';
import { pause } from '#platform/pause.ts';
import { type TabLock } from '#platform/tab-lock.ts';
import { changeProject, loadProject, unsavedProject } from '#storage/projects.ts';
import { nameOfLayer, type SettingRow } from '#storage/rows.ts';
import { removeSetting } from '#storage/settings.ts';
import { restoreSteps, type UnsavedStep } from '#storage/unsaved.ts';
import { restoreReview, type UnsavedReview } from '#storage/unsaved-review.ts';
import { restoreThreads, type UnsavedThreads } from '#storage/unsaved-threads.ts';
import { lockOfLayer } from './annotate/layer-locks.ts';
import { type Dependencies } from './dependencies.ts';

/** Guidelines that a page could not save any more. */
export interface UnsavedGuidelines {
  readonly projectId: ProjectId;
  readonly content: Guidelines;
  readonly by: string;
  readonly at: string;
}

type Around = Pick<Dependencies, 'database' | 'requestTabLock'>;

/** A page that has just gone gives its layers back a moment later; so long is waited for that, in milliseconds. */
const PATIENCE_MS = 3000;

/**
 * Writes what earlier pages could not save in their last moment, each setting in a transaction of its own. Layers that another
 * tab is writing and does not let go of within `patience` milliseconds are left for later. Never rejects: what the disk
 * refuses stays where it is.
 */
export async function restoreUnsaved(
  around: Around,
  rows: readonly SettingRow[],
  patience = PATIENCE_MS,
): Promise<void> {
  for (const { key, value } of rows) {
    try {
      if (Array.isArray(value)) await restoreLayers(around, key, value as readonly UnsavedStep[], patience);
      else if (isReview(value)) await restoreReview(around.database, key, value);
      else if (isThreads(value)) await restoreThreads(around.database, key, value);
      else await restoreGuidelines(around, key, value as UnsavedGuidelines);
    } catch {
      // It is tried again at the next start.
    }
  }
}

function isReview(value: unknown): value is UnsavedReview {
  return typeof value === 'object' && value !== null && 'review' in value;
}

function isThreads(value: unknown): value is UnsavedThreads {
  return typeof value === 'object' && value !== null && 'threads' in value;
}

async function restoreLayers(
  { database, requestTabLock }: Around,
  key: string,
  steps: readonly UnsavedStep[],
  patience: number,
) {
  const names = new Set(steps.map((step) => nameOfLayer(step.key)));
  const locks: TabLock[] = [];
  const untilHeld = (name: string): Promise<void> =>
    new Promise((resolve) => {
      const lock = requestTabLock(lockOfLayer(name), resolve);
      locks.push(lock);
      void lock.held.then((isHeld) => {
        if (isHeld) resolve();
      });
    });
  try {
    const held = Promise.all([...names].map(untilHeld)).then(() => true);
    const isOurs = await Promise.race([held, pause(patience).then(() => false)]);
    if (isOurs) await restoreSteps(database, key, steps);
  } finally {
    for (const { release } of locks) release();
  }
}

/** They become a version of their own, so that whatever was written since stays among the versions. */
async function restoreGuidelines(
  { database }: Around,
  key: string,
  { projectId, content, by, at }: UnsavedGuidelines,
): Promise<void> {
  const project = (await loadProject(database, projectId)) ?? unsavedProject(projectId);
  await changeProject(database, project, (stored) => ({
    ...stored,
    guidelines: recordGuidelines(stored.guidelines, content, by, at, false),
  }));
  await removeSetting(database, key);
}
