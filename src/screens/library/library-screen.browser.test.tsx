import '#ui/tokens.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { idleStores } from '#state/idle-stores.arbitrary.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { StoresContext, type Stores } from '#state/react.tsx';
import { LibraryScreen } from './library-screen.tsx';

const LONG = 'W'.repeat(300);

test('what the disk refused is told beside the articles, until it is dismissed', async () => {
  const stores = withArticle();
  stores.library.setState({ failure: 'The disk is full.' });
  const screen = await show(stores);
  await expect.element(screen.getByRole('alert')).toHaveTextContent('The disk is full.');
  await expect.element(screen.getByRole('table')).toBeVisible();
  await screen.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
});

test('names without a space stay inside the table and are there in full as titles', async () => {
  const stores = withArticle();
  const other = 'bo' as AnnotatorId;
  stores.session.setState(({ project }) => ({
    project: { ...project, name: LONG },
    annotators: [{ id: other, name: LONG }],
  }));
  stores.library.setState(({ articles }) => ({
    articles: articles.map((article) => ({
      ...article,
      title: LONG,
      source: LONG,
      progress: [{ annotatorId: other, status: 'done', spanCount: 2 }],
    })),
  }));
  const screen = await show(stores);
  const main = screen.container.querySelector('main')!;
  expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
  const row = screen.container.querySelector('tbody tr')!;
  expect(row.getBoundingClientRect().height).toBeLessThan(130);
  expect(screen.getByRole('link', { name: LONG }).element()).toHaveAttribute('title', LONG);
  await expect.element(screen.getByTitle(`${LONG}: 2 spans`)).toBeVisible();
  const heading = screen.getByRole('heading', { level: 1 }).element();
  expect(heading).toHaveAttribute('title', LONG);
  expect(heading.getBoundingClientRect().height).toBeLessThan(80);
});

test('the row of an article that was taken out while the focus is elsewhere leaves it there', async () => {
  const stores = withArticle();
  stores.library.setState({ articles: [...stores.library.getState().articles, anArticle('b')] });
  const screen = await show(stores);
  stores.library.setState({ remove: () => Promise.resolve() });
  await screen.getByRole('button', { name: 'Take out: a' }).click();
  await screen.getByRole('searchbox').click();
  stores.library.setState(({ articles }) => ({
    articles: articles.map((article) => ({ ...article, removed: article.title === 'a' })),
  }));
  await expect.element(screen.getByRole('button', { name: 'Put back: a' })).toBeVisible();
  expect(document.activeElement).toBe(screen.getByRole('searchbox').element());
});

function withArticle(): Stores {
  const stores = idleStores();
  stores.library.setState({ phase: 'ready', articles: [anArticle('a')] });
  return stores;
}

function anArticle(title: string): LibraryArticle {
  return {
    id: title as ArticleId,
    title,
    source: 'somewhere',
    date: '',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
    author: '',
    words: 9,
    removed: false,
    progress: [],
  };
}

function show(stores: Stores) {
  return render(
    <StoresContext value={stores}>
      <div style={{ width: 1000 }}>
        <LibraryScreen />
      </div>
    </StoresContext>,
  );
}
