import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { findLinkType } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { rangeOf, type TestTab } from '#state/test-stores.arbitrary.ts';
import { type LinkPlace, placesFor } from './link-places.ts';
import { reviewTaxes } from './reviewed.arbitrary.ts';
import { type ReviewState } from './review-parts.ts';

const ENTITY = 'entity' as LabelId;
const CLAIM = 'claim' as LabelId;
const SPEAKER = 'speaker' as LinkTypeId;
const CLAIMANT = 'claimant' as LinkTypeId;
const SAME = 'same-as' as LinkTypeId;

const THREE = {
  ann: ['quote: “on Monday.”', 'entity: Ann Lee', 'entity: Rome'],
  bo: ['quote: “on Monday.”', 'entity: said Ann Lee', 'claim: Rome'],
};

function endsFor(tab: TestTab, state: ReviewState, id: LinkTypeId, typed = ''): readonly LinkPlace[] {
  return placesFor(state, state.draft!, findLinkType(tab.session.getState().project.labelSet, id)!, typed);
}

/** Every link of gold as `from → to`. */
function linksOf({ gold, article: { text } }: ReviewState): readonly string[] {
  const { spans = [], links = [] } = gold?.layer ?? {};
  const words = (id: string): string =>
    quoteOf(
      text,
      spans.find((span) => span.id === id)!,
    );
  return links.map(({ type, from, to }) => `${words(from)} → ${type} → ${words(to)}`);
}

/** Begins to change the item with these words. */
function change(state: ReviewState, words: string, line = 0): void {
  const { from, to } = rangeOf(words);
  state.goTo(state.items.find(({ hull }) => hull.from <= from && to <= hull.to)!.id);
  state.focusLine(line);
  state.startEditing();
}

test('a link goes to what is near, whoever marked it, and to gold once that is decided', async () => {
  const { tab, review } = await reviewTaxes(THREE);
  change(review(), '“on Monday.”');
  expect(endsFor(tab, review(), SPEAKER).map(({ words }) => words)).toEqual(['Rome', 'Ann Lee']);
  expect(endsFor(tab, review(), SPEAKER, 'ann').map(({ words }) => words)).toEqual(['Ann Lee']);
  review().addDraftLink(SPEAKER, endsFor(tab, review(), SPEAKER, 'ann')[0]!);
  review().saveDraft();
  expect(linksOf(review())).toEqual([]);
  change(review(), 'Ann Lee');
  review().stopEditing();
  review().accept(0);
  expect(linksOf(review())).toEqual(['“on Monday.” → speaker → said Ann Lee']);
});

test('where only one may be, another takes its place; taken away there is none', async () => {
  const { tab, review } = await reviewTaxes(THREE);
  review().goTo(review().items.find(({ hull }) => hull.from === rangeOf('Rome').from)!.id);
  review().accept(1);
  change(review(), '“on Monday.”');
  for (const place of endsFor(tab, review(), SPEAKER).toReversed()) review().addDraftLink(SPEAKER, place);
  expect(review().draft!.links).toHaveLength(1);
  review().saveDraft();
  expect(linksOf(review())).toEqual(['“on Monday.” → speaker → Rome']);
  review().goTo(review().items.find(({ hull }) => hull.from === rangeOf('“on Monday.”').from)!.id);
  review().startEditing();
  review().removeDraftLink(SPEAKER, endsFor(tab, review(), SPEAKER, 'rome')[0]!.key);
  review().saveDraft();
  expect(linksOf(review())).toEqual([]);
});

test('a link to what nobody had marked holds when that is changed', async () => {
  const { tab, review } = await reviewTaxes(THREE);
  review().select({ anchor: rangeOf('Bo Li').from, head: rangeOf('Bo Li').to });
  review().add(ENTITY);
  change(review(), '“on Monday.”');
  review().addDraftLink(SPEAKER, endsFor(tab, review(), SPEAKER, 'bo')[0]!);
  review().saveDraft();
  expect(linksOf(review())).toEqual(['“on Monday.” → speaker → Bo Li']);
  review().goTo(review().items.at(-1)!.id);
  review().startEditing();
  review().moveEdge('to', 1, 'word');
  review().saveDraft();
  expect(linksOf(review())).toEqual(['“on Monday.” → speaker → Bo Li left']);
});

test('another label keeps only the links that may start at it', async () => {
  const { tab, review } = await reviewTaxes(THREE);
  change(review(), 'Rome', 1);
  review().addDraftLink(SAME, endsFor(tab, review(), SAME, 'ann')[0]!);
  expect(review().draft!.links).toMatchObject([{ type: SAME }]);
  review().relabelDraft(CLAIM);
  expect(review().draft!.links).toEqual([]);
  review().addDraftLink(SAME, endsFor(tab, review(), CLAIMANT, 'ann')[0]!);
  expect(review().draft!.links).toEqual([]);
  expect(tab.annotate.getState().notice.text).toBe('Same as does not go from Claim to Entity.');
});
