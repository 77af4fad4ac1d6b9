import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type AnnotatorId } from '#core/project/project.ts';
import { articleOf, reviewTaxes } from './reviewed.arbitrary.ts';

test('what a policy would put into gold is listed with its values', async () => {
  const { tab, review } = await reviewTaxes({
    ann: ['entity: Ann Lee|person', 'entity: Rome|place'],
    bo: ['entity: Ann Lee|person', 'entity: Rome|other'],
  });
  review().chooseBulk({ kind: 'trusted', annotatorId: 'bo' as AnnotatorId });
  review().openBulk([articleOf(tab, 'Taxes')]);
  await expect.poll(() => review().bulk.plan?.list).toHaveLength(2);
  const told = review().bulk.plan!.list.map(({ words, attributes }) => [
    words,
    ...attributes.map(({ value }) => value),
  ]);
  expect(told).toEqual([
    ['Ann Lee', 'person'],
    ['Rome', 'other'],
  ]);
});
