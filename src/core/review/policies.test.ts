import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type Layer } from '#core/project/project.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { type Decision } from './decision.ts';
import { foldGold } from './fold-gold.ts';
import { type Policy, policyDecisions } from './policies.ts';
import { ARTICLE, deciding, groupsById, layerOf } from './review.arbitrary.ts';
import { spotCheck } from './spot-check.ts';
import { LEADING_WORDS, trimExtent } from './trim-extent.ts';

const TEXT =
  'Mayor Ada Lind said on Monday that the bridge will reopen in May. “We are weeks ahead of schedule,” she told the Harbor Times. Critics dispute the claim.';
const claim = { label: 'claim' as LabelId };
const quote = { label: 'quote' as LabelId };

const A = layerOf('A', [
  span('mayor', [[0, 14]]),
  span('times', [[113, 125]]),
  span('quote', [[66, 99]], quote),
  span('bridge', [[35, 64]], claim),
  span('weeks', [[67, 97]], claim),
]);
const B = layerOf('B', [
  span('mayor', [[6, 14]]),
  span('times', [[109, 125]]),
  span('critics', [[127, 134]]),
  span('quote', [[66, 99]], quote),
  span('bridge', [[35, 64]], claim),
]);
const C = layerOf('C', [
  span('mayor', [[6, 14]]),
  span('times', [[113, 125]]),
  span('quote', [[67, 98]], quote),
  span('bridge', [[30, 64]], claim),
  span('weeks', [[67, 97]], claim),
]);

function run(policy: Policy, layers: readonly Layer[] = [A, B, C], log: readonly Decision[] = []): readonly Decision[] {
  const groups = groupsById(layers);
  const article = { text: TEXT, language: 'en', groups, gold: foldGold(ARTICLE, log, groups, layers) };
  let count = log.length;
  return policyDecisions(policy, article, {
    ...deciding('unused', layers, log),
    settings: 'as said',
    newId: () => `p${(count += 1)}`,
  });
}

/** What gold gets of each decision, or the word reject. */
function said(decisions: readonly Decision[]): readonly string[] {
  return decisions.map(({ verdict, covers, spans }) => {
    const words = spans.map(({ ranges }) => ranges.map(({ from, to }) => TEXT.slice(from, to)).join(' … '));
    return verdict === 'accept' ? words.join() : `${verdict} ${covers[0]!.spanId}`;
  });
}

test.each<[string, Policy, readonly string[]]>([
  ['unanimous', { kind: 'unanimous' }, []],
  [
    'trim-only, the longest kept',
    { kind: 'trim-only', kept: 'longest', leading: LEADING_WORDS },
    ['that the bridge will reopen in May', 'Mayor Ada Lind', '“We are weeks ahead of schedule,”', 'the Harbor Times'],
  ],
  [
    'trim-only, the shortest kept',
    { kind: 'trim-only', kept: 'shortest', leading: ['the'] },
    ['We are weeks ahead of schedule,', 'Harbor Times'],
  ],
  [
    'trim-only, that of most kept',
    { kind: 'trim-only', kept: 'most', leading: [] },
    ['“We are weeks ahead of schedule,”'],
  ],
  [
    'majority',
    { kind: 'majority' },
    [
      'the bridge will reopen in May',
      'Ada Lind',
      '“We are weeks ahead of schedule,”',
      'Harbor Times',
      'We are weeks ahead of schedule',
    ],
  ],
  [
    'a trusted annotator',
    { kind: 'trusted', annotatorId: A.annotatorId, rejectsOthers: false },
    [
      'the bridge will reopen in May',
      'Mayor Ada Lind',
      '“We are weeks ahead of schedule,”',
      'Harbor Times',
      'We are weeks ahead of schedule',
    ],
  ],
  [
    'agreement on 5 of 6 words',
    { kind: 'word-agreement', threshold: 0.8 },
    ['the bridge will reopen in May', '“We are weeks ahead of schedule,”'],
  ],
  ['agreement on all words', { kind: 'word-agreement', threshold: 1 }, ['“We are weeks ahead of schedule,”']],
])('%s decides what it should and nothing else', (_, policy, expected) => {
  expect(said(run(policy))).toEqual(expected);
});

test('a trusted annotator who has finished also decides what does not belong to gold', () => {
  expect(said(run({ kind: 'trusted', annotatorId: B.annotatorId, rejectsOthers: true }))).toContain('reject weeks');
  expect(run({ kind: 'trusted', annotatorId: 'D' as AnnotatorId, rejectsOthers: true })).toEqual([]);
});

test('unanimous takes stacked and nested spans of two alike, and nothing of one alone', () => {
  const layers = [A, { ...A, annotatorId: B.annotatorId }];
  const decisions = run({ kind: 'unanimous' }, layers);
  expect(decisions).toHaveLength(A.spans.length);
  expect(foldGold(ARTICLE, decisions, groupsById(layers), layers).undecided).toEqual([]);
  expect(run({ kind: 'unanimous' }, [A])).toEqual([]);
});

test('majority needs three who have finished, and nobody with another label', () => {
  expect(run({ kind: 'majority' }, [B, C])).toEqual([]);
  const other = layerOf('D', [span('mayor', [[6, 14]], claim)]);
  expect(said(run({ kind: 'majority' }, [A, B, C, other]))).not.toContain('Ada Lind');
});

test('a policy leaves what was decided, deferred or is stale, and says by what rule it decided', () => {
  const first = run({ kind: 'majority' });
  expect(first[0]).toMatchObject({ policy: { policy: 'majority', settings: 'as said' }, supersedes: [] });
  expect(run({ kind: 'majority' }, [A, B, C], first)).toEqual([]);
  const changed = layerOf('A', [span('mayor', [[1, 14]]), ...A.spans.slice(1)]);
  expect(
    run({ kind: 'trusted', annotatorId: A.annotatorId, rejectsOthers: true }, [changed, B, C], first),
  ).toHaveLength(1);
});

test.each<[string, number, number, string]>([
  ['quotation marks and the comma', 66, 99, 'We are weeks ahead of schedule'],
  ['a title and white space', 0, 15, 'Ada Lind'],
  ['a determiner and the stop', 109, 126, 'Harbor Times'],
  ['nothing where nothing else is left', 109, 113, 'the'],
])('trimming takes off %s', (_, from, to, expected) => {
  const [range] = trimExtent(TEXT, [{ from, to }], new Set(LEADING_WORDS));
  expect(TEXT.slice(range!.from, range!.to)).toBe(expected);
});

test('ranges where one is all marks are left as they are', () => {
  const ranges = [
    { from: 66, to: 68 },
    { from: 98, to: 99 },
  ];
  expect(trimExtent(TEXT, ranges, new Set())).toBe(ranges);
});

function subjects(some: readonly Decision[]): readonly string[] {
  return some.map(({ covers }) => covers[0]!.spanId).toSorted();
}

test('a spot check takes the same share whatever ids the decisions have', () => {
  const decisions = run({ kind: 'majority' });
  const renamed = decisions.map((decision) => ({ ...decision, id: `x${decision.id}` as Decision['id'] })).toReversed();
  const { kept, checked } = spotCheck(decisions, 0.4, 'seed');
  expect([kept.length, checked.length]).toEqual([3, 2]);
  expect(subjects(spotCheck(renamed, 0.4, 'seed').checked)).toEqual(subjects(checked));
  expect(spotCheck(decisions, 0, 'seed').checked).toEqual([]);
});
