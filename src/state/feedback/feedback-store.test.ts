import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type AnnotatorId } from '#core/project/project.ts';
import { type Decision, type DecisionId } from '#core/review/decision.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { appendDecisions } from '#storage/decisions.ts';
import { openTaxes, rangeOf, type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';
import { entryAt } from './entry-at.ts';

const AT = '2024-06-18T09:00:00Z';

/** A decision of somebody else that leaves the span out, or keeps it. */
function decision(tab: TestTab, span: Span, keeps: boolean): Decision {
  const { layer, article } = tab.do();
  const { id: spanId, label, ranges, attributes } = span;
  const from = { annotatorId: layer.annotatorId, spanId };
  return {
    id: `d ${spanId}` as DecisionId,
    articleId: article.id,
    at: AT,
    by: 'rhea' as AnnotatorId,
    verdict: keeps ? 'accept' : 'reject',
    covers: [{ ...from, label, ranges, attributes }],
    inputs: [],
    spans: keeps ? [{ id: `g ${spanId}` as SpanId, label, ranges, attributes, note: '', from: [from], links: [] }] : [],
    reasons: [],
    comment: '',
    isBlind: false,
    policy: undefined,
    batch: '',
    supersedes: [],
  };
}

/** “Taxes” with Ann Lee, whom gold keeps, and Rome, which it leaves out. */
async function reviewed(): Promise<{ readonly browser: TestBrowser; readonly tab: TestTab }> {
  const { browser, tab } = await openTaxes();
  const [entity] = tab.session.getState().project.labelSet.labels;
  for (const words of ['Ann Lee', 'Rome']) {
    tab.select(words);
    tab.do().applyLabel(entity!.id);
  }
  tab.do().setStatus('done');
  await tab.do().settled();
  const [ann, rome] = tab.do().layer.spans as [Span, Span];
  const decisions = [decision(tab, ann, true), decision(tab, rome, false)];
  await appendDecisions(browser.disk.database, tab.session.getState().project.id, decisions);
  return { browser, tab };
}

describe('feedback', () => {
  test('is there for each article that somebody has decided about, counted by outcome', async () => {
    const { tab } = await reviewed();
    await tab.feedback.getState().read();
    const { articles, others } = tab.feedback.getState();
    expect(articles).toMatchObject([{ articleId: tab.do().article.id, counts: { kept: 1, 'left-out': 1, missed: 0 } }]);
    expect(others).toEqual([]);
  });

  test('for another annotator is none of ours, but it is told whose it is', async () => {
    const { tab } = await reviewed();
    const { annotatorId } = tab.session.getState();
    await tab.session.getState().addAnnotator('Bo');
    await tab.feedback.getState().read();
    expect(tab.feedback.getState()).toMatchObject({ articles: [], others: [annotatorId] });
  });

  test('on an article tells of each span, and goes to it', async () => {
    const { tab } = await reviewed();
    await tab.feedback.getState().open(tab.do().article.id);
    const { phase, opened } = tab.feedback.getState();
    expect(phase).toBe('open');
    expect(opened!.entries.map(({ outcome }) => outcome)).toEqual(['kept', 'left-out']);
    expect(opened!.gold.spans).toHaveLength(1);
    expect(opened).toMatchObject({ at: undefined, reveal: 0, isReviewed: true });
    tab.feedback.getState().lookAt(1, true);
    expect(tab.feedback.getState().opened).toMatchObject({ at: 1, reveal: 1 });
    tab.feedback.getState().lookAt(0, false);
    expect(tab.feedback.getState().opened).toMatchObject({ at: 0, reveal: 1 });
    tab.feedback.getState().close();
    expect(tab.feedback.getState()).toMatchObject({ phase: 'closed', opened: undefined });
  });

  test('is found in the text: the shortest span at the place', async () => {
    const { tab } = await reviewed();
    await tab.feedback.getState().open(tab.do().article.id);
    const { entries } = tab.feedback.getState().opened!;
    expect(entryAt(entries, rangeOf('Rome').from + 1)).toBe(1);
    expect(entryAt(entries, rangeOf('Ann Lee').to)).toBe(0);
    expect(entryAt(entries, rangeOf('Paris').from)).toBeUndefined();
  });

  test('on an article without a decision says so, and on one that is not there too', async () => {
    const { tab } = await reviewed();
    const rain = tab.library.getState().articles.find(({ title }) => title === 'Rain')!.id;
    await tab.feedback.getState().open(rain);
    expect(tab.feedback.getState().opened).toMatchObject({ isReviewed: false, entries: [] });
    await tab.feedback.getState().open('nowhere' as typeof rain);
    expect(tab.feedback.getState()).toMatchObject({ phase: 'missing', failure: '' });
  });

  test('that cannot be read says why', async () => {
    const { browser, tab } = await reviewed();
    browser.disk.database.close();
    await tab.feedback.getState().read();
    expect(tab.feedback.getState().failure).not.toBe('');
    await tab.feedback.getState().open(tab.do().article.id);
    expect(tab.feedback.getState().phase).toBe('missing');
  });
});
