import { expect, onTestFinished, test, vi } from 'vitest';
import { listenToTabs, type TabNews } from './tab-news.ts';

test('what one tab tells is heard by the others and not by itself', async () => {
  stubDocument('visible');
  const heard = [vi.fn(), vi.fn(), vi.fn()];
  const [first] = [open('a', heard[0]!), open('a', heard[1]!), open('other', heard[2]!)] as const;
  first.tell();
  await vi.waitFor(() => {
    expect(heard[1]).toHaveBeenCalledOnce();
  });
  expect(heard[0]).not.toHaveBeenCalled();
  expect(heard[2]).not.toHaveBeenCalled();
});

test('what was reviewed is told by its articles', async () => {
  stubDocument('visible');
  const heard = vi.fn();
  const [first] = [open('a', vi.fn()), open('a', heard)] as const;
  first.tell(['taxes', 'rain']);
  first.tell();
  await vi.waitFor(() => {
    expect(heard.mock.calls).toEqual([[['taxes', 'rain']], []]);
  });
});

test.each([
  ['visible', 1],
  ['hidden', 0],
] as const)('a tab that becomes %s hears of it %d times', (visibilityState, times) => {
  const show = stubDocument(visibilityState);
  const heard = vi.fn();
  const news = open('a', heard);
  show();
  expect(heard).toHaveBeenCalledTimes(times);
  news.close();
  show();
  expect(heard).toHaveBeenCalledTimes(times);
});

test('a browser without channels is told nothing, and works', () => {
  stubDocument('visible');
  vi.stubGlobal('BroadcastChannel', undefined);
  const news = open('a', vi.fn());
  expect(() => {
    news.tell();
  }).not.toThrow();
});

function open(name: string, onNews: (reviewed?: readonly string[]) => void): TabNews {
  const news = listenToTabs(name, onNews);
  onTestFinished(news.close);
  return news;
}

/** A document in this state; gives back what tells it that the state has changed. */
function stubDocument(visibilityState: string): () => void {
  const target = Object.assign(new EventTarget(), { visibilityState });
  vi.stubGlobal('document', target);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return () => {
    target.dispatchEvent(new Event('visibilitychange'));
  };
}
