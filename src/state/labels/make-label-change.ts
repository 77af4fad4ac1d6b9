import { t } from '#language/t.ts';
import { withCommas } from '#language/lists.ts';
import { type Edit } from '#core/edits/edit.ts';
import { editBetween } from '#core/edits/edit-between.ts';
import { type Followed } from '#core/labels/follow-rule.ts';
import { relabelLayer, type RuledChange } from '#core/relabel/relabel-layer.ts';
import { loadArticle } from '#storage/articles.ts';
import { commitLabelChange, type NewLabelChange, undoLabelChange } from '#storage/label-changes.ts';
import { type LayerStep, loadHeads } from '#storage/layers.ts';
import { type GroupId, type LabelChangeRow, type LayerKey } from '#storage/rows.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type HeldLayer, holdLayers, stepOn } from '#state/held-layers.ts';
import { ownEntries, planTakeBack } from './plan-take-back.ts';
import { type SessionStore } from '#state/session-store.ts';
import { undoneSentence } from './turn-back-labels.ts';

/** How a change ended: the sentence about it, or why it could not be. */
export type ChangeResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/**
 * Changes the label set; this annotator's own layers follow in the same transaction. Refuses the whole change where another
 * tab writes one of them. Rejects where the disk refuses, and nothing is changed then.
 */
export async function makeLabelChange(
  dependencies: Dependencies,
  session: SessionStore,
  { after, rules }: Followed,
  text: string,
): Promise<ChangeResult> {
  const { database, now, newId, tellTabs } = dependencies;
  const { project, annotatorId } = session.getState();
  const group = newId() as GroupId;
  const heads = rules.length === 0 ? [] : await loadHeads(database, project.id);
  const own = heads.filter((head) => head.annotatorId === annotatorId);
  const held = await holdLayers(dependencies, own);
  try {
    if (held.busy.length > 0) return { ok: false, message: await busySentence(dependencies, held.busy) };
    const change: NewLabelChange = { at: now(), by: annotatorId, text, before: project.labelSet, after, rules, group };
    const steps: LayerStep[] = [];
    for (const layer of held.layers) {
      const edit = await editFor(dependencies, layer, change);
      if (edit) steps.push(stepOn(layer, edit, { kind: 'new' }, change.at, group));
    }
    session.setState({ project: await commitLabelChange(database, project, change, steps) });
    tellTabs();
    return { ok: true, text };
  } finally {
    held.release();
  }
}

/** Undoes the last change that stands, in the layers of the annotator who made it. Refuses and rejects as makeLabelChange. */
export async function takeBackLabelChange(
  dependencies: Dependencies,
  session: SessionStore,
  change: LabelChangeRow,
): Promise<ChangeResult> {
  const { database, now, tellTabs } = dependencies;
  const { project, annotatorId, annotators } = session.getState();
  if (change.rules.length > 0 && change.by !== annotatorId) {
    return { ok: false, message: othersSentence(annotators.find(({ id }) => id === change.by)?.name) };
  }
  const entries = await ownEntries(database, change);
  const held = await holdLayers(dependencies, entries);
  try {
    if (held.busy.length > 0) return { ok: false, message: await busySentence(dependencies, held.busy) };
    const plan = await planTakeBack(database, project, change, held.layers, entries, now());
    if (typeof plan === 'string') return { ok: false, message: plan };
    session.setState({ project: await undoLabelChange(database, plan.labels, plan.steps) });
    tellTabs();
    return { ok: true, text: undoneSentence(change, plan.left) };
  } finally {
    held.release();
  }
}

async function editFor(
  { database }: Dependencies,
  { key, stored }: HeldLayer,
  change: RuledChange,
): Promise<Edit | undefined> {
  const text = needsText(change) ? ((await loadArticle(database, key.projectId, key.articleId))?.text ?? '') : '';
  return editBetween(stored.layer, relabelLayer(stored.layer, change, text).layer);
}

function needsText({ rules }: RuledChange): boolean {
  return rules.some((rule) => 'where' in rule && rule.where && 'words' in rule.where);
}

function othersSentence(name: string | undefined): string {
  return name === undefined
    ? t`This was done by another annotator, whose layers followed. Only another annotator can undo it.`
    : t`This was done by ${name}, whose layers followed. Only ${name} can undo it.`;
}

async function busySentence({ database }: Dependencies, busy: readonly LayerKey[]): Promise<string> {
  const titles = await Promise.all(
    busy
      .slice(0, 3)
      .map(async ({ projectId, articleId }) => (await loadArticle(database, projectId, articleId))?.title),
  );
  const names = withCommas(titles.map((title) => t`“${title ?? t`an article`}”`));
  return t`Nothing was changed: another tab is annotating ${names}, or your layer there is in the trash or damaged. Close that tab or put the layer back, then try again.`;
}
