import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { reviewTaxes } from './reviewed.arbitrary.ts';
import { commonLabelOf, currentItem, goldSpansOf, isLeftOut } from './review-items.ts';
import { stateInWords } from './review-words.ts';

test('what is left out is told apart from what is in gold, whose own words are known', async () => {
  const { review } = await reviewTaxes({ ann: ['entity: Ann Lee', 'entity: Rome'], bo: ['entity: said Ann Lee'] });
  const [name, rome] = review().items;
  const told = () =>
    review().items.map((item) => [
      stateInWords(item),
      isLeftOut(item),
      ...goldSpansOf(item).flatMap(({ ranges }) => ranges.map(({ from, to }) => review().article.text.slice(from, to))),
    ]);
  expect(told()).toEqual([
    ['undecided', false],
    ['undecided', false],
  ]);
  review().goTo(name!.id);
  review().merge('intersection');
  review().goTo(rome!.id);
  review().reject();
  expect(currentItem(review())).toBeDefined();
  expect(told()).toEqual([
    ['decided', false, 'Ann Lee'],
    ['left out', true],
  ]);
});

test.each([
  [['claim: said Ann Lee'], ['quote: said Ann Lee'], ['quote: said Ann Lee'], 'quote'],
  [['quote: said Ann Lee'], ['claim: said Ann Lee'], ['claim: said Ann Lee'], 'claim'],
  [['quote: said Ann Lee'], ['claim: said Ann Lee'], [], 'claim'],
])('a group is known by the label of most of its spans, whoever made them: %j, %j, %j', async (ann, bo, cy, label) => {
  const { review } = await reviewTaxes({ ann, bo, cy });
  expect(review().items.map(({ group }) => commonLabelOf(group!))).toEqual([label]);
});
