import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type AnnotatorId } from '#core/project/project.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import { openTestBrowser, openTaxes, promisesRun, rangeOf, type TestTab } from '#state/test-stores.arbitrary.ts';
import { articlePlace, placeKey, rangePlace, refKey, spanPlace, type ThreadPlace } from './thread-place.ts';

/** The article “Taxes” with its threads open. */
async function openThreads() {
  const { browser, tab } = await openTaxes();
  await tab.threads.getState().open(idOf(tab));
  return { browser, tab };
}

function idOf(tab: TestTab) {
  return tab.library.getState().articles.find(({ title }) => title === 'Taxes')!.id;
}

function bodies(tab: TestTab): readonly (readonly string[])[] {
  return tab.threads.getState().threads.map(({ messages }) => messages.map(({ body }) => body));
}

/** Tags the words and gives the place of the span. */
function tagged(tab: TestTab, words: string): ThreadPlace {
  tab.select(words);
  tab.do().applyLabel(tab.session.getState().project.labelSet.labels[0]!.id);
  const { layer, article, selectedId } = tab.do();
  const span = layer.spans.find(({ id }) => id === selectedId)!;
  return spanPlace(article.id, layer.annotatorId, span, article.text);
}

describe('a thread', () => {
  test('on a span is on the disk when it says so, with its quote, and the span is known to be discussed', async () => {
    const { browser, tab } = await openThreads();
    const place = tagged(tab, 'Ann Lee');
    expect(await tab.threads.getState().start(place, '  A person?\n', true)).toBe(true);
    const [thread] = tab.threads.getState().threads;
    expect(thread).toMatchObject({ quote: 'Ann Lee', range: rangeOf('Ann Lee'), isGuidelineQuestion: true });
    expect(thread!.messages).toMatchObject([{ body: 'A person?', by: tab.session.getState().annotatorId }]);
    expect(tab.threads.getState().discussed).toEqual(new Set([refKey(place.spans[0]!)]));
    expect(tab.threads.getState().saving).toEqual({ kind: 'saved' });

    const other = await browser.openTab();
    await other.threads.getState().open(idOf(other));
    expect(other.threads.getState().threads).toEqual([thread]);
  });

  test('gets answers from two tabs, and each tab has all of them once it has read them', async () => {
    const { browser, tab } = await openThreads();
    await tab.threads.getState().start(articlePlace(idOf(tab)), 'Is it one article?', false);
    const other = await browser.openTab();
    await other.threads.getState().open(idOf(other));
    await other.threads.getState().reply(other.threads.getState().threads[0]!, 'yes');
    await tab.threads.getState().reply(tab.threads.getState().threads[0]!, 'no');
    expect(bodies(tab)).toEqual([['Is it one article?', 'yes', 'no']]);
    await other.threads.getState().open(idOf(other));
    expect(bodies(other)).toEqual(bodies(tab));
  });

  test('is resolved, reopened by hand or by an answer, and marked as a guideline question', async () => {
    const { tab } = await openThreads();
    const place = tagged(tab, 'Rome');
    await tab.threads.getState().start(place, 'Why?', false);
    const now = () => tab.threads.getState().threads[0]!;
    await tab.threads.getState().resolve(now(), true);
    expect(now()).toMatchObject({ isResolved: true });
    expect(tab.threads.getState().discussed.size).toBe(0);
    await tab.threads.getState().resolve(now(), false);
    expect(now()).toMatchObject({ isResolved: false });
    await tab.threads.getState().resolve(now(), true);
    await tab.threads.getState().reply(now(), 'I wonder still.');
    expect(now()).toMatchObject({ isResolved: false, isGuidelineQuestion: false });
    await tab.threads.getState().mark(now(), true);
    expect(now()).toMatchObject({ isGuidelineQuestion: true });
    expect(tab.threads.getState().counts.get(idOf(tab))).toEqual({ open: 1, resolved: 0 });
  });

  test('of nothing but white space is none', async () => {
    const { tab } = await openThreads();
    expect(await tab.threads.getState().start(articlePlace(idOf(tab)), ' \n ', false)).toBe(false);
    expect(tab.threads.getState().threads).toEqual([]);
  });
});

describe('what is typed', () => {
  test('outlives the page until it is sent, and the two do not come together again', async () => {
    const { browser, tab } = await openThreads();
    const place = rangePlace(idOf(tab), rangeOf('Paris'), tab.do().article.text);
    tab.threads.getState().keepDraft(placeKey(place), 'Half a');
    tab.threads.getState().keepDraft(placeKey(place), 'Half a thought');
    const other = await browser.openTab();
    await tab.threads.getState().open(idOf(tab));
    await other.threads.getState().open(idOf(other));
    expect(other.threads.getState().drafts.get(placeKey(place))).toBe('Half a thought');
    await other.threads.getState().start(place, 'Half a thought', false);
    expect(other.threads.getState().drafts.size).toBe(0);
    await other.threads.getState().open(idOf(other));
    const later = await browser.openTab();
    await later.threads.getState().open(idOf(later));
    expect(later.threads.getState().drafts.size).toBe(0);
  });

  test('stays where the disk refuses the message, and it is said why', async () => {
    const { browser, tab } = await openThreads();
    await tab.threads.getState().start(articlePlace(idOf(tab)), 'first', false);
    const [thread] = tab.threads.getState().threads;
    tab.threads.getState().keepDraft(thread!.id, 'second');
    await promisesRun();
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    expect(await tab.threads.getState().reply(thread!, 'second')).toBe(false);
    expect(tab.threads.getState().saving).toMatchObject({ kind: 'failed' });
    expect(tab.threads.getState().drafts.get(thread!.id)).toBe('second');
    expect(bodies(tab)).toEqual([['first']]);
    browser.disk.beforeWrite = () => undefined;
    expect(await tab.threads.getState().reply(thread!, 'second')).toBe(true);
    expect(tab.threads.getState().drafts.size).toBe(0);
  });

  test('in two tabs is kept for both', async () => {
    const { browser, tab } = await openThreads();
    const other = await browser.openTab();
    await other.threads.getState().open(idOf(other));
    tab.threads.getState().keepDraft('one', 'here');
    other.threads.getState().keepDraft('two', 'there');
    await tab.threads.getState().open(idOf(tab));
    await other.threads.getState().open(idOf(other));
    const later = await browser.openTab();
    await later.threads.getState().open(idOf(later));
    expect(new Map(later.threads.getState().drafts)).toEqual(
      new Map([
        ['one', 'here'],
        ['two', 'there'],
      ]),
    );
  });
});

describe('over all articles', () => {
  test('threads are counted, and guideline questions have the label of their span', async () => {
    const { tab } = await openThreads();
    await tab.threads.getState().start(tagged(tab, 'Ann Lee'), 'With titles?', true);
    await tab.threads.getState().start(articlePlace(idOf(tab)), 'No question.', false);
    await tab.do().settled();
    const rain = tab.library.getState().articles.find(({ title }) => title === 'Rain')!.id;
    await tab.threads.getState().start(articlePlace(rain), 'About rain?', true);
    await tab.threads.getState().count();
    expect(tab.threads.getState().counts).toEqual(
      new Map([
        [idOf(tab), { open: 2, resolved: 0 }],
        [rain, { open: 1, resolved: 0 }],
      ]),
    );
    await tab.threads.getState().readQuestions();
    const [entity] = tab.session.getState().project.labelSet.labels;
    const found = tab.threads.getState().questions!.map(({ label, articleTitle, thread }) => {
      return [label, articleTitle, thread.messages[0]!.body];
    });
    expect(found.toSorted((a, b) => (a[1]! < b[1]! ? 1 : -1))).toEqual([
      [entity!.id, 'Taxes', 'With titles?'],
      [undefined, 'Rain', 'About rain?'],
    ]);
    const [question] = tab.threads.getState().questions!;
    await tab.threads.getState().resolve(question!.thread, true);
    expect(tab.threads.getState().questions![0]!.thread.isResolved).toBe(true);
  });

  test('questions are saved as a file that is named by the project', async () => {
    const { browser, tab } = await openThreads();
    await tab.threads.getState().start(tagged(tab, 'Ann Lee'), '=1', true);
    await tab.threads.getState().readQuestions();
    const questions = tab.threads.getState().questions!;
    await tab.threads.getState().downloadQuestions(questions, { form: 'csv', isForSpreadsheets: true });
    await tab.threads.getState().downloadQuestions(questions, { form: 'markdown', isForSpreadsheets: true });
    expect(browser.downloads.map(({ fileName }) => fileName)).toEqual([
      'my-project-guideline-questions.csv',
      'my-project-guideline-questions.md',
    ]);
    expect(await browser.downloads[0]!.blob.text()).toContain("'=1");
  });
});

test('threads of an article that was left do not appear on the next', async () => {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  await tab.threads.getState().start(articlePlace(idOf(tab)), 'Here', false);
  const opening = tab.threads.getState().open(idOf(tab));
  const rain = tab.library.getState().articles.find(({ title }) => title === 'Rain')!.id;
  await Promise.all([opening, tab.threads.getState().open(rain)]);
  expect(tab.threads.getState()).toMatchObject({ articleId: rain, threads: [] });
  tab.threads.getState().close();
  expect(tab.threads.getState().articleId).toBeUndefined();
});

test('what cannot be read is said', async () => {
  const { browser, tab } = await openThreads();
  browser.disk.database.close();
  await tab.threads.getState().open(idOf(tab));
  expect(tab.threads.getState().failure).not.toBe('');
});

test('a place has one key, whatever the order of its spans', () => {
  const [one, two] = [
    { annotatorId: 'a' as AnnotatorId, spanId: '1' as ThreadPlace['spans'][number]['spanId'] },
    { annotatorId: 'b' as AnnotatorId, spanId: '1' as ThreadPlace['spans'][number]['spanId'] },
  ];
  const place = { ...articlePlace('x' as ThreadPlace['articleId']), range: { from: 1, to: 2 } };
  expect(placeKey({ ...place, spans: [one, two] })).toBe(placeKey({ ...place, spans: [two, one] }));
  expect(placeKey({ ...place, spans: [one] })).not.toBe(placeKey({ ...place, spans: [two] }));
  expect(placeKey(place)).not.toBe(placeKey({ ...place, range: undefined }));
});
