import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type AttributeId, type ValueId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type LinkId } from '#core/spans/link.ts';
import { isTicked } from './everywhere-state.ts';
import { openTestBrowser, shown, type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';

const ENTITY = 'entity' as LabelId;

const SEEDS = [
  ['One', 'Rome fell. Rome’s walls stood. ROME! New Rome rose from Rome.'],
  ['Two', 'From Rome to Rome, the city.'],
  ['Three', 'All Romans know Rome and the city.'],
].map(([title, text]) => ({ fileName: `${title}.txt`, text: `---\ntitle: ${title}\nlanguage: en\n---\n${text}\n` }));

async function openRome(): Promise<{ readonly browser: TestBrowser; readonly tab: TestTab }> {
  const browser = await openTestBrowser();
  browser.seeds = SEEDS;
  const tab = await browser.openTab();
  await tab.open('One');
  tab.do().select({ anchor: 1, head: 1 });
  tab.do().applyLabel(ENTITY);
  await tab.do().settled();
  return { browser, tab };
}

/** What is listed, as `article: before[mention]after`, with a tick where it is ticked. */
function listed({ everywhere }: TestTab): readonly string[] {
  const state = everywhere.getState();
  return state.articles.flatMap(({ article, mentions }) =>
    mentions.map((mention) => {
      const around = `${mention.before.slice(-6)}[${mention.words}]${mention.after.slice(0, 6)}`;
      return `${isTicked(state, mention) ? '✓' : '·'} ${article.title}: ${around.replaceAll('\n', ' ')}`;
    }),
  );
}

async function spansOf(tab: TestTab, title: string): Promise<readonly string[]> {
  await tab.do().settled();
  await tab.open(title);
  return shown(tab.do());
}

describe('looking everywhere', () => {
  test('lists the other mentions in this article, those that need a look not ticked', async () => {
    const { tab } = await openRome();
    await tab.everywhere.getState().open();
    expect(tab.everywhere.getState()).toMatchObject({ phase: 'shown', words: 'Rome', scope: 'article' });
    expect(listed(tab)).toEqual([
      '✓ One: fell. [Rome]’s wal',
      '· One: tood. [ROME]! New ',
      '· One: ! New [Rome] rose ',
      '✓ One:  from [Rome]. ',
    ]);
  });

  test('goes to chosen articles or all, and leaves out those that are done unless told', async () => {
    const { tab } = await openRome();
    const { everywhere } = tab;
    await tab.open('Two');
    tab.do().setStatus('done');
    await tab.do().settled();
    await tab.library.getState().refresh();
    await tab.open('One');
    tab.do().selectSpan(tab.do().layer.spans[0]!.id, false);
    await everywhere.getState().open();
    await everywhere.getState().setScope('all');
    expect(everywhere.getState()).toMatchObject({ phase: 'shown', done: 1 });
    expect(everywhere.getState().articles.map(({ article }) => article.title)).toEqual(['One', 'Three']);
    await everywhere.getState().setWithDone(true);
    expect(everywhere.getState().done).toBe(0);
    expect(everywhere.getState().articles.map(({ article }) => article.title)).toEqual(['One', 'Three', 'Two']);
    await everywhere.getState().setScope('chosen');
    expect(everywhere.getState().articles.map(({ article }) => article.title)).toEqual(['One']);
    const three = tab.library.getState().articles.find(({ title }) => title === 'Three')!.id;
    await everywhere.getState().choose(three, true);
    await everywhere.getState().choose(tab.do().article.id, false);
    expect(listed(tab)).toEqual(['✓ Three:  know [Rome] and t']);
  });

  test('finds other names that same-as links give, also those given in another article', async () => {
    const { tab } = await openRome();
    await tab.open('Three');
    for (const [from, to] of [
      [16, 20],
      [25, 33],
    ] as const) {
      tab.do().select({ anchor: from, head: to });
      tab.do().applyLabel(ENTITY);
    }
    expect(shown(tab.do())).toEqual(['entity: Rome', 'entity: the city']);
    const [rome, city] = tab.do().layer.spans;
    const link = { id: 'same' as LinkId, type: 'same-as' as LinkTypeId, from: city!.id, to: rome!.id };
    tab.do().commit({ kind: 'add-link', link: { ...link, origin: 'hand', createdAt: '' } }, 'Linked.');
    await tab.open('One');
    tab.do().selectSpan(tab.do().layer.spans[0]!.id, false);
    await tab.everywhere.getState().open();
    expect(listed(tab)).toHaveLength(4);
    await tab.everywhere.getState().setScope('all');
    // The mentions in “Three” are tagged already.
    expect(listed(tab).slice(4)).toEqual([
      '✓ Two: From [Rome] to Ro',
      '✓ Two: me to [Rome], the ',
      '✓ Two: Rome, [the city]. ',
    ]);
  });

  test('says why it cannot, and opens nothing', async () => {
    const { tab, browser } = await openRome();
    tab.do().selectSpan(undefined, false);
    tab.do().select({ anchor: 7, head: 7 });
    await tab.everywhere.getState().open();
    expect(tab.do().notice.text).toBe('Select a span first, or put the caret into one.');
    const other = await browser.openTab();
    await other.open('One');
    await other.everywhere.getState().open(other.do().layer.spans[0]!.id);
    expect(other.do().notice.text).toMatch(/^Another tab is annotating/);
    expect([tab, other].map(({ everywhere }) => everywhere.getState().phase)).toEqual(['closed', 'closed']);
  });

  test('shows only the last of several searches, and nothing once it is closed', async () => {
    const { tab } = await openRome();
    const { everywhere } = tab;
    await everywhere.getState().open();
    const all = everywhere.getState().setScope('all');
    const one = everywhere.getState().setScope('article');
    await Promise.all([all, one]);
    expect(everywhere.getState().articles.map(({ article }) => article.title)).toEqual(['One']);
    const late = everywhere.getState().setScope('all');
    everywhere.getState().close();
    await late;
    expect(everywhere.getState()).toMatchObject({ phase: 'closed', articles: [] });
  });

  test('says what the disk refused', async () => {
    const { tab, browser } = await openRome();
    await tab.everywhere.getState().open();
    browser.disk.database.close();
    await tab.everywhere.getState().setScope('all');
    expect(tab.everywhere.getState()).toMatchObject({ phase: 'shown', articles: [] });
    expect(tab.everywhere.getState().failure).toMatch(/^The connection to the stored work was closed/);
  });
});

describe('tagging everywhere', () => {
  test('gives the ticked mentions the span’s label and attributes, not its note, and one undo takes all back', async () => {
    const { tab } = await openRome();
    const { everywhere } = tab;
    const [before] = tab.do().layer.spans;
    const place = { id: 'type' as AttributeId, value: 'place' as ValueId };
    const range = { id: 'cue' as AttributeId, value: { from: 0, to: 4 } };
    const after = { ...before!, attributes: [range, place], note: 'The capital.' };
    tab.do().commit({ kind: 'replace-span', before: before!, after }, 'Changed.');
    await everywhere.getState().open();
    await everywhere.getState().setScope('all');
    await everywhere.getState().tag();
    expect(tab.do().notice.text).toBe('Tagged 5 mentions as Entity, in 3 articles.');
    expect(everywhere.getState().phase).toBe('closed');
    expect(shown(tab.do())).toEqual(['entity: Rome', 'entity: Rome', 'entity: Rome']);
    expect(tab.do().layer.spans[1]).toMatchObject({ attributes: [place], note: '', origin: 'hand' });
    expect(await spansOf(tab, 'Two')).toEqual(['entity: Rome', 'entity: Rome']);
    expect(await spansOf(tab, 'Three')).toEqual(['entity: Rome']);
    await tab.do().undo();
    expect(shown(tab.do())).toEqual([]);
    expect(await spansOf(tab, 'Two')).toEqual([]);
    expect(await spansOf(tab, 'One')).toEqual(['entity: Rome']);
  });

  test('takes the user’s ticks, which outlive another scope', async () => {
    const { tab } = await openRome();
    const { everywhere } = tab;
    await everywhere.getState().open();
    const [first, capitals] = everywhere.getState().articles[0]!.mentions;
    everywhere.getState().tick(first!, false);
    everywhere.getState().tick(capitals!, true);
    await everywhere.getState().setScope('all');
    expect(listed(tab).slice(0, 2)).toEqual(['· One: fell. [Rome]’s wal', '✓ One: tood. [ROME]! New ']);
    everywhere.getState().tickAll();
    expect(listed(tab).every((line) => line.startsWith('✓'))).toBe(true);
    everywhere.getState().tickAll();
    expect(listed(tab).some((line) => line.startsWith('✓'))).toBe(false);
    await everywhere.getState().tag();
    expect(everywhere.getState().phase).toBe('shown');
  });

  test('leaves out mentions that overlap a span of a label that may not overlap itself', async () => {
    const { tab } = await openRome();
    const { project } = tab.session.getState();
    const labels = project.labelSet.labels.map((label) => ({ ...label, overlapsItself: false }));
    tab.session.setState({ project: { ...project, labelSet: { ...project.labelSet, labels } } });
    const text = tab.do().article.text;
    const at = text.indexOf('New Rome');
    tab.do().select({ anchor: at, head: at + 8 });
    tab.do().applyLabel(ENTITY);
    tab.do().selectSpan(tab.do().layer.spans[0]!.id, false);
    await tab.everywhere.getState().open();
    expect(tab.everywhere.getState().overlapping).toBe(1);
    expect(listed(tab)).toHaveLength(3);
  });

  test('goes by what another tab tagged meanwhile, and says what is left out', async () => {
    const { tab, browser } = await openRome();
    const { everywhere } = tab;
    await everywhere.getState().open();
    await everywhere.getState().setScope('all');
    const other = await browser.openTab();
    await other.open('Two');
    other.do().select({ anchor: 6, head: 6 });
    other.do().applyLabel(ENTITY);
    await other.do().settled();
    await other.open('Three');
    await everywhere.getState().tag();
    expect(tab.do().notice.text).toBe(
      'Tagged 3 mentions as Entity, in 2 articles. Left as they are because another tab has them open (articles): 1.',
    );
    expect(await spansOf(tab, 'Two')).toEqual(['entity: Rome', 'entity: Rome']);
  });

  test('stays open with the reason where nothing could be tagged', async () => {
    const { tab } = await openRome();
    await tab.everywhere.getState().open();
    tab.annotate.setState({ permission: 'other-tab' });
    await tab.everywhere.getState().tag();
    expect(tab.everywhere.getState()).toMatchObject({ phase: 'shown', failure: /^Another tab is annotating/ });
  });
});
