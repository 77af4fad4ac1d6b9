import { expect } from 'vitest';
import { type TestTab } from './test-stores.arbitrary.ts';
import { type ChosenFolder } from './transfer-store.ts';

export type TestFile = ReturnType<TestTab['transfer']['getState']>['files'][number];

/** Reads files as the import screen does; they are shown then. */
export async function read(tab: TestTab, files: readonly (File | ChosenFolder)[]): Promise<void> {
  await tab.transfer.getState().read(files);
  expect(tab.transfer.getState()).toMatchObject({ phase: 'preview', failure: '' });
}

/** The first file, which is a dataset. */
export function dataset(tab: TestTab) {
  const { reading } = tab.transfer.getState().files[0]!;
  if (reading.kind !== 'dataset') throw new Error(JSON.stringify(reading));
  return reading;
}

/** That of the first file. */
export function handleOf(tab: TestTab): number {
  return tab.transfer.getState().files[0]!.handle;
}

/** A row with spans on these words, which are told; words that are nowhere get offsets outside the text. */
export function row(text: string, words: readonly (readonly [words: string, label: string])[]): object {
  const spans = words.map(([quote, label]) => {
    const at = text.indexOf(quote);
    const start = at < 0 ? 90_000 : Array.from(text.slice(0, at)).length;
    return { start, end: start + quote.length, text: quote, label, annotator: 'Cy' };
  });
  return { text, title: '', spans, layers: [] };
}

/** A file of these rows, of a fixed time. */
export function fileOf(rows: readonly object[]): File {
  return new File(
    rows.map((each) => `${JSON.stringify(each)}\n`),
    'a.jsonl',
    { lastModified: Date.UTC(2024, 5, 1) },
  );
}
