import '#ui/tokens.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { idleStores } from '#state/idle-stores.arbitrary.ts';
import { StoresContext } from '#state/react.tsx';
import { NoticeToast } from './notice-toast.tsx';

test('a notice ends when the screen changes, and the next one is shown', async () => {
  const stores = idleStores();
  const on = (screen: string) => (
    <StoresContext value={stores}>
      <NoticeToast screen={screen} />
    </StoresContext>
  );
  const { container, rerender } = await render(on('annotate'));
  stores.annotate.getState().say('Deleted.');
  await expect.element(container).toHaveTextContent('Deleted.');
  await rerender(on('annotate'));
  expect(container).toHaveTextContent('Deleted.');
  await rerender(on('library'));
  expect(container).toHaveTextContent('');
  await rerender(on('annotate'));
  expect(container).not.toHaveTextContent('Deleted.');
  stores.annotate.getState().say('Undone.');
  await expect.element(container).toHaveTextContent('Undone.');
});
