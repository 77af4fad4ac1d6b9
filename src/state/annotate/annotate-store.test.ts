import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { spansOverlapping } from '#core/spans/span-index.ts';
import { LIMITS } from '#formats/limits.ts';
import { openTaxes, openTestBrowser, rangeOf, shown, type TestTab, TEXT } from '#state/test-stores.arbitrary.ts';

const [ENTITY, CLAIM, QUOTE] = ['entity', 'claim', 'quote'] as LabelId[] as [LabelId, LabelId, LabelId];

describe('opening an article', () => {
  test('shows it with an empty layer that can be written', async () => {
    const { tab } = await openTaxes();
    expect(tab.do()).toMatchObject({
      phase: 'open',
      article: { title: 'Taxes', text: TEXT },
      layer: { annotatorId: tab.session.getState().annotatorId, status: 'not-started', spans: [] },
      permission: 'write',
      saving: { kind: 'saved' },
      selection: { anchor: 0, head: 0 },
      selectedId: undefined,
    });
    expect(tab.do().paragraphs).toHaveLength(4);
  });

  test('that is not here says so', async () => {
    const { tab } = await openTaxes();
    await tab.open('no such id');
    expect(tab.do()).toMatchObject({ phase: 'missing', article: { text: '' } });
  });

  test('from a disk that cannot be read says so', async () => {
    const { tab, browser } = await openTaxes();
    browser.disk.database.close();
    await tab.open('Rain');
    expect(tab.do()).toMatchObject({ phase: 'failed', failure: expect.stringContaining('closed') as string });
  });

  test('selects the span that the address names, and says where there is none', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Rome');
    await tab.open('Rain');
    await tab.open('Taxes', undefined, id);
    expect(tab.do()).toMatchObject({ selectedId: id, target: 'span', reveal: 1 });
    await tab.open('Taxes', undefined, 'gone' as SpanId);
    expect(tab.do()).toMatchObject({
      selectedId: id,
      notice: { text: expect.stringContaining('not in this layer') as string },
    });
    await tab.open('Rain', undefined, id);
    expect(tab.do().notice.text).toContain('not in this layer');
  });

  test('selects the place that the address names, also again, and says where the text has none', async () => {
    const { tab } = await openTaxes();
    const { article, layer } = tab.do();
    const openAt = (from: number, to: number) => tab.do().open(article.id, layer.annotatorId, undefined, { from, to });
    const { from, to } = rangeOf('Rome');
    await openAt(from, to);
    expect(tab.do()).toMatchObject({ selection: { anchor: from, head: to }, target: 'text', reveal: 1 });
    await tab.open('Rain');
    await openAt(from, to);
    expect(tab.do()).toMatchObject({ selection: { anchor: from, head: to }, target: 'text', reveal: 1 });
    await openAt(0, TEXT.length + 1);
    expect(tab.do()).toMatchObject({
      selection: { anchor: from, head: to },
      reveal: 1,
      notice: { text: expect.stringContaining('not in this text') as string },
    });
  });

  test('again keeps what is selected in it', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Rome');
    const before = tab.do();
    await tab.open('Taxes');
    expect(tab.do()).toEqual(before);
    await tab.open('Taxes', undefined, id);
    expect(tab.do()).toMatchObject({ selectedId: id, target: 'span' });
  });

  test('while another is being opened leaves the last one open', async () => {
    const { tab } = await openTaxes();
    const phases: string[] = [];
    tab.annotate.subscribe(({ phase, article }) => phases.push(`${phase} ${article.title}`));
    await Promise.all([tab.open('Rain'), tab.open('Taxes'), tab.open('Rain')]);
    expect(tab.do()).toMatchObject({ phase: 'open', article: { title: 'Rain' }, permission: 'write' });
    expect(phases).not.toContain('open Taxes');
    expect(phases.filter((phase) => phase === 'open Rain')).toHaveLength(1);
  });

  test('that is closed while its layer is read leaves nothing open and no lock held', async () => {
    const { tab, browser } = await openTaxes();
    browser.locks.onRequest = tab.do().close;
    await tab.open('Rain');
    await tab.do().settled();
    expect(tab.do()).toMatchObject({ phase: 'closed', article: { text: '' }, notice: { text: '' } });
    expect(browser.locks.held()).toEqual([]);
  });

  test('that is closed meanwhile leaves nothing open and no lock held', async () => {
    const { tab, browser } = await openTaxes();
    const opening = tab.open('Rain');
    tab.do().close();
    await opening;
    await tab.do().settled();
    expect(tab.do()).toMatchObject({ phase: 'closed', article: { text: '' } });
    expect(browser.locks.held()).toEqual([]);
  });

  test.each<[string, (tab: TestTab) => void]>([
    ['a label', (tab) => tab.do().applyLabel(ENTITY)],
    ['a selection far out', (tab) => tab.do().select({ anchor: 5, head: 900 })],
    ['a click', (tab) => tab.do().clickAt(5, false)],
    ['a status', (tab) => tab.do().setStatus('done')],
    ['a fragment', (tab) => tab.do().addFragment({ from: 0, to: 2 })],
    ['a deletion', (tab) => tab.do().deleteSpan()],
    ['a step through the spans', (tab) => void tab.do().walk(1)],
    ['a boundary', (tab) => tab.do().moveBoundary('to', 1, 'word')],
    ['undo', (tab) => void tab.do().undo()],
    ['redo', (tab) => void tab.do().redo()],
  ])('ignores %s until it is there', async (_, act) => {
    const { tab, browser } = await openTaxes();
    add(tab, ENTITY, 'Rome');
    await tab.do().settled();
    const opening = tab.open('Rain');
    act(tab);
    tab.do().applyLabel(ENTITY);
    await opening;
    await tab.do().settled();
    expect(tab.do()).toMatchObject({
      phase: 'open',
      layer: { spans: [], status: 'not-started' },
      selection: { anchor: 0, head: 0 },
    });
    expect(await browser.disk.database.entries.count()).toBe(1);
  });
});

describe('whose layer it is', () => {
  test('decides whether it can be written', async () => {
    const { tab, browser } = await openTaxes();
    const ada = tab.session.getState().annotatorId;
    const id = add(tab, ENTITY, 'Rome');
    await tab.session.getState().addAnnotator('Bo');
    await tab.open('Taxes', ada);
    expect(tab.do()).toMatchObject({ permission: 'other-annotator', layer: { annotatorId: ada } });
    const before = tab.do().layer;
    const acts = [
      () => tab.do().deleteSpan(id),
      () => tab.do().relabel(id, CLAIM),
      () => tab.do().setNote(id, 'mine now'),
      () => tab.do().setStatus('done'),
      () => {
        tab.select('Paris');
        tab.do().applyLabel(ENTITY);
      },
      () => {
        tab.do().selectSpan(id, false);
        tab.do().addFragment(rangeOf('Paris'));
      },
      () => tab.do().moveBoundary('to', 1, 'word'),
      () => void tab.do().undo(),
      () => void tab.do().redo(),
    ];
    for (const act of acts) {
      const { count } = tab.do().notice;
      act();
      expect(tab.do().notice).toMatchObject({
        count: count + 1,
        text: expect.stringContaining('another annotator') as string,
      });
    }
    await tab.do().settled();
    expect(tab.do().layer).toBe(before);
    expect(await browser.disk.database.entries.count()).toBe(1);
  });

  test('is asked anew when the annotator changes', async () => {
    const { tab, browser } = await openTaxes();
    const ada = tab.session.getState().annotatorId;
    await tab.session.getState().addAnnotator('Bo');
    const bo = tab.session.getState().annotatorId;
    await tab.open('Taxes', ada);
    expect(tab.do().permission).toBe('other-annotator');
    expect(browser.locks.held()).toEqual([]);
    await tab.session.getState().annotateAs(ada);
    await tab.open('Taxes', ada);
    expect(tab.do().permission).toBe('write');
    await tab.open('Taxes', bo);
    expect(tab.do()).toMatchObject({ permission: 'other-annotator', layer: { annotatorId: bo } });
  });

  test('keeps the layers of one article apart', async () => {
    const { tab } = await openTaxes();
    const ada = tab.session.getState().annotatorId;
    add(tab, ENTITY, 'Rome');
    await tab.session.getState().addAnnotator('Bo');
    await tab.open('Taxes');
    expect(shown(tab.do())).toEqual([]);
    add(tab, ENTITY, 'Paris');
    await tab.open('Taxes', ada);
    expect(shown(tab.do())).toEqual(['entity: Rome']);
  });
});

describe('a label', () => {
  test.each<[LabelId, string, string]>([
    [ENTITY, 'Ann', 'entity: Ann Lee'],
    [ENTITY, 'Monday', 'entity: Monday'],
    [CLAIM, 'rose', 'claim: Taxes rose 4% in May.'],
    [CLAIM, 'Paris', 'claim: Bo Li left Paris.'],
    [QUOTE, 'go,', 'quote: “We 👍🏽 will go,” … “on Monday.”'],
    [QUOTE, 'Monday', 'quote: “We 👍🏽 will go,” … “on Monday.”'],
  ])('%s at a caret in “%s” gives %s', async (label, words, expected) => {
    const { tab } = await openTaxes();
    tab.caretIn(words);
    tab.do().applyLabel(label);
    expect(shown(tab.do())).toEqual([expected]);
    const [span] = tab.do().layer.spans;
    expect(span).toMatchObject({ origin: 'hand', note: '', createdAt: span!.changedAt });
    // The caret stays, and the keys go on acting on the text.
    expect(tab.do()).toMatchObject({
      selectedId: span!.id,
      target: 'text',
      selection: { head: rangeOf(words).from + 1 },
    });
  });

  test.each([
    ['the words', { anchor: rangeOf('Rome').from, head: rangeOf('Rome').to }, 'entity: Rome'],
    ['them backwards', { anchor: rangeOf('ome').to, head: rangeOf('ome').from }, 'entity: ome'],
    ['white space around them', { anchor: rangeOf(' Rome').from, head: rangeOf('Rome').to }, 'entity: Rome'],
    ['half an emoji', { anchor: rangeOf('👍🏽').from + 1, head: rangeOf('👍🏽').to }, 'entity: 👍🏽'],
    ['two paragraphs', { anchor: rangeOf('May').from, head: rangeOf('Bo').to }, 'entity: May.\n\nBo'],
  ])('on a selection of %s takes just that', async (_, selection, expected) => {
    const { tab } = await openTaxes();
    tab.do().select(selection);
    tab.do().applyLabel(ENTITY);
    expect(shown(tab.do())).toEqual([expected]);
    expect(tab.do().selection).toMatchObject({ anchor: tab.do().selection?.head });
  });

  test.each<[LabelId, string, string]>([
    [ENTITY, '\n\nBo', 'no word at the caret'],
    [CLAIM, '\n\nBo', 'no sentence at the caret'],
    [QUOTE, 'Taxes', 'no quotation marks around the caret'],
  ])('%s where there is nothing to take says so', async (label, words, expected) => {
    const { tab } = await openTaxes();
    tab.caretIn(words);
    tab.do().applyLabel(label);
    expect(shown(tab.do())).toEqual([]);
    expect(tab.do().notice.text).toContain(expected);
  });

  test('pressed again takes the next best words, and says when all are tagged', async () => {
    const { tab } = await openTaxes();
    tab.caretIn('Ann');
    tab.do().applyLabel(ENTITY);
    tab.do().applyLabel(ENTITY);
    expect(shown(tab.do())).toEqual(['entity: Ann Lee', 'entity: Ann']);
    tab.do().applyLabel(ENTITY);
    expect(shown(tab.do())).toEqual(['entity: Ann Lee', 'entity: Ann']);
    expect(tab.do().notice.text).toBe('These words are tagged Entity already.');
    expect(shown({ ...tab.do(), layer: { ...tab.do().layer, spans: [selected(tab)] } })).toEqual(['entity: Ann Lee']);
  });

  test('on words that have it is refused; another label is not', async () => {
    const { tab } = await openTaxes();
    add(tab, ENTITY, 'Rome');
    add(tab, CLAIM, 'Rome');
    expect(shown(tab.do())).toEqual(['claim: Rome', 'entity: Rome']);
    tab.select('Rome');
    tab.do().applyLabel(CLAIM);
    expect(tab.do().layer.spans).toHaveLength(2);
    expect(tab.do().notice.text).toBe('These words are tagged Claim already.');
  });

  test('that the label set lacks does nothing', async () => {
    const { tab } = await openTaxes();
    tab.caretIn('Ann');
    tab.do().applyLabel('unknown' as LabelId);
    expect(shown(tab.do())).toEqual([]);
  });

  test('changes a span that is selected as a whole', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Rome');
    tab.do().selectSpan(id, false);
    tab.do().applyLabel(QUOTE);
    expect(shown(tab.do())).toEqual(['quote: Rome']);
    tab.do().applyLabel(QUOTE);
    expect(tab.do().notice.text).toBe('It is Quote already.');
    expect(tab.do().number).toBe(2);
  });

  test('does not change a span into the twin of another', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Rome');
    add(tab, CLAIM, 'Rome');
    tab.do().relabel(id, CLAIM);
    expect(shown(tab.do())).toEqual(['claim: Rome', 'entity: Rome']);
    expect(tab.do().notice.text).toContain('already');
  });

  test('is armed and put down', async () => {
    const { tab } = await openTaxes();
    tab.do().arm(CLAIM);
    expect(tab.do()).toMatchObject({
      armed: CLAIM,
      notice: { text: expect.stringContaining('Claim is armed') as string },
    });
    tab.do().arm(QUOTE);
    expect(tab.do().armed).toBe(QUOTE);
    tab.do().arm(QUOTE);
    expect(tab.do()).toMatchObject({ armed: undefined, notice: { text: 'No label is armed.' } });
  });
});

describe('a boundary', () => {
  test.each<[string, 'from' | 'to', 1 | -1, 'word' | 'character', string]>([
    ['Ann Lee', 'to', 1, 'word', 'Ann Lee from'],
    ['Ann Lee', 'to', -1, 'word', 'Ann'],
    ['Ann Lee', 'from', 1, 'word', 'Lee'],
    ['Ann Lee', 'from', -1, 'word', 'said Ann Lee'],
    ['Ann Lee', 'to', 1, 'character', 'Ann Lee '],
    ['Ann Lee', 'to', -1, 'character', 'Ann Le'],
    ['Ann Lee', 'from', 1, 'character', 'nn Lee'],
    ['Ann Lee', 'from', -1, 'character', ' Ann Lee'],
    ['We', 'to', 1, 'word', 'We 👍🏽 will'],
    ['We ', 'to', 1, 'character', 'We 👍🏽'],
    ['will', 'from', -1, 'word', 'We 👍🏽 will'],
    [' will', 'from', -1, 'character', '👍🏽 will'],
    ['Paris', 'to', 1, 'word', 'Paris.'],
    ['Paris.', 'to', 1, 'word', 'Paris.'],
    ['We', 'from', -1, 'word', '“We'],
  ])('of “%s”: %s by %i %s gives “%s”', async (words, edge, step, unit, expected) => {
    const { tab } = await openTaxes();
    add(tab, CLAIM, words, words);
    tab.do().moveBoundary(edge, step, unit);
    expect(shown(tab.do())).toEqual([`claim: ${expected}`]);
  });

  test.each<[string, 'from' | 'to', 1 | -1, 'word' | 'character']>([
    ['Rome', 'to', -1, 'word'],
    ['Rome', 'from', 1, 'word'],
    ['ome', 'to', -1, 'word'],
    ['Rom', 'from', 1, 'word'],
    ['4', 'to', -1, 'character'],
    ['4', 'from', 1, 'character'],
  ])('of “%s” is not moved past the other end: %s by %i %s', async (words, edge, step, unit) => {
    const { tab } = await openTaxes();
    add(tab, ENTITY, words);
    const { layer } = tab.do();
    tab.do().moveBoundary(edge, step, unit);
    expect(tab.do().layer).toBe(layer);
    expect(tab.do().notice.text).toBe('A span cannot end before it starts.');
  });

  test('of an interrupted span is moved at its very start or end', async () => {
    const { tab } = await openTaxes();
    add(tab, CLAIM, 'Ann Lee');
    tab.do().addFragment(rangeOf('Taxes'));
    tab.do().moveBoundary('to', 1, 'word');
    tab.do().moveBoundary('from', 1, 'word');
    expect(shown(tab.do())).toEqual(['claim: Lee … Taxes rose']);
  });

  test.each([
    ['far behind the text', 'to', 9999, TEXT.slice(rangeOf('Paris').from)],
    ['far before it', 'from', -5, TEXT.slice(0, rangeOf('Paris').to)],
    ['into an emoji', 'from', rangeOf('👍🏽').from + 1, TEXT.slice(rangeOf('👍🏽').from, rangeOf('Paris').to)],
  ] as const)('that is dragged %s stops at a whole character', async (_, edge, offset, expected) => {
    const { tab } = await openTaxes();
    tab.do().setBoundary(add(tab, CLAIM, 'Paris'), 0, edge, offset);
    expect(shown(tab.do())).toEqual([`claim: ${expected}`]);
  });

  test('that does not move, or is of no span, changes nothing', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Rome');
    const { layer } = tab.do();
    tab.do().setBoundary(id, 0, 'to', rangeOf('Rome').to);
    tab.do().setBoundary(id, 1, 'to', 0);
    tab.do().setBoundary('gone' as SpanId, 0, 'to', 0);
    tab.do().selectSpan(undefined, false);
    tab.do().moveBoundary('to', 1, 'word');
    expect(tab.do().layer).toBe(layer);
    expect(tab.do().notice.text).toBe('Select a span first.');
  });

  test('does not make a span the twin of another', async () => {
    const { tab } = await openTaxes();
    add(tab, ENTITY, 'Ann Lee');
    const id = add(tab, ENTITY, 'Ann');
    tab.do().setBoundary(id, 0, 'to', rangeOf('Ann Lee').to);
    expect(shown(tab.do())).toEqual(['entity: Ann Lee', 'entity: Ann']);
  });
});

describe('a fragment', () => {
  test('is added to the selected span, and the text between stays out', async () => {
    const { tab } = await openTaxes();
    add(tab, QUOTE, '“We 👍🏽 will go,”');
    tab.caretIn('Monday');
    tab.do().addFragment();
    expect(shown(tab.do())).toEqual(['quote: “We 👍🏽 will go,” … “on Monday.”']);
    expect(tab.do()).toMatchObject({
      notice: { text: 'Fragment added.' },
      target: 'text',
      selection: { head: rangeOf('Monday.”').to },
    });
  });

  test.each([
    ['touches it', 'Ann Lee', ' from', ['entity: Ann Lee from'], 'Span extended.'],
    ['is in it', 'Ann Lee', 'Lee', ['entity: Ann Lee'], 'These words are in the span already.'],
    ['comes before it', 'Lee', 'We', ['entity: We … Lee'], 'Fragment added.'],
  ])('that %s', async (_, words, more, expected, notice) => {
    const { tab } = await openTaxes();
    add(tab, ENTITY, words);
    tab.do().addFragment(rangeOf(more));
    expect(shown(tab.do())).toEqual(expected);
    expect(tab.do().notice.text).toBe(notice);
  });

  test('that cannot be is refused and leaves the selection', async () => {
    const { tab } = await openTaxes();
    add(tab, ENTITY, 'Rome');
    const { selection } = tab.do();
    tab.do().addFragment({ from: 90, to: 9999 });
    expect(shown(tab.do())).toEqual(['entity: Rome']);
    expect(tab.do()).toMatchObject({
      selection,
      notice: { text: expect.stringContaining('outside the text') as string },
    });
  });

  test('needs a span and words', async () => {
    const { tab } = await openTaxes();
    tab.do().addFragment(rangeOf('Rome'));
    expect(tab.do().notice.text).toContain('Select a span first');
    add(tab, QUOTE, '“on Monday.”');
    tab.caretIn('Taxes');
    tab.do().addFragment();
    expect(tab.do().notice.text).toBe('Select the words to add to the span.');
  });

  test('is removed, but never the last one', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Ann');
    tab.do().addFragment(rangeOf('Rome'));
    tab.do().removeFragment(id, 2);
    expect(tab.do().number).toBe(2);
    tab.do().removeFragment(id, 0);
    expect(shown(tab.do())).toEqual(['entity: Rome']);
    tab.do().removeFragment(id, 0);
    tab.do().removeFragment('gone' as SpanId, 0);
    expect(shown(tab.do())).toEqual(['entity: Rome']);
  });
});

describe('a span', () => {
  test('is deleted, and the caret goes where it was', async () => {
    const { tab } = await openTaxes();
    const [rome, paris] = [add(tab, ENTITY, 'Rome'), add(tab, ENTITY, 'Paris')];
    tab.do().deleteSpan(rome);
    expect(shown(tab.do())).toEqual(['entity: Paris']);
    expect(tab.do()).toMatchObject({
      selectedId: paris,
      selection: { anchor: rangeOf('Rome').from },
      notice: { text: 'Deleted: Rome' },
    });
    tab.do().deleteSpan();
    expect(tab.do()).toMatchObject({ layer: { spans: [] }, selectedId: undefined, target: 'text' });
    tab.do().deleteSpan();
    expect(tab.do().notice.text).toBe('Select a span first.');
  });

  test('takes a note, which replaces the one before', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Rome');
    tab.do().setNote(id, 'the city\ud83d');
    tab.do().setNote(id, 'the city\ufffd');
    tab.do().setNote('gone' as SpanId, 'x');
    expect(tab.do()).toMatchObject({ number: 2, layer: { spans: [{ note: 'the city\ufffd' }] } });
  });

  test('takes no note that a file could not hold', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Rome');
    tab.do().setNote(id, 'x'.repeat(LIMITS.note + 1));
    expect(tab.do()).toMatchObject({
      layer: { spans: [{ note: '' }] },
      notice: { text: expect.stringContaining('at most') as string },
    });
    tab.do().setNote(id, 'x'.repeat(LIMITS.note));
    expect(tab.do().layer.spans[0]!.note).toHaveLength(LIMITS.note);
  });

  test('is found in each paragraph that it touches, after every change', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, CLAIM, 'Monday.” Taxes rose 4% in May.\n\nBo Li');
    add(tab, ENTITY, 'Rome');
    tab.do().selectSpan(id, false);
    tab.do().moveBoundary('to', -1, 'word');
    tab.do().setNote(id, 'x');
    await tab.do().undo();
    tab.do().deleteSpan(id);
    await tab.do().undo();
    const { paragraphs, layer } = tab.do();
    expect(paragraphs.map((paragraph) => spansOverlapping(layer.spans, paragraph).length)).toEqual([2, 0, 1, 0]);
  });
});

describe('a status', () => {
  test('becomes “in progress” with the first span, in one step with it', async () => {
    const { tab } = await openTaxes();
    add(tab, ENTITY, 'Rome');
    expect(tab.do()).toMatchObject({ layer: { status: 'in-progress' }, number: 1 });
    await tab.do().undo();
    expect(tab.do().layer).toMatchObject({ status: 'not-started', spans: [] });
  });

  test('is set, and set back by undo', async () => {
    const { tab } = await openTaxes();
    tab.do().setStatus('done');
    expect(tab.do()).toMatchObject({
      layer: { status: 'done', spans: [] },
      number: 1,
      notice: { text: 'Marked as done.' },
    });
    tab.do().setStatus('done');
    expect(tab.do().number).toBe(1);
    add(tab, ENTITY, 'Rome');
    expect(tab.do().layer.status).toBe('done');
    tab.do().setStatus('in-progress');
    await tab.do().undo();
    expect(tab.do().layer.status).toBe('done');
  });
});

describe('where the user is', () => {
  test('a walk goes through the spans in reading order, from the selected one or the caret', async () => {
    const { tab } = await openTaxes();
    const [paris, rome, quote] = [add(tab, ENTITY, 'Paris'), add(tab, ENTITY, 'Rome'), add(tab, QUOTE, '“on Monday.”')];
    tab.do().selectSpan(undefined, false);
    tab.caretIn('Rome,');
    expect(tab.do().walk(1)).toBe(true);
    expect(tab.do()).toMatchObject({
      selectedId: quote,
      target: 'span',
      notice: { text: 'Quote: “on Monday.”. no speaker' },
    });
    expect([tab.do().walk(1), tab.do().selectedId]).toEqual([true, paris]);
    expect([tab.do().walk(1), tab.do().selectedId]).toEqual([false, paris]);
    tab.do().selectSpan(undefined, false);
    tab.caretIn('Rome,');
    const { reveal } = tab.do();
    expect([tab.do().walk(-1), tab.do().selectedId]).toEqual([true, rome]);
    expect(tab.do().reveal).toBe(reveal + 1);
    expect([tab.do().walk(-1), tab.do().selectedId]).toEqual([false, rome]);
  });

  test('a click takes the shortest span there, a click again the next longer one', async () => {
    const { tab } = await openTaxes();
    const claim = add(tab, CLAIM, 'said Ann Lee from Rome');
    const entity = add(tab, ENTITY, 'Ann Lee');
    const name = add(tab, ENTITY, 'Lee');
    const offset = rangeOf('Lee').from + 1;
    const taken = [false, true, true, true].map((again) => {
      tab.do().clickAt(offset, again);
      return tab.do().selectedId;
    });
    expect(taken).toEqual([name, entity, claim, name]);
    expect(tab.do()).toMatchObject({ target: 'text', selection: { anchor: offset, head: offset } });
    tab.do().clickAt(rangeOf('Paris').from, false);
    expect(tab.do().selectedId).toBeUndefined();
  });

  test('Escape puts down the armed label, then the selection, then the span', async () => {
    const { tab } = await openTaxes();
    const id = add(tab, ENTITY, 'Rome');
    tab.select('Paris');
    tab.do().arm(CLAIM);
    const { to } = rangeOf('Paris');
    expect([tab.do().escape(), tab.do()]).toMatchObject([
      true,
      { armed: undefined, selection: { head: to }, selectedId: id },
    ]);
    expect([tab.do().escape(), tab.do()]).toMatchObject([
      true,
      { selection: { anchor: to, head: to }, selectedId: id },
    ]);
    expect([tab.do().escape(), tab.do()]).toMatchObject([true, { selectedId: undefined, target: 'text' }]);
    expect(tab.do().escape()).toBe(false);
  });

  test('a selection that is longer than the text ends with it', async () => {
    const { tab } = await openTaxes();
    tab.do().select({ anchor: -3, head: 9999 });
    expect(tab.do().selection).toEqual({ anchor: 0, head: TEXT.length });
    tab.do().clickAt(9999, false);
    tab.do().applyLabel(CLAIM);
    expect(shown(tab.do())).toEqual([`claim: ${TEXT.trim()}`]);
    tab.do().select(undefined);
    tab.do().applyLabel(ENTITY);
    expect(tab.do()).toMatchObject({
      layer: { spans: { length: 1 } },
      notice: { text: 'There is no word at the caret.' },
    });
  });

  test('a notice that is said twice is announced twice', async () => {
    const { tab } = await openTaxes();
    const { count } = tab.do().notice;
    tab.do().say('Hello.');
    tab.do().say('Hello.');
    expect(tab.do().notice).toMatchObject({ text: 'Hello.', count: count + 2 });
  });
});

describe('undo and redo', () => {
  test('take back and bring back every kind of change', async () => {
    const { tab } = await openTaxes();
    const id = 'id-2' as SpanId;
    const acts = [
      () => add(tab, QUOTE, '“We 👍🏽 will go,”'),
      () => tab.do().addFragment(rangeOf('“on Monday.”')),
      () => tab.do().setNote(id, 'her words'),
      () => tab.do().relabel(id, CLAIM),
      () => tab.do().setBoundary(id, 1, 'to', rangeOf('Monday').to),
      () => tab.do().removeFragment(id, 1),
      () => tab.do().setStatus('done'),
      () => add(tab, ENTITY, 'Rome'),
      () => tab.do().deleteSpan(id),
    ];
    const states = [contentOf(tab)];
    for (const act of acts) {
      act();
      states.push(contentOf(tab));
    }
    expect(new Set(states).size).toBe(acts.length + 1);
    for (const state of states.slice(0, -1).toReversed()) {
      await tab.do().undo();
      expect(contentOf(tab)).toBe(state);
    }
    await tab.do().undo();
    expect(tab.do().notice.text).toBe('There is nothing to undo.');
    for (const state of states.slice(1)) {
      await tab.do().redo();
      expect(contentOf(tab)).toBe(state);
    }
    await tab.do().redo();
    expect(tab.do().notice.text).toBe('There is nothing to redo.');
    expect(tab.do().number).toBe(acts.length * 3);
  });

  test('show what came back, and say what it was', async () => {
    const { tab } = await openTaxes();
    const [rome] = [add(tab, ENTITY, 'Rome'), add(tab, ENTITY, 'Paris')];
    tab.do().deleteSpan(rome);
    await tab.do().undo();
    expect(tab.do()).toMatchObject({ selectedId: rome, target: 'span', notice: { text: 'Undone: deleting a span.' } });
    await tab.do().redo();
    expect(tab.do()).toMatchObject({ selectedId: undefined, notice: { text: 'Redone: deleting a span.' } });
  });

  test('end with a new change: what was undone before it cannot be redone', async () => {
    const { tab } = await openTaxes();
    add(tab, ENTITY, 'Rome');
    await tab.do().undo();
    add(tab, ENTITY, 'Paris');
    await tab.do().redo();
    expect(shown(tab.do())).toEqual(['entity: Paris']);
    expect(tab.do()).toMatchObject({ history: { undone: [] }, notice: { text: 'There is nothing to redo.' } });
  });

  test('go on across a reload, and each is one more entry of the log', async () => {
    const { tab, browser } = await openTaxes();
    add(tab, ENTITY, 'Rome');
    add(tab, ENTITY, 'Paris');
    tab.do().setStatus('done');
    await tab.do().undo();
    await tab.do().settled();
    const before = tab.do();
    tab.close();
    const later = await browser.openTab();
    await later.open('Taxes');
    expect(later.do()).toMatchObject({ layer: before.layer, history: before.history, number: before.number });
    await later.do().redo();
    expect(later.do().layer.status).toBe('done');
    await later.do().undo();
    await later.do().undo();
    expect(shown(later.do())).toEqual(['entity: Rome']);
    await later.do().undo();
    expect(later.do().layer).toMatchObject({ spans: [], status: 'not-started' });
    await later.do().settled();
    const entries = await browser.disk.database.entries.toArray();
    expect(entries.map(({ number, cause }) => `${number} ${cause.kind}`)).toEqual([
      '1 new',
      '2 new',
      '3 new',
      '4 undo',
      '5 redo',
      '6 undo',
      '7 undo',
      '8 undo',
    ]);
  });

  test.each([
    ['another article is opened', (tab: TestTab) => tab.open('Rain')],
    ['the article is closed', (tab: TestTab) => Promise.resolve(tab.do().close())],
    ['something is tagged', (tab: TestTab) => Promise.resolve(void add(tab, ENTITY, 'Paris'))],
  ])('do nothing to the wrong layer where %s while the log is read', async (_, act) => {
    const { tab, browser } = await openTaxes();
    tab.do().setStatus('done');
    await tab.open('Rain');
    tab.do().setStatus('done');
    await tab.do().settled();
    tab.close();
    const later = await browser.openTab();
    await later.open('Taxes');
    const undoing = later.do().undo();
    await act(later);
    await undoing;
    await later.do().settled();
    const heads = await browser.disk.database.layers.toArray();
    expect(heads.map(({ status }) => status)).toEqual(['done', 'done']);
    expect(later.do().notice.text).toMatch(/^(?:|Entity added: Paris)$/);
  });

  test('say why where the log cannot be read', async () => {
    const { tab, browser } = await openTaxes();
    add(tab, ENTITY, 'Rome');
    await tab.do().settled();
    tab.close();
    const later = await browser.openTab();
    await later.open('Taxes');
    browser.disk.database.close();
    await later.do().undo();
    expect(shown(later.do())).toEqual(['entity: Rome']);
    expect(later.do().notice.text).toContain('closed');
  });
});

describe('asking the browser to keep the data', () => {
  test('happens with the first span of a layer, not before', async () => {
    const { tab, browser } = await openTaxes();
    browser.persistence = vi.fn(() => Promise.resolve('may-be-cleared' as const));
    tab.do().setStatus('done');
    tab.do().setStatus('not-started');
    expect(browser.persistence).not.toHaveBeenCalled();
    add(tab, ENTITY, 'Rome');
    add(tab, ENTITY, 'Paris');
    await tab.do().settled();
    expect(browser.persistence).toHaveBeenCalledOnce();
    expect(tab.session.getState().persistence).toBe('may-be-cleared');
  });
});

test('an article that nobody has touched leaves nothing on the disk', async () => {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  await tab.open('Taxes');
  tab.caretIn('Rome');
  tab.do().close();
  await tab.do().settled();
  const { layers, entries, snapshots } = browser.disk.database;
  expect(await Promise.all([layers, entries, snapshots].map((table) => table.count()))).toEqual([0, 0, 0]);
});

test('the article in memory can be downloaded with edits that are not on the disk', async () => {
  const { tab, browser } = await openTaxes();
  browser.disk.beforeWrite = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  add(tab, ENTITY, 'Rome');
  await tab.do().settled();
  await tab.do().downloadFromMemory();
  const [file] = browser.downloads;
  expect(file!.fileName).toBe('taxes.spanmark.json');
  const other = await (await openTestBrowser()).openTab();
  await other.transfer.getState().read([new File([file!.blob], file!.fileName)]);
  await other.transfer.getState().write();
  await other.open('Taxes', tab.session.getState().annotatorId);
  expect(other.do().layer).toEqual(tab.do().layer);
});

/** Tags the words and gives back the span's id; “shown as” where the trimmed words are others. */
function add(tab: TestTab, label: LabelId, words: string, exactly?: string): SpanId {
  if (exactly !== undefined && exactly !== exactly.trim()) return addExactly(tab, label, words);
  tab.select(words);
  tab.do().applyLabel(label);
  return tab.do().selectedId!;
}

/** A span with white space at its ends, as a file of another tool may bring it. */
function addExactly(tab: TestTab, label: LabelId, words: string): SpanId {
  const id = `exactly ${words}` as SpanId;
  const span: Span = {
    id,
    label,
    ranges: [rangeOf(words)],
    attributes: [],
    note: '',
    origin: 'import',
    createdAt: '',
    changedAt: '',
  };
  tab.do().commit({ kind: 'add-span', span }, '');
  tab.do().selectSpan(id, false);
  return id;
}

function selected(tab: TestTab): Span {
  return tab.do().layer.spans.find(({ id }) => id === tab.do().selectedId)!;
}

/** What the layer says, times left out. */
function contentOf(tab: TestTab): string {
  const { status, spans } = tab.do().layer;
  return JSON.stringify([status, spans]);
}
