import { type ComparedLayers, type Group, GROUP_KINDS, type GroupKind } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type Gold } from './fold-gold.ts';

/** What the queue says of an article. */
export interface ArticleFigures {
  readonly articleId: ArticleId;
  readonly groups: number;
  /** How many groups there are of each kind. */
  readonly kinds: ReadonlyMap<GroupKind, number>;
  /** The labels of the groups that are not unanimous. */
  readonly labels: readonly LabelId[];
  /** Those whose layers are compared. */
  readonly annotatorIds: readonly AnnotatorId[];
  /** Groups that need the reviewer; undecided ones that everybody agrees on are `unanimous`. */
  readonly open: number;
  readonly unanimous: number;
  readonly deferred: number;
  readonly stale: number;
  readonly decided: number;
  readonly openThreads: number;
  /** The mean strict F1 of all pairs of the compared layers, from 0 to 1; undefined where there is none. */
  readonly f1: number | undefined;
  readonly finishedAt: string;
}

/** Counts what is to be settled in an article, and what is left of it: the part of the figures that groups and gold give. */
export function countGroups(
  articleId: ArticleId,
  groups: readonly Group[],
  gold: Gold,
  layers: ComparedLayers,
): Omit<ArticleFigures, 'finishedAt' | 'openThreads' | 'f1'> {
  const kinds = new Map<GroupKind, number>(GROUP_KINDS.map((kind) => [kind, 0]));
  const counts = { undecided: 0, deferred: 0, stale: 0, decided: 0 };
  const labels = new Set<LabelId>();
  let unanimous = 0;
  for (const group of groups) {
    kinds.set(group.kind, kinds.get(group.kind)! + 1);
    const state = gold.states.get(group.key) ?? 'undecided';
    counts[state] += 1;
    if (state === 'undecided' && group.kind === 'unanimous') unanimous += 1;
    if (group.kind !== 'unanimous') for (const { span } of group.members) if (span) labels.add(span.label);
  }
  const withGroup = new Set([...gold.decisionsAbout.values()].flat());
  const alone = gold.standing.decisions.filter((decision) => !withGroup.has(decision));
  const staleIds = new Set(gold.stale.map(({ decision }) => decision.id));
  const staleAlone = alone.filter(({ id }) => staleIds.has(id)).length;
  const deferredAlone = alone.filter(({ id, verdict }) => verdict === 'defer' && !staleIds.has(id)).length;
  return {
    articleId,
    groups: groups.length,
    kinds,
    labels: [...labels],
    annotatorIds: layers.map(({ annotatorId }) => annotatorId),
    open: counts.undecided - unanimous,
    unanimous,
    deferred: counts.deferred + deferredAlone,
    stale: counts.stale + staleAlone,
    decided: counts.decided + alone.length - staleAlone - deferredAlone,
  };
}
