import { t } from '#language/t.ts';
import { smallBehindColon } from '#language/case.ts';
import { applyEdit } from '#core/edits/apply-edit.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { type LabelChangeRow, nameOfLayer } from '#storage/rows.ts';
import { type Parts } from '#state/annotate/annotate-parts.ts';
import { holdLayers } from '#state/held-layers.ts';
import { ownEntries, planTakeBack } from './plan-take-back.ts';
import { type Made, type Taking } from '#state/annotate/taking.ts';

type TurnBackLabels = (kind: 'undo' | 'redo', of: number, made: Made, change: LabelChangeRow) => Promise<void>;

/**
 * Undoes, from an open article, a change of the label set that the article's layer followed: the label set and all layers
 * with it, in one transaction. A redo is left to the Labels screen, which shows what it would change.
 */
export function createTurnBackLabels({ dependencies, session, get }: Parts, taking: Taking): TurnBackLabels {
  const { database, now, tellTabs } = dependencies;
  const { queue, take, isRefused, keyOf } = taking;
  return async (kind, of, made, change) => {
    const { layer, say } = get();
    if (kind === 'redo') {
      return say(t`This was undone with the label set (${change.text}) To have it again, do it on the Labels screen.`);
    }
    await queue.settled();
    const open = nameOfLayer(keyOf(layer.articleId));
    const entries = (await ownEntries(database, change)).filter((entry) => nameOfLayer(entry) !== open);
    const held = await holdLayers(
      dependencies,
      entries.map(({ articleId }) => keyOf(articleId)),
    );
    try {
      if (held.busy.length > 0) return say(t`Another tab is annotating an article that this is about. Close it first.`);
      const edit = invertEdit(made.edit);
      const { project, labelChanges } = session.getState();
      const shown = applyEdit(layer, edit);
      const plan = await planTakeBack(database, project, change, held.layers, entries, now(), shown);
      // Something else happened while the layers were read: let the user press again rather than guess.
      if (get().layer !== layer || isRefused()) return;
      if (typeof plan === 'string') return say(plan);
      // Before the layer, so that no span is shown whose label is not there.
      session.setState({
        project: { ...plan.labels.project, labelSet: plan.labels.labelSet },
        labelChanges: labelChanges.map((each) => (each === change ? { ...each, isUndone: true } : each)),
      });
      take(edit, { kind, of }, undoneSentence(change, plan.left), { others: plan.steps, labels: plan.labels });
      await queue.settled();
      tellTabs();
    } finally {
      held.release();
    }
  };
}

/** What was undone, and in how many layers a part had to stay. */
export function undoneSentence({ text }: LabelChangeRow, left: number): string {
  const done = t`Undone: ${smallBehindColon(text)}`;
  return left === 0 ? done : `${done} ${t`What was changed since stays as it is (articles: ${left}).`}`;
}
