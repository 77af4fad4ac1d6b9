import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelRule } from '#core/labels/label-rule.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { acceptProposal } from '#core/review/decide.ts';
import { foldGold } from '#core/review/fold-gold.ts';
import { ARTICLE, deciding, groupsById, layerOf, linkTo, proposedIn } from '#core/review/review.arbitrary.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { decisionThrough } from './relabel-decision.ts';
import { relabelThrough } from './relabel-layer.ts';

const LAYERS = ['A', 'B'].map((id) =>
  layerOf(id, [span('s', [[0, 9]]), span('t', [[20, 30]], { label: 'claim' as LabelId })], [linkTo('s', 't')]),
);
const LOG = groupsById(LAYERS).map((group, index) =>
  acceptProposal([group], proposedIn(group)[0]!, deciding(`d${index}`, LAYERS, [])),
);

function through(rule: LabelRule) {
  const changes = [{ rules: [rule], after: DEFAULT_LABEL_SET, at: '2025-01-01T00:00:00.000Z' }];
  const layers = LAYERS.map((layer) => relabelThrough(layer, changes, ''));
  const log = LOG.map((decision) => decisionThrough(decision, changes, ''));
  return { log, gold: foldGold(ARTICLE, log, groupsById(layers), layers) };
}

test.each<[string, LabelRule, readonly string[]]>([
  ['merged', { kind: 'label', from: 'entity' as LabelId, to: 'quote' as LabelId }, ['quote', 'claim']],
  ['taken away', { kind: 'label', from: 'entity' as LabelId, to: null }, ['claim']],
  ['not touched', { kind: 'label', from: 'other' as LabelId, to: null }, ['entity', 'claim']],
])('a label that was %s is so in decisions, and none of them is stale for it', (_, rule, labels) => {
  const { gold } = through(rule);
  expect(gold.layer.spans.map(({ label }) => label)).toEqual(labels);
  expect(gold.stale).toEqual([]);
  expect(gold.undecided).toEqual([]);
});

test.each<[string, LabelRule, readonly string[]]>([
  ['renamed', { kind: 'link-type', from: 'speaker' as LinkTypeId, to: 'cites' as LinkTypeId }, ['cites']],
  ['taken away', { kind: 'link-type', from: 'speaker' as LinkTypeId, to: null }, []],
  [
    'renamed where another label starts it',
    {
      kind: 'link-type',
      from: 'speaker' as LinkTypeId,
      to: null,
      where: { end: 'from', label: 'claim' as LabelId },
    },
    ['speaker'],
  ],
])('a link type that was %s is so in gold', (_, rule, types) => {
  expect(through(rule).gold.layer.links.map(({ type }) => type)).toEqual(types);
});

test('a decision that no rule is about is the very same', () => {
  fc.assert(
    fc.property(bundleArbitrary(), ({ decisions, project }) => {
      const rule = { kind: 'label', from: 'never used' as LabelId, to: null } as const;
      const changes = [{ rules: [rule], after: project.labelSet, at: '2025-01-01T00:00:00.000Z' }];
      for (const decision of decisions) expect(decisionThrough(decision, changes, '')).toBe(decision);
    }),
    { seed: 20241125, numRuns: 30 },
  );
});
