import { type Guidelines, guidelinesInForce, type GuidelineVersion, sameGuidelines } from '#core/project/guidelines.ts';
import { type Project } from '#core/project/project.ts';
import { recordGuidelines } from '#core/project/record-guidelines.ts';
import { changeProject } from '#storage/projects.ts';
import { removeSetting } from '#storage/settings.ts';
import { putAtOnce, UNSAVED } from '#storage/unsaved.ts';
import { type Saving } from '#state/annotate/annotate-state.ts';
import { type Dependencies } from '#state/dependencies.ts';
// Wholly a type: what restores them is loaded only where there is something to restore.
import type { UnsavedGuidelines } from '#state/restore-unsaved.ts';
import { nameOf, type SessionStore } from '#state/session-store.ts';
import { createWriteQueue, type WriteQueue } from '#state/write-queue.ts';

/** Changes of guidelines on their way to the disk, one after another in the order in which they were made. */
export interface GuidelinesQueue extends Pick<WriteQueue<Change>, 'retry'> {
  /**
   * Shows a change in the session at once, and resolves when it is on the disk or the disk has refused. With `mayReplace` false
   * the version before stays, since the change takes something away from it.
   */
  readonly push: (apply: (guidelines: Guidelines) => Guidelines, mayReplace?: boolean) => Promise<void>;
  readonly isEmpty: () => boolean;
  /** Keeps what is not on the disk yet for the next start, in the last moment of a page. */
  readonly keepUnsaved: () => void;
}

/** A change that is made on what is stored, so that another tab's changes stay. */
interface Change {
  readonly apply: (guidelines: Guidelines) => Guidelines;
  readonly mayReplace: boolean;
  readonly by: string;
  readonly at: string;
  /** The project as it was shown before. */
  readonly base: Project;
}

/** Makes a queue that writes each change in a transaction of its own; `report` hears how far the disk is. */
export function createGuidelinesQueue(
  { database, now, retryLater }: Dependencies,
  session: SessionStore,
  report: (saving: Saving) => void,
): GuidelinesQueue {
  /** The project as this tab saw it last on the disk. Of its versions, only the newest may be replaced: not another tab's. */
  let seen = session.getState().project;
  const keptAs = new Set<string>();

  /** A page that was only hidden has saved it after all, at once or by a later try: it must not come over what is newer. */
  const forgetKept = (): void => {
    for (const key of keptAs) void removeSetting(database, key).catch(() => undefined);
    keptAs.clear();
  };
  const save = async (change: Change): Promise<void> => {
    const known = seen.id === change.base.id ? seen : change.base;
    seen = await changeProject(database, known, (stored) => {
      const isKnown = isSame(stored.guidelines.at(-1), known.guidelines.at(-1));
      return changed(stored, { ...change, mayReplace: change.mayReplace && isKnown });
    });
  };
  const queue = createWriteQueue<Change>(save, report, retryLater, () => {
    if (queue.waiting.length === 0) forgetKept();
    // Another project may have been opened meanwhile.
    if (session.getState().project.id === seen.id) {
      session.setState({ project: queue.waiting.filter(({ base }) => base.id === seen.id).reduce(changed, seen) });
    }
  });
  return {
    push: (apply, mayReplace = true) => {
      const { project, annotators, annotatorId } = session.getState();
      const change: Change = { apply, mayReplace, by: nameOf(annotators, annotatorId), at: now(), base: project };
      const after = changed(project, change);
      if (after === project) return Promise.resolve();
      if (queue.waiting.length === 0) seen = project;
      session.setState({ project: after });
      queue.push(change);
      return queue.settled();
    },
    retry: queue.retry,
    isEmpty: () => queue.waiting.length === 0,
    keepUnsaved: () => {
      const last = queue.waiting.at(-1);
      const { project } = session.getState();
      // Changes of a project that was left are written first, and hardly ever wait so long.
      if (!last || last.base.id !== project.id) return;
      const key = `${UNSAVED}guidelines ${project.id}`;
      const content = guidelinesInForce(project.guidelines);
      const value: UnsavedGuidelines = { projectId: project.id, content, by: last.by, at: last.at };
      putAtOnce(database, [{ key, value }]);
      keptAs.add(key);
    },
  };
}

/** The project with the change made, or itself where it changes nothing. */
function changed(project: Project, { apply, mayReplace, by, at }: Change): Project {
  const content = apply(guidelinesInForce(project.guidelines));
  const guidelines = recordGuidelines(project.guidelines, content, by, at, mayReplace);
  return guidelines === project.guidelines ? project : { ...project, guidelines };
}

function isSame(a: GuidelineVersion | undefined, b: GuidelineVersion | undefined): boolean {
  if (!a || !b) return a === b;
  return a.at === b.at && a.by === b.by && sameGuidelines(a, b);
}
