import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { articleOf, goldOf, itemsOf, reviewTaxes, writeLayer } from './reviewed.arbitrary.ts';
import { hasReview, rowsOf } from './queue-rows.ts';
import { type ReviewState } from './review-parts.ts';
import { type ArticleId } from '#core/project/project.ts';
import { countingDecisions } from '#core/review/counting.ts';
import { loadDecisions } from '#storage/decisions.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import { type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';

const LAYERS = {
  ann: ['entity: Ann Lee', 'entity: Rome', 'entity: Paris', 'claim: Taxes rose 4%'],
  bo: ['entity: Ann Lee', 'entity: Rome', 'entity: Paris'],
  cy: ['entity: said Ann Lee', 'entity: Rome', 'entity: Paris'],
};

async function reviewBoth() {
  const opened = await reviewTaxes(LAYERS);
  const { browser, tab } = opened;
  for (const name of ['ann', 'bo']) {
    await writeLayer(browser, tab, name, ['entity: Rome'], { title: 'Rain', text: 'It rained in Rome.\n' });
  }
  await tab.library.getState().refresh();
  await opened.review().readQueue();
  return opened;
}

async function loadCounting({ disk }: TestBrowser, tab: TestTab, id: ArticleId): Promise<number> {
  const { decisions } = await loadDecisions(disk.database, tab.session.getState().project.id, id);
  return countingDecisions(decisions).filter(({ verdict }) => verdict !== 'withdraw').length;
}

function notice({ annotate }: TestTab): string {
  return annotate.getState().notice.text;
}

function rows(tab: TestTab, { queue, choice }: ReviewState) {
  return rowsOf(tab.library.getState().present(), queue, choice);
}

describe('the queue', () => {
  test('says how far each article is, with the most open first', async () => {
    const { tab, review } = await reviewBoth();
    expect(review().queue.phase).toBe('ready');
    expect(rows(tab, review())).toMatchObject([
      { title: 'Taxes', finished: 3, state: 'open', figures: { open: 2, unanimous: 2, decided: 0 } },
      { title: 'Rain', finished: 2, state: 'open', figures: { open: 0, unanimous: 1 } },
    ]);
  });

  test('keeps the rows of articles of which nothing new is known', async () => {
    const { tab, review } = await reviewBoth();
    const before = rows(tab, review());
    await review().countAgain([articleOf(tab, 'Rain')]);
    const after = rows(tab, review());
    expect(after).toEqual(before);
    expect(after.map((row) => before.includes(row))).toEqual([true, false]);
  });

  test('follows the open article, and is finished with it', async () => {
    const { tab, review } = await reviewBoth();
    expect(review().nextArticle()).toBe(articleOf(tab, 'Rain'));
    for (let group = 0; group < 4; group += 1) review().reject();
    await review().finish();
    expect(rows(tab, review())).toContainEqual(expect.objectContaining({ title: 'Taxes', state: 'done' }));
    await review().open(articleOf(tab, 'Rain'));
    expect(review().nextArticle()).toBeUndefined();
  });

  test('counts what is open with every decision, so that the order is that of what is left', async () => {
    const { tab, review } = await reviewBoth();
    const titles = () => rows(tab, review()).map(({ title }) => title);
    for (let group = 0; group < 2; group += 1) review().reject();
    expect(rows(tab, review())[0]).toMatchObject({ title: 'Taxes', figures: { unanimous: 2, decided: 2 } });
    for (let group = 0; group < 2; group += 1) review().reject();
    expect(titles()).toEqual(['Rain', 'Taxes']);
    for (const _ of [1, 2]) await review().undo();
    expect(titles()).toEqual(['Taxes', 'Rain']);
  });

  test('what was counted before a decision and comes after it is not taken for the newest', async () => {
    const { browser, tab, review } = await reviewBoth();
    const answers: (() => void)[] = [];
    browser.beforeAnswer = () =>
      new Promise((resolve) => {
        answers.push(resolve);
      });
    const counting = review().countAgain([articleOf(tab, 'Taxes')]);
    await expect.poll(() => answers.length).toBe(1);
    for (let group = 0; group < 4; group += 1) review().reject();
    await review().finish();
    answers[0]!();
    await counting;
    browser.beforeAnswer = () => Promise.resolve();
    expect(rows(tab, review())).toContainEqual(expect.objectContaining({ title: 'Taxes', state: 'done' }));
    await review().readQueue();
    expect(rows(tab, review())).toContainEqual(expect.objectContaining({ title: 'Taxes', state: 'done' }));
  });

  test('what was counted of an article that nobody has finished any more does not put it first', async () => {
    const { browser, tab, review } = await reviewBoth();
    for (const name of ['ann', 'bo', 'cy']) {
      await writeLayer(browser, tab, name, ['entity: Ann Lee'], { status: 'in-progress' });
    }
    await tab.library.getState().refresh();
    expect(rows(tab, review()).map(({ title }) => title)).toEqual(['Rain', 'Taxes']);
  });

  test.each([
    [{ kind: 'single' }, ['Taxes']],
    [{ kind: 'label' }, []],
    [{ label: 'claim' }, ['Taxes']],
    [{ annotatorId: 'cy' }, ['Taxes']],
    [{ annotatorId: 'bo' }, ['Taxes', 'Rain']],
    [{ isStaleOnly: true }, []],
    [{ phrase: ' rAIN ' }, ['Rain']],
    [{ phrase: 'rome' }, []],
    [{ phrase: 'tax', label: 'claim' }, ['Taxes']],
  ] as const)('can be narrowed to %j', async (filter, titles) => {
    const { tab, review } = await reviewBoth();
    review().filterQueue(filter as never);
    expect(rows(tab, review()).map(({ title }) => title)).toEqual(titles);
  });

  test('has an order of the library, two by disagreement and one at random', async () => {
    const { browser, tab, review } = await reviewBoth();
    const titles = (): readonly string[] => rows(tab, review()).map(({ title }) => title);
    review().sortQueue('library');
    expect(titles()).toEqual(
      tab.library
        .getState()
        .present()
        .map(({ title }) => title),
    );
    review().sortQueue('disagreement');
    expect(titles()).toEqual(['Taxes', 'Rain']);
    expect(rows(tab, review()).map(({ figures }) => figures?.f1?.toFixed(2))).toEqual(['0.70', '1.00']);
    review().sortQueue('f1');
    expect(titles()).toEqual(['Taxes', 'Rain']);
    for (const name of ['ann', 'bo', 'cy']) await writeLayer(browser, tab, name, LAYERS.ann);
    await writeLayer(browser, tab, 'bo', [], { title: 'Rain' });
    await review().readQueue();
    expect(titles()).toEqual(['Rain', 'Taxes']);
    review().sortQueue('random');
    expect(titles().toSorted()).toEqual(['Rain', 'Taxes']);
  });

  test('an article of one annotator has a review as soon as something is decided, as after a file came back', async () => {
    const { browser, tab, review } = await reviewTaxes({ ann: ['entity: Rome'] });
    await writeLayer(browser, tab, 'ann', ['entity: Rome'], { title: 'Rain', text: 'It rained in Rome.\n' });
    await writeLayer(browser, tab, 'bo', [], { title: 'Rain' });
    await tab.library.getState().refresh();
    await review().readQueue();
    const withReview = () => rows(tab, review()).flatMap((row) => (hasReview(row) ? [row.title] : []));
    expect(withReview()).toEqual(['Rain']);
    review().defer();
    expect(withReview().toSorted()).toEqual(['Rain', 'Taxes']);
  });

  test('who has not finished is not compared, and the article waits', async () => {
    const { browser, tab, review } = await reviewBoth();
    for (const name of ['ann', 'bo']) {
      await writeLayer(browser, tab, name, [], { title: 'Rain', status: 'in-progress' });
    }
    await tab.library.getState().refresh();
    await review().readQueue();
    expect(rows(tab, review())).toContainEqual(
      expect.objectContaining({ title: 'Rain', finished: 0, state: 'waiting' }),
    );
  });
});

describe('a policy', () => {
  test('is counted and listed first, decides in one batch, and is undone at once', async () => {
    const { browser, tab, review } = await reviewBoth();
    review().openBulk([articleOf(tab, 'Taxes'), articleOf(tab, 'Rain')]);
    await expect.poll(() => review().bulk.phase).toBe('planned');
    expect(review().bulk.plan).toMatchObject({ decisions: 3, articles: 2, checked: 0 });
    expect(review().bulk.plan!.list.map(({ words }) => words)).toEqual(['Rome', 'Paris', 'Rome']);
    const before = JSON.stringify(review().gold?.layer);
    await review().acceptBulk();
    expect(review().bulk.phase).toBe('closed');
    expect(goldOf(review())).toEqual(['entity: Rome', 'entity: Paris']);
    expect(new Set(review().log.map(({ batch }) => batch)).size).toBe(1);
    expect(review().log[0]!.policy?.policy).toBe('unanimous');
    await review().undo();
    expect(JSON.stringify(review().gold?.layer)).toBe(before);
    expect(goldOf(review())).toEqual([]);
    expect(itemsOf(review()).every((item) => item.endsWith('undecided'))).toBe(true);
    await review().settled();
    const other = await browser.openTab();
    await other.review.getState().open(articleOf(tab, 'Rain'));
    expect(goldOf(other.review.getState())).toEqual([]);
  });

  test('over several articles is undone as a whole after a reload, in one transaction, and done again', async () => {
    const { browser, tab, review } = await reviewBoth();
    const [taxes, rain] = [articleOf(tab, 'Taxes'), articleOf(tab, 'Rain')];
    review().openBulk([taxes, rain]);
    await expect.poll(() => review().bulk.phase).toBe('planned');
    await review().acceptBulk();
    expect(notice(tab)).toBe('3 groups in 2 articles were decided by the policy.');
    const counted = (of: TestTab, id: ArticleId) => loadCounting(browser, of, id);
    expect([await counted(tab, taxes), await counted(tab, rain)]).toEqual([2, 1]);

    const later = await browser.openTab();
    await later.review.getState().open(rain);
    // A disk that takes the decisions and then refuses has taken back nothing, in neither article.
    browser.disk.beforeWrite = (table) => {
      if (table === 'reviews') throw diskFull();
    };
    expect(await later.review.getState().undo()).toBe(rain);
    await later.review.getState().settled();
    expect([await counted(tab, taxes), await counted(tab, rain)]).toEqual([2, 1]);
    browser.disk.beforeWrite = () => undefined;
    later.review.getState().retrySaving();
    await later.review.getState().settled();
    expect(notice(later)).toBe('Undone: 3 decisions in 2 articles.');
    expect([await counted(tab, taxes), await counted(tab, rain)]).toEqual([0, 0]);

    const last = await browser.openTab();
    await last.review.getState().open(taxes);
    await last.review.getState().redo();
    await last.review.getState().settled();
    expect(notice(last)).toBe('Done again: 3 decisions in 2 articles.');
    expect([await counted(tab, taxes), await counted(tab, rain)]).toEqual([2, 1]);
  });

  test('is done again only where nothing was decided since it was undone', async () => {
    const { browser, tab, review } = await reviewBoth();
    const [taxes, rain] = [articleOf(tab, 'Taxes'), articleOf(tab, 'Rain')];
    await review().open(rain);
    review().openBulk([taxes, rain]);
    await expect.poll(() => review().bulk.phase).toBe('planned');
    await review().acceptBulk();
    await review().undo();
    review().reject();
    await review().settled();
    const later = await browser.openTab();
    await later.review.getState().open(taxes);
    await later.review.getState().redo();
    await later.review.getState().settled();
    expect(goldOf(later.review.getState())).toEqual(['entity: Rome', 'entity: Paris']);
    await later.review.getState().open(rain);
    expect(goldOf(later.review.getState())).toEqual([]);
    expect(itemsOf(later.review.getState())).toEqual(['Rome: decided']);
  });

  test('leaves a share to be looked at, the same that the dry run told', async () => {
    const { tab, review } = await reviewBoth();
    review().openBulk([articleOf(tab, 'Taxes'), articleOf(tab, 'Rain')]);
    // The share is one of all that is decided, not of what is decided in each article.
    review().chooseBulk({ share: 0.34 });
    await expect.poll(() => review().bulk.phase).toBe('planned');
    const { decisions, checked, list } = review().bulk.plan!;
    expect([decisions, checked, list.length]).toEqual([2, 1, 2]);
    await review().acceptBulk();
    expect(review().done.at(-1)!.text).toContain(decisions === 1 ? 'One group' : `${decisions} groups`);
  });

  test('that needs an annotator decides nothing before one is chosen', async () => {
    const { tab, review } = await reviewBoth();
    review().openBulk([articleOf(tab, 'Taxes')]);
    review().chooseBulk({ kind: 'trusted' });
    expect(review().bulk).toMatchObject({ phase: 'planned', plan: undefined });
    review().chooseBulk({ annotatorId: 'cy' as never, rejectsOthers: true });
    await expect.poll(() => review().bulk.plan?.decisions).toBe(4);
    await review().acceptBulk();
    expect(goldOf(review())).toEqual(['entity: said Ann Lee', 'entity: Rome', 'entity: Paris']);
  });

  test('that is closed in the middle has decided nothing', async () => {
    const { tab, review } = await reviewBoth();
    review().openBulk([articleOf(tab, 'Taxes')]);
    review().closeBulk();
    await review().acceptBulk();
    expect(review()).toMatchObject({ bulk: { phase: 'closed' }, log: [] });
  });
});
