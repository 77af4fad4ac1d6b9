import { describe, expect, test } from 'vitest';
import { convertFiles } from './convert-files.ts';

const PAGE = '<!doctype html><title>A</title><p>One two three.</p>';

describe('files that were chosen', () => {
  test('become drafts where an importer knows them, those of folders too, and stay what they are else', async () => {
    const text = new File(['One'], 'a.txt');
    const page = new File([PAGE], 'a.bin');
    const folder = {
      name: 'folder',
      unread: [],
      files: [text, page].map((file) => ({ path: `in/${file.name}`, file })),
    };
    const told: number[] = [];
    const converted = await convertFiles([text, page, folder], (done, total) => told.push(done / total));
    expect(converted).toMatchObject([
      text,
      { fileName: 'a.bin', drafts: [{ title: 'A', text: 'One two three.\n' }] },
      { name: 'folder', files: [{ path: 'in/a.txt' }] },
      { fileName: 'in/a.bin', drafts: [{ title: 'A' }] },
    ]);
    expect(told).toEqual([0.5, 1]);
  });

  test('are not read where they are too large', async () => {
    const page = new File([PAGE], 'a.html');
    Object.defineProperty(page, 'size', { value: 300 * 1024 * 1024 });
    page.arrayBuffer = () => Promise.reject(new Error('it was read'));
    const [converted] = await convertFiles([page], () => undefined);
    const message = expect.stringMatching(/300\.0 MiB and at most 200\.0 MiB/) as string;
    expect(converted).toMatchObject({ drafts: [], problems: [{ message }] });
  });
});
