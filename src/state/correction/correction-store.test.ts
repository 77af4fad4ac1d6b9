import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { type SpanId } from '#core/spans/span.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { LIMITS } from '#formats/limits.ts';
import { importBundle, type Writing } from '#storage/import-bundle.ts';
import { loadHeadsOf } from '#storage/layers.ts';
import { loadBundle } from '#storage/load-bundle.ts';
import { diskFull, dump } from '#storage/test-database.arbitrary.ts';
import { gradesOf } from './correction-state.ts';
import { openTaxes, rangeOf, shown, type TestBrowser, type TestTab, TEXT } from '#state/test-stores.arbitrary.ts';

const TYPO = TEXT.replace('from Rome', 'form Rome');
const WITHOUT_BO = TEXT.replace('Bo Li left Paris.\n', '');

describe('while a text is corrected', () => {
  test('the preview says what becomes of the spans', async () => {
    const { tab } = await tagged();
    tab.correct().type(TYPO.replace('Taxes', 'News. Taxes').replace('left Paris', 'leaves Paris'));
    await tab.correct().compared();
    const { preview } = tab.correct();
    expect(preview).toMatchObject({ problem: 'none', words: { changed: 2, added: 1, removed: 0 } });
    expect(gradesOf(preview!.own)).toEqual({ kept: 4, changed: 0, moved: 0 });
  });

  test.each([
    ['as it was', TEXT, 'same'],
    ['empty', ' \n', 'empty'],
    ['longer than an article can be', 'a'.repeat(LIMITS.text + 1), 'too-long'],
  ])('a text that is %s cannot be saved', async (_, text, problem) => {
    const { tab, browser } = await tagged();
    tab.correct().type(text);
    await tab.correct().compared();
    expect(tab.correct().preview?.problem).toBe(problem);
    await tab.correct().kept();
    const before = await dump(browser.disk.database);
    expect(await tab.correct().save()).toBeUndefined();
    expect(tab.correct().failure).not.toBe('');
    expect(tab.correct().phase).toBe('open');
    expect(await dump(browser.disk.database)).toEqual(before);
  });

  test('what is typed is frozen as an article is', async () => {
    const { tab } = await tagged();
    tab.correct().type('\uFEFFOne\r\ntwo\uD800');
    expect(tab.correct().draft).toBe('One\ntwo\uFFFD');
  });

  test('draft and decisions outlive the tab, until they are discarded', async () => {
    const { tab, browser, id } = await tagged();
    tab.correct().type(WITHOUT_BO);
    await tab.correct().compared();
    tab.correct().deleteSpan(idOf(tab, 'Bo Li'));
    tab.correct().placeAt(idOf(tab, 'Paris'), rangeOf('Rome'));
    await tab.correct().kept();
    tab.close();
    const again = corrected(await browser.openTab());
    await again.correct().open(id);
    expect(again.correct()).toMatchObject({ draft: WITHOUT_BO, isFromBefore: true });
    expect([...again.correct().decisions.values()]).toEqual([
      { kind: 'delete' },
      { kind: 'place', ranges: [rangeOf('Rome')] },
    ]);
    await again.correct().discard();
    expect(again.correct()).toMatchObject({ draft: TEXT, isFromBefore: false, decisions: new Map() });
    await again.correct().kept();
    expect((await browser.disk.database.settings.toArray()).filter(({ key }) => key.startsWith('correction'))).toEqual(
      [],
    );
  });

  test('a draft on the disk that makes no sense is left aside', async () => {
    const { tab, browser, id } = await tagged();
    tab.correct().type(WITHOUT_BO);
    await tab.correct().kept();
    const { key } = (await browser.disk.database.settings.toArray()).find((row) => row.key.startsWith('correction'))!;
    const decisions = [{ span: 's', ranges: [{ from: 5, to: 1 }] }, { span: 't', ranges: [] }, 7, { span: 1 }];
    await browser.disk.database.settings.put({ key, value: { text: 'x', decisions } });
    await tab.correct().open(id);
    expect(tab.correct().draft).toBe('x');
    expect([...tab.correct().decisions]).toEqual([['t', { kind: 'delete' }]]);
    await browser.disk.database.settings.put({ key, value: 'x' });
    await tab.correct().open(id);
    expect(tab.correct().draft).toBe(TEXT);
  });

  test('a full disk is told and what was typed stays', async () => {
    const { tab, browser } = await tagged();
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    tab.correct().type(WITHOUT_BO);
    await tab.correct().kept();
    expect(tab.correct().failure).toContain('What you typed is not kept on the disk.');
    expect(tab.correct().draft).toBe(WITHOUT_BO);
  });

  test('a place that was chosen goes along with what is typed, and is undecided where that is gone', async () => {
    const { tab } = await tagged();
    tab.correct().type(WITHOUT_BO);
    await tab.correct().compared();
    tab.correct().placeAt(idOf(tab, 'Bo Li'), { from: rangeOf(' Ann Lee').from, to: rangeOf('Ann Lee ').to });
    expect(decided(tab)).toEqual(['Ann Lee']);
    tab.correct().type(`News. ${WITHOUT_BO}`);
    expect(decided(tab)).toEqual(['Ann Lee']);
    tab.correct().type(`News. ${WITHOUT_BO.replace(' said Ann Lee from Rome,', '')}`);
    expect(decided(tab)).toEqual([]);
  });

  test('white space is no place, and a decision can be taken back', async () => {
    const { tab } = await tagged();
    tab.correct().type(WITHOUT_BO);
    tab.correct().placeAt(idOf(tab, 'Bo Li'), { from: rangeOf('\n\n').from, to: rangeOf('\n\n').to });
    expect(tab.correct().decisions.size).toBe(0);
    tab.correct().deleteSpan(idOf(tab, 'Bo Li'));
    tab.correct().undecide(idOf(tab, 'Bo Li'));
    expect(tab.correct().decisions.size).toBe(0);
  });

  test('an article that is not there is missing', async () => {
    const { tab } = await tagged();
    await tab.correct().open('nothing' as ArticleId);
    expect(tab.correct().phase).toBe('missing');
  });
});

describe('a saved correction', () => {
  test('is a new article with the spans, and the earlier one is taken out with its own', async () => {
    const { tab, browser, id } = await tagged();
    const before = await loadBundle(browser.disk.database, {
      project: tab.session.getState().project,
      articleIds: new Set([id]),
      whose: EVERYONE,
    });
    tab.correct().type(TYPO);
    const fresh = await tab.correct().save();
    expect(fresh).toBe(articleIdOf(TYPO));
    expect(
      tab.library.getState().articles.map(({ title, removed, correctionOf }) => [title, removed, correctionOf]),
    ).toEqual(
      expect.arrayContaining([
        ['Taxes', true, ''],
        ['Taxes', false, id],
      ]),
    );
    await tab.annotate.getState().open(fresh!, tab.session.getState().annotatorId);
    expect(shown(tab.do())).toEqual(['entity: Ann Lee', 'entity: Rome', 'entity: Bo Li', 'entity: Paris']);
    expect(tab.do()).toMatchObject({ phase: 'open', permission: 'write', history: { done: [], undone: [] } });
    expect(tab.do().notice.text).toBe(
      'The correction is saved. 4 spans carried over. The earlier text is in the library, among the articles taken out.',
    );
    expect(
      await loadBundle(browser.disk.database, {
        project: tab.session.getState().project,
        articleIds: new Set([id]),
        whose: EVERYONE,
      }),
    ).toEqual(before);
    expect(browser.locks.held()).toHaveLength(1);
    tab.correct().close();
    await tab.correct().open(id);
    expect(tab.correct().isFromBefore).toBe(false);
  });

  test('waits for a decision about each span of one’s own', async () => {
    const { tab } = await tagged();
    tab.correct().type(WITHOUT_BO);
    expect(await tab.correct().save()).toBeUndefined();
    expect(tab.correct().failure).toBe(
      '2 spans have no place in the new text yet. Decide about each of them, then save.',
    );
    tab.correct().deleteSpan(idOf(tab, 'Bo Li'));
    expect(await tab.correct().save()).toBeUndefined();
    expect(tab.correct().failure).toBe('One span has no place in the new text yet. Decide about it, then save.');
    tab.correct().placeAt(idOf(tab, 'Paris'), rangeOf('Monday'));
    const fresh = await tab.correct().save();
    await tab.annotate.getState().open(fresh!, tab.session.getState().annotatorId);
    expect(shown(tab.do())).toEqual(['entity: Ann Lee', 'entity: Rome', 'entity: Monday']);
    expect(tab.do().notice.text).toContain('2 spans carried over, 1 span placed by you, 1 span deleted.');
  });

  test('takes the best guess where that is chosen', async () => {
    const { tab } = await tagged();
    tab.correct().type(TEXT.replace('Bo Li', 'Che Wu'));
    await tab.correct().compared();
    tab.correct().type(`News. ${tab.correct().draft}`);
    tab.correct().placeAtGuess(idOf(tab, 'Bo Li'));
    const fresh = await tab.correct().save();
    await tab.annotate.getState().open(fresh!, tab.session.getState().annotatorId);
    expect(shown(tab.do())).toContain('entity: Che Wu');
  });

  test('is refused where an article has this text, by its title', async () => {
    const { tab, browser } = await tagged();
    tab.correct().type('It rained in Rome.\n');
    await tab.correct().compared();
    for (const { before } of tab.correct().preview!.own.unplaced) tab.correct().deleteSpan(before.id);
    await tab.correct().kept();
    const before = await dump(browser.disk.database);
    expect(await tab.correct().save()).toBeUndefined();
    expect(tab.correct().failure).toBe('An article with this very text is here already: “Rain”.');
    expect(await dump(browser.disk.database)).toEqual(before);
  });

  test('is refused while another tab annotates the article, and goes through when that is closed', async () => {
    const { tab, browser } = await tagged();
    const other = await browser.openTab();
    await other.open('Taxes');
    tab.correct().type(TYPO);
    expect(await tab.correct().save()).toBeUndefined();
    expect(tab.correct().failure).toBe(
      'This article is being annotated in another tab. Close it there, then save again.',
    );
    other.close();
    expect(await tab.correct().save()).toBeDefined();
  });

  test('looks again where the spans were changed meanwhile', async () => {
    const { tab, browser } = await tagged();
    tab.correct().type(WITHOUT_BO);
    await tab.correct().compared();
    tab.correct().deleteSpan(idOf(tab, 'Bo Li'));
    tab.correct().deleteSpan(idOf(tab, 'Paris'));
    const other = await browser.openTab();
    await other.open('Taxes');
    other.select('left');
    other.do().applyLabel('claim' as LabelId);
    await other.do().settled();
    other.close();
    expect(await tab.correct().save()).toBeUndefined();
    expect(tab.correct().failure).toContain('were changed in the meantime');
    expect(tab.correct().preview!.own.unplaced).toHaveLength(3);
  });

  test('is not half-done on a full disk, and can be saved again', async () => {
    const { tab, browser } = await tagged();
    tab.correct().type(TYPO);
    await tab.correct().kept();
    const before = await dump(browser.disk.database);
    browser.disk.beforeWrite = (table) => {
      if (table === 'layers') throw diskFull();
    };
    expect(await tab.correct().save()).toBeUndefined();
    expect(tab.correct().failure).toContain('disk space');
    expect(await dump(browser.disk.database)).toEqual(before);
    browser.disk.beforeWrite = () => undefined;
    expect(await tab.correct().save()).toBeDefined();
  });

  test('is saved whole though its screen is left, and opening another waits for it', async () => {
    const { tab, id } = await tagged();
    tab.correct().type(TYPO);
    const saving = tab.correct().save();
    tab.correct().close();
    await tab.correct().open(id);
    expect(await saving).toBe(articleIdOf(TYPO));
    expect(tab.correct()).toMatchObject({ phase: 'open', draft: TEXT });
  });

  test('has copies of the other annotators’ layers with what has a place; the rest stays and is counted', async () => {
    const { tab, browser, id } = await tagged();
    await addAda(browser, tab, id);
    await tab.correct().open(id);
    tab.correct().type(WITHOUT_BO);
    await tab.correct().compared();
    expect(tab.correct().preview!.others.map(({ spans }) => [spans.carried.length, spans.unplaced.length])).toEqual([
      [2, 1],
    ]);
    for (const { before } of tab.correct().preview!.own.unplaced) tab.correct().deleteSpan(before.id);
    const fresh = await tab.correct().save();
    expect(tab.do().notice.text).toContain('Of other annotators, 1 span stayed with the earlier text.');
    const heads = await loadHeadsOf(browser.disk.database, tab.session.getState().project.id, fresh!);
    expect(heads.find(({ annotatorId }) => annotatorId === 'ada')).toMatchObject({
      editedHere: false,
      spanCount: 2,
      status: 'done',
      changedAt: '2024-06-17T09:30:00.000Z',
    });
    await tab.annotate.getState().open(fresh!, 'ada' as AnnotatorId);
    expect(shown(tab.do())).toEqual(['quote: “We 👍🏽 will go,” … “on Monday.”', 'entity: Ann Lee']);
    expect(tab.do().layer.links.map((one) => one.id)).toEqual(['l1']);
    expect(tab.do().layer.spans[0]!.attributes).toEqual([{ id: 'cue', value: rangeOf('said') }]);
  });
});

type CorrectingTab = TestTab & { readonly correct: () => ReturnType<TestTab['correction']['getState']> };

function corrected(tab: TestTab): CorrectingTab {
  return { ...tab, correct: tab.correction.getState };
}

/** A tab in which the text of “Taxes” is being corrected, with four entities of its annotator. */
async function tagged(): Promise<{ browser: TestBrowser; tab: CorrectingTab; id: ArticleId }> {
  const { browser, tab } = await openTaxes();
  for (const words of ['Ann Lee', 'Rome', 'Bo Li', 'Paris']) {
    tab.select(words);
    tab.do().applyLabel('entity' as LabelId);
  }
  const { id } = tab.do().article;
  tab.do().close();
  const correcting = corrected(tab);
  await correcting.correct().open(id);
  return { browser, tab: correcting, id };
}

function idOf(tab: CorrectingTab, words: string): SpanId {
  const { own } = tab.correct().preview!;
  const spans = [...own.carried, ...own.unplaced].map(({ before }) => before);
  return spans.find(({ ranges }) => TEXT.slice(ranges[0]!.from, ranges[0]!.to) === words)!.id;
}

/** The words of the places that were chosen. */
function decided(tab: CorrectingTab): readonly string[] {
  const { decisions, draft } = tab.correct();
  return [...decisions.values()].flatMap((decision) =>
    decision.kind === 'place' ? decision.ranges.map(({ from, to }) => draft.slice(from, to)) : [],
  );
}

/** A layer of Ada's from a file: an interrupted quote with its cue, a speaker linked to it, and a name that is linked too. */
async function addAda(browser: TestBrowser, tab: TestTab, articleId: ArticleId): Promise<void> {
  const quote = span('q', [pairOf('“We 👍🏽 will go,”'), pairOf('“on Monday.”')], {
    label: 'quote' as LabelId,
    attributes: [{ id: 'cue' as AttributeId, value: rangeOf('said') }],
  });
  const [ann, bo] = [span('ann', [pairOf('Ann Lee')]), span('bo', [pairOf('Bo Li')])];
  const { project } = tab.session.getState();
  const bundle: Bundle = {
    project,
    annotators: [{ id: 'ada' as AnnotatorId, name: 'Ada' }],
    articles: [],
    layers: [
      {
        articleId,
        annotatorId: 'ada' as AnnotatorId,
        status: 'done',
        spans: [quote, ann, bo],
        links: [linkOf('l2', bo.id, ann.id, 'same-as'), linkOf('l1', quote.id, ann.id, 'speaker')],
        changedAt: '2024-06-17T09:30:00.000Z',
      },
    ],
    decisions: [],
    threads: [],
  };
  await importBundle(browser.disk.database, project, bundle, writing('2024-06-17T09:30:00.000Z', 1));
}

function pairOf(words: string): readonly [number, number] {
  return [rangeOf(words).from, rangeOf(words).to];
}

function linkOf(id: string, from: SpanId, to: SpanId, type: string): Link {
  const createdAt = '2024-06-17T09:30:00.000Z';
  return { id: id as LinkId, type: type as LinkTypeId, from, to, origin: 'hand', createdAt };
}

/** Writing at this time; every article counts so many words. */
function writing(at: string, words: number): Writing {
  return { at, countWords: () => words, report: () => undefined };
}
