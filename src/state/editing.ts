import { applyEdit } from '#core/edits/apply-edit.ts';
import { type Edit } from '#core/edits/edit.ts';
import { type Cause, recordEntry } from '#core/edits/history.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { spansOfEdit } from '#core/edits/spans-of-edit.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { changeBuckets } from '#core/spans/buckets.ts';
import { loadEntry } from '#storage/layers.ts';
import { type LayerKey, nameOfLayer } from '#storage/rows.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { type AnnotateData, nextNotice, type Permission } from './annotate-state.ts';
import { type AnnotateState, type Parts } from './annotate-parts.ts';
import { createSaveQueue, type SaveQueue } from './save-queue.ts';

type Actions = Pick<AnnotateState, 'commit' | 'undo' | 'redo' | 'setStatus'>;

/** The one place where a layer changes: apply the edit, show it, append it to the log. */
export function createEditing({ dependencies, session, set, get }: Parts): { actions: Actions; queue: SaveQueue } {
  const { database, now } = dependencies;
  /** Edits of this session by layer and number, so that undo seldom has to read the log. */
  const recent = new Map<string, Edit>();

  const queue = createSaveQueue(database, (saving) => {
    const { permission } = get();
    if (saving.kind === 'failed' && permission === 'write') set({ saving, permission: 'not-saved' });
    else if (saving.kind === 'saved' && permission === 'not-saved') set({ saving, permission: 'write' });
    else set({ saving });
  });

  const keyNow = (): LayerKey => {
    const { articleId, annotatorId } = get().layer;
    return { projectId: session.getState().project.id, articleId, annotatorId };
  };

  const take = (edit: Edit, cause: Cause, notice: string): void => {
    const before = get();
    const at = now();
    const number = before.number + 1;
    const layer = { ...applyEdit(before.layer, edit), changedAt: at };
    const { removed, added } = spansOfEdit(edit);
    recent.set(recentKey(keyNow(), number), edit);
    const gone =
      removed.some(({ id }) => id === before.selectedId) && !added.some(({ id }) => id === before.selectedId);
    set({
      layer,
      number,
      buckets: changeBuckets(before.buckets, before.paragraphs, removed, added),
      history: recordEntry(before.history, number, cause),
      // What was added is seen in the text; what went, or came back, may be out of sight.
      notice: nextNotice(before.notice, notice, cause.kind === 'new' && added.length > 0),
      ...(gone ? { selectedId: undefined, target: 'text' as const } : {}),
    });
    queue.push(keyNow(), { number, edit, cause, at, layer });
  };

  const commit: Actions['commit'] = (edit, notice) => {
    const { permission, layer, say, phase } = get();
    if (phase !== 'open') return false;
    if (permission !== 'write') {
      say(REFUSALS[permission]);
      return false;
    }
    const begins = layer.status === 'not-started' && edit.kind !== 'set-status';
    take(begins ? beginning(edit) : edit, { kind: 'new' }, notice);
    if (begins) void session.getState().askForPersistence();
    return true;
  };

  /** Undoes or redoes the next edit in turn; the entry written holds the edit that does it. */
  const turnBack = async (kind: 'undo' | 'redo', of: number | undefined): Promise<void> => {
    const { permission, layer, say } = get();
    if (permission !== 'write') return say(REFUSALS[permission]);
    if (of === undefined) return say(kind === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.');
    const key = keyNow();
    try {
      const edit = recent.get(recentKey(key, of)) ?? (await loadEntry(database, key, of)).edit;
      // Something else happened while the entry was read: let the user press again rather than guess.
      if (get().layer !== layer || get().permission !== 'write') return;
      const applied = kind === 'undo' ? invertEdit(edit) : edit;
      take(applied, { kind, of }, `${kind === 'undo' ? 'Undone' : 'Redone'}: ${describeEdit(edit)}.`);
      showChange(applied, set);
    } catch (error) {
      say((error as StorageError).message);
    }
  };

  return {
    queue,
    actions: {
      commit,
      undo: () => turnBack('undo', get().history.done.at(-1)),
      redo: () => turnBack('redo', get().history.undone.at(-1)),
      setStatus: (status) => {
        const { layer, say } = get();
        if (status === 'not-started' && layer.spans.length > 0) say('A layer with spans has been started.');
        else if (layer.status !== status) {
          commit({ kind: 'set-status', before: layer.status, after: status }, STATUS_NOTICES[status]);
        }
      },
    },
  };
}

const STATUS_NOTICES: Readonly<Record<LayerStatus, string>> = {
  'not-started': 'Marked as not started.',
  'in-progress': 'Marked as in progress.',
  done: 'Marked as done.',
};

const REFUSALS: Readonly<Record<Exclude<Permission, 'write'>, string>> = {
  'other-annotator': 'This is another annotator’s layer: it can be read, not changed.',
  'other-tab': 'Another tab is annotating this article. Close it there to go on here.',
  'not-saved': 'The last change could not be saved. Try saving again before you go on.',
};

/** The first edit of a layer also says that it was begun, so that undoing it makes the layer not started again. */
function beginning(edit: Edit): Edit {
  return { kind: 'together', edits: [edit, { kind: 'set-status', before: 'not-started', after: 'in-progress' }] };
}

/** After an undo the user wants to see what came back. */
function showChange(edit: Edit, set: (part: Partial<AnnotateData>) => void): void {
  const back = spansOfEdit(edit).added.at(-1);
  if (back) set({ selectedId: back.id, target: 'span' });
}

function describeEdit(edit: Edit): string {
  switch (edit.kind) {
    case 'add-span':
      return 'adding a span';
    case 'remove-span':
      return 'deleting a span';
    case 'replace-span':
      return 'changing a span';
    case 'set-status':
      return 'changing the status';
    case 'together':
      return edit.edits[0] ? describeEdit(edit.edits[0]) : 'nothing';
  }
}

function recentKey(key: LayerKey, number: number): string {
  return `${nameOfLayer(key)} ${number}`;
}
