import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { type StaleDecision } from '#core/review/staleness.ts';
import { readBundle } from '#formats/native/read.ts';
import { loadDecisions } from '#storage/decisions.ts';
import { saveAnnotator } from '#storage/projects.ts';
import { loadSetting, loadSettings, saveSetting } from '#storage/settings.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import { rangeOf, type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';
import { articleOf, goldOf, itemsOf, reviewTaxes, writeLayer } from './reviewed.arbitrary.ts';
import { currentItem } from './review-items.ts';
import { EVERYBODY } from './review-state.ts';
import { causeInWords } from './review-words.ts';

const ENTITY = 'entity' as LabelId;
const CLAIM = 'claim' as LabelId;

/** Two agree on a name, a third has more of it; one name that all have; one that only one has. */
const THREE = {
  ann: ['entity: Ann Lee', 'entity: Rome', 'claim: Taxes rose 4%'],
  bo: ['entity: Ann Lee', 'entity: Rome'],
  cy: ['entity: said Ann Lee', 'entity: Rome'],
};
/** Two who do not agree. */
const TWO = { ann: ['entity: Ann Lee'], bo: ['claim: said Ann Lee'] };

const settingKey = (tab: TestTab): string => `review ${tab.session.getState().project.id}`;
const settingOf = ({ disk }: TestBrowser, tab: TestTab): Promise<unknown> =>
  loadSetting(disk.database, settingKey(tab));
const notice = (tab: TestTab): string => tab.annotate.getState().notice.text;

describe('opening', () => {
  test('compares the layers of those who have finished, and begins at what is not unanimous', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    expect(itemsOf(review())).toEqual(['said Ann Lee: undecided', 'Rome: undecided', 'Taxes rose 4%: undecided']);
    expect(review().layers.map(({ annotatorId }) => annotatorId)).toEqual(['ann', 'bo', 'cy']);
    await writeLayer(browser, tab, 'di', ['entity: Paris'], { status: 'in-progress' });
    await review().refresh();
    expect(review().items).toHaveLength(3);
    await review().compare({ annotatorIds: undefined, alsoInProgress: true });
    expect(itemsOf(review())).toContain('Paris: undecided');
    await review().compare({ annotatorIds: new Set(['ann', 'bo'] as never[]), alsoInProgress: false });
    expect(itemsOf(review())).toEqual(['Ann Lee: undecided', 'Rome: undecided', 'Taxes rose 4%: undecided']);
  });

  test('begins at the group of a span that is named, and where it always does if nobody has that span', async () => {
    const { tab, review } = await reviewTaxes(THREE);
    const taxes = articleOf(tab, 'Taxes');
    const wordsNow = () =>
      review().article.text.slice(currentItem(review())!.hull.from, currentItem(review())!.hull.to);
    review().close();
    await review().open(taxes, { annotatorId: 'bo', spanId: 'bo1' } as never);
    expect(wordsNow()).toBe('Rome');
    await review().open(taxes, { annotatorId: 'ann', spanId: 'ann2' } as never);
    expect(wordsNow()).toBe('Taxes rose 4%');
    review().close();
    await review().open(taxes, { annotatorId: 'ann', spanId: 'bo1' } as never);
    expect(wordsNow()).toBe('said Ann Lee');
  });

  test('an article that there is not is missing, and a disk that cannot be read says why', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    await review().open('nowhere' as never);
    expect(review().phase).toBe('missing');
    browser.disk.database.close();
    await review().open(articleOf(tab, 'Rain'));
    expect(review()).toMatchObject({ phase: 'failed', failure: expect.stringContaining('Reload') as string });
  });

  test.each([
    ['what more people back than anything else is chosen', THREE, 0],
    ['nothing is chosen where two lines have as many votes', TWO, undefined],
    ['“leave out” is chosen where more than half marked nothing', { ann: ['entity: Rome'], bo: [], cy: [] }, 1],
    ['nothing is chosen where half marked nothing', { ann: ['entity: Rome'], bo: [] }, undefined],
  ] as const)('%s', async (_, layers, focused) => {
    const { review } = await reviewTaxes(layers);
    expect(review().focused).toBe(focused);
  });
});

describe('deciding', () => {
  test('accepting puts the proposal into gold, on the disk, and goes on to what is open next', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    review().accept();
    expect(goldOf(review())).toEqual(['entity: Ann Lee']);
    expect(currentItem(review())?.hull).toEqual(rangeOf('Taxes rose 4%'));
    expect(review().saving.kind).toBe('saving');
    await review().settled();
    expect(review().saving.kind).toBe('saved');
    const { project, annotatorId } = tab.session.getState();
    const { decisions } = await loadDecisions(browser.disk.database, project.id, articleOf(tab, 'Taxes'));
    expect(decisions).toMatchObject([{ verdict: 'accept', by: annotatorId, isBlind: true, batch: '' }]);
    expect(decisions[0]!.covers.map((covered) => covered.annotatorId)).toEqual(['ann', 'bo', 'cy']);
    expect(decisions[0]!.inputs.map((input) => input.annotatorId)).toEqual(['ann', 'bo', 'cy']);
  });

  test('a number chooses a line, the same number again accepts it', async () => {
    const { review } = await reviewTaxes(TWO);
    review().pressLine(1);
    expect(goldOf(review())).toEqual([]);
    review().pressLine(1);
    expect(goldOf(review())).toEqual(['entity: Ann Lee']);
  });

  test('nothing is accepted before a line is chosen, and there is no line beyond “leave out”', async () => {
    const { tab, review } = await reviewTaxes(TWO);
    review().accept();
    expect(notice(tab)).toBe('No line has most people behind it: choose one.');
    review().pressLine(3);
    expect(notice(tab)).toBe('There is no line 4.');
    expect(review().log).toEqual([]);
  });

  test('what cannot be done with a group says why', async () => {
    const { tab, review } = await reviewTaxes({ ann: ['entity: Rome'], bo: [], cy: [] });
    for (const how of ['union', 'intersection'] as const) {
      review().merge(how);
      expect(notice(tab)).toBe('All who marked this marked the same words.');
    }
    for (const how of ['parts', 'whole'] as const) {
      review().takeSplit(how);
      expect(notice(tab)).toBe('Nobody has marked this in several pieces.');
    }
    expect(review().log).toEqual([]);
    review().accept();
    expect(review().log).toMatchObject([{ verdict: 'reject' }]);
    review().accept();
    expect(notice(tab)).toContain('This is decided.');
    review().defer();
    review().accept();
    expect(notice(tab)).toContain('This was put off.');
    expect(review().log).toHaveLength(2);
  });

  test('everything left out makes an article that can be finished with nothing in gold', async () => {
    const { review } = await reviewTaxes(THREE);
    for (let group = 0; group < 3; group += 1) review().reject();
    expect(await review().finish()).toBe(true);
    expect(review().finishedAt).not.toBe('');
    expect(goldOf(review())).toEqual([]);
  });

  test('a decision opens a finished article again at once, here and as other tabs see it', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    for (let group = 0; group < 3; group += 1) review().reject();
    await review().finish();
    const other = await browser.openTab();
    await other.review.getState().open(articleOf(tab, 'Taxes'));
    expect(other.review.getState().finishedAt).not.toBe('');
    review().goTo(review().items[1]!.id);
    review().accept(0);
    expect(review().finishedAt).toBe('');
    await review().settled();
    await other.review.getState().refresh();
    expect(other.review.getState().finishedAt).toBe('');
    await review().finish();
    await other.review.getState().refresh();
    expect(other.review.getState().finishedAt).not.toBe('');
  });

  test('who was compared is noted with a finished article, where it was not everybody', async () => {
    const { browser, review } = await reviewTaxes(THREE);
    await review().compare({ annotatorIds: new Set(['bo'] as never[]), alsoInProgress: false });
    review().reject();
    review().reject();
    expect(await review().finish()).toBe(true);
    expect(await browser.disk.database.reviews.toArray()).toMatchObject([{ compared: ['bo'] }]);
  });

  test('what is put off stays open, and nobody is told that the article can be finished', async () => {
    const { tab, review } = await reviewTaxes({ ann: ['entity: Rome'], bo: [] });
    review().defer();
    expect(notice(tab)).toBe('Put off. It has to be decided before the article can be finished. Nothing else is open.');
    review().reject();
    expect(notice(tab)).toBe('Left out of gold. Nothing is open any more: the article can be finished.');
  });

  test('an article with something open is not finished: the first of it becomes the current one', async () => {
    const { tab, review } = await reviewTaxes(THREE);
    review().defer();
    review().reject();
    review().reject();
    review().goTo(undefined);
    expect(await review().finish()).toBe(false);
    expect(currentItem(review())?.state).toBe('deferred');
    expect(notice(tab)).toContain('One group is still open: this one was put off.');
    expect(review().finishedAt).toBe('');
  });

  test.each([
    ['union', 'entity: said Ann Lee'],
    ['intersection', 'entity: Ann Lee'],
  ] as const)('the %s of the words has the label that most have', async (how, gold) => {
    const { review } = await reviewTaxes(THREE);
    review().merge(how);
    expect(goldOf(review())).toEqual([gold]);
    expect(review().log[0]!.verdict).toBe('adjust');
  });

  test('where two labels have as many votes, the chosen line says which', async () => {
    const { tab, review } = await reviewTaxes({ ann: ['entity: Ann Lee'], bo: ['claim: said Ann Lee'] });
    review().merge('union');
    expect(notice(tab)).toContain('Two labels have as many votes');
    review().focusLine(1);
    review().merge('union');
    expect(goldOf(review())).toEqual([expect.stringContaining('said Ann Lee')]);
  });

  test.each([
    ['parts', ['claim: Taxes rose 4%', 'claim: in May']],
    ['whole', ['claim: Taxes rose 4% in May']],
  ] as const)('what one has in one piece and another in two is taken in %s', async (how, gold) => {
    const { review } = await reviewTaxes({
      ann: ['claim: Taxes rose 4% in May'],
      bo: ['claim: Taxes rose 4%', 'claim: in May'],
    });
    expect(review().items).toHaveLength(2);
    review().takeSplit(how);
    expect(goldOf(review())).toEqual(gold);
    expect(review().items.every(({ state }) => state === 'decided')).toBe(true);
  });

  test('reasons and a comment go into the decision; changed later, they make a new one with the same gold', async () => {
    const { review } = await reviewTaxes(THREE);
    review().toggleReason('boundary-convention');
    review().toggleReason('slip');
    review().toggleReason('slip');
    review().typeComment('No verb.');
    const decided = review().currentId;
    review().accept();
    expect(review().log[0]).toMatchObject({ reasons: ['boundary-convention'], comment: 'No verb.' });
    expect(review()).toMatchObject({ reasons: [], comment: '' });
    review().goTo(decided);
    review().typeComment('No verb, as ever. ');
    expect(review().log).toHaveLength(1);
    review().leaveComment();
    review().leaveComment();
    expect(review().log).toHaveLength(2);
    expect(review().log[1]!.spans).toEqual(review().log[0]!.spans);
    expect(goldOf(review())).toEqual(['entity: Ann Lee']);
    expect(currentItem(review())?.decisions).toMatchObject([{ comment: 'No verb, as ever.' }]);
  });

  test('a comment that is in no decision yet stays with its group, also after another article and a reload', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    const commented = review().currentId;
    review().typeComment('No verb.');
    review().step(1);
    expect(review().comment).toBe('');
    review().step(-1);
    expect(review().comment).toBe('No verb.');
    review().select({ anchor: rangeOf('Paris').from, head: rangeOf('Paris').to });
    review().add(ENTITY);
    expect(review().log[0]).toMatchObject({ verdict: 'add', comment: '' });
    review().close();
    await review().open(articleOf(tab, 'Rain'));
    await review().open(articleOf(tab, 'Taxes'));
    review().goTo(commented);
    expect(review().comment).toBe('No verb.');
    await expect
      .poll(async () => [...(await loadSettings(browser.disk.database)).keys()])
      .toContainEqual(expect.stringMatching(/^reviewComment /));
    const later = await browser.openTab();
    await later.review.getState().open(articleOf(tab, 'Taxes'));
    later.review.getState().goTo(commented);
    expect(later.review.getState().comment).toBe('No verb.');
    later.review.getState().reject();
    expect(later.review.getState().log.at(-1)).toMatchObject({ comment: 'No verb.' });
    await later.review.getState().undo();
    expect(later.review.getState()).toMatchObject({ currentId: commented, comment: '' });
  });

  test('spans of gold that may not overlap are told', async () => {
    const { tab, review } = await reviewTaxes(TWO);
    const { project } = tab.session.getState();
    const labels = project.labelSet.labels.map((label) => ({ ...label, overlapsItself: false }));
    tab.session.setState({ project: { ...project, labelSet: { ...project.labelSet, labels } } });
    review().accept(1);
    review().select({ anchor: rangeOf('Lee').from, head: rangeOf('Lee').to });
    review().add(ENTITY);
    expect(notice(tab)).toContain('Two spans of Entity share words in gold now');
  });
});

describe('changing and adding', () => {
  test('a proposal is changed before it goes into gold', async () => {
    const { review } = await reviewTaxes(THREE);
    review().startEditing();
    review().moveEdge('from', -1, 'word');
    review().moveEdge('to', 1, 'word');
    review().relabelDraft(CLAIM);
    expect(review().log).toEqual([]);
    review().saveDraft();
    expect(goldOf(review())).toEqual(['claim: said Ann Lee from']);
    expect(review().log[0]).toMatchObject({ verdict: 'adjust' });
    expect(review().log[0]!.spans[0]!.from).toHaveLength(2);
  });

  test('Esc leaves the change first, then the selection, then the chosen line', async () => {
    const { review } = await reviewTaxes(THREE);
    review().startEditing();
    review().select({ anchor: 0, head: 3 });
    expect(review().escape()).toBe(true);
    expect(review().draft).toBeUndefined();
    expect(review().escape()).toBe(true);
    expect(review().selection).toEqual({ anchor: 3, head: 3 });
    expect(review().escape()).toBe(true);
    expect(review().focused).toBeUndefined();
    expect(review().escape()).toBe(false);
  });

  test('words that nobody had marked are added, changed and taken out again', async () => {
    const { review } = await reviewTaxes(THREE);
    const { from, to } = rangeOf('Paris');
    review().select({ anchor: to, head: from });
    review().add(ENTITY);
    expect(goldOf(review())).toEqual(['entity: Paris']);
    expect(review().log[0]).toMatchObject({ verdict: 'add', covers: [] });
    expect(currentItem(review())).toMatchObject({ group: undefined, state: 'decided' });
    review().startEditing();
    review().moveEdge('from', -1, 'word');
    review().saveDraft();
    expect(goldOf(review())).toEqual(['entity: left Paris']);
    review().goTo(review().items.at(-1)!.id);
    review().reject();
    expect(goldOf(review())).toEqual([]);
    expect(review().items).toHaveLength(3);
  });
});

describe('who is compared', () => {
  test('is remembered for the project, those who are gone left out', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    const { database } = browser.disk;
    for (const name of ['ann', 'bo']) await saveAnnotator(database, { id: name as AnnotatorId, name });
    await review().compare({ annotatorIds: new Set(['ann', 'gone'] as AnnotatorId[]), alsoInProgress: true });
    await expect.poll(() => settingOf(browser, tab)).toMatchObject({ annotatorIds: ['ann', 'gone'] });
    const later = await browser.openTab();
    await later.review.getState().open(articleOf(tab, 'Taxes'));
    const { choice, layers } = later.review.getState();
    expect(choice).toEqual({ annotatorIds: new Set(['ann']), alsoInProgress: true });
    expect(layers.map(({ annotatorId }) => annotatorId)).toEqual(['ann']);
  });

  test.each([
    ['nothing that it can be', 7],
    ['only people who are gone', { annotatorIds: ['gone'], alsoInProgress: 'yes' }],
  ])('is everybody where the setting has %s', async (_, value) => {
    const { browser, tab } = await reviewTaxes(THREE);
    await saveSetting(browser.disk.database, settingKey(tab), value);
    const later = await browser.openTab();
    await later.review.getState().open(articleOf(tab, 'Taxes'));
    expect(later.review.getState()).toMatchObject({ choice: EVERYBODY, phase: 'open', areNamesShown: false });
    expect(later.review.getState().layers).toHaveLength(3);
  });
});

describe('undo', () => {
  test('takes back what was decided last, by new decisions, and redo decides it again', async () => {
    const { tab, review } = await reviewTaxes(THREE);
    review().accept();
    review().reject();
    await review().undo();
    expect(itemsOf(review())[2]).toBe('Taxes rose 4%: undecided');
    expect(currentItem(review())?.hull).toEqual(rangeOf('Taxes rose 4%'));
    await review().undo();
    expect(goldOf(review())).toEqual([]);
    await review().undo();
    expect(notice(tab)).toBe('There is nothing to undo.');
    await review().redo();
    expect(goldOf(review())).toEqual(['entity: Ann Lee']);
    await review().redo();
    expect(itemsOf(review())[2]).toBe('Taxes rose 4%: decided');
    await review().redo();
    expect(notice(tab)).toBe('There is nothing to redo.');
    await review().undo();
    expect(itemsOf(review())[2]).toBe('Taxes rose 4%: undecided');
    expect(review().log.map(({ verdict }) => verdict)).toEqual([
      'accept',
      'reject',
      'withdraw',
      'withdraw',
      'withdraw',
      'withdraw',
      'withdraw',
    ]);
  });

  test('after a reload the log says what can be taken back and done again', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    review().accept();
    review().reject();
    await review().settled();
    const later = await browser.openTab();
    await later.review.getState().open(articleOf(tab, 'Taxes'));
    await later.review.getState().undo();
    expect(itemsOf(later.review.getState())[2]).toBe('Taxes rose 4%: undecided');
    await later.review.getState().settled();
    const last = await browser.openTab();
    await last.review.getState().open(articleOf(tab, 'Taxes'));
    await last.review.getState().redo();
    expect(itemsOf(last.review.getState())[2]).toBe('Taxes rose 4%: decided');
    await last.review.getState().settled();
    const none = await browser.openTab();
    await none.review.getState().open(articleOf(tab, 'Taxes'));
    await none.review.getState().redo();
    expect(notice(none)).toBe('There is nothing to redo.');
  });

  test('after a reload every step that was taken back comes back, one after the other, added spans too', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    review().reject();
    review().reject();
    const { from, to } = rangeOf('Paris');
    review().select({ anchor: from, head: to });
    review().add(ENTITY);
    for (const _ of [1, 2, 3]) await review().undo();
    await review().settled();
    const reloaded = await browser.openTab();
    await reloaded.review.getState().open(articleOf(tab, 'Taxes'));
    const later = reloaded.review.getState;
    expect(itemsOf(later()).every((item) => item.endsWith('undecided'))).toBe(true);
    await later().redo();
    await later().redo();
    expect(goldOf(later())).toEqual([]);
    await later().redo();
    expect(goldOf(later())).toEqual(['entity: Paris']);
    expect(itemsOf(later()).filter((item) => item.endsWith(': decided'))).toHaveLength(3);
    expect(await later().redo()).toBeUndefined();
    for (const _ of [1, 2, 3]) await later().undo();
    expect(itemsOf(later()).filter((item) => item.endsWith(': decided'))).toEqual([]);
  });

  test('goes back over articles, and says in which it was', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    review().accept();
    const rain = articleOf(tab, 'Rain');
    await writeLayer(browser, tab, 'ann', ['entity: Rome'], { title: 'Rain', text: 'It rained in Rome.\n' });
    await review().open(rain);
    review().reject();
    expect(await review().undo()).toBe(rain);
    expect(await review().undo()).toBe(articleOf(tab, 'Taxes'));
    await review().settled();
    await review().open(articleOf(tab, 'Taxes'));
    expect(goldOf(review())).toEqual([]);
  });
});

describe('the disk', () => {
  test('“saved” waits for it; what it refuses stays, and is written on the next try', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    review().accept();
    review().reject();
    await review().settled();
    expect(review().saving).toMatchObject({ kind: 'failed', message: expect.stringContaining('disk space') as string });
    expect(goldOf(review())).toEqual(['entity: Ann Lee']);
    await review().refresh();
    expect(review().log).toHaveLength(2);
    const { annotators } = tab.session.getState();
    const others = review().layers.map(({ annotatorId: id }) => ({ id, name: id }));
    tab.session.setState({ annotators: [...annotators, ...others] });
    await review().downloadFromMemory();
    const read = readBundle(await browser.downloads[0]!.blob.text());
    expect(read.ok && read.value.decisions.map(({ id }) => id)).toEqual(review().log.map(({ id }) => id));
    browser.disk.beforeWrite = () => undefined;
    review().retrySaving();
    await review().settled();
    expect(review().saving.kind).toBe('saved');
    const { decisions } = await loadDecisions(
      browser.disk.database,
      tab.session.getState().project.id,
      articleOf(tab, 'Taxes'),
    );
    expect(decisions.map(({ id }) => id)).toEqual(review().log.map(({ id }) => id));
  });

  test('a layer that changes there makes just its group stale, with what changed, and leaves gold as it was', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    review().accept();
    review().reject();
    review().accept(0);
    await writeLayer(browser, tab, 'cy', ['entity: Lee', 'entity: Rome'], { at: '2024-06-18T08:00:00.000Z' });
    await review().refresh();
    expect(itemsOf(review())).toEqual(['Ann Lee: stale', 'Rome: decided', 'Taxes rose 4%: decided']);
    expect(review().items[0]!.stale[0]!.causes).toMatchObject([
      { kind: 'changed', covered: { ranges: [rangeOf('said Ann Lee')] }, now: { ranges: [rangeOf('Lee')] } },
    ]);
    const gold = goldOf(review());
    expect(await review().finish()).toBe(false);
    expect(currentItem(review())?.state).toBe('stale');
    review().keep();
    expect(goldOf(review())).toEqual(gold);
    expect(review().items.every(({ state }) => state === 'decided')).toBe(true);
    expect(await review().finish()).toBe(true);
  });

  test('a span that is gone is told, and what is kept of it is the reviewer’s own', async () => {
    const { browser, tab, review } = await reviewTaxes({ ann: ['entity: Rome'] });
    review().accept();
    await writeLayer(browser, tab, 'ann', [], { at: '2024-06-18T08:00:00.000Z' });
    await review().refresh();
    expect(review().items).toMatchObject([{ group: undefined, state: 'stale' }]);
    review().goTo(review().items[0]!.id);
    review().accept(0);
    expect(notice(tab)).toContain('Nobody has this span now');
    review().keep();
    expect(goldOf(review())).toEqual(['entity: Rome']);
    expect(review().items).toMatchObject([{ group: undefined, state: 'decided' }]);
  });

  test('other tabs are told of what was decided, and show it at once', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    const taxes = articleOf(tab, 'Taxes');
    const other = await browser.openTab();
    const theirs = other.review.getState;
    await theirs().open(taxes);
    await theirs().readQueue();
    review().accept();
    expect(browser.reviewed).toEqual([]);
    await review().settled();
    expect(browser.reviewed).toEqual([[taxes]]);
    await theirs().hear(browser.reviewed[0]!);
    expect(goldOf(theirs())).toEqual(['entity: Ann Lee']);
    expect(theirs().queue.figures.get(taxes)).toMatchObject({ decided: 1 });
    for (const _ of [1, 2]) review().reject();
    await review().settled();
    await review().finish();
    expect(browser.reviewed.flat()).toEqual([taxes, taxes, taxes, taxes]);
  });

  test.each([
    [true, 'This was decided in another tab before.'],
    [false, 'Another reviewer decided about the same spans before.'],
  ])('a group decided twice, by the same person: %s', async (isSame, words) => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    const other = await browser.openTab();
    await other.review.getState().open(articleOf(tab, 'Taxes'));
    if (!isSame) other.session.setState({ annotatorId: 'di' as AnnotatorId });
    other.review.getState().reject();
    await other.review.getState().settled();
    review().accept();
    await review().settled();
    await review().refresh();
    const [{ causes, decision }] = review().items[0]!.stale as [StaleDecision];
    const { article, layers, log } = review();
    const { labelSet } = tab.session.getState().project;
    const told = causes.map((cause) =>
      causeInWords(cause, labelSet, { article, layers, log, by: decision.by }, String),
    );
    expect(told).toEqual([words]);
  });

  test('what another tab decided comes with the next look', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    const other = await browser.openTab();
    await other.review.getState().open(articleOf(tab, 'Taxes'));
    other.review.getState().accept();
    await other.review.getState().settled();
    await review().refresh();
    expect(goldOf(review())).toEqual(['entity: Ann Lee']);
  });
});

describe('names', () => {
  test('once they were shown, no decision of the reviewer about the article is blind, also after a reload', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    review().accept();
    review().showNames(true);
    review().reject();
    review().showNames(false);
    review().accept(0);
    await review().settled();
    expect(review().log.map(({ isBlind }) => isBlind)).toEqual([true, false, false]);
    const later = await browser.openTab();
    await later.review.getState().open(articleOf(tab, 'Taxes'));
    expect(later.review.getState().areNamesShown).toBe(false);
    await later.review.getState().undo();
    expect(later.review.getState().log.at(-1)!.isBlind).toBe(false);
  });

  test('stay shown after a reload only where the reviewer has decided with them', async () => {
    const { browser, tab, review } = await reviewTaxes(THREE);
    await writeLayer(browser, tab, 'ann', ['entity: Rome'], { title: 'Rain', text: 'It rained in Rome.\n' });
    review().showNames(true);
    review().reject();
    await review().open(articleOf(tab, 'Rain'));
    expect(review().areNamesShown).toBe(true);
    await review().settled();
    const later = await browser.openTab();
    await later.review.getState().open(articleOf(tab, 'Rain'));
    expect(later.review.getState().areNamesShown).toBe(false);
    await later.review.getState().open(articleOf(tab, 'Taxes'));
    expect(later.review.getState().areNamesShown).toBe(true);
    later.review.getState().showNames(false);
    await expect.poll(() => settingOf(browser, tab)).toMatchObject({ areNamesShown: false });
    const last = await browser.openTab();
    await last.review.getState().open(articleOf(tab, 'Taxes'));
    expect(last.review.getState().areNamesShown).toBe(false);
  });

  test('letters are those of all who have begun with the article, whoever is compared', async () => {
    const { review } = await reviewTaxes(THREE);
    const letters = [...review().letters];
    expect(letters.map(([, letter]) => letter)).toEqual(['A', 'B', 'C']);
    await review().compare({ annotatorIds: new Set(['bo'] as never[]), alsoInProgress: false });
    expect([...review().letters]).toEqual(letters);
  });
});

test('leaving the project forgets its articles and what could be undone', async () => {
  const { review } = await reviewTaxes(THREE);
  review().accept();
  review().leaveProject();
  expect(review()).toMatchObject({ phase: 'closed', done: [], items: [] });
  await review().settled();
  expect(review().saving.kind).toBe('saved');
});
