import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { countingDecisions } from '#core/review/counting.ts';
import { rangeOf, type TestTab } from '#state/test-stores.arbitrary.ts';
import { articleOf, goldOf, itemsOf, reviewTaxes, writeLayer } from './reviewed.arbitrary.ts';

const TWO = { ann: ['entity: Ann Lee', 'entity: Rome'], bo: ['claim: said Ann Lee', 'entity: from Rome'] };

const notice = (tab: TestTab): string => tab.annotate.getState().notice.text;

/** Two tabs that review the same article; what one writes the other hears of when it is asked to. */
async function twoTabs() {
  const { browser, tab, review } = await reviewTaxes(TWO);
  const other = await browser.openTab();
  const taxes = articleOf(tab, 'Taxes');
  await other.review.getState().open(taxes);
  const theirs = other.review.getState;
  const hear = async (): Promise<void> => {
    await Promise.all([review().settled(), theirs().settled()]);
    await Promise.all([review().hear([taxes]), theirs().hear([taxes])]);
  };
  return { browser, tab, other, review, theirs, hear };
}

test('what another tab decides leaves alone what is chosen, selected and typed here', async () => {
  const { review, theirs, hear } = await twoTabs();
  theirs().step(1);
  theirs().reject();
  review().pressLine(1);
  review().select({ anchor: rangeOf('Paris').from, head: rangeOf('Paris').to });
  review().toggleReason('slip');
  review().typeComment('No verb');
  await hear();
  expect(itemsOf(review())).toEqual(['said Ann Lee: undecided', 'from Rome: decided']);
  expect(review()).toMatchObject({
    focused: 1,
    reasons: ['slip'],
    comment: 'No verb',
    selection: { anchor: rangeOf('Paris').from, head: rangeOf('Paris').to },
  });
});

test('a change goes on while another tab decides the same group, and saved takes the place of what that decided', async () => {
  const { review, theirs, hear } = await twoTabs();
  review().pressLine(0);
  review().startEditing();
  review().relabelDraft('quote' as LabelId);
  theirs().reject();
  await hear();
  expect(review().draft).toMatchObject({ label: 'quote' });
  expect(itemsOf(review())[0]).toBe('said Ann Lee: decided');
  review().saveDraft();
  await hear();
  for (const state of [review(), theirs()]) {
    expect(goldOf(state)).toEqual(['quote: said Ann Lee']);
    expect(countingDecisions(state.log)).toHaveLength(1);
    expect(itemsOf(state)[0]).toBe('said Ann Lee: decided');
  }
});

test('what is changed of an added span that another tab takes back is saved all the same', async () => {
  const { review, theirs, hear } = await twoTabs();
  review().select({ anchor: rangeOf('Paris').from, head: rangeOf('Paris').to });
  review().add('entity' as LabelId);
  await hear();
  review().goTo(review().items.at(-1)!.id);
  review().startEditing();
  review().relabelDraft('claim' as LabelId);
  await theirs().undo();
  expect(goldOf(theirs())).toEqual([]);
  await hear();
  expect(review().draft).toMatchObject({ label: 'claim' });
  review().saveDraft();
  await hear();
  for (const state of [review(), theirs()]) expect(goldOf(state)).toEqual(['claim: Paris']);
});

test('layers that change while a proposal is changed are looked at as soon as that is left', async () => {
  const { browser, tab, review, hear } = await twoTabs();
  review().startEditing();
  await writeLayer(browser, tab, 'cy', ['entity: Paris']);
  await hear();
  expect(review().layers).toHaveLength(2);
  review().stopEditing();
  await expect.poll(() => review().layers.length).toBe(3);
});

test('of two decisions about a group at the same moment one gives gold its span, and taking the other back settles it', async () => {
  const { review, theirs, hear } = await twoTabs();
  review().accept(0);
  theirs().accept(1);
  await hear();
  const [first] = goldOf(review());
  expect([goldOf(review()), goldOf(theirs())]).toEqual([[first], [first]]);
  expect(review().gold!.standing.disputed.size).toBe(1);
  expect(itemsOf(review())[0]).toBe('said Ann Lee: stale');
  // Whoever came second takes their own back.
  const second = first === 'claim: said Ann Lee' ? theirs : review;
  await second().undo();
  await hear();
  for (const state of [review(), theirs()]) {
    expect(goldOf(state)).toEqual([first]);
    expect(itemsOf(state)[0]).toBe('said Ann Lee: decided');
    expect(countingDecisions(state.log).filter(({ verdict }) => verdict !== 'withdraw')).toHaveLength(1);
  }
});

test('what another tab took back is not taken back twice, and can be done again here', async () => {
  const { tab, review, theirs, hear } = await twoTabs();
  review().accept(0);
  await hear();
  await theirs().undo();
  await hear();
  expect(goldOf(review())).toEqual([]);
  await review().undo();
  expect(notice(tab)).toBe('Somebody has changed that since.');
  await review().redo();
  await hear();
  expect(goldOf(theirs())).toEqual(['claim: said Ann Lee']);
  await review().undo();
  await hear();
  expect([goldOf(review()), goldOf(theirs())]).toEqual([[], []]);
});
