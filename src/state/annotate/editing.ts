import { t } from '#language/t.ts';
import { type Edit } from '#core/edits/edit.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { spansOfEdit } from '#core/edits/spans-of-edit.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createAcrossArticles } from './across-articles.ts';
import { type AnnotateData } from './annotate-state.ts';
import { type AnnotateState, type Parts } from './annotate-parts.ts';
import { beginning, turnedBackInWords } from './edit-words.ts';
import { type Folding } from './folding.ts';
import { type SaveQueue } from './save-queue.ts';
import { bringsBackWhatIsGone, GONE } from '#state/labels/label-guard.ts';
import { createTaking } from './taking.ts';

type Actions = Pick<AnnotateState, 'commit' | 'commitAcross' | 'undo' | 'redo' | 'setStatus'>;

/** Changing the open layer, and taking changes back. */
export function createEditing(parts: Parts): { actions: Actions; queue: SaveQueue; folding: Folding } {
  const { session, set, get } = parts;
  const taking = createTaking(parts);
  const { take, isRefused, queue, folding } = taking;
  const { commitAcross, turnBackAcross } = createAcrossArticles(parts, taking);

  const commit: Actions['commit'] = (edit, notice) => {
    if (isRefused()) return false;
    const begins = get().layer.status === 'not-started' && edit.kind !== 'set-status';
    take(begins ? beginning(edit) : edit, { kind: 'new' }, notice);
    if (begins) void session.getState().askForPersistence();
    return true;
  };

  /** Undoes or redoes the next edit in turn; the entry written holds the edit that does it. */
  const turnBack = async (kind: 'undo' | 'redo', of: number | undefined): Promise<void> => {
    const { layer, say } = get();
    if (isRefused()) return;
    if (of === undefined) return say(kind === 'undo' ? t`There is nothing to undo.` : t`There is nothing to redo.`);
    try {
      const made = await taking.made(of);
      const change = session.getState().labelChanges.find(({ group }) => group === made.group);
      if (change && !(kind === 'undo' && change.isUndone)) {
        const { createTurnBackLabels } = await import('#state/labels/turn-back-labels.ts');
        return await createTurnBackLabels(parts, taking)(kind, of, made, change);
      }
      const edit = kind === 'undo' ? invertEdit(made.edit) : made.edit;
      if (bringsBackWhatIsGone(session.getState(), get(), edit)) return say(GONE);
      if (made.group !== undefined && !change) return await turnBackAcross(kind, of, made, made.group);
      // Something else happened while the entry was read: let the user press again rather than guess.
      if (get().layer !== layer || get().permission !== 'write') return;
      take(edit, { kind, of }, turnedBackInWords(kind, made.edit));
      showChange(edit, set);
    } catch (error) {
      say((error as StorageError).message);
    }
  };

  return {
    queue,
    folding,
    actions: {
      commit,
      commitAcross,
      undo: () => turnBack('undo', get().history.done.at(-1)),
      redo: () => turnBack('redo', get().history.undone.at(-1)),
      setStatus: (status) => {
        const { layer, say } = get();
        if (status === 'not-started' && layer.spans.length > 0) say(t`A layer with spans has been started.`);
        else if (layer.status !== status) {
          commit({ kind: 'set-status', before: layer.status, after: status }, STATUS_NOTICES[status]);
        }
      },
    },
  };
}

const STATUS_NOTICES: Readonly<Record<LayerStatus, string>> = {
  'not-started': t`Marked as not started.`,
  'in-progress': t`Marked as in progress.`,
  done: t`Marked as done.`,
};

/** After an undo the user wants to see what came back. */
function showChange(edit: Edit, set: (part: Partial<AnnotateData>) => void): void {
  const back = spansOfEdit(edit).added.at(-1);
  if (back) set({ selectedId: back.id, target: 'span' });
}
