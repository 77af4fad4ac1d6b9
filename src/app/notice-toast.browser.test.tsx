import '#ui/tokens.css';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { idleStores } from '#state/idle-stores.arbitrary.ts';
import { StoresContext } from '#state/react.tsx';
import { NoticeToast } from './notice-toast.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function renderToast() {
  const stores = idleStores();
  const on = (screen: string) => (
    <StoresContext value={stores}>
      <NoticeToast screen={screen} />
    </StoresContext>
  );
  const { container, rerender } = await render(on('annotate'));
  return {
    container,
    say: stores.annotate.getState().say,
    /** Some seconds pass. */
    wait: (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000),
    goTo: (screen: string) => rerender(on(screen)),
  };
}

test('a notice ends when the screen changes, and the next one is shown', async () => {
  const { container, say, wait, goTo } = await renderToast();
  say('Deleted.');
  await wait(2);
  await goTo('annotate');
  expect(container).toHaveTextContent('Deleted.');
  await goTo('library');
  expect(container).toHaveTextContent('');
  await goTo('annotate');
  expect(container).not.toHaveTextContent('Deleted.');
  say('Undone.');
  await wait(0);
  expect(container).toHaveTextContent('Undone.');
});

test('a notice that has just come goes along to the next screen, and ends there after some seconds', async () => {
  const { container, say, wait, goTo } = await renderToast();
  say('The correction is saved.');
  await goTo('correct');
  await wait(0.2);
  expect(container).toHaveTextContent('The correction is saved.');
  await wait(6);
  expect(container).toHaveTextContent('');
});

test('over a sheet at the foot of a small window a notice is at the top', async () => {
  const { width, height } = { width: window.innerWidth, height: window.innerHeight };
  await page.viewport(390, 700);
  const { container, say } = await renderToast();
  say('Accepted as Entity.');
  await vi.advanceTimersByTimeAsync(0);
  const top = () => container.querySelector('p')!.getBoundingClientRect().top;
  expect(top()).toBeGreaterThan(350);
  container.dataset['sheet'] = '';
  expect(top()).toBeLessThan(150);
  delete container.dataset['sheet'];
  await page.viewport(width, height);
});
