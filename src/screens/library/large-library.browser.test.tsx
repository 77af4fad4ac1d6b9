import '#ui/tokens.css';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { idleStores } from '#state/idle-stores.arbitrary.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { StoresContext, type Stores } from '#state/react.tsx';
import { LibraryScreen } from './library-screen.tsx';

const MANY = 10_000;
/** How often each row was drawn. */
const drawn = new Map<string, number>();

beforeEach(() => {
  drawn.clear();
});
afterEach(() => {
  scrollTo(0, 0);
});

test('a short list is whole, and says nothing of a size', async () => {
  const { container } = await show(200);
  expect(rows(container)).toHaveLength(200);
  expect(container.querySelector('table')).not.toHaveAttribute('aria-rowcount');
  expect(container.querySelector('[aria-hidden] td')).toBeNull();
});

test('of many articles only rows near the viewport are there, and the table says how many there are', async () => {
  const { container } = await show(MANY);
  expect(rows(container).length).toBeLessThan(100);
  expect(container.querySelector('table')).toHaveAttribute('aria-rowcount', String(MANY + 1));
  expect(container.querySelector('thead tr')).toHaveAttribute('aria-rowindex', '1');
  expect(rows(container)[0]).toHaveAttribute('aria-rowindex', '2');
});

test('scrolling to the end brings the last row, and everything in sight is a row', async () => {
  const { container } = await show(MANY);
  scrollTo(0, document.documentElement.scrollHeight);
  await expect.element(page.getByRole('link', { name: `Report ${MANY - 1}`, exact: true })).toBeVisible();
  expect(rows(container).length).toBeLessThan(100);
  expect(rows(container).at(-1)).toHaveAttribute('aria-rowindex', String(MANY + 1));
  for (const share of [0.7, 0.31, 0.32, 0.05]) {
    scrollTo(0, document.documentElement.scrollHeight * share);
    await framesPass();
    expect(gapsInSight(container)).toEqual([]);
  }
});

test('scrolling back up through rows of other heights leaves in place what is seen', async () => {
  const { container } = await show(MANY);
  scrollTo(0, document.documentElement.scrollHeight / 2);
  await framesPass();
  for (let step = 0; step < 12; step += 1) {
    const row = rows(container).find((each) => each.getBoundingClientRect().top > 200)!;
    const before = row.getBoundingClientRect().top;
    scrollBy(0, -150);
    await framesPass();
    expect(Math.abs(row.getBoundingClientRect().top - before - 150)).toBeLessThan(2);
  }
});

test('columns keep their places while one scrolls', async () => {
  const { container } = await show(MANY);
  const places = () => [...container.querySelectorAll('thead th')].map((cell) => cell.getBoundingClientRect().left);
  const before = places();
  for (const top of [3000, 90_000, 400_000]) {
    scrollTo(0, top);
    await framesPass();
    expect(places()).toEqual(before);
  }
});

test('the row with the focus stays in the page, and Tab goes on from it', async () => {
  const { container } = await show(MANY);
  container.querySelector<HTMLElement>('button[aria-label="Take out: Report 5"]')!.focus();
  scrollTo(0, 300_000);
  await framesPass();
  expect(document.activeElement).toHaveAttribute('aria-label', 'Take out: Report 5');
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toHaveTextContent('Report 6');
});

test('Tab from the last row in the page goes to the next one, which comes in', async () => {
  const { container } = await show(MANY);
  for (let turn = 0; turn < 3; turn += 1) {
    const last = rows(container).at(-1)!;
    const next = Number(last.getAttribute('aria-rowindex')) - 1;
    last.querySelector<HTMLElement>('td:last-child button:last-child')!.focus();
    await framesPass();
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toHaveTextContent(`Report ${next}`);
  }
});

test('a change of one article draws its row again and no other', async () => {
  const { stores } = await show(MANY);
  await framesPass();
  const before = new Map(drawn);
  const at = 7;
  stores.library.setState(({ articles }) => ({
    articles: articles.with(at, counted({ ...article(at), words: 5 }, at)),
  }));
  await framesPass();
  const again = [...drawn].filter(([id, times]) => times > (before.get(id) ?? 0)).map(([id]) => id);
  expect(again).toEqual(['7']);
});

test('taking out and putting back keep the focus in the row, however far down it is', async () => {
  const { stores, container } = await show(MANY);
  const set = (removed: boolean) => (id: ArticleId) => {
    stores.library.setState(({ articles }) => ({
      articles: articles.map((each) => (each.id === id ? { ...each, removed } : each)),
    }));
    return Promise.resolve();
  };
  stores.library.setState({ remove: set(true), putBack: set(false) });
  scrollTo(0, 200_000);
  await framesPass();
  const button = rows(container)[20]!.querySelector<HTMLElement>('button[aria-label^="Take out"]')!;
  const title = button.getAttribute('aria-label')!.slice('Take out: '.length);
  button.focus();
  button.click();
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe(`Put back: ${title}`);
  // A row that scrolls back into the page takes the focus from nobody.
  (document.activeElement as HTMLElement).blur();
  scrollTo(0, 0);
  await framesPass();
  scrollTo(0, 200_000);
  await framesPass();
  expect(document.activeElement).toBe(document.body);
  await page.getByRole('button', { name: `Put back: ${title}`, exact: true }).click();
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe(`Take out: ${title}`);
});

test('an article that is put back from below takes the focus in its row at the top', async () => {
  const { stores } = await show(MANY, 2);
  stores.library.setState({
    putBack: (id) => {
      stores.library.setState(({ articles }) => ({
        articles: articles.map((each) => (each.id === id ? { ...each, removed: false } : each)),
      }));
      return Promise.resolve();
    },
  });
  document.querySelector('summary')!.click();
  scrollTo(0, document.documentElement.scrollHeight);
  await page.getByRole('button', { name: 'Put back: Report 1', exact: true }).click();
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Take out: Report 1');
  expect(document.activeElement!.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
});

test('a long list of articles taken out is near the viewport only', async () => {
  await show(1000, 900);
  document.querySelector('summary')!.click();
  await expect.element(page.getByText('900 articles taken out')).toBeVisible();
  document.querySelector('summary')!.scrollIntoView();
  await framesPass();
  const items = document.querySelectorAll('details li[data-row]');
  expect(items.length).toBeGreaterThan(5);
  expect(items.length).toBeLessThan(150);
  expect(items[0]).toHaveAttribute('aria-setsize', '900');
});

test('sorting and the search reach articles that have no row', async () => {
  const { container } = await show(MANY);
  await page.getByRole('button', { name: 'Words' }).click();
  await page.getByRole('button', { name: 'Words' }).click();
  expect(rows(container)[0]).toHaveTextContent(`Report ${MANY - 1}`);
  await page.getByRole('searchbox').fill('report 4321');
  expect(rows(container).map((row) => row.querySelector('a')!.textContent)).toEqual(['Report 4321']);
});

test('while a large library is read its first rows are there, and a filter of them shows no part', async () => {
  const { stores, container } = await show(0);
  const first = Array.from({ length: 30 }, (_, index) => article(index));
  stores.library.setState({ phase: 'loading', articles: [], opening: first });
  await expect.element(page.getByRole('link', { name: 'Report 3', exact: true })).toBeVisible();
  expect(container.querySelector('table')).toHaveAttribute('aria-rowcount', '-1');
  container.querySelector<HTMLElement>('button[aria-label="Take out: Report 3"]')!.focus();
  const ready = { phase: 'ready', articles: many(MANY, 0), opening: undefined } as const;
  stores.library.setState(ready);
  await expect.element(page.getByText('10,000 articles, 0 of them done by you.')).toBeVisible();
  expect(document.activeElement).toHaveAttribute('aria-label', 'Take out: Report 3');
  stores.library.setState({ phase: 'loading', articles: [], opening: first });
  await page.getByRole('searchbox').fill('report');
  expect(rows(container)).toEqual([]);
  await expect.element(page.getByText('No article matches.')).not.toBeInTheDocument();
  stores.library.setState(ready);
  await expect.poll(() => rows(container).length).toBeGreaterThan(5);
});

async function show(length: number, removed = 0) {
  const stores: Stores = idleStores();
  stores.library.setState({ phase: 'ready', articles: many(length, removed) });
  const { container } = await render(
    <StoresContext value={stores}>
      <LibraryScreen />
    </StoresContext>,
  );
  await framesPass();
  return { stores, container };
}

function many(length: number, removed: number): readonly LibraryArticle[] {
  return Array.from({ length }, (_, index) => counted({ ...article(index), removed: index < removed }, index));
}

/** The article, counting how often its number of words is read to be drawn. */
function counted(from: LibraryArticle, index: number): LibraryArticle {
  const { words } = from;
  return Object.defineProperty({ ...from }, 'words', {
    enumerable: true,
    get: () => {
      drawn.set(String(index), (drawn.get(String(index)) ?? 0) + 1);
      return words;
    },
  });
}

function article(index: number): LibraryArticle {
  return {
    id: `id ${index}` as ArticleId,
    title: `Report ${index}`,
    // Every third row is two lines high, so that a row's height is not known before it is there.
    source:
      index % 3 === 0
        ? 'The Morning Post of the Harbour and of the Hills behind it, with all its supplements'
        : 'Herald',
    date: '',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
    author: '',
    words: index,
    removed: false,
    progress: index % 7 === 0 ? [{ annotatorId: 'bo' as AnnotatorId, status: 'done', spanCount: 2 }] : [],
  };
}

function rows(container: Element): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('tbody tr[data-row]')];
}

/** Gaps that reach into the window. */
function gapsInSight(container: Element): readonly Element[] {
  return [...container.querySelectorAll('tbody tr:not([data-row])')].filter((gap) => {
    const { top, bottom } = gap.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

async function framesPass(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}
