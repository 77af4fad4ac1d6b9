import { EVERYONE } from '#core/bundle/whose.ts';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { defaultOptions } from '#formats/exchange/default-options.ts';
import { AS_IT_IS } from '#formats/exchange/write-dataset.ts';
import { HUGGING_FACE } from '#formats/hugging-face/about.ts';
import { writeBundle } from '#formats/native/write.ts';
import { createSearch } from './search.ts';
import { createSnapshotWriter } from './snapshots.ts';
import { createTransfer } from './transfer.ts';

const SAMPLE = sampleBundle();
const AT = '2024-06-17T09:30:00.000Z';
const ARTICLE_IDS = new Set(SAMPLE.articles.map(({ id }) => id));
const ALL = { project: SAMPLE.project, articleIds: ARTICLE_IDS, whose: EVERYONE } as const;

/** Hears how far a job is. */
function watch(): { readonly seen: string[]; readonly report: (done: number, total: number) => void } {
  const seen: string[] = [];
  return { seen, report: (done, total) => seen.push(`${done}/${total}`) };
}

test('files go in and out through workers that open the database themselves and say how far they are', async () => {
  const transfer = createTransfer();
  const total = SAMPLE.articles.length + SAMPLE.layers.length;
  const [reading, making, corpus] = [watch(), watch(), watch()];
  const file = new File([writeBundle(SAMPLE)], 'sample.json');
  const [first] = await transfer.readFiles([file], SAMPLE.project, reading.report);
  const { handle, reading: read } = first!;
  expect(read).toMatchObject({ kind: 'bundle', plan: { articles: SAMPLE.articles.length } });
  const checked = 2 * (total + SAMPLE.decisions.length + SAMPLE.threads.length);
  await expect.poll(() => reading.seen.at(-1)).toBe(`${checked}/${checked}`);
  expect(await transfer.write(handle, { project: SAMPLE.project, isNew: false, at: AT }, () => undefined)).toBe(true);
  const made = await transfer.makeFile(ALL, making.report);
  expect(await made.blob.text()).toBe(writeBundle(SAMPLE));
  await expect.poll(() => making.seen.at(-1)).toBe(`${total}/${total}`);

  const search = createSearch();
  const { project, annotators } = SAMPLE;
  await search.load({ project, annotators, articleIds: ARTICLE_IDS }, corpus.report);
  expect(await search.search({ query: 'taxes', annotatorId: annotators[0]!.id, most: 9 })).toMatchObject({
    articleCount: 1,
  });
  await expect.poll(() => corpus.seen.at(-1)).toBe(`${total}/${total}`);
  search.close();
  const key = { projectId: project.id, articleId: SAMPLE.articles[0]!.id, annotatorId: annotators[0]!.id };
  await createSnapshotWriter()(key);
  transfer.forgetRead();
});

test('a dataset is made in the worker and saved as a blob, or straight into a file on the disk', async () => {
  const transfer = createTransfer();
  const file = new File([writeBundle(SAMPLE)], 'sample.json');
  const [read] = await transfer.readFiles([file], SAMPLE.project, () => undefined);
  await transfer.write(read!.handle, { project: SAMPLE.project, isNew: false, at: AT }, () => undefined);
  const request = { prepare: AS_IT_IS, options: defaultOptions(HUGGING_FACE) };
  const made = await transfer.makeDataset({ bundle: ALL, formatId: 'hugging-face', request }, () => undefined);
  if (made.kind === 'problem') throw new Error(made.problem);
  expect(made.files[0]).toMatchObject({
    path: 'data/train.jsonl',
    start: expect.stringContaining('Ann Lee') as string,
  });
  expect(made.tally[0]!.labels.get(SAMPLE.layers[0]!.spans[0]!.label)).toBe(1);

  const blob = await transfer.saveDataset(made.handle, undefined, () => undefined);
  const folder = await navigator.storage.getDirectory();
  const place = await folder.getFileHandle('dataset.zip', { create: true });
  const saving = watch();
  expect(await transfer.saveDataset(made.handle, place, saving.report)).toBe('saved');
  const onDisk = new Uint8Array(await (await place.getFile()).arrayBuffer());
  expect(onDisk).toEqual(new Uint8Array(await (blob as Blob).arrayBuffer()));
  expect(Object.keys(unzipSync(onDisk))).toEqual(made.files.map(({ path }) => path));
  await expect.poll(() => saving.seen.at(-1)).toBe(`${made.size}/${made.size}`);
  transfer.cancelMaking();
  await expect(transfer.saveDataset(made.handle, undefined, () => undefined)).rejects.toThrow('make it again');
  await folder.removeEntry('dataset.zip');
  transfer.cancelMaking();
});

test('what is cancelled is rejected, what was read is forgotten, and the next call starts a new worker', async () => {
  const transfer = createTransfer();
  const first = transfer.makeFile(ALL, () => undefined);
  transfer.cancelMaking();
  await expect(first).rejects.toThrow('closed');
  expect(await transfer.makeFile({ ...ALL, articleIds: new Set() }, () => undefined)).toMatchObject({ articles: 0 });
  const file = new File([writeBundle(SAMPLE)], 'sample.json');
  const reading = transfer.readFiles([file], SAMPLE.project, () => undefined);
  transfer.forgetRead();
  await expect(reading).rejects.toThrow('closed');
  const target = { project: SAMPLE.project, isNew: false, at: AT };
  await expect(transfer.write(1, target, () => undefined)).rejects.toThrow('choose the files again');
  expect(await transfer.readFiles([file], SAMPLE.project, () => undefined)).toMatchObject([{ handle: 1 }]);
  transfer.forgetRead();
});
