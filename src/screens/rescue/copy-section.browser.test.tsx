import '#ui/tokens.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { type Copy, createRescueStore } from '#state/rescue/rescue-store.ts';
import { CopySection } from './copy-section.tsx';

const PROJECT = {
  id: 'p1' as never,
  name: 'Taxes',
  articles: 1,
  layers: 1,
  spans: 1,
  newestAt: '2024-13-45T99:99:99Z',
};
const COPY: Copy = { source: 'mirror', projects: [], newestAt: '', damaged: 0, losses: undefined };

async function shown(copy: Partial<Copy>) {
  // It asks the store for actions alone, and none is done here.
  const store = createRescueStore({ folders: { canChoose: () => false } } as never);
  return render(<CopySection copy={{ ...COPY, ...copy }} isDatabaseOpen isBusy={false} store={store} />);
}

test('a copy without anything in it says so, and has no files to give', async () => {
  const screen = await shown({});
  await expect.element(screen.getByText('It is empty.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Download as files' }).query()).toBeNull();
});

test('a copy of which nothing can be read is not called empty', async () => {
  const screen = await shown({ damaged: 2 });
  await expect.element(screen.getByText('2 parts of this copy cannot be read')).toBeVisible();
  expect(screen.getByText('It is empty.').query()).toBeNull();
  await expect.element(screen.getByRole('button', { name: 'Download it raw' })).toBeVisible();
});

test('a folder tells how many layers come without their edits, and shows a time that is none', async () => {
  const screen = await shown({ source: 'folder', projects: [PROJECT], withoutEdits: 3 });
  await expect.element(screen.getByText(/edits cannot be read, or do not lead to what they hold: 3\./)).toBeVisible();
  await expect.element(screen.getByRole('cell', { name: PROJECT.newestAt })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Download as files' })).toBeVisible();
});
