import { t } from '#language/t.ts';
import { plural } from '#language/numbers.ts';
import { type Edit } from '#core/edits/edit.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { singleEdits } from '#core/edits/single-edits.ts';
import { type ArticleId } from '#core/project/project.ts';
import { loadGroup } from '#storage/layers.ts';
import { type GroupId, nameOfLayer } from '#storage/rows.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { type AnnotateState, type Parts } from './annotate-parts.ts';
import { beginning, describeEdit, turnedBackInWords } from './edit-words.ts';
import { type HeldLayers, holdLayers, stepOn } from '#state/held-layers.ts';

import { usesUnknownKind } from '#core/edits/uses-unknown-kind.ts';
import { type Made, type Taking } from './taking.ts';
import { turnBackEntry } from './turn-back-group.ts';

interface AcrossArticles extends Pick<AnnotateState, 'commitAcross'> {
  /** Undoes or redoes an edit of the open layer that changed other layers as well, in all of them. */
  readonly turnBackAcross: (kind: 'undo' | 'redo', of: number, made: Made, group: GroupId) => Promise<void>;
}

/** Actions that change layers of several articles at once: saved together, undone together. */
export function createAcrossArticles({ dependencies, session, set, get }: Parts, taking: Taking): AcrossArticles {
  const { database, now, newId } = dependencies;
  const { queue, take, isRefused, keyOf } = taking;

  /** Holds other layers while `job` makes an action of them and of the open one; gives false where it could not. */
  const holding = async (articles: readonly ArticleId[], job: (held: HeldLayers) => boolean): Promise<boolean> => {
    const { layer } = get();
    await queue.settled();
    const held = await holdLayers(dependencies, articles.map(keyOf));
    let isDone = false;
    try {
      // Something else happened while the layers were read: let the user press again rather than guess.
      if (get().layer !== layer) get().say(t`Something else was changed meanwhile. Try again.`);
      else if (!isRefused()) isDone = job(held);
      await queue.settled();
      return isDone;
    } finally {
      // What the disk refuses waits to be tried again; until then no other tab may write these layers.
      void queue.emptied().then(() => {
        held.release();
        if (isDone && held.layers.length > 0) set({ changedElsewhere: get().changedElsewhere + 1 });
      });
    }
  };

  return {
    commitAcross: async (others, change, notice) => {
      if (isRefused()) return false;
      try {
        return await holding(others, ({ layers, busy }) => {
          const group = newId() as GroupId;
          const own = change(get().layer);
          const steps = layers.flatMap((held) => {
            const { layer } = held.stored;
            const edit = change(layer);
            return edit ? [stepOn(held, begun(edit, layer.status), { kind: 'new' }, now(), group)] : [];
          });
          const sentence = notice(steps.length + (own ? 1 : 0), busy.length);
          if (!own && steps.length === 0) {
            get().say(sentence);
            return false;
          }
          // Where nothing changes here, an empty edit stands for the action, so that it can be undone from here.
          const edit = own ? begun(own, get().layer.status) : NOTHING;
          take(edit, { kind: 'new' }, sentence, { group, others: steps });
          void session.getState().askForPersistence();
          return true;
        });
      } catch (error) {
        get().say((error as StorageError).message);
        return false;
      }
    },

    turnBackAcross: async (kind, of, made, group) => {
      const open = keyOf(get().layer.articleId);
      const entries = (await loadGroup(database, group)).filter(
        (entry) => nameOfLayer(entry) !== nameOfLayer(open) && entry.annotatorId === open.annotatorId,
      );
      const { labelSet } = session.getState().project;
      const allowed = entries.filter(
        ({ edit }) => !usesUnknownKind(kind === 'undo' ? invertEdit(edit) : edit, labelSet),
      );
      const articles = allowed.map(({ articleId }) => articleId);
      await holding(articles, ({ layers, busy }) => {
        const turned = layers.map((held) => {
          const entry = entries.find(({ articleId }) => articleId === held.key.articleId)!;
          return turnBackEntry(held, entry, kind, now());
        });
        const others = turned.flatMap(({ step }) => step ?? []);
        const refused = entries.length - allowed.length;
        const left = refused + busy.length + turned.filter(({ isWhole }) => !isWhole).length;
        const edit = kind === 'undo' ? invertEdit(made.edit) : made.edit;
        const done = entries.filter(({ articleId }) => others.some(({ key }) => key.articleId === articleId));
        const edits = [made.edit, ...done.map((entry) => entry.edit)];
        take(edit, { kind, of }, turnedBackSentence(kind, edits, left), { others });
        return true;
      });
    },
  };
}

const NOTHING: Edit = { kind: 'together', edits: [] };

function begun(edit: Edit, status: string): Edit {
  return status === 'not-started' ? beginning(edit) : edit;
}

/** What was undone or redone: the open layer's edit first, then those of the others. */
function turnedBackSentence(kind: 'undo' | 'redo', edits: readonly Edit[], left: number): string {
  const together: Edit = { kind: 'together', edits };
  const changed = edits.filter((edit) => singleEdits(edit).length > 0).length;
  const done = edits.length === 1 ? turnedBackInWords(kind, together) : turnedBackElsewhere(kind, together, changed);
  if (left === 0) return done;
  return `${done} ${t`What was changed since, or is open in another tab, stays as it is (articles: ${left}).`}`;
}

/** The same for an edit that changed other articles, or several. */
function turnedBackElsewhere(kind: 'undo' | 'redo', edit: Edit, changed: number): string {
  const what = describeEdit(edit);
  if (changed === 1) {
    return kind === 'undo' ? t`Undone: ${what}, in another article.` : t`Redone: ${what}, in another article.`;
  }
  const articles = plural(changed, 'article');
  return kind === 'undo' ? t`Undone: ${what}, in ${articles}.` : t`Redone: ${what}, in ${articles}.`;
}
