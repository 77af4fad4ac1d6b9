import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type AnnotatorId } from '#core/project/project.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { openTaxes, shown, type TestTab } from '#state/test-stores.arbitrary.ts';
import { entryInWords } from './entry-words.ts';

const [ENTITY, CLAIM] = ['entity' as LabelId, 'claim' as LabelId];

/** Six edits, one of which is undone. */
async function annotated() {
  const opened = await openTaxes();
  const { tab } = opened;
  tab.select('Ann Lee');
  tab.do().applyLabel(ENTITY);
  tab.select('Rome');
  tab.do().applyLabel(ENTITY);
  tab.do().relabel(tab.do().selectedId!, CLAIM);
  tab.do().setNote(tab.do().selectedId!, 'Really?');
  tab.do().setStatus('done');
  await tab.do().undo();
  tab.do().deleteSpan(tab.do().layer.spans[0]!.id);
  await tab.do().settled();
  return { ...opened, articleId: tab.do().article.id, annotatorId: tab.do().layer.annotatorId };
}

function words(tab: TestTab): readonly string[] {
  const { entries, article } = tab.history.getState().opened!;
  return entries.map(({ number, edit, cause }) => {
    const { what, name, quote, more } = entryInWords(
      tab.session.getState().project.labelSet,
      article.text,
      edit,
      cause,
    );
    return `${number} ${[what, name, quote, more].filter((part) => part !== '').join(' | ')}`;
  });
}

describe('the history of a layer', () => {
  test('tells everything that was done to it, the newest first', async () => {
    const { tab, articleId, annotatorId } = await annotated();
    await tab.history.getState().open(articleId, annotatorId);
    expect(words(tab)).toEqual([
      '7 Deleted | Entity | Ann Lee',
      '6 Undo: marked as done',
      '5 Marked as done',
      '4 Changed | Claim | Rome | note',
      '3 Changed | Claim | Rome | label from Entity',
      '2 Added | Entity | Rome',
      '1 Added | Entity | Ann Lee',
    ]);
  });

  test('shows the layer as it was after each edit, and before the first', async () => {
    const { tab, articleId, annotatorId } = await annotated();
    await tab.history.getState().open(articleId, annotatorId);
    const states = [7, 5, 2, 1, 0].map((number) => {
      tab.history.getState().lookAt(number);
      const { shown: layer, article } = tab.history.getState().opened!;
      return [number, layer.status, ...shown({ layer, article })];
    });
    expect(states).toEqual([
      [7, 'in-progress', 'claim: Rome'],
      [5, 'done', 'entity: Ann Lee', 'claim: Rome'],
      [2, 'in-progress', 'entity: Ann Lee', 'entity: Rome'],
      [1, 'in-progress', 'entity: Ann Lee'],
      [0, 'not-started'],
    ]);
  });

  test('gives a file of the layer as it was, which can be read again', async () => {
    const { browser, tab, articleId, annotatorId } = await annotated();
    await tab.history.getState().open(articleId, annotatorId);
    tab.history.getState().lookAt(1);
    await tab.history.getState().downloadShown();
    const [{ fileName, blob }] = browser.downloads as [(typeof browser.downloads)[0]];
    expect(fileName).toBe('taxes-after-edit-1.spanmark.json');
    const bundle = JSON.parse(await blob.text()) as { layers: { spans: { label: string }[] }[] };
    expect(bundle.layers[0]!.spans.map(({ label }) => label)).toEqual(['entity']);
  });

  test('waits for what is on its way to the disk', async () => {
    const { tab, articleId, annotatorId } = await annotated();
    tab.select('Paris');
    tab.do().applyLabel(ENTITY);
    await tab.history.getState().open(articleId, annotatorId);
    expect(words(tab)[0]).toBe('8 Added | Entity | Paris');
  });

  test('shows what is left of a damaged log, and says what is not', async () => {
    const { browser, tab, articleId, annotatorId } = await annotated();
    const entries = await browser.disk.database.entries.toArray();
    await browser.disk.database.entries.put({ ...entries[5]!, at: 'changed' });
    await tab.history.getState().open(articleId, annotatorId);
    expect(tab.history.getState().opened).toMatchObject({ isCut: true, lost: 0, at: 5 });
    expect(words(tab)).toHaveLength(5);
  });

  test('of a layer that nobody ever wrote is empty, and of an article that is not here is missing', async () => {
    const { tab, articleId } = await annotated();
    await tab.history.getState().open(articleId, 'nobody' as AnnotatorId);
    expect(tab.history.getState().opened).toMatchObject({ entries: [], at: 0, shown: { spans: [] } });
    await tab.history.getState().open('nothing' as typeof articleId, 'nobody' as AnnotatorId);
    expect(tab.history.getState()).toMatchObject({ phase: 'missing', opened: undefined });
  });
});
