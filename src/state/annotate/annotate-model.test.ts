import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { emptyLayer } from '#core/project/project.ts';
import { findSpan, spansOverlapping } from '#core/spans/span-index.ts';
import { compareSpans, type SpanId } from '#core/spans/span.ts';
import { openTestBrowser, type TestBrowser, type TestTab, TEXT } from '#state/test-stores.arbitrary.ts';

const SEED = 20261124;
const LABELS = ['entity', 'claim', 'quote'] as LabelId[];

/** One thing that a user does; what `run` gives back is the tab that takes the place of this one. */
interface Act {
  readonly kind: string;
  readonly numbers: unknown;
  readonly run: (tab: TestTab, browser: TestBrowser) => unknown;
}

/** A kind of act with what it needs to know. A span is told by a number that means one of those there are, if any. */
function act<Numbers>(
  kind: string,
  numbers: fc.Arbitrary<Numbers>,
  run: (tab: TestTab, numbers: Numbers, browser: TestBrowser) => unknown,
): fc.Arbitrary<Act> {
  return numbers.map((given) => ({ kind, numbers: given, run: (tab, browser) => run(tab, given, browser) }));
}

function plainAct(kind: string, run: (tab: TestTab, browser: TestBrowser) => unknown): fc.Arbitrary<Act> {
  return act(kind, fc.constant(0), (tab, _, browser) => run(tab, browser));
}

function actArbitrary(): fc.Arbitrary<Act> {
  const at = fc.integer({ min: -1, max: TEXT.length + 1 });
  const which = fc.nat(6);
  const label = fc.constantFrom(...LABELS);
  const edge = fc.constantFrom('from' as const, 'to' as const);
  const step = fc.constantFrom(1 as const, -1 as const);
  const unit = fc.constantFrom('word' as const, 'character' as const);
  const status = fc.constantFrom('not-started' as const, 'in-progress' as const, 'done' as const);
  return fc.oneof(
    {
      weight: 3,
      arbitrary: act('select', fc.record({ anchor: at, head: at }), (tab, range) => tab.do().select(range)),
    },
    { weight: 1, arbitrary: act('caret', at, (tab, head) => tab.do().select({ anchor: head, head })) },
    {
      weight: 1,
      arbitrary: act('click', fc.tuple(at, fc.boolean()), (tab, [offset, again]) => tab.do().clickAt(offset, again)),
    },
    { weight: 6, arbitrary: act('label', label, (tab, id) => tab.do().applyLabel(id)) },
    { weight: 1, arbitrary: act('arm', label, (tab, id) => tab.do().arm(id)) },
    {
      weight: 1,
      arbitrary: act('relabel', fc.tuple(which, label), (tab, [span, id]) => tab.do().relabel(spanAt(tab, span), id)),
    },
    {
      weight: 2,
      arbitrary: act('fragment', fc.tuple(at, at), (tab, ends) =>
        tab.do().addFragment({ from: Math.min(...ends), to: Math.max(...ends) }),
      ),
    },
    { weight: 1, arbitrary: plainAct('fragment at the caret', (tab) => tab.do().addFragment()) },
    { weight: 1, arbitrary: act('drop fragment', which, dropFragment) },
    {
      weight: 2,
      arbitrary: act('boundary', fc.tuple(which, edge, at), (tab, [span, side, to]) =>
        tab.do().setBoundary(spanAt(tab, span), span % 2, side, to),
      ),
    },
    { weight: 2, arbitrary: act('move', fc.tuple(edge, step, unit), (tab, way) => tab.do().moveBoundary(...way)) },
    { weight: 1, arbitrary: act('take', which, (tab, span) => tab.do().selectSpan(spanAt(tab, span), true)) },
    { weight: 1, arbitrary: act('delete', which, (tab, span) => tab.do().deleteSpan(spanAt(tab, span))) },
    { weight: 1, arbitrary: plainAct('delete what is taken', (tab) => tab.do().deleteSpan()) },
    {
      weight: 1,
      arbitrary: act('note', which, (tab, span) => tab.do().setNote(spanAt(tab, span), `at ${tab.do().number}\ud83d`)),
    },
    { weight: 1, arbitrary: act('status', status, (tab, to) => tab.do().setStatus(to)) },
    { weight: 1, arbitrary: act('walk', step, (tab, way) => tab.do().walk(way)) },
    { weight: 1, arbitrary: plainAct('escape', (tab) => tab.do().escape()) },
    { weight: 3, arbitrary: plainAct('undo', (tab) => tab.do().undo()) },
    { weight: 3, arbitrary: plainAct('redo', (tab) => tab.do().redo()) },
    { weight: 1, arbitrary: plainAct('leave and come back', leaveAndComeBack) },
    { weight: 1, arbitrary: plainAct('reload', reload) },
  );
}

test('whatever is done: the layer holds together, a reload gives it back, and undoing all of it gives the start', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(actArbitrary(), { minLength: 5, maxLength: 60, size: 'max' }), async (acts) => {
      const browser = await openTestBrowser();
      let tab = await reopened(browser);
      for (const { kind, run } of acts) {
        const { number } = tab.do();
        const given = await run(tab, browser);
        if (kind === 'reload') tab = given as TestTab;
        if (tab.do().number > number) reached.add(kind);
        expectSound(tab);
      }
      tab = await expectSameAfterReload(browser, tab);
      await expectExportIsReadable(tab);
      while (tab.do().history.done.length > 0) {
        await tab.do().undo();
        expectSound(tab);
      }
      const { articleId, annotatorId, changedAt } = tab.do().layer;
      expect(tab.do().layer).toEqual({ ...emptyLayer(articleId, annotatorId), changedAt });
      await expectSameAfterReload(browser, tab);
    }),
    { seed: SEED, numRuns: 15 },
  );
  // A test that never got to change anything would prove nothing.
  const changing = [
    'label',
    'relabel',
    'fragment',
    'boundary',
    'move',
    'delete',
    'drop fragment',
    'note',
    'status',
    'undo',
    'redo',
  ];
  expect(changing.filter((kind) => !reached.has(kind))).toEqual([]);
});

function spanAt(tab: TestTab, which: number): SpanId {
  const { spans } = tab.do().layer;
  return spans[which % spans.length]?.id ?? ('none' as SpanId);
}

function dropFragment(tab: TestTab, which: number): void {
  const interrupted = tab.do().layer.spans.find(({ ranges }) => ranges.length > 1);
  tab.do().removeFragment(interrupted?.id ?? spanAt(tab, which), which % 3);
}

async function leaveAndComeBack(tab: TestTab): Promise<void> {
  await tab.open('Rain');
  await tab.open('Taxes');
}

async function reload(tab: TestTab, browser: TestBrowser): Promise<TestTab> {
  await tab.do().settled();
  tab.close();
  return reopened(browser);
}

async function reopened(browser: TestBrowser): Promise<TestTab> {
  const tab = await browser.openTab();
  await tab.open('Taxes');
  return tab;
}

/** What must hold of the shown layer after anything that a user does. */
function expectSound(tab: TestTab): void {
  const { phase, permission, layer, article, history, number, selection } = tab.do();
  expect([phase, permission]).toEqual(['open', 'write']);
  expect(layer.spans.map(({ ranges }) => problemWithRanges(article.text, ranges))).toEqual(
    layer.spans.map(() => undefined),
  );
  expect(layer.spans).toEqual(layer.spans.toSorted(compareSpans));
  const places = layer.spans.map(({ label, ranges }) => JSON.stringify([label, ranges]));
  expect(new Set(places).size).toBe(places.length);
  // The index was carried along through every edit: it must still know all spans and no others.
  expect(spansOverlapping(layer.spans, { from: 0, to: article.text.length })).toEqual(layer.spans);
  expect(layer.spans.map(({ id }) => findSpan(layer.spans, id))).toEqual(layer.spans);
  expect(Math.max(0, ...history.done, ...history.undone)).toBeLessThanOrEqual(number);
  if (layer.status === 'not-started') expect(layer.spans).toEqual([]);
  for (const offset of [selection?.anchor ?? 0, selection?.head ?? 0]) {
    expect(offset).toBeGreaterThanOrEqual(0);
    expect(offset).toBeLessThanOrEqual(article.text.length);
  }
}

async function expectSameAfterReload(browser: TestBrowser, tab: TestTab): Promise<TestTab> {
  await tab.do().settled();
  const { layer, history, number, saving } = tab.do();
  expect(saving).toEqual({ kind: 'saved' });
  tab.close();
  const later = await reopened(browser);
  expect(later.do()).toMatchObject({ layer, history, number });
  return later;
}

/** A file of what is on the disk passes every check, and holds the layer. */
async function expectExportIsReadable(tab: TestTab): Promise<void> {
  const { prepareExport, read } = tab.transfer.getState();
  const { layer, article } = tab.do();
  const { blob, fileName, spans } = await prepareExport({ articleIds: new Set([article.id]), whose: EVERYONE });
  await read([new File([blob], fileName)]);
  expect(tab.transfer.getState().files).toMatchObject([{ reading: { kind: 'bundle' }, isHere: true }]);
  expect(spans).toBe(layer.spans.length);
}
