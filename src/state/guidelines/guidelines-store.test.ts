import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { GUIDELINE_LIMITS, type GuidelineExample, guidelineOf, guidelinesInForce } from '#core/project/guidelines.ts';
import { readBundle } from '#formats/native/read.ts';
import { loadProject } from '#storage/projects.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import { FIRST_PROJECT } from '#state/known-projects.ts';
import { openTestBrowser, promisesRun, type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';

const ENTITY = DEFAULT_LABEL_SET.labels[0]!.id;

describe('what is written', () => {
  test('is in the session at once, and on the disk when it says so', async () => {
    const { browser, tab } = await openOne();
    tab.guidelines.getState().writeText(undefined, 'Be strict.');
    tab.guidelines.getState().writeText(ENTITY, 'Names only.');
    expect(said(tab)).toEqual(['Be strict.', 'Names only.']);
    expect(tab.guidelines.getState().saving).toEqual({ kind: 'saving' });
    await saved(tab);
    const stored = await loadProject(browser.disk.database, FIRST_PROJECT.id);
    expect(stored!.guidelines).toMatchObject([{ number: 1, by: 'Annotator', text: 'Be strict.' }]);
    expect(tab.session.getState().project).toEqual(stored);
    expect(said(await browser.openTab())).toEqual(['Be strict.', 'Names only.']);
  });

  test('in two tabs is all kept: each part as it was written last, and no version is lost', async () => {
    const { browser, tab } = await openOne();
    tab.guidelines.getState().writeText(undefined, 'one');
    await saved(tab);
    const other = await browser.openTab();
    other.guidelines.getState().writeText(undefined, 'two');
    await saved(other);
    tab.guidelines.getState().writeText(ENTITY, 'Names.');
    await saved(tab);
    expect(said(tab)).toEqual(['two', 'Names.']);
    // The first tab has not seen “two”, so it must not replace it; its own “one” was replaced by its own person.
    expect(tab.session.getState().project.guidelines.map(({ text }) => text)).toEqual(['two', 'two']);
    expect(said(other)).toEqual(['two', '']);
    await other.guidelines.getState().refresh();
    expect(said(other)).toEqual(['two', 'Names.']);
  });

  test('stays here while the disk refuses it, and is saved by trying again', async () => {
    const { browser, tab } = await openOne();
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    tab.guidelines.getState().writeText(undefined, 'Be strict.');
    await saved(tab);
    expect(tab.guidelines.getState().saving).toMatchObject({ kind: 'failed' });
    await tab.guidelines.getState().refresh();
    expect(said(tab)).toEqual(['Be strict.', '']);
    await tab.guidelines.getState().downloadFromMemory();
    const read = readBundle(await browser.downloads[0]!.blob.text());
    expect(read.ok && guidelinesInForce(read.value.project.guidelines).text).toBe('Be strict.');
    browser.disk.beforeWrite = () => undefined;
    tab.guidelines.getState().retrySaving();
    await saved(tab);
    expect(tab.guidelines.getState().saving).toEqual({ kind: 'saved' });
    expect(said(await browser.openTab())).toEqual(['Be strict.', '']);
  });

  test('as it was before is no change', async () => {
    const { tab } = await openOne();
    tab.guidelines.getState().writeText(undefined, '');
    expect(tab.guidelines.getState().saving).toEqual({ kind: 'saved' });
    tab.guidelines.getState().retrySaving();
    expect(tab.session.getState().project.guidelines).toEqual([]);
  });

  test('is read again where it can be, and else it is said why not', async () => {
    const { browser, tab } = await openOne();
    browser.disk.database.close();
    await tab.guidelines.getState().refresh();
    expect(tab.guidelines.getState().failure).not.toBe('');
  });
});

describe('an example', () => {
  test.each([
    [true, 'Added to the guideline of Entity as a good example.'],
    [false, 'Added to the guideline of Entity as an example of what not to do.'],
  ])('is added, good or bad, also as the first thing that is written', async (isGood, sentence) => {
    const { browser, tab } = await openOne();
    const { addExample } = tab.guidelines.getState();
    expect(await addExample(ENTITY, { ...example('Ann'), isGood })).toBe(sentence);
    expect(quotes(tab)).toEqual(['Ann']);
    expect(quotes(await browser.openTab())).toEqual(['Ann']);
  });

  test('is added once', async () => {
    const { tab } = await openOne();
    const { addExample } = tab.guidelines.getState();
    await addExample(ENTITY, example('Ann'));
    expect(await addExample(ENTITY, example('Ann'))).toBe('This example is in the guideline already.');
    expect(quotes(tab)).toEqual(['Ann']);
  });

  test('is refused where there are as many as a file may hold', async () => {
    const { tab } = await openOne();
    const examples = Array.from({ length: GUIDELINE_LIMITS.examples }, (_, index) => example(`${index}`));
    const labels = [{ label: ENTITY, text: '', examples }];
    tab.guidelines.getState().restoreVersion({ number: 1, at: '', by: '', text: '', labels });
    await saved(tab);
    const sentence = await tab.guidelines.getState().addExample(ENTITY, example('one more'));
    expect(sentence).toBe('A label can have at most 1000 examples.');
    expect(quotes(tab)).toHaveLength(GUIDELINE_LIMITS.examples);
  });

  test('that the disk refuses is told so', async () => {
    const { browser, tab } = await openOne();
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    expect(await tab.guidelines.getState().addExample(ENTITY, example('Ann'))).toMatch(/^The example is not saved\. /);
  });

  test('of a label that is gone is named by its id', async () => {
    const { tab } = await openOne();
    expect(await tab.guidelines.getState().addExample('gone' as LabelId, example('Ann'))).toMatch(
      /guideline of gone as/,
    );
  });

  test.each<[string, number, 1 | -1, readonly string[]]>([
    ['down', 0, 1, ['b', 'a', 'c']],
    ['up', 2, -1, ['a', 'c', 'b']],
    ['not beyond the first', 0, -1, ['a', 'b', 'c']],
    ['not beyond the last', 2, 1, ['a', 'b', 'c']],
  ])('can be moved %s', async (_, index, step, expected) => {
    const tab = await withThree();
    tab.guidelines.getState().moveExample(ENTITY, example('abc'[index]!), step);
    await saved(tab);
    expect(quotes(tab)).toEqual(expected);
  });

  test('can be changed; one that another tab took out meanwhile stays out', async () => {
    const tab = await withThree();
    const { changeExample } = tab.guidelines.getState();
    changeExample(ENTITY, example('b'), { ...example('b'), isGood: false, comment: 'No.' });
    changeExample(ENTITY, example('gone'), example('back'));
    await saved(tab);
    const { examples } = guidelineOf(guidelinesInForce(tab.session.getState().project.guidelines), ENTITY);
    expect(examples).toEqual([example('a'), { ...example('b'), isGood: false, comment: 'No.' }, example('c')]);
  });

  test('can be taken out, and stays in the version before', async () => {
    const tab = await withThree();
    tab.guidelines.getState().removeExample(ENTITY, example('b'));
    tab.guidelines.getState().removeExample(ENTITY, example('gone'));
    await saved(tab);
    expect(quotes(tab)).toEqual(['a', 'c']);
    const { guidelines } = tab.session.getState().project;
    expect(guidelines.map((version) => guidelineOf(version, ENTITY).examples.length)).toEqual([3, 2]);
  });
});

test('an old version that is used again is a new one, and the one between stays, however new it is', async () => {
  const { browser, tab } = await openOne();
  tab.guidelines.getState().writeText(undefined, 'one');
  await saved(tab);
  await tab.session.getState().addAnnotator('Bo');
  tab.guidelines.getState().writeText(undefined, 'two');
  await saved(tab);
  tab.guidelines.getState().restoreVersion(tab.session.getState().project.guidelines[0]!);
  await saved(tab);
  for (const each of [tab, await browser.openTab()]) {
    expect(each.session.getState().project.guidelines).toMatchObject([
      { number: 1, by: 'Annotator', text: 'one' },
      { number: 2, by: 'Bo', text: 'two' },
      { number: 3, by: 'Bo', text: 'one' },
    ]);
  }
});

async function openOne(): Promise<{ readonly browser: TestBrowser; readonly tab: TestTab }> {
  const browser = await openTestBrowser();
  return { browser, tab: await browser.openTab() };
}

async function withThree(): Promise<TestTab> {
  const { tab } = await openOne();
  for (const quote of 'abc') await tab.guidelines.getState().addExample(ENTITY, example(quote));
  return tab;
}

/** Ends when nothing is on its way to the disk any more. */
async function saved(tab: TestTab): Promise<void> {
  while (tab.guidelines.getState().saving.kind === 'saving') await promisesRun();
}

function said(tab: TestTab): readonly string[] {
  const guidelines = guidelinesInForce(tab.session.getState().project.guidelines);
  return [guidelines.text, guidelineOf(guidelines, ENTITY).text];
}

function quotes(tab: TestTab): readonly string[] {
  const guidelines = guidelinesInForce(tab.session.getState().project.guidelines);
  return guidelineOf(guidelines, ENTITY).examples.map(({ quote }) => quote);
}

function example(quote: string): GuidelineExample {
  return { before: '', quote, after: '', source: 'Taxes', isGood: true, comment: '' };
}
