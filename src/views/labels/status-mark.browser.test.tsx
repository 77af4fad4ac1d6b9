import '#ui/tokens.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { StatusMark } from './status-mark.tsx';

test.each([
  ['not-started', 'not started'],
  ['in-progress', 'in progress'],
  ['done', 'done'],
] as const)('%s is said in words', async (status, words) => {
  const { container } = await render(<StatusMark status={status} />);
  expect(container).toHaveTextContent(words, { normalizeWhitespace: false });
});

test('each status has a sign of its own, which is not read out', async () => {
  const signs = [];
  for (const status of ['not-started', 'in-progress', 'done'] as const) {
    const { container } = await render(<StatusMark status={status} />);
    const sign = container.querySelector('svg')!;
    expect(sign).toHaveAttribute('aria-hidden', 'true');
    signs.push([...sign.children].map(({ outerHTML }) => outerHTML).join(''));
  }
  expect(new Set(signs).size).toBe(3);
});

test('the words stay in one line', async () => {
  const { container } = await render(
    <div style={{ width: 20 }}>
      <StatusMark status="not-started" />
    </div>,
  );
  expect(container.firstElementChild!.getBoundingClientRect().height).toBeLessThan(30);
});
