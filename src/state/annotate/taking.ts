import { t } from '#language/t.ts';
import { type Edit } from '#core/edits/edit.ts';
import { type Cause, recordEntry } from '#core/edits/history.ts';
import { spansOfEdit } from '#core/edits/spans-of-edit.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type LabelUndo } from '#storage/label-changes.ts';
import { type LayerStep, loadEntry, nextStep } from '#storage/layers.ts';
import { type GroupId, type LayerKey, nameOfLayer } from '#storage/rows.ts';
import { nextNotice, type Permission, type Saving } from './annotate-state.ts';
import { type Parts } from './annotate-parts.ts';
import { createFolding, type Folding } from './folding.ts';
import { createSaveQueue, type SaveQueue } from './save-queue.ts';

/** An edit that was made, with its group where it changed other layers as well. */
export interface Made {
  readonly edit: Edit;
  readonly group?: GroupId | undefined;
}

/** What a change of the open layer carries besides the edit. */
interface Along {
  readonly group?: GroupId;
  /** Steps of other layers, written in the same transaction. */
  readonly others?: readonly LayerStep[];
  /** The change of the label set that is undone in the same transaction. */
  readonly labels?: LabelUndo;
}

/** The one place where the open layer changes. */
export interface Taking {
  readonly queue: SaveQueue;
  readonly folding: Folding;
  /** Applies an edit, shows it with a sentence, and sends it to the disk. */
  readonly take: (edit: Edit, cause: Cause, notice: string, along?: Along) => void;
  /** Says why the layer cannot be changed now; true where it cannot. */
  readonly isRefused: () => boolean;
  /** The edit with this number of the open layer. */
  readonly made: (number: number) => Promise<Made>;
  /** The layer of the shown annotator on an article. */
  readonly keyOf: (articleId: ArticleId) => LayerKey;
}

/** Makes the queue to the disk and the way into it. */
export function createTaking({ dependencies, session, set, get }: Parts): Taking {
  const { database, now, retryLater } = dependencies;
  /** Edits of this session by layer and number, so that undo seldom has to read the log. */
  const recent = new Map<string, Made>();

  const folding = createFolding(dependencies);

  const report = (saving: Saving): void => {
    const { permission } = get();
    if (saving.kind === 'failed' && permission === 'write') set({ saving, permission: 'not-saved' });
    else if (saving.kind === 'saved' && permission === 'not-saved') set({ saving, permission: 'write' });
    else set({ saving });
  };
  const queue = createSaveQueue(database, report, retryLater, (steps) => {
    for (const { key } of steps) folding.appended(key);
  });

  const keyOf = (articleId: ArticleId): LayerKey => {
    return { projectId: session.getState().project.id, articleId, annotatorId: get().layer.annotatorId };
  };

  return {
    queue,
    folding,
    keyOf,
    take: (edit, cause, notice, { group, others = [], labels } = {}) => {
      const before = get();
      const key = keyOf(before.layer.articleId);
      const step = nextStep(before, { edit, cause, at: now(), group });
      const { layer, number, sum } = step;
      const { removed, added } = spansOfEdit(edit);
      recent.set(recentKey(key, number), { edit, group });
      const gone =
        removed.some(({ id }) => id === before.selectedId) && !added.some(({ id }) => id === before.selectedId);
      set({
        layer,
        number,
        sum,
        history: recordEntry(before.history, number, cause),
        // What was added is seen in the text; what went, or came back, may be out of sight.
        notice: nextNotice(before.notice, notice, cause.kind === 'new' && added.length > 0 && group === undefined),
        ...(gone ? { selectedId: undefined, target: 'text' as const } : {}),
      });
      queue.push([{ key, step }, ...others], labels);
    },
    isRefused: () => {
      const { permission, say, phase } = get();
      if (phase !== 'open') return true;
      if (permission !== 'write') say(refusalOf(permission));
      return permission !== 'write';
    },
    made: async (number) => {
      const key = keyOf(get().layer.articleId);
      return recent.get(recentKey(key, number)) ?? loadEntry(database, key, number);
    },
  };
}

/** Why a layer cannot be changed now, as a sentence; empty where it can. */
export function refusalOf(permission: Permission): string {
  return permission === 'write' ? '' : REFUSALS[permission];
}

const REFUSALS: Readonly<Record<Exclude<Permission, 'write'>, string>> = {
  'other-annotator': t`This is another annotator’s layer: it can be read, not changed.`,
  'other-tab': t`Another tab is annotating this article. Close it there to go on here.`,
  damaged: t`The log of this layer is damaged, so it can be read, not changed.`,
  'in-trash': t`This layer is in the trash. Put it back to change it.`,
  'not-saved': t`The last change could not be saved. Try saving again before you go on.`,
};

function recentKey(key: LayerKey, number: number): string {
  return `${nameOfLayer(key)} ${number}`;
}
