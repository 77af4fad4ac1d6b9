import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { openTaxes, shown, TEXT } from '#state/test-stores.arbitrary.ts';
import { exampleFor, tourLabels } from './tour-steps.ts';

const [ENTITY, CLAIM, QUOTE] = ['entity', 'claim', 'quote'] as readonly string[] as readonly LabelId[];

test('it is offered to a newcomer, and not again once it was dismissed', async () => {
  const { browser, tab } = await openTaxes();
  expect(tab.tour.getState().phase).toBe('offered');
  tab.tour.getState().dismiss();
  await tab.do().settled();
  expect((await browser.openTab()).tour.getState().phase).toBe('over');
});

test('each step waits for a span of its label, and a span of another label is no step', async () => {
  const { tab } = await openTaxes();
  const { start } = tab.tour.getState();
  start();
  tab.caretIn('Taxes');
  tab.do().applyLabel(CLAIM!);
  expect(tab.tour.getState().step).toBe(0);
  tab.caretIn('Ann Lee');
  tab.do().applyLabel(ENTITY!);
  expect(tab.tour.getState().step).toBe(1);
  tab.caretIn('Bo Li');
  tab.do().applyLabel(CLAIM!);
  tab.caretIn('will go');
  tab.do().applyLabel(QUOTE!);
  expect(tab.tour.getState()).toMatchObject({ phase: 'running', step: 3 });
});

test('what was made can be taken back, and what was there before stays', async () => {
  const { tab } = await openTaxes();
  tab.caretIn('Bo Li');
  tab.do().applyLabel(ENTITY!);
  tab.tour.getState().start();
  tab.caretIn('Ann Lee');
  tab.do().applyLabel(ENTITY!);
  expect(shown(tab.do())).toHaveLength(2);
  tab.tour.getState().takeBack();
  expect(shown(tab.do())).toEqual(['entity: Bo Li']);
  await tab.do().undo();
  expect(shown(tab.do())).toHaveLength(2);
});

test('it goes on after a reload where it was left, and begins anew after its end', async () => {
  const { browser, tab } = await openTaxes();
  tab.tour.getState().start();
  tab.tour.getState().skipStep();
  await tab.do().settled();
  const next = await browser.openTab();
  expect(next.tour.getState()).toMatchObject({ phase: 'running', step: 1 });
  next.tour.getState().skipStep();
  next.tour.getState().skipStep();
  next.tour.getState().end();
  next.tour.getState().start();
  expect(next.tour.getState()).toMatchObject({ phase: 'running', step: 0 });
});

test('opening an article that has spans already is no step', async () => {
  const { browser, tab } = await openTaxes();
  tab.caretIn('Ann Lee');
  tab.do().applyLabel(ENTITY!);
  await tab.do().settled();
  tab.close();
  const next = await browser.openTab();
  next.tour.getState().start();
  await next.open('Taxes');
  expect(next.tour.getState().step).toBe(0);
});

test.each([
  ['entity', 'Bo Li'],
  ['claim', 'Bo Li left Paris.'],
  ['quote', undefined],
])('for the label %s an example after the first paragraph is %s', (id, words) => {
  const label = tourLabels(DEFAULT_LABEL_SET).find((each) => each.id === id)!;
  const text = TEXT.slice(TEXT.indexOf('Taxes'));
  const example = exampleFor(label, text, paragraphsOf(text), 'en', []);
  expect(example && text.slice(example.range.from, example.range.to)).toBe(words);
});
