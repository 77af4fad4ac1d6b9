import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComparedLayers, type Group } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { articleProgress, isDone } from './article-progress.ts';
import {
  acceptParts,
  acceptProposal,
  addToGold,
  adjust,
  type Deciding,
  defer,
  keepDecision,
  reject,
  withdraw,
} from './decide.ts';
import { type BatchId, type Decision } from './decision.ts';
import { layerDigest } from './digest.ts';
import { foldGold, type Gold, isReviewDone } from './fold-gold.ts';
import { refText } from './marking.ts';
import {
  actionsArbitrary,
  ARTICLE,
  deciding,
  groupsById,
  layerOf,
  layersArbitrary,
  linkTo,
  logOf,
  proposedIn,
} from './review.arbitrary.ts';

const SEED = { seed: 20241125 };

function fold(log: readonly Decision[], layers: ComparedLayers, groups: readonly Group[] = groupsById(layers)): Gold {
  return foldGold(ARTICLE, log, groups, layers);
}

/** Spans of gold as "from-to label". */
function inGold(gold: Gold): readonly string[] {
  return gold.layer.spans.map(
    ({ ranges, label }) => `${ranges.map(({ from, to }) => `${from}-${to}`).join('+')} ${label}`,
  );
}

const A = layerOf(
  'A',
  [span('mayor', [[0, 14]]), span('quote', [[20, 40]], { label: 'quote' as LabelId })],
  [linkTo('quote', 'mayor')],
);
const B = layerOf(
  'B',
  [span('mayor', [[6, 14]]), span('quote', [[20, 40]], { label: 'quote' as LabelId })],
  [linkTo('quote', 'mayor')],
);
const LAYERS = [A, B];
const [MAYOR, QUOTE] = groupsById(LAYERS) as readonly [Group, Group];

/** Takes one of the proposals of the group. */
function take(group: Group, which: number): (by: Deciding) => Decision {
  return (by) => acceptProposal([group], proposedIn(group)[which]!, by);
}

function takeBackLast(by: Deciding, log: readonly Decision[]): Decision {
  return withdraw([log.at(-1)!.id], by);
}

/** Decides one after another, each on what the ones before it gave. */
function written(...steps: readonly ((by: Deciding, log: readonly Decision[]) => Decision)[]): readonly Decision[] {
  return steps.reduce<readonly Decision[]>(
    (log, step) => [...log, step(deciding(`d${log.length + 1}`, LAYERS, log), log)],
    [],
  );
}

test('what was accepted, adjusted and added is in gold, what was rejected or put off is not', () => {
  const log = written(
    (by) => acceptProposal([MAYOR], proposedIn(MAYOR)[1]!, by),
    (by) =>
      adjust(
        [QUOTE],
        { label: 'claim' as LabelId, ranges: [{ from: 21, to: 39 }], attributes: [], note: '', from: [] },
        by,
      ),
    (by) => addToGold({ label: 'claim' as LabelId, ranges: [{ from: 50, to: 60 }], attributes: [], note: '' }, by),
  );
  expect(inGold(fold(log, LAYERS))).toEqual(['6-14 entity', '21-39 claim', '50-60 claim']);
  const other = written(
    (by) => reject([MAYOR], by),
    (by) => defer([QUOTE], by),
  );
  const gold = fold(other, LAYERS);
  expect(gold.layer.spans).toEqual([]);
  expect(gold.deferred).toEqual([QUOTE.key]);
  expect([...gold.states.values()]).toEqual(['decided', 'deferred']);
});

test('rejecting all of an article makes it done with an empty gold', () => {
  const log = written((by) => reject([MAYOR, QUOTE], by));
  const gold = fold(log, LAYERS);
  expect(isDone(articleProgress(gold, [MAYOR, QUOTE]))).toBe(true);
  expect(isReviewDone(log, LAYERS)).toBe(true);
});

test('undo brings back what the decision replaced, redo takes it away again, and so on', () => {
  const steps = [take(MAYOR, 0), take(MAYOR, 1), takeBackLast, takeBackLast, takeBackLast];
  const seen = steps.map((_, index) => inGold(fold(written(...steps.slice(0, index + 1)), LAYERS)));
  expect(seen).toEqual([['0-14 entity'], ['6-14 entity'], ['0-14 entity'], ['6-14 entity'], ['0-14 entity']]);
});

test('taking a batch back restores the gold before it', () => {
  const before = written((by) => reject([QUOTE], by));
  const batch = 'b' as BatchId;
  const during = [MAYOR, QUOTE].reduce<readonly Decision[]>(
    (log, group) => [
      ...log,
      acceptProposal([group], proposedIn(group)[0]!, deciding(`b${log.length}`, LAYERS, log, { batch })),
    ],
    before,
  );
  expect(fold(during, LAYERS).layer.spans).toHaveLength(2);
  const ids = during.filter((decision) => decision.batch === batch).map(({ id }) => id);
  const after = [...during, withdraw(ids, deciding('w', LAYERS, during))];
  expect(fold(after, LAYERS).layer).toEqual(fold(before, LAYERS).layer);
  expect(layerDigest(fold(after, LAYERS).layer)).toBe(layerDigest(fold(before, LAYERS).layer));
});

test('deciding about a group again supersedes the decision before, even one that deferred it', () => {
  const log = written(
    (by) => defer([MAYOR], by),
    (by) => acceptProposal([MAYOR], proposedIn(MAYOR)[0]!, by),
  );
  expect(log[1]!.supersedes).toEqual(['d1']);
  expect(fold(log, LAYERS).states.get(MAYOR.key)).toBe('decided');
});

test('a third decision about a group leaves none of the earlier ones counting', () => {
  const log = written(take(MAYOR, 0), take(MAYOR, 1), take(MAYOR, 0), (by) => reject([MAYOR], by));
  expect(fold(log, LAYERS).standing.decisions.map(({ id }) => id)).toEqual(['d4']);
  expect(log[3]!.supersedes).toEqual(['d1', 'd2', 'd3']);
});

test('links go to what stands in gold for the span at their end, once, and are listed where nothing does', () => {
  const quote = take(QUOTE, 0);
  const alone = fold(written(quote), LAYERS);
  expect(alone.layer.links).toEqual([]);
  expect(alone.linksLeftOut.map(({ from, to }) => [from, to.annotatorId])).toEqual([
    ['d1-1', 'A'],
    ['d1-1', 'B'],
  ]);
  const both = fold(
    written(quote, (by) => acceptProposal([MAYOR], proposedIn(MAYOR)[1]!, by)),
    LAYERS,
  );
  expect(both.layer.links.map(({ type, from, to }) => [type, from, to])).toEqual([['speaker', 'd1-1', 'd2-1']]);
  expect(both.linksLeftOut).toEqual([]);
});

test('of several parts, a link goes to the one that was taken from its end', () => {
  const gold = fold(
    written(
      (by) => acceptParts([MAYOR], proposedIn(MAYOR), by),
      (by) =>
        acceptProposal(
          [QUOTE],
          { ...proposedIn(QUOTE)[0]!, backers: [{ annotatorId: B.annotatorId, spanId: B.spans[1]!.id }] },
          by,
        ),
    ),
    LAYERS,
  );
  const [link] = gold.layer.links;
  expect(gold.layer.spans.find(({ id }) => id === link!.to)!.ranges).toEqual([{ from: 6, to: 14 }]);
  const noParent = fold(
    written(
      (by) =>
        acceptParts(
          [MAYOR],
          proposedIn(MAYOR).map((each) => ({ ...each, backers: [] })),
          by,
        ),
      (by) => acceptProposal([QUOTE], proposedIn(QUOTE)[0]!, by),
    ),
    LAYERS,
  );
  expect(noParent.linksLeftOut).toHaveLength(2);
});

test('a changed or vanished span makes its decision stale and leaves gold as it was', () => {
  const log = written((by) => acceptProposal([MAYOR], proposedIn(MAYOR)[0]!, by));
  const before = fold(log, LAYERS);
  const changed = [A, layerOf('B', [span('mayor', [[5, 14]]), B.spans[1]!])];
  const gone = [A, layerOf('B', [B.spans[1]!])];
  for (const [layers, kind] of [
    [changed, 'changed'],
    [gone, 'gone'],
  ] as const) {
    const gold = fold(log, layers);
    expect(gold.layer).toEqual(before.layer);
    expect(gold.stale.map(({ causes }) => causes.map((cause) => cause.kind))).toEqual([[kind]]);
    expect(gold.states.get(MAYOR.key)).toBe('stale');
  }
});

test('a span that comes into a decided group makes the decision stale, one who is not compared says nothing', () => {
  const log = written((by) => reject([MAYOR, QUOTE], by));
  const C = layerOf('C', [span('mayor', [[6, 14]])]);
  const joined = fold(log, [...LAYERS, C]);
  expect(joined.stale.map(({ causes }) => causes)).toEqual([
    [{ kind: 'joined', group: MAYOR.key, span: { annotatorId: 'C', spanId: 'mayor' } }],
  ]);
  expect(joined.undecided).toEqual([MAYOR.key]);
  expect(fold(log, [A]).stale).toEqual([]);
  expect(fold(log, [A]).undecided).toEqual([]);
});

test('a decision whose spans are all gone counts as stale until it is kept', () => {
  const log = written(
    (by) => acceptProposal([MAYOR], proposedIn(MAYOR)[0]!, by),
    (by) => reject([QUOTE], by),
  );
  const layers = [layerOf('A', [A.spans[1]!]), layerOf('B', [B.spans[1]!])];
  const groups = groupsById(layers);
  const gold = fold(log, layers);
  expect(articleProgress(gold, groups)).toMatchObject({ groups: 1, decided: 1, stale: 1 });
  const kept = [...log, keepDecision(log[0]!, [], deciding('k', layers, log))];
  expect(fold(kept, layers).layer.spans.map(({ id }) => id)).toEqual(['d1-1']);
  expect(isDone(articleProgress(fold(kept, layers), groups))).toBe(true);
});

test('keeping a decision keeps its gold and covers what is there now', () => {
  const log = written((by) => acceptProposal([MAYOR], proposedIn(MAYOR)[0]!, by));
  const layers = [A, layerOf('B', [span('mayor', [[5, 14]]), B.spans[1]!]), layerOf('C', [span('mayor', [[1, 14]])])];
  const group = groupsById(layers)[0]!;
  const kept = [...log, keepDecision(log[0]!, [group], deciding('k', layers, log))];
  const gold = fold(kept, layers);
  expect(gold.layer.spans.map(({ id, ranges }) => [id, ranges])).toEqual([['d1-1', [{ from: 0, to: 14 }]]]);
  expect(gold.stale).toEqual([]);
  expect(gold.states.get(MAYOR.key)).toBe('decided');
});

test('of two reviewers who decided apart the first stands, and the other’s decision waits', () => {
  const one = acceptProposal([MAYOR], proposedIn(MAYOR)[0]!, deciding('one', LAYERS, []));
  const other = acceptProposal([MAYOR], proposedIn(MAYOR)[1]!, deciding('other', LAYERS, []));
  const gold = fold([one, other], LAYERS);
  expect(inGold(gold)).toEqual(['0-14 entity']);
  expect(gold.stale).toEqual([{ decision: other, causes: [{ kind: 'disputed', by: 'one' }] }]);
  expect(isReviewDone([one, other], LAYERS)).toBe(false);
  const settled = [one, other, keepDecision(other, [MAYOR], deciding('k', LAYERS, [one, other]))];
  expect(inGold(fold(settled, LAYERS))).toEqual(['6-14 entity']);
  expect(fold(settled, LAYERS).stale).toEqual([]);
});

test('law: gold holds nothing but what standing decisions put in, never a span that is undecided or put off', () => {
  fc.assert(
    fc.property(layersArbitrary(), actionsArbitrary(), (layers, actions) => {
      const log = logOf(actions, layers);
      const gold = fold(log, layers);
      const given = new Map(log.flatMap(({ spans }) => spans.map((each) => [each.id, each] as const)));
      for (const { id, ranges } of gold.layer.spans) {
        const { from } = given.get(id)!;
        expect(ranges).toEqual(given.get(id)!.ranges);
        const states = from.map(({ spanId }) => gold.states.get(spanId as unknown as Group['key']));
        expect(states.every((state) => state === 'decided')).toBe(true);
        expect(from.every((ref) => gold.standing.byRef.get(refText(ref)) === gold.decisionOf.get(id))).toBe(true);
      }
      const ids = new Set(gold.layer.spans.map(({ id }) => id));
      expect(ids.size).toBe(gold.layer.spans.length);
      expect(gold.layer.links.every(({ from, to }) => ids.has(from) && ids.has(to) && from !== to)).toBe(true);
    }),
    SEED,
  );
});

test('law: the order of annotators and of their spans and links never changes decisions or the fold', () => {
  fc.assert(
    fc.property(layersArbitrary(), actionsArbitrary(), (layers, actions) => {
      const turned = layers
        .map((layer) => ({ ...layer, spans: layer.spans.toReversed(), links: layer.links.toReversed() }))
        .toReversed();
      const groups = groupsById(layers);
      const turnedGroups = groups.map((group) => ({ ...group, members: group.members.toReversed() }));
      const log = logOf(actions, layers);
      expect(logOf(actions, turned)).toEqual(log);
      expect(foldGold(ARTICLE, log, turnedGroups, turned)).toEqual(foldGold(ARTICLE, log, groups, layers));
    }),
    SEED,
  );
});

test('law: taking the last decision back gives the fold before it, and once more the fold with it', () => {
  fc.assert(
    fc.property(layersArbitrary(), actionsArbitrary(), (layers, actions) => {
      const log = logOf(actions, layers);
      const last = log.at(-1);
      if (!last) return;
      const undone = [...log, withdraw([last.id], deciding('undo', layers, log))];
      const redone = [...undone, withdraw(['undo' as Decision['id']], deciding('redo', layers, undone))];
      expect(fold(undone, layers)).toEqual(fold(log.slice(0, -1), layers));
      expect(fold(redone, layers)).toEqual(fold(log, layers));
    }),
    SEED,
  );
});

test('law: whether an article is done is the same with and without its groups', () => {
  fc.assert(
    fc.property(layersArbitrary(), actionsArbitrary(), fc.boolean(), (layers, actions, decidesAll) => {
      const log = [...logOf(actions, layers)];
      const groups = groupsById(layers);
      if (decidesAll) {
        for (const key of fold(log, layers).undecided) {
          log.push(reject([groups.find((group) => group.key === key)!], deciding(`r${key}`, layers, log)));
        }
      }
      expect(isReviewDone(log, layers)).toBe(isDone(articleProgress(fold(log, layers), groups)));
      const others = layers.map((layer) => ({ ...layer, spans: layer.spans.slice(1) }));
      const progress = articleProgress(fold(log, others), groupsById(others));
      if (log.length > 0) expect(isReviewDone(log, others)).toBe(isDone(progress));
    }),
    SEED,
  );
});

test('an article that nobody decided about is done only where several have found nothing to mark', () => {
  const nothing = ['A', 'B'].map((id) => layerOf(id, []));
  expect(isReviewDone([], nothing)).toBe(true);
  expect(isReviewDone([], nothing.slice(1))).toBe(false);
  expect(isReviewDone([], nothing.slice(1), true)).toBe(true);
  expect(isReviewDone([], LAYERS, true)).toBe(false);
  expect(isReviewDone([], LAYERS)).toBe(false);
  expect(fold([], LAYERS).layer).toMatchObject({
    status: 'not-started',
    changedAt: '',
    annotatorId: 'gold' as AnnotatorId,
  });
});
