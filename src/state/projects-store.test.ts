import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Project, type ProjectId } from '#core/project/project.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { writeBundle } from '#formats/native/write.ts';
import { addProject } from '#storage/projects.ts';
import { saveSetting } from '#storage/settings.ts';
import { diskFull, dump } from '#storage/test-database.arbitrary.ts';
import { FIRST_PROJECT } from './known-projects.ts';
import { type ProjectsState } from './projects-store.ts';
import { openTestBrowser, shown, TAXES, type TestTab } from './test-stores.arbitrary.ts';

const SAMPLE = sampleBundle();
const ELSEWHERE: Project = { ...SAMPLE.project, id: 'elsewhere' as ProjectId, name: 'Elsewhere' };

describe('a new project', () => {
  test('is shown at once, without articles, and the first is there beside it', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const { told } = browser;
    expect(await now(tab).add('  Elections ', { kind: 'default' })).toBe(true);
    expect(browser.told).toBe(told + 1);
    expect(session(tab).project).toMatchObject({ name: 'Elections', labelSet: DEFAULT_LABEL_SET, guidelines: [] });
    expect(namesOf(tab)).toEqual(['My project', 'Elections']);
    expect(titles(tab)).toEqual([]);
    expect(tab.library.getState().phase).toBe('ready');
    for (const id of [FIRST_PROJECT.id, session(tab).projects[1]!.id]) {
      await now(tab).switchTo(id);
      expect(titles(tab)).toEqual(id === FIRST_PROJECT.id ? ['Rain', 'Taxes'] : []);
    }
  });

  test('can have no labels, or those of another project with or without its guidelines', async () => {
    const browser = await openTestBrowser();
    await addProject(browser.disk.database, ELSEWHERE, 'then');
    const tab = await browser.openTab();
    await now(tab).add('Empty', { kind: 'empty' });
    expect(session(tab).project.labelSet).toEqual({ labels: [], linkTypes: [] });
    for (const withGuidelines of [true, false]) {
      await now(tab).add('Copy', { kind: 'copy', of: ELSEWHERE.id, withGuidelines });
      const { id, ...project } = session(tab).project;
      const guidelines = withGuidelines ? ELSEWHERE.guidelines : [];
      expect(project).toEqual({ name: 'Copy', labelSet: ELSEWHERE.labelSet, guidelines });
      expect(id).not.toBe(ELSEWHERE.id);
    }
    expect(ELSEWHERE.guidelines).not.toEqual([]);
  });

  test('without a name has that of the first', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await now(tab).add(' ', { kind: 'default' });
    expect(session(tab).project.name).toBe('My project');
  });
});

describe('two projects', () => {
  test('share no articles, layers or label sets, not even of the same text', async () => {
    const { tab, other } = await openTwo();
    await importText(tab);
    expect(titles(tab)).toEqual(['Taxes']);
    await tab.open('Taxes');
    expect(shown(tab.do())).toEqual([]);
    tab.select('Paris');
    tab.do().applyLabel('claim' as LabelId);
    await tab.do().settled();

    await now(tab).switchTo(FIRST_PROJECT.id);
    expect(titles(tab)).toEqual(['Rain', 'Taxes']);
    await tab.open('Taxes');
    expect(shown(tab.do())).toEqual(['entity: Rome']);
    expect(tab.library.getState().articles[1]!.progress).toMatchObject([{ spanCount: 1 }]);

    await now(tab).switchTo(other);
    await tab.open('Taxes');
    expect(shown(tab.do())).toEqual(['claim: Paris']);
    await tab.do().undo();
    await tab.do().undo();
    expect(shown(tab.do())).toEqual([]);
    await now(tab).switchTo(FIRST_PROJECT.id);
    await tab.open('Taxes');
    expect(shown(tab.do())).toEqual(['entity: Rome']);
  });

  test('take articles out of the library each for itself', async () => {
    const { tab, other } = await openTwo();
    await importText(tab);
    await tab.library.getState().remove(tab.library.getState().articles[0]!.id);
    await now(tab).switchTo(FIRST_PROJECT.id);
    expect(tab.library.getState().articles.map(({ removed }) => removed)).toEqual([false, false]);
    await now(tab).switchTo(other);
    expect(tab.library.getState().articles.map(({ removed }) => removed)).toEqual([true]);
  });

  test('remember the article that was open last each for itself', async () => {
    const { browser, tab, other } = await openTwo();
    const [rain, taxes] = ['rain', 'taxes'] as never[];
    await session(tab).rememberArticle(taxes!);
    await now(tab).switchTo(FIRST_PROJECT.id);
    expect(session(tab).lastArticleId).toBeUndefined();
    await session(tab).rememberArticle(rain!);
    await now(tab).switchTo(other);
    expect(session(tab).lastArticleId).toBe(taxes);
    expect(session(await browser.openTab()).lastArticleId).toBe(taxes);
  });

  test('are renamed each for itself', async () => {
    const { tab } = await openTwo();
    await session(tab).renameProject('Second');
    expect(namesOf(tab)).toEqual(['My project', 'Second']);
  });

  test('get the seed articles into the first alone, whichever is shown', async () => {
    const { browser } = await openTwo();
    const tab = await browser.openTab();
    expect(titles(tab)).toEqual([]);
    await now(tab).switchTo(FIRST_PROJECT.id);
    expect(titles(tab)).toEqual(['Rain', 'Taxes']);
  });
});

describe('the project of a browser', () => {
  test('is after a reload the one that was chosen last, and a tab keeps its own', async () => {
    const { browser, tab, other } = await openTwo();
    const second = await browser.openTab();
    expect(session(second).project.id).toBe(other);
    await now(second).switchTo(FIRST_PROJECT.id);
    await session(tab).refresh();
    await tab.library.getState().refresh();
    expect(session(tab).project.id).toBe(other);
    expect(titles(tab)).toEqual([]);
    expect(session(await browser.openTab()).project.id).toBe(FIRST_PROJECT.id);
  });

  test.each([['unknown'], [7], [ELSEWHERE.id]])('is the first where the chosen one is gone: %s', async (chosen) => {
    const { browser, tab } = await openTwo();
    await addProject(browser.disk.database, ELSEWHERE, 'then');
    await now(tab).putAway(ELSEWHERE.id);
    await saveSetting(browser.disk.database, 'projectId', chosen);
    const next = await browser.openTab();
    expect(session(next).project).toEqual(FIRST_PROJECT);
    expect(titles(next)).toEqual(['Rain', 'Taxes']);
  });
});

describe('switching the project', () => {
  test('saves the edits that are not on the disk yet', async () => {
    const { tab, other } = await openTwo();
    await now(tab).switchTo(FIRST_PROJECT.id);
    await tab.open('Taxes');
    tab.select('Paris');
    tab.do().applyLabel('entity' as LabelId);
    expect(tab.do().saving.kind).toBe('saving');
    expect(await now(tab).switchTo(other)).toBe(true);
    expect(tab.do()).toMatchObject({ phase: 'closed', saving: { kind: 'saved' } });
    await now(tab).switchTo(FIRST_PROJECT.id);
    await tab.open('Taxes');
    expect(shown(tab.do())).toEqual(['entity: Rome', 'entity: Paris']);
  });

  test('gives the layer to other tabs', async () => {
    const { browser, tab, other } = await openTwo();
    await now(tab).switchTo(FIRST_PROJECT.id);
    await tab.open('Taxes');
    expect(browser.locks.held()).toHaveLength(1);
    await now(tab).switchTo(other);
    expect(browser.locks.held()).toEqual([]);
  });

  test('is refused while an edit cannot be saved, and the article stays open', async () => {
    const { browser, tab, other } = await openTwo();
    await now(tab).switchTo(FIRST_PROJECT.id);
    await tab.open('Taxes');
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    tab.select('Paris');
    tab.do().applyLabel('entity' as LabelId);
    expect(await now(tab).switchTo(other)).toBe(false);
    expect(now(tab)).toMatchObject({ isBusy: false, failure: expect.stringContaining('not saved') as string });
    expect(tab.do().phase).toBe('open');
    expect(session(tab).project.id).toBe(FIRST_PROJECT.id);
    browser.disk.beforeWrite = () => undefined;
    tab.do().retrySaving();
    expect(await now(tab).switchTo(other)).toBe(true);
    expect(now(tab).failure).toBe('');
  });

  test('is refused while files are read or written', async () => {
    const { tab } = await openTwo();
    const reading = tab.transfer.getState().read([new File(['New.\n'], 'new.txt')]);
    const acts = [
      () => now(tab).switchTo(FIRST_PROJECT.id),
      () => now(tab).add('Third', { kind: 'default' }),
      () => now(tab).putAway(session(tab).project.id),
    ];
    for (const act of acts) {
      expect(await act()).toBe(false);
      expect(now(tab).failure).toContain('import is under way');
    }
    await reading;
    const writing = tab.transfer.getState().write();
    expect(await now(tab).switchTo(FIRST_PROJECT.id)).toBe(false);
    await writing;
    expect(namesOf(tab)).toEqual(['My project', 'Other']);
    expect(titles(tab)).toEqual([]);
    expect(await now(tab).switchTo(FIRST_PROJECT.id)).toBe(true);
    expect(tab.transfer.getState().phase).toBe('idle');
  });

  test('looks again at what files would change that were read and not imported', async () => {
    const { tab } = await openTwo();
    await tab.transfer.getState().read([new File([TAXES.text], 'taxes.txt')]);
    expect(tab.transfer.getState().files.map(({ isHere }) => isHere)).toEqual([false]);
    await now(tab).switchTo(FIRST_PROJECT.id);
    expect(tab.transfer.getState()).toMatchObject({ phase: 'preview', files: [{ isHere: true }] });
  });

  test('that the disk refuses leaves the project and says why', async () => {
    const { browser, tab, other } = await openTwo();
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    expect(await now(tab).switchTo(FIRST_PROJECT.id)).toBe(false);
    expect(await now(tab).add('Third', { kind: 'default' })).toBe(false);
    expect(now(tab).failure).toContain('disk space');
    expect(session(tab).project.id).toBe(other);
    now(tab).forgetFailure();
    expect(now(tab).failure).toBe('');
  });

  test('happens once, however often it is asked for', async () => {
    const { tab, other } = await openTwo();
    const switching = now(tab).switchTo(FIRST_PROJECT.id);
    expect(now(tab).isBusy).toBe(true);
    expect(await now(tab).switchTo(other)).toBe(false);
    expect(await switching).toBe(true);
    expect(session(tab).project.id).toBe(FIRST_PROJECT.id);
  });

  test('shows nothing of the library that is still being read for the project before', async () => {
    const { tab, other } = await openTwo();
    await now(tab).switchTo(FIRST_PROJECT.id);
    const late = tab.library.getState().refresh();
    // Some steps on, while the disk is being read.
    for (let step = 0; step < 4; step += 1) await Promise.resolve();
    tab.session.setState({ project: { ...FIRST_PROJECT, id: other } });
    tab.library.setState({ articles: [] });
    await late;
    expect(titles(tab)).toEqual([]);
  });
});

describe('putting a project away', () => {
  test('keeps all of it, and it can be taken out again', async () => {
    const { browser, tab, other } = await openTwo();
    const before = await dump(browser.disk.database);
    expect(await now(tab).putAway(FIRST_PROJECT.id)).toBe(true);
    expect(session(tab).projects.map(({ name, isAway }) => [name, isAway])).toEqual([
      ['My project', true],
      ['Other', false],
    ]);
    expect(session(tab).project.id).toBe(other);
    expect(await now(tab).takeOut(FIRST_PROJECT.id)).toBe(true);
    expect(session(tab).projects.map(({ isAway }) => isAway)).toEqual([false, false]);
    const { projects: _, ...rest } = await dump(browser.disk.database);
    const { projects: __, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
  });

  test('shows another where it is the one that is shown', async () => {
    const { tab, other } = await openTwo();
    expect(await now(tab).putAway(other)).toBe(true);
    expect(session(tab).project).toEqual(FIRST_PROJECT);
    expect(titles(tab)).toEqual(['Rain', 'Taxes']);
  });

  test('is refused for the last one in use', async () => {
    const { browser, tab, other } = await openTwo();
    await now(tab).putAway(other);
    const before = await dump(browser.disk.database);
    expect(await now(tab).putAway(FIRST_PROJECT.id)).toBe(false);
    expect(now(tab).failure).toContain('last project in use');
    expect(await dump(browser.disk.database)).toEqual(before);
  });

  test('is refused for the last one in use where another tab has put the other away', async () => {
    const { browser, tab, other } = await openTwo();
    const second = await browser.openTab();
    await now(second).putAway(FIRST_PROJECT.id);
    expect(await now(tab).putAway(other)).toBe(false);
    expect(session(tab).project.id).toBe(other);
  });
});

describe('a bundle with other labels', () => {
  test('can come in as a project of its own, with what was chosen beside it', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await tab.transfer.getState().read([new File([TAXES.text], 'taxes.txt'), bundleFile(withPlaces())]);
    expect(await now(tab).importAsNew()).toBe(true);
    expect(tab.transfer.getState().phase).toBe('done');
    expect(session(tab).project).toEqual(withPlaces().project);
    expect(titles(tab).toSorted()).toEqual(['Taxes', 'Taxes rose']);
    await now(tab).switchTo(FIRST_PROJECT.id);
    expect(session(tab).project).toEqual(FIRST_PROJECT);
    expect(titles(tab)).toEqual(['Rain', 'Taxes']);
  });

  test('gets an id of its own where its project is here already', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const bundle = { ...withPlaces(), project: { ...withPlaces().project, id: FIRST_PROJECT.id } };
    await tab.transfer.getState().read([bundleFile(bundle)]);
    await now(tab).importAsNew();
    expect(namesOf(tab)).toEqual(['My project', bundle.project.name]);
    expect(session(tab).project.id).not.toBe(FIRST_PROJECT.id);
  });

  test('leaves no project behind where the disk refuses it', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await tab.transfer.getState().read([bundleFile(withPlaces())]);
    browser.disk.beforeWrite = (table) => {
      if (table === 'layers') throw diskFull();
    };
    await now(tab).importAsNew();
    expect(tab.transfer.getState()).toMatchObject({
      phase: 'preview',
      failure: expect.stringContaining('disk space') as string,
    });
    expect(namesOf(tab)).toEqual(['My project']);
    expect(session(tab).project.id).toBe(FIRST_PROJECT.id);
  });

  test('is not made one where the labels are the same', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await tab.transfer.getState().read([bundleFile(SAMPLE)]);
    await now(tab).importAsNew();
    expect(namesOf(tab)).toEqual(['My project']);
    expect(tab.transfer.getState().phase).toBe('preview');
  });
});

function now({ projects }: TestTab): ProjectsState {
  return projects.getState();
}

function session(tab: TestTab) {
  return tab.session.getState();
}

function titles({ library }: TestTab): readonly string[] {
  return library.getState().articles.map(({ title }) => title);
}

function namesOf(tab: TestTab): readonly string[] {
  return session(tab).projects.map(({ name }) => name);
}

/** “Rome” is tagged in “Taxes” of the first project; another project is shown, without articles. */
async function openTwo() {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  await tab.open('Taxes');
  tab.select('Rome');
  tab.do().applyLabel('entity' as LabelId);
  await now(tab).add('Other', { kind: 'default' });
  return { browser, tab, other: session(tab).project.id };
}

/** Brings the text of “Taxes” into the project that is shown. */
async function importText(tab: TestTab): Promise<void> {
  await tab.transfer.getState().read([new File([TAXES.text], 'taxes.txt')]);
  await tab.transfer.getState().write();
  await tab.library.getState().refresh();
}

/** The sample under another project, with one more label. */
function withPlaces(): Bundle {
  const [entity] = SAMPLE.project.labelSet.labels;
  const labels = [...SAMPLE.project.labelSet.labels, { ...entity!, id: 'place' as LabelId, name: 'Place', key: '' }];
  const labelSet = { ...SAMPLE.project.labelSet, labels };
  return { ...SAMPLE, project: { ...SAMPLE.project, id: 'places' as ProjectId, name: 'Places', labelSet } };
}

function bundleFile(bundle: Bundle): File {
  return new File([writeBundle(bundle)], 'bundle.json');
}
