import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { rangeOf } from '#state/test-stores.arbitrary.ts';
import { goldOf, reviewTaxes } from './reviewed.arbitrary.ts';
import { type ReviewState } from './review-parts.ts';

const ENTITY = 'entity' as LabelId;
const QUOTE = 'quote' as LabelId;
const TYPE = 'type' as AttributeId;
const WIKIDATA = 'wikidata' as AttributeId;
const ROME = { ann: ['entity: Rome|place'], bo: ['entity: Rome|place'] };

const valuesInGold = ({ gold }: ReviewState) => (gold?.layer.spans ?? []).map(({ attributes }) => attributes);

describe('values of gold', () => {
  test('are set while a proposal is changed, and taken away again', async () => {
    const { review } = await reviewTaxes(ROME);
    review().startEditing();
    review().pressDraftValue('o');
    expect(review().draft!.attributes).toEqual([{ id: TYPE, value: 'organisation' }]);
    review().pressDraftValue('o');
    expect(review().draft!.attributes).toEqual([]);
    review().pressDraftValue('j');
    review().setDraftValue(WIKIDATA, '  Q220 ');
    expect(review().log).toEqual([]);
    review().saveDraft();
    expect(valuesInGold(review())).toEqual([[{ id: WIKIDATA, value: 'Q220' }]]);
    expect(review().log[0]).toMatchObject({ verdict: 'adjust' });
  });

  test('are changed in what is decided already', async () => {
    const { review } = await reviewTaxes(ROME);
    review().accept(0);
    review().goTo(review().items[0]!.id);
    review().startEditing();
    review().pressDraftValue('e');
    review().saveDraft();
    expect(valuesInGold(review())).toEqual([[{ id: TYPE, value: 'event' }]]);
  });

  test('are changed in one of several spans of a decision, and the others stay as they are', async () => {
    const { review } = await reviewTaxes({
      ann: ['claim: Taxes rose 4% in May'],
      bo: ['claim: Taxes rose 4%', 'claim: in May'],
    });
    review().takeSplit('parts');
    review().goTo(review().items[0]!.id);
    const { from } = rangeOf('in May');
    review().select({ anchor: from, head: from });
    review().startEditing();
    review().pressDraftValue('y');
    review().saveDraft();
    expect(goldOf(review())).toEqual(['claim: Taxes rose 4%', 'claim: in May']);
    expect(valuesInGold(review())).toEqual([[], [{ id: 'check-worthy', value: 'yes' }]]);
    expect(review().items.map(({ state }) => state)).toEqual(review().items.map(() => 'decided'));
  });

  test('are given to what nobody had marked', async () => {
    const { review } = await reviewTaxes(ROME);
    const { from, to } = rangeOf('Paris');
    review().select({ anchor: from, head: to });
    review().add(ENTITY);
    review().startEditing();
    review().pressDraftValue('c');
    review().saveDraft();
    expect(goldOf(review())).toEqual(['entity: Paris']);
    expect(valuesInGold(review())).toEqual([[{ id: TYPE, value: 'place' }]]);
  });

  test('may be words of the text: those selected, else the word at the caret', async () => {
    const { tab, review } = await reviewTaxes(ROME);
    review().startEditing();
    review().takeDraftWords();
    expect(tab.annotate.getState().notice.text).toBe('Entity has no attribute that holds words of the text.');
    review().relabelDraft(QUOTE);
    const said = rangeOf('said');
    review().select({ anchor: said.from + 1, head: said.from + 1 });
    review().takeDraftWords();
    expect(review().draft!.attributes).toEqual([{ id: 'cue', value: said }]);
  });

  test('that their attribute cannot hold are refused', async () => {
    const { tab, review } = await reviewTaxes(ROME);
    review().startEditing();
    review().setDraftValue(TYPE, 'planet');
    expect(tab.annotate.getState().notice.text).toBe('Type cannot be that.');
    expect(review().draft!.attributes).toEqual([{ id: TYPE, value: 'place' }]);
  });
});
