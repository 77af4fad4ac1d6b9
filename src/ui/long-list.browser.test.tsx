import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { LongList } from './long-list.tsx';

test('a short list is whole', async () => {
  const { container } = await show(200);
  expect(container.querySelectorAll('li')).toHaveLength(200);
});

test('of a long list only the items near the viewport are there, each saying which of how many it is', async () => {
  const { container } = await show(10_000);
  await expect.poll(() => container.querySelectorAll('li').length).toBeGreaterThan(5);
  expect(container.querySelectorAll('li').length).toBeLessThan(60);
  expect(container.querySelector('li')).toHaveAttribute('aria-posinset', '1');
  expect(container.querySelector('li')).toHaveAttribute('aria-setsize', '10000');
});

test.each([150, 10_000])('the current one of %i is scrolled to, and so is another one', async (length) => {
  const { container, rerender } = await show(length, length - 10);
  await expect.poll(() => isInSight(container, length - 10)).toBe(true);
  await rerender(list(length, 3));
  await expect.poll(() => isInSight(container, 3)).toBe(true);
  await rerender(list(length - 1, 3));
  expect(isInSight(container, 3)).toBe(true);
});

test('the focus stays on an item that is scrolled out of sight, and Tab goes on from it', async () => {
  const { container } = await show(10_000);
  await expect.poll(() => linkOf(container, 4)).toBeTruthy();
  linkOf(container, 4)!.focus();
  const box = container.querySelector('.box')!;
  box.scrollTop = 90_000;
  await expect.poll(() => linkOf(container, 0)).toBeNull();
  expect(document.activeElement).toHaveTextContent('Item 4');
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toHaveTextContent('Item 5');
});

function list(length: number, current?: number) {
  const items = Array.from({ length }, (_, index) => `Item ${index}`);
  return (
    <div>
      <style>
        {'.box { overflow: auto; block-size: 300px; } li { block-size: 20px; } ul { margin: 0; padding: 0; }'}
      </style>
      <LongList
        items={items}
        keyOf={(item) => item}
        className="box"
        {...(current === undefined ? {} : { current: `Item ${current}` })}
      >
        {(item) => <a href="#here">{item}</a>}
      </LongList>
    </div>
  );
}

function show(length: number, current?: number) {
  return render(list(length, current));
}

function linkOf(container: Element, index: number): HTMLElement | null {
  return [...container.querySelectorAll('a')].find((link) => link.textContent === `Item ${index}`) ?? null;
}

function isInSight(container: Element, index: number): boolean {
  const box = container.querySelector('.box')!.getBoundingClientRect();
  const item = linkOf(container, index)?.getBoundingClientRect();
  return item !== undefined && item.top >= box.top - 1 && item.bottom <= box.bottom + 1;
}
