import { type Guidelines, guidelinesInForce, type GuidelineVersion, sameGuidelines } from '#core/project/guidelines.ts';
import { type Project } from '#core/project/project.ts';
import { recordGuidelines } from '#core/project/record-guidelines.ts';
import { changeProject } from '#storage/projects.ts';
import { StorageError } from '#storage/storage-error.ts';
import { type Saving } from '#state/annotate/annotate-state.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { nameOf, type SessionStore } from '#state/session-store.ts';

/** Changes of guidelines on their way to the disk, one after another in the order in which they were made. */
export interface GuidelinesQueue {
  /**
   * Shows a change in the session at once, and resolves when it is on the disk or the disk has refused. With `mayReplace` false
   * the version before stays, since the change takes something away from it.
   */
  readonly push: (apply: (guidelines: Guidelines) => Guidelines, mayReplace?: boolean) => Promise<void>;
  /** Tries again after a failure; the changes that failed are still here. */
  readonly retry: () => void;
  readonly isEmpty: () => boolean;
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
  { database, now }: Dependencies,
  session: SessionStore,
  report: (saving: Saving) => void,
): GuidelinesQueue {
  const waiting: Change[] = [];
  let running: Promise<void> | undefined;
  /** The project as this tab saw it last on the disk. Of its versions, only the newest may be replaced: not another tab's. */
  let seen = session.getState().project;

  const save = async (change: Change): Promise<void> => {
    const known = seen.id === change.base.id ? seen : change.base;
    seen = await changeProject(database, known, (stored) => {
      const isKnown = isSame(stored.guidelines.at(-1), known.guidelines.at(-1));
      return changed(stored, { ...change, mayReplace: change.mayReplace && isKnown });
    });
  };
  const drain = async (): Promise<void> => {
    let end: Saving = { kind: 'saved' };
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        await save(next);
        waiting.shift();
        // Another project may have been opened meanwhile.
        if (session.getState().project.id === seen.id) {
          session.setState({ project: waiting.filter(({ base }) => base.id === seen.id).reduce(changed, seen) });
        }
      }
    } catch (error) {
      end = { kind: 'failed', message: error instanceof StorageError ? error.message : String(error) };
    }
    running = undefined;
    report(end);
  };
  const start = (): Promise<void> => {
    report({ kind: 'saving' });
    running ??= drain();
    return running;
  };
  return {
    push: (apply, mayReplace = true) => {
      const { project, annotators, annotatorId } = session.getState();
      const change: Change = { apply, mayReplace, by: nameOf(annotators, annotatorId), at: now(), base: project };
      const after = changed(project, change);
      if (after === project) return Promise.resolve();
      if (waiting.length === 0) seen = project;
      waiting.push(change);
      session.setState({ project: after });
      return start();
    },
    retry: () => {
      if (waiting.length > 0) void start();
    },
    isEmpty: () => waiting.length === 0,
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
