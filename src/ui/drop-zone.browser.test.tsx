import './tokens.css';
import { type ComponentProps } from 'react';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { DropZone } from './drop-zone.tsx';

test.each(['inside', 'beside'])('files that are dropped %s it are taken, and the browser opens none', async (where) => {
  const onFiles = vi.fn<ComponentProps<typeof DropZone>['onFiles']>();
  await show(onFiles);
  const file = new File(['A text.'], 'a.txt');
  expect(drag('dragover', where, file).defaultPrevented).toBe(true);
  expect(drag('drop', where, file).defaultPrevented).toBe(true);
  expect(onFiles.mock.calls.map(([files]) => files.map(({ name }) => name))).toEqual([['a.txt']]);
});

test('it shows that it would take files as long as they hover over the page', async () => {
  const { container } = await show(vi.fn());
  const isShown = () => getComputedStyle(container.querySelector('#inside')!.parentElement!).outlineStyle === 'dashed';
  const file = new File([''], 'a.txt');
  drag('dragenter', 'beside', file);
  await expect.poll(isShown).toBe(true);
  drag('dragenter', 'inside', file);
  drag('dragleave', 'beside', file);
  await expect.poll(isShown).toBe(true);
  drag('dragleave', 'inside', file);
  await expect.poll(isShown).toBe(false);
});

test('words that are dragged are left to the browser', async () => {
  const onFiles = vi.fn();
  await show(onFiles);
  expect(drag('drop', 'inside', 'words').defaultPrevented).toBe(false);
  expect(onFiles).not.toHaveBeenCalled();
});

test('nothing is taken once it is gone', async () => {
  const onFiles = vi.fn();
  const { unmount } = await show(onFiles);
  await unmount();
  expect(drag('drop', 'body', new File([''], 'a.txt')).defaultPrevented).toBe(false);
  expect(onFiles).not.toHaveBeenCalled();
});

function show(onFiles: ComponentProps<typeof DropZone>['onFiles']) {
  return render(
    <>
      <h1 id="beside">Heading</h1>
      <DropZone onFiles={onFiles}>
        <p id="inside">Table</p>
      </DropZone>
    </>,
  );
}

function drag(kind: string, where: string, what: File | string): DragEvent {
  const dataTransfer = new DataTransfer();
  if (typeof what === 'string') dataTransfer.setData('text/plain', what);
  else dataTransfer.items.add(what);
  const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
  (document.querySelector(`#${where}`) ?? document.body).dispatchEvent(event);
  return event;
}
