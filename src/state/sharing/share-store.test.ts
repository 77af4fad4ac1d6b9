import 'fake-indexeddb/auto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type AnnotatorId } from '#core/project/project.ts';
import { type Decision, type DecisionId } from '#core/review/decision.ts';
import { readBundle } from '#formats/native/read.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { appendDecisions } from '#storage/decisions.ts';
import { saveReview } from '#storage/reviews.ts';
import { openTaxes, openTestBrowser, type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';
import { peopleIn, sizesOf } from './assignment.ts';

const AT = '2024-06-18T09:00:00Z';

function bundleIn(json: string): Bundle {
  const read = readBundle(json);
  if (!read.ok) throw new Error(read.problems.map(({ place, message }) => `${place}: ${message}`).join('\n'));
  return read.value;
}

/** “Taxes” done by Ada with one span, and “Rain” in progress. */
async function annotated(): Promise<{ readonly browser: TestBrowser; readonly tab: TestTab }> {
  const { browser, tab } = await openTaxes();
  await tab.session.getState().nameAnnotator('Ada');
  const [entity] = tab.session.getState().project.labelSet.labels;
  tab.select('Ann Lee');
  tab.do().applyLabel(entity!.id);
  tab.do().setStatus('done');
  await tab.do().settled();
  await tab.open('Rain');
  tab.do().select({ anchor: 0, head: 2 });
  tab.do().applyLabel(entity!.id);
  await tab.do().settled();
  await tab.library.getState().refresh();
  return { browser, tab };
}

/** Somebody else has decided about all of “Taxes”; finished where it is said so. */
async function decided(isFinished: boolean) {
  const { browser, tab } = await annotated();
  const { database } = browser.disk;
  const projectId = tab.session.getState().project.id;
  const { id: articleId } = tab.library.getState().articles.find(({ title }) => title === 'Taxes')!;
  const nothing = { covers: [], inputs: [], spans: [], reasons: [], isBlind: false, policy: undefined } as const;
  const made = { id: 'd' as DecisionId, articleId, at: AT, by: 'rhea' as AnnotatorId, verdict: 'reject' } as const;
  const decision: Decision = { ...made, ...nothing, comment: '', batch: '', supersedes: [] };
  await appendDecisions(database, projectId, [decision]);
  if (isFinished) await saveReview(database, { projectId, articleId, finishedAt: AT, by: decision.by });
  return { browser, tab, articleId };
}

async function filesIn(blob: Blob): Promise<ReadonlyMap<string, Bundle>> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, bundleIn(new TextDecoder().decode(bytes))]));
}

describe('what is sent to review', () => {
  test('is one file with the own finished layers and their articles', async () => {
    const { browser, tab } = await annotated();
    await tab.sharing.getState().sendToReview();
    const [file] = browser.downloads;
    expect(file!.fileName).toBe('ada-for-review-my-project.spanmark.json');
    const bundle = bundleIn(await file!.blob.text());
    expect(bundle.articles.map(({ title }) => title)).toEqual(['Taxes']);
    expect(bundle.layers).toMatchObject([{ status: 'done', annotatorId: tab.session.getState().annotatorId }]);
    expect(bundle.annotators).toMatchObject([{ name: 'Ada' }]);
    expect(tab.sharing.getState().sharing).toEqual({ kind: 'saved', what: 'review', fileName: file!.fileName });
    tab.sharing.getState().forget();
    expect(tab.sharing.getState().sharing).toEqual({ kind: 'idle' });
  });

  test('that cannot be made is said', async () => {
    const { browser, tab } = await annotated();
    browser.disk.database.close();
    await tab.sharing.getState().sendToReview();
    expect(tab.sharing.getState().sharing).toMatchObject({ kind: 'failed', what: 'review' });
    expect(browser.downloads).toEqual([]);
  });

  test('is not saved once it was given up', async () => {
    const { browser, tab } = await annotated();
    const sending = tab.sharing.getState().sendToReview();
    tab.sharing.getState().cancel();
    await sending;
    expect(tab.sharing.getState().sharing).toEqual({ kind: 'idle' });
    expect(browser.downloads).toEqual([]);
  });
});

describe('what is returned', () => {
  test.each([
    [true, { finished: 1, begun: 0 }],
    [false, { finished: 0, begun: 1 }],
  ])('is of those who have done a reviewed article; its review finished: %s', async (isFinished, expected) => {
    const { tab, articleId } = await decided(isFinished);
    await tab.sharing.getState().readReturnable();
    const [only, ...others] = tab.sharing.getState().returnable!;
    expect(others).toEqual([]);
    expect({ finished: only!.finished.length, begun: only!.begun.length }).toEqual(expected);
    expect([...only!.finished, ...only!.begun]).toEqual([articleId]);
  });

  test('has the decisions, and unfinished reviews only where they are wanted', async () => {
    const { browser, tab } = await decided(false);
    await tab.sharing.getState().readReturnable();
    const { returnable, giveBack } = tab.sharing.getState();
    await giveBack(returnable!, { isBlind: false, withBegun: true });
    await giveBack(returnable!, { isBlind: false, withBegun: false });
    const [withBegun, without] = await Promise.all(
      browser.downloads.map(async ({ blob }) => bundleIn(await blob.text())),
    );
    expect(withBegun!.decisions.map(({ id }) => id)).toEqual(['d']);
    expect(withBegun!.layers).toHaveLength(1);
    expect(without!.articles).toEqual([]);
    expect(browser.downloads[0]!.fileName).toBe('ada-reviewed-my-project.spanmark.json');
  });
});

describe('an assignment', () => {
  test('is a file for each annotator with a share of the articles and nobody’s layer', async () => {
    const { browser, tab } = await annotated();
    const articleIds = tab.library
      .getState()
      .present()
      .map(({ id }) => id);
    await tab.sharing.getState().assign({ names: ['Ada', 'Bo', 'bo'], each: 2, seed: '1', articleIds });
    const [archive] = browser.downloads;
    expect(archive!.fileName).toBe('my-project-to-annotate.zip');
    const files = await filesIn(archive!.blob);
    expect([...files.keys()]).toEqual([
      'ada-to-annotate-my-project.spanmark.json',
      'bo-to-annotate-my-project.spanmark.json',
      'bo-to-annotate-my-project-2.spanmark.json',
    ]);
    const given = [...files.values()].flatMap(({ articles }) => articles.map(({ id }) => id));
    expect(given.toSorted()).toEqual([...articleIds, ...articleIds].toSorted());
    expect([...files.values()].map(({ annotators }) => annotators.map(({ name }) => name))).toEqual([
      ['Ada'],
      ['Bo'],
      ['bo'],
    ]);
    expect([...files.values()].every(({ layers }) => layers.length === 0)).toBe(true);
    // Ada is who she was, and the others are known from now on.
    expect([...files.values()][0]!.annotators[0]!.id).toBe(tab.session.getState().annotatorId);
    expect(
      tab.session
        .getState()
        .annotators.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Ada', 'Bo', 'bo']);
  });

  test('that is made again is for the same people', async () => {
    const { browser, tab } = await annotated();
    const articleIds = tab.library
      .getState()
      .present()
      .map(({ id }) => id);
    for (let time = 0; time < 2; time += 1) {
      await tab.sharing.getState().assign({ names: ['Cy'], each: 1, seed: '1', articleIds });
    }
    const [first, second] = await Promise.all(browser.downloads.map(({ blob }) => blob.text()));
    expect(second).toBe(first);
  });

  test('takes each name once, and tells how much everybody gets', () => {
    const names = peopleIn([' Ada ', '', 'Bo', 'Ada']);
    expect(names).toEqual(['Ada', 'Bo']);
    const articleIds = ['a', 'b', 'c'] as unknown as Parameters<typeof sizesOf>[0]['articleIds'];
    expect(sizesOf({ names, each: 1, seed: '1', articleIds }).toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(sizesOf({ names, each: 2, seed: '1', articleIds })).toEqual([3, 3]);
  });

  test('imported elsewhere, says whom it is for', async () => {
    const { browser, tab } = await annotated();
    const articleIds = tab.library
      .getState()
      .present()
      .map(({ id }) => id);
    await tab.sharing.getState().assign({ names: ['Bo'], each: 1, seed: '1', articleIds });
    const elsewhere = await (await openTestBrowser()).openTab();
    const [file] = browser.downloads;
    await elsewhere.transfer.getState().read([new File([file!.blob], file!.fileName)]);
    expect(elsewhere.transfer.getState().files[0]!.reading).toMatchObject({ kind: 'bundle', madeFor: { name: 'Bo' } });
    await elsewhere.transfer.getState().write();
    expect(elsewhere.session.getState().annotators.map(({ name }) => name)).toContain('Bo');
  });
});
