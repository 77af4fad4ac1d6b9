import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { ProgressBar } from './progress-bar.tsx';

test('says what is done and how far, in words and as values, and not by interrupting', async () => {
  const screen = await render(
    <ProgressBar name="Reading the articles" progress={{ done: 312, total: 1000 }} onCancel={() => undefined} />,
  );
  const bar = screen.getByRole('progressbar', { name: 'Reading the articles' });
  await expect.element(bar).toHaveAttribute('aria-valuetext', '31%');
  expect((bar.element() as HTMLProgressElement).value).toBe(312);
  expect((bar.element() as HTMLProgressElement).max).toBe(1000);
  await expect.element(screen.getByText('Reading the articles: 31%')).toBeVisible();
  expect(screen.container.querySelector('[aria-live], [role="status"], [role="alert"]')).toBeNull();
});

test('is undecided before it is known how much there is to do', async () => {
  const screen = await render(<ProgressBar name="Reading" progress={undefined} onCancel={() => undefined} />);
  expect((screen.getByRole('progressbar').element() as HTMLProgressElement).position).toBe(-1);
  await expect.element(screen.getByText('Reading…')).toBeVisible();
});

test('has a button that cancels', async () => {
  const cancel = vi.fn();
  const screen = await render(<ProgressBar name="Reading" progress={undefined} onCancel={cancel} />);
  await screen.getByRole('button', { name: 'Cancel' }).click();
  expect(cancel).toHaveBeenCalledOnce();
});
