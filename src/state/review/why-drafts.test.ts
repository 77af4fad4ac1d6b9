import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { loadSettings } from '#storage/settings.ts';
import { type TestBrowser } from '#state/test-stores.arbitrary.ts';
import { articleOf, reviewTaxes } from './reviewed.arbitrary.ts';

const TWO = { ann: ['entity: Ann Lee', 'entity: Rome'], bo: ['claim: said Ann Lee', 'claim: from Rome'] };

async function draftsIn({ disk }: TestBrowser, kind: string): Promise<readonly unknown[]> {
  return [...(await loadSettings(disk.database))].flatMap(([key, value]) => (key.startsWith(kind) ? [value] : []));
}

test('reasons that are in no decision yet stay with their group, also after a reload, and go with the decision', async () => {
  const { browser, tab, review } = await reviewTaxes(TWO);
  const first = review().currentId;
  review().toggleReason('slip');
  review().toggleReason('spurious');
  review().step(1);
  expect(review().reasons).toEqual([]);
  review().step(-1);
  expect(review().reasons).toEqual(['spurious', 'slip']);
  await expect.poll(() => draftsIn(browser, 'reviewReasons')).toEqual(['slip spurious']);

  const later = (await browser.openTab()).review.getState;
  await later().open(articleOf(tab, 'Taxes'));
  later().goTo(first);
  expect(later().reasons).toEqual(['spurious', 'slip']);
  later().reject();
  expect(later().log).toMatchObject([{ reasons: ['spurious', 'slip'] }]);
  await expect.poll(() => draftsIn(browser, 'reviewReasons')).toEqual([]);
  await later().undo();
  expect(later()).toMatchObject({ currentId: first, reasons: [] });
});

test('a comment on a decided group is kept while it is typed, and makes a decision when the field is left', async () => {
  const { browser, tab, review } = await reviewTaxes(TWO);
  const first = review().currentId;
  review().accept(0);
  review().goTo(first);
  review().typeComment('No ');
  review().typeComment('No verb.');
  expect(review().log).toHaveLength(1);
  await review().settled();
  await expect.poll(() => draftsIn(browser, 'reviewComment')).toEqual(['No verb.']);

  const later = (await browser.openTab()).review.getState;
  await later().open(articleOf(tab, 'Taxes'));
  later().goTo(first);
  expect(later().comment).toBe('No verb.');
  later().leaveComment();
  expect(later().log.map(({ comment }) => comment)).toEqual(['', 'No verb.']);
  await expect.poll(() => draftsIn(browser, 'reviewComment')).toEqual([]);
});

test('reasons that were taken away from a decision that has changed since stay away', async () => {
  const { browser, tab, review } = await reviewTaxes(TWO);
  const first = review().currentId;
  review().toggleReason('slip');
  review().accept(0);
  await review().settled();
  const other = await browser.openTab();
  await other.review.getState().open(articleOf(tab, 'Taxes'));
  await other.review.getState().undo();
  await other.review.getState().settled();
  other.review.getState().goTo(first);
  other.review.getState().toggleReason('slip');
  other.review.getState().toggleReason('slip');
  expect(other.review.getState().reasons).toEqual([]);
  other.review.getState().reject();
  expect(other.review.getState().log.at(-1)).toMatchObject({ verdict: 'reject', reasons: [] });
});
