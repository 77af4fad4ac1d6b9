import '#ui/tokens.css';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { type ArticleId } from '#core/project/project.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { ArticleChoice } from './article-choice.tsx';

const ARTICLES = ['a', 'b'].map((title) => ({ id: title, title, progress: [] }) as unknown as LibraryArticle);

test.each<[string, readonly string[] | 'all', boolean, boolean]>([
  ['all are chosen', 'all', true, false],
  ['some are chosen', ['a'], false, true],
  ['none is chosen', [], false, false],
])('where %s, the box of all says so', async (_, chosen, checked, indeterminate) => {
  const ids = chosen === 'all' ? chosen : new Set(chosen as readonly ArticleId[]);
  const { container } = await render(<ArticleChoice articles={ARTICLES} chosen={ids} onChange={vi.fn()} />);
  const box = container.querySelector('input')!;
  expect([box.checked, box.indeterminate]).toEqual([checked, indeterminate]);
});
