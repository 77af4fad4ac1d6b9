import { type Group } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findLabel, type LabelSet, type Tone } from '#core/labels/label-set.ts';
import { cutRuns } from '#core/spans/cut-runs.ts';
import { levelsOf } from '#core/spans/levels.ts';
import { compareText } from '#core/text/compare-text.ts';
import { rangesWithout, type TextRange } from '#core/text/range.ts';
import { type ReviewData, type ReviewItem } from '#state/review/review-state.ts';
import { currentItem, isLeftOut, rangesOf } from '#state/review/review-items.ts';
import { labelName } from '#state/review/review-words.ts';
import { type GroupMarkKind } from '#views/review/kind-icon.tsx';
import { type GroupMark, type GroupScene, type Heat, type Lane, type ThinLane } from '#views/text/group-scene.ts';
import { type Person } from './use-people.ts';

const NOTHING: GroupScene = {
  marks: [],
  lanes: [],
  thin: [],
  core: [],
  contested: [],
  tones: undefined,
  edges: [],
  heat: [],
  heatTone: undefined,
};

/** What a scene is made from. */
export interface Shown extends Pick<
  ReviewData,
  'items' | 'currentId' | 'proposals' | 'focused' | 'layers' | 'view' | 'draft' | 'article'
> {
  readonly labelSet: LabelSet;
  readonly heatLabel: LabelId | undefined;
  readonly people: { readonly compared: readonly Person[]; readonly find: (id: Person['id']) => Person };
}

/** What is drawn over the text in this view. */
export function sceneOf(shown: Shown): GroupScene {
  const { view } = shown;
  if (view === 'gold') return NOTHING;
  if (view === 'heat') return { ...NOTHING, ...heatOf(shown) };
  const marks = marksOf(shown);
  if (view === 'all') return { ...NOTHING, marks, thin: thinLanes(shown) };
  return { ...NOTHING, marks, ...currentGroup(shown) };
}

/** What an item is marked with in the text and in the list. */
export function markKindOf({ state, group, decisions }: ReviewItem): GroupMarkKind {
  if (isLeftOut({ state, decisions })) return 'left-out';
  if (state === 'decided') return group ? 'decided' : decisions[0]?.verdict === 'add' ? 'added' : 'decided';
  if (state === 'stale' || state === 'deferred') return state;
  return group?.kind ?? 'decided';
}

function marksOf({ items, currentId }: Shown): readonly GroupMark[] {
  const depths = depthsInside(items.map(({ hull }) => hull));
  return items.map((item, index) => ({
    id: item.id,
    ranges: rangesOf(item),
    kind: markKindOf(item),
    around: depths[index]!,
    isCurrent: item.id === currentId,
  }));
}

/** For each of these (in reading order) how many levels of others lie inside it. */
function depthsInside(hulls: readonly TextRange[]): readonly number[] {
  const levels = levelsOf(hulls);
  return hulls.map((hull, index) => {
    let deepest = levels[index]!;
    for (let at = index + 1; at < hulls.length && hulls[at]!.from < hull.to; at += 1) {
      deepest = Math.max(deepest, levels[at]!);
    }
    return deepest - levels[index]!;
  });
}

/** The lanes of the current group, and what of its words is in question. */
function currentGroup(shown: Shown): Partial<GroupScene> {
  const { currentId, proposals, focused, labelSet, people, draft } = shown;
  const item = currentItem(shown);
  const group = item?.group;
  if (!item || !group || draft) return {};
  const lanes = proposals.map((proposal, index): Lane => ({
    key: `${currentId ?? ''} ${index}`,
    ranges: proposal.ranges,
    tone: toneOf(labelSet, proposal.label),
    people: proposal.backers
      .map(({ annotatorId }) => people.find(annotatorId).look)
      .toSorted((a, b) => compareText(a.letter, b.letter)),
    note: group.differs.labels ? labelName(labelSet, proposal.label) : '',
    isChosen: index === focused,
  }));
  // Once it is decided gold shows what became of it.
  if (item.state === 'decided') return { lanes };
  const all = rangesOf(item);
  const labels = [...new Set(proposals.map(({ label }) => label))];
  const [one, other] = labels.map((label) => toneOf(labelSet, label));
  return {
    lanes,
    core: group.core,
    contested: rangesWithout(all, group.core),
    tones: one !== undefined && other !== undefined ? [one, other] : undefined,
    edges: group.differs.ranges ? edgesOf(group) : [],
  };
}

function edgesOf(group: Group): GroupScene['edges'] {
  const votes = new Map<number, number>();
  for (const { span } of group.members) {
    for (const { from, to } of span?.ranges ?? []) {
      for (const at of [from, to]) votes.set(at, (votes.get(at) ?? 0) + 1);
    }
  }
  return [...votes].map(([at, number]) => ({ at, votes: number }));
}

function thinLanes({ layers, people, labelSet }: Shown): readonly ThinLane[] {
  return people.compared.flatMap(({ id }, row) => {
    const layer = layers.find(({ annotatorId }) => annotatorId === id);
    return (layer?.spans ?? []).map((span) => ({
      key: `${row} ${span.id}`,
      ranges: span.ranges,
      tone: toneOf(labelSet, span.label),
      row,
    }));
  });
}

function heatOf({ layers, labelSet, heatLabel, article }: Shown): Partial<GroupScene> {
  if (heatLabel === undefined || layers.length === 0) return {};
  const pieces = layers.flatMap(({ annotatorId, spans }) =>
    spans
      .filter(({ label }) => label === heatLabel)
      .flatMap(({ ranges }) => ranges.map(({ from, to }) => ({ from, to, key: annotatorId }))),
  );
  const heat = cutRuns({ from: 0, to: article.text.length }, pieces).flatMap(
    ({ from, to, covering }): readonly Heat[] =>
      covering.length === 0 ? [] : [{ from, to, share: new Set(covering).size / layers.length }],
  );
  return { heat, heatTone: toneOf(labelSet, heatLabel) };
}

function toneOf(labelSet: LabelSet, id: LabelId): Tone | undefined {
  return findLabel(labelSet, id)?.tone;
}
