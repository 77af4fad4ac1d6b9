import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonOf } from '#core/agreement/compared.ts';
import { alignLayers, realign } from '#core/alignment/align-layers.ts';
import { layerFrom, NEWS_TEXT, newsLayers, spanFrom } from '#core/alignment/compared.arbitrary.ts';
import { type ComparedLayers, type Group } from '#core/alignment/group.ts';
import { linksBetween } from '#core/alignment/group-links.ts';
import { newsLike } from '#core/alignment/news-like.arbitrary.ts';
import { type Proposal, proposalsOf } from '#core/alignment/proposals.ts';
import { writtenGold } from '#core/bundle/gold-bundle.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type Article, type Layer, type LayerStatus } from '#core/project/project.ts';
import { compareSpans } from '#core/spans/span.ts';
import { articleProgress, isDone } from './article-progress.ts';
import { acceptProposal, defer, keepDecision, reject, withdraw } from './decide.ts';
import { type BatchId, type Decision } from './decision.ts';
import { layerDigest } from './digest.ts';
import { foldGold, type Gold } from './fold-gold.ts';
import { meanStrictF1 } from './mean-strict-f1.ts';
import { type Policy, policyDecisions } from './policies.ts';
import { ARTICLE, deciding } from './review.arbitrary.ts';
import { LEADING_WORDS } from './trim-extent.ts';

/*
 * What a review has to do, on the news text that three people annotated (checks 1 to 7 and 10, and of 9 what is no
 * matter of the screen). Check 8, by keyboard alone with the focus in sight and everything told in words, is the journey “three
 * people’s annotations are reviewed by keyboard alone …” of e2e/journeys/review.e2e.ts, with “the queue, the article and the
 * policies have no violations” there.
 */

const LAYERS = newsLayers();
const TRIM_ONLY: Policy = { kind: 'trim-only', kept: 'most', leading: LEADING_WORDS };

function fold(log: readonly Decision[], layers: ComparedLayers = LAYERS): Gold {
  return foldGold(ARTICLE, log, alignLayers(layers), layers);
}

function proposalsIn(layers: ComparedLayers): readonly (readonly Proposal[])[] {
  const groups = alignLayers(layers);
  return groups.map((group) => proposalsOf(group, linksBetween(layers, groups)));
}

function isFinished(log: readonly Decision[], layers: ComparedLayers = LAYERS): boolean {
  const groups = alignLayers(layers);
  return isDone(articleProgress(foldGold(ARTICLE, log, groups, layers), groups));
}

/** Gold as `label: words`. */
function words({ layer }: Gold): readonly string[] {
  return layer.spans.map(({ label, ranges }) => {
    return `${label}: ${ranges.map(({ from, to }) => NEWS_TEXT.slice(from, to)).join(' … ')}`;
  });
}

function byPolicy(policy: Policy, layers: ComparedLayers, log: readonly Decision[] = []): readonly Decision[] {
  let made = log.length;
  const article = { text: NEWS_TEXT, language: 'en', groups: alignLayers(layers), gold: fold(log, layers) };
  return policyDecisions(policy, article, {
    ...deciding('unused', layers, log, { batch: 'batch' as BatchId }),
    settings: 'as said',
    newId: () => `p${(made += 1)}`,
  });
}

/** Takes the first proposal for the group at this place. */
function accepted(place: number, log: readonly Decision[], layers: ComparedLayers = LAYERS): Decision {
  const group = alignLayers(layers)[place]!;
  return acceptProposal([group], proposalsIn(layers)[place]![0]!, deciding(`d${log.length}`, layers, log));
}

test('1: the news text opens with its six groups', () => {
  const groups = alignLayers(LAYERS).map(({ hull, kind, members }) => {
    const labels = new Set(members.flatMap(({ span }) => (span ? [span.label] : [])));
    return `${[...labels].join(' or ')} ${kind}: ${NEWS_TEXT.slice(hull.from, hull.to)}`;
  });
  expect(groups).toEqual([
    'entity boundary: Mayor Ada Lind',
    'claim boundary: that the bridge will reopen in May',
    'quote boundary: “We are weeks ahead of schedule,”',
    'claim missing: We are weeks ahead of schedule',
    'entity boundary: the Harbor Times',
    'entity single: Critics',
  ]);
});

test('2: equal layers with stacked and nested spans are unanimous, and one policy resolves all of them', () => {
  const spans = ['quote 66-99', 'claim 66-99', 'entity 66-99', 'claim 67-97', 'claim 70-80', 'entity 70-75'];
  const layers = [layerFrom('A', ...spans), layerFrom('B', ...spans)];
  const groups = alignLayers(layers);
  expect(groups.map(({ kind }) => kind)).toEqual(spans.map(() => 'unanimous'));
  const log = byPolicy({ kind: 'unanimous' }, layers);
  expect(isFinished([], layers)).toBe(false);
  expect(isFinished(log, layers)).toBe(true);
  expect(words(fold(log, layers)).toSorted()).toEqual(words({ layer: layers[0]! } as Gold).toSorted());
});

test('3: an article with every group left out can be finished, with nothing in gold', () => {
  const log = alignLayers(LAYERS).reduce<readonly Decision[]>((before, group) => {
    expect(isFinished(before)).toBe(false);
    return [...before, reject([group], deciding(`d${before.length}`, LAYERS, before))];
  }, []);
  expect(isFinished(log)).toBe(true);
  expect(fold(log).layer.spans).toEqual([]);
  const written = writtenGold(reviewed(LAYERS, log), false, DEFAULT_LABEL_SET);
  expect(written).toMatchObject({ status: 'done', spans: [] });
});

describe('4: what nobody has decided is never in gold', () => {
  const all = alignLayers(LAYERS);

  test('whatever is decided, put off or taken back', () => {
    const act = fc.record({
      place: fc.nat(all.length - 1),
      what: fc.constantFrom('accept', 'defer', 'reject', 'undo'),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (actions) => {
        let log: readonly Decision[] = [];
        // What was done about each group, the last at the end; an undo lets what was done before count again.
        const done = new Map<number, string[]>();
        for (const { place, what } of actions) {
          const by = deciding(`d${log.length}`, LAYERS, log);
          const about = fold(log).decisionsAbout.get(all[place]!.key) ?? [];
          if (what === 'accept') log = [...log, accepted(place, log)];
          else if (what === 'defer') log = [...log, defer([all[place]!], by)];
          else if (what === 'reject') log = [...log, reject([all[place]!], by)];
          else if (about.length > 0)
            log = [
              ...log,
              withdraw(
                about.map(({ id }) => id),
                by,
              ),
            ];
          const before = done.get(place) ?? [];
          done.set(place, what === 'undo' ? before.slice(0, -1) : [...before, what]);
        }
        const expected = [...done]
          .filter(([, acts]) => acts.at(-1) === 'accept')
          .map(([place]) => proposalsIn(LAYERS)[place]![0]!.ranges);
        const ranges = fold(log).layer.spans.map((span) => span.ranges);
        expect(new Set(ranges.map((each) => JSON.stringify(each)))).toEqual(
          new Set(expected.map((each) => JSON.stringify(each))),
        );
      }),
      { seed: 49, numRuns: 60 },
    );
  });

  test('in a file neither: only with what is decided, and only where unfinished articles are wanted', () => {
    const log = [accepted(0, [])];
    expect(writtenGold(reviewed(LAYERS, []), true, DEFAULT_LABEL_SET)).toBeUndefined();
    expect(writtenGold(reviewed(LAYERS, log), false, DEFAULT_LABEL_SET)).toBeUndefined();
    const partly = writtenGold(reviewed(LAYERS, log), true, DEFAULT_LABEL_SET);
    expect(partly?.status).toBe('in-progress');
    expect(words({ layer: partly! } as Gold)).toEqual(['entity: Ada Lind']);
  });
});

test('5: undoing a policy’s batch gives exactly the gold of before', () => {
  const before = [accepted(5, [])];
  const batch = byPolicy(TRIM_ONLY, LAYERS, before);
  expect(batch.length).toBeGreaterThan(1);
  const after = [...before, ...batch];
  expect(layerDigest(fold(after).layer)).not.toBe(layerDigest(fold(before).layer));
  const undo = withdraw(
    batch.map(({ id }) => id),
    deciding('undo', LAYERS, after),
  );
  expect(layerDigest(fold([...after, undo]).layer)).toBe(layerDigest(fold(before).layer));
  expect(fold([...after, undo]).states).toEqual(fold(before).states);
  const redo = withdraw([undo.id], deciding('redo', LAYERS, [...after, undo]));
  expect(layerDigest(fold([...after, undo, redo]).layer)).toBe(layerDigest(fold(after).layer));
});

test('6: an edit after a decision makes just that decision stale, and gold stays until somebody decides', () => {
  const log = alignLayers(LAYERS).reduce<readonly Decision[]>(
    (before, _, place) => [...before, accepted(place, before)],
    [],
  );
  const [a, b, c] = LAYERS;
  const changed = a.spans.map((span) => (span.id === 'entity 0-14' ? { ...span, ranges: [{ from: 0, to: 9 }] } : span));
  const edited = [{ ...a, spans: changed.toSorted(compareSpans) }, b, c];
  expect(isFinished(log)).toBe(true);
  const gold = fold(log, edited);
  expect(gold.stale.map(({ decision: { id } }) => id)).toEqual([log[0]!.id]);
  expect([...gold.states.values()]).toEqual(['stale', ...Array<string>(5).fill('decided')]);
  expect(gold.layer).toEqual(fold(log).layer);
  expect(isFinished(log, edited)).toBe(false);
  const kept = keepDecision(log[0]!, [alignLayers(edited)[0]!], deciding('kept', edited, log));
  expect(isFinished([...log, kept], edited)).toBe(true);
  expect(layerDigest(fold([...log, kept], edited).layer)).toBe(layerDigest(fold(log).layer));
});

test('7: the order of annotators and spans changes neither groups, proposals, figures nor gold', () => {
  // The order of articles is that of files and figures: merging and the agreement report have tests of their own for it.
  const shuffled = fc
    .tuple(...LAYERS.map((layer) => shuffle(layer.spans).map((spans): Layer => ({ ...layer, spans }))))
    .chain((layers) => shuffle(layers));
  const log = alignLayers(LAYERS).reduce<readonly Decision[]>(
    (before, _, place) => [...before, accepted(place, before)],
    [],
  );
  fc.assert(
    fc.property(shuffled, (layers) => {
      expect(alignLayers(layers)).toEqual(alignLayers(LAYERS));
      expect(proposalsIn(layers)).toEqual(proposalsIn(LAYERS));
      expect(meanStrictF1(layers)).toBeCloseTo(meanStrictF1(LAYERS)!, 12);
      expect(byPolicy(TRIM_ONLY, layers).map(({ spans }) => spans)).toEqual(
        byPolicy(TRIM_ONLY, LAYERS).map(({ spans }) => spans),
      );
      expect(fold(log, layers).stale).toEqual([]);
      expect(writtenGold(reviewed(layers, log), false, DEFAULT_LABEL_SET)).toEqual(
        writtenGold(reviewed(LAYERS, log), false, DEFAULT_LABEL_SET),
      );
    }),
    { seed: 49, numRuns: 60 },
  );
});

describe('9: of 200 spans by each of four people', () => {
  const layers = newsLike(4, 200, 9);

  // Times are not tested: how far the search goes is what they depend on, and it never had to give up.
  test('every group is the best there is', () => {
    expect(alignLayers(layers).filter(({ isApproximate }) => isApproximate)).toEqual([]);
  });

  test('an edit leaves all groups away from it the same objects', () => {
    const before = alignLayers(layers);
    const known = new Set<Group>(before);
    const fresh = realign(before, withSpan(layers, 'claim 90000-90010')).filter((group) => !known.has(group));
    expect(fresh.map(({ hull }) => hull)).toEqual([{ from: 90_000, to: 90_010 }]);
  });
});

test.each<LayerStatus>(['in-progress', 'not-started'])(
  '10: a layer that is %s changes neither groups, figures nor gold',
  (status) => {
    const unfinished: Layer = { ...layerFrom('D', 'claim 0-30', 'entity 6-14', 'quote 100-120'), status };
    const all = [...LAYERS, unfinished];
    const [compared] = comparisonOf(
      { articles: [NEWS], layers: all, labelSet: DEFAULT_LABEL_SET },
      { annotatorIds: undefined, includesInProgress: false, includesChangedSince: true },
    ).articles;
    const counted = compared!.layers.map(({ layer }) => layer);
    expect(alignLayers(counted)).toEqual(alignLayers(LAYERS));
    expect(meanStrictF1(counted)).toBe(meanStrictF1(LAYERS));
    const log = alignLayers(LAYERS).reduce<readonly Decision[]>(
      (before, _, place) => [...before, accepted(place, before)],
      [],
    );
    expect(writtenGold(reviewed(all, log), false, DEFAULT_LABEL_SET)).toEqual(
      writtenGold(reviewed(LAYERS, log), false, DEFAULT_LABEL_SET),
    );
    // Were it finished, its spans would wait for a decision.
    const finished = [...LAYERS, { ...unfinished, status: 'done' as const }];
    expect(writtenGold(reviewed(finished, log), false, DEFAULT_LABEL_SET)).toBeUndefined();
  },
);

const NEWS: Article = {
  id: ARTICLE,
  title: 'News',
  source: '',
  date: '',
  language: 'en',
  original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
  correctionOf: '',
  author: '',
  pages: [],
  text: NEWS_TEXT,
};

function reviewed(layers: ComparedLayers, decisions: readonly Decision[]) {
  return { articleId: ARTICLE, decisions, layers, isFinished: false };
}

function shuffle<Item>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

/** The layers with one span more in the first of them. */
function withSpan([first, ...others]: readonly Layer[], written: string): readonly Layer[] {
  return [{ ...first!, spans: [...first!.spans, spanFrom(written)].toSorted(compareSpans) }, ...others];
}
