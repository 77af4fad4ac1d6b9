import '#ui/tokens.css';
import { type LabelId } from '#core/labels/label-id.ts';
import { emptyLayer } from '#core/project/project.ts';
import { insertSpan } from '#core/spans/span-order.ts';
import { type Span, spanByHand, type SpanId } from '#core/spans/span.ts';
import { idleStores } from '#state/idle-stores.arbitrary.ts';
import { StoresContext, type Stores } from '#state/react.tsx';
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { SpansList } from './spans-list.tsx';

const MANY = Array.from({ length: 10_000 }, (_, index) => {
  return spanOn(index, index % 4 === 0 ? 'claim' : 'entity');
});

let stores: Stores;

beforeEach(() => {
  stores = idleStores();
});

test('ten thousand spans have as many rows in the page as there is room for, and are counted all', async () => {
  const screen = await show(MANY);
  await expect.element(screen.getByRole('heading', { name: 'In this article · 10000' })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'List Claim: 2500' })).toBeVisible();
  await expect.poll(() => rows(screen.container)[0]).toContain('word0');
  expect(rows(screen.container).length).toBeLessThan(60);
});

test('a span that is selected in the text comes into sight in the list, wherever it is', async () => {
  const screen = await show(MANY);
  stores.annotate.setState({ selectedId: MANY[7777]!.id });
  const item = screen.getByRole('button', { name: /word7777/ });
  await expect.element(item).toHaveAttribute('aria-current', 'true');
  await expect.element(item).toHaveAttribute('tabindex', '0');
  // A screen reader hears which of how many it is.
  expect(item.element().closest('li')).toMatchObject({ ariaPosInSet: '7778', ariaSetSize: '10000' });
  expect(rows(screen.container).length).toBeLessThan(60);
});

test('a list narrowed to some labels follows an edit', async () => {
  const screen = await show(MANY);
  await screen.getByRole('button', { name: /^List Entity/ }).click();
  await expect.poll(() => rows(screen.container)[1]).toContain('word4');
  const added = spanOn(1, 'claim', 'new');
  stores.annotate.setState(({ layer }) => ({ layer: { ...layer, spans: insertSpan(layer.spans, added) } }));
  await expect.poll(() => rows(screen.container)[1]).toContain('word1');
  await expect.element(screen.getByRole('button', { name: 'List Claim: 2501' })).toBeVisible();
});

test('the arrows go from row to row beyond those that were in the page', async () => {
  const screen = await show(MANY);
  const first = screen.getByRole('button', { name: /word0\b/ });
  await first.click();
  for (let step = 1; step <= 40; step += 1) {
    const focused = document.activeElement!;
    focused.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await expect.poll(() => document.activeElement?.textContent).toContain(`word${step}`);
  }
});

function spanOn(index: number, label: string, id = `s${index}`): Span {
  const range = { from: index * 10, to: index * 10 + `word${index}`.length };
  return spanByHand(id as SpanId, label as LabelId, [range], '2024-06-17T08:00:00.000Z');
}

function show(spans: readonly Span[]) {
  const { article } = stores.annotate.getState();
  const text = Array.from({ length: 10_000 }, (_, index) => `word${index}`.padEnd(10)).join('');
  const layer = { ...emptyLayer(article.id, stores.session.getState().annotatorId), spans };
  stores.annotate.setState({ phase: 'open', article: { ...article, text, language: 'en' }, layer });
  return render(
    <StoresContext value={stores}>
      <div style={{ blockSize: 500, display: 'flex', flexDirection: 'column' }}>
        <SpansList />
      </div>
    </StoresContext>,
  );
}

function rows(container: Element): readonly string[] {
  return [...container.querySelectorAll('li')].map(({ textContent }) => textContent);
}
