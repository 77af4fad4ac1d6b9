import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { openTaxes } from '#state/test-stores.arbitrary.ts';
import { labelInUse } from './label-in-use.ts';

const [ENTITY, CLAIM, QUOTE] = ['entity', 'claim', 'quote'] as LabelId[];

test('the label in use is that of the selected span, the armed one, or the one used last', async () => {
  const { tab } = await openTaxes();
  expect(labelInUse(tab.do())).toBeUndefined();
  tab.caretIn('Ann');
  tab.do().applyLabel(ENTITY!);
  tab.caretIn('Taxes');
  tab.do().applyLabel(CLAIM!);
  tab.do().selectSpan(undefined, false);
  expect(labelInUse({ ...tab.do(), lastSelectedId: undefined })).toBe(CLAIM);
  tab.do().selectSpan(tab.do().layer.spans.find(({ label }) => label === ENTITY)!.id, false);
  expect(labelInUse(tab.do())).toBe(ENTITY);
  tab.do().selectSpan(undefined, false);
  expect(labelInUse(tab.do())).toBe(ENTITY);
  tab.do().arm(QUOTE);
  expect(labelInUse(tab.do())).toBe(QUOTE);
});
