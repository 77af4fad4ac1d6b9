import '#ui/tokens.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { MainNav } from './main-nav.tsx';

test('the current screen stays in sight when the window is turned', async () => {
  const screen = await render(<Box width={1200} />);
  await screen.rerender(<Box width={240} />);
  const nav = screen.getByRole('navigation', { name: 'Main' }).element();
  const link = screen.getByRole('link', { name: 'Export' }).element();
  await expect.poll(() => nav.scrollLeft).toBeGreaterThan(0);
  expect(link.getBoundingClientRect().right).toBeLessThanOrEqual(nav.getBoundingClientRect().right + 1);
});

function Box({ width }: { readonly width: number }) {
  return (
    <div style={{ display: 'flex', inlineSize: width }}>
      <MainNav screen="export" />
    </div>
  );
}
