import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { HUGGING_FACE } from '#formats/hugging-face/about.ts';
import { type Carries, FEATURES } from './carries.ts';
import { lostInWords } from './carries-words.ts';
import { type CreateWriter, type FilePart } from './dataset.ts';
import { defaultOptions } from './default-options.ts';
import { type Format } from './format.ts';
import { lossesAsJson, lossesAsText, lossWords } from './loss-words.ts';
import { createLossList, createLossReport, LOSS_REASONS } from './losses.ts';
import { AS_IT_IS, bundleParts, openDataset } from './write-dataset.ts';
import { createZipStream } from './zip-stream.ts';

const SAMPLE = sampleBundle();
const REQUEST = { prepare: AS_IT_IS, options: defaultOptions(HUGGING_FACE) };
const NOTHING = Object.fromEntries(FEATURES.map((feature) => [feature, 'no'])) as unknown as Carries;

/** Writes a line for each call, and reports each article once. */
const createEcho: CreateWriter = (_, __, losses) => ({
  begin: () => [{ path: 'a', content: 'begin\n' }],
  *article({ article, layers }) {
    losses.add({ reason: 'overlap-dropped', articleId: article.id, detail: '' });
    yield { path: 'a', content: `${layers.length}\n` };
    yield { path: 'b', content: 'x' };
  },
  end: () => [{ path: 'a', content: 'end\n' }],
});

const ECHO: Format = { ...HUGGING_FACE, carries: NOTHING, write: () => Promise.resolve(createEcho) };

function joined(parts: Iterable<FilePart>, path: string): string {
  return [...parts].flatMap((part) => (part.path === path ? [part.content] : [])).join('');
}

describe('parts', () => {
  test('come in order, each article once with its layers, and nothing before it is taken', async () => {
    const losses = createLossList();
    const parts = await bundleParts(ECHO, SAMPLE, REQUEST, losses);
    // What was left behind before there was a dataset is told at once.
    const told = new Set(losses.all.map(({ reason }) => reason));
    expect(told).toEqual(new Set(['decision-dropped', 'thread-dropped']));
    const all = [...parts];
    expect(joined(all, 'a')).toBe(`begin\n${SAMPLE.layers.length}\nend\n`);
    expect(joined(all, 'b')).toBe('x'.repeat(SAMPLE.articles.length));
  });

  test('are refused for a format that is only read, and for names that do not fit', async () => {
    const { write: _, ...readOnly } = ECHO;
    await expect(bundleParts(readOnly, SAMPLE, REQUEST, createLossList())).rejects.toThrow('only be read');
    const renames = { labels: new Map([['entity' as LabelId, '']]), linkTypes: new Map() };
    const request = { ...REQUEST, prepare: { ...AS_IT_IS, renames } };
    await expect(bundleParts(ECHO, SAMPLE, request, createLossList())).rejects.toThrow('Give “Entity” a name');
  });

  test('of Hugging Face hold one row for each article', async () => {
    const parts = [...(await bundleParts(HUGGING_FACE, SAMPLE, REQUEST, createLossList()))];
    expect(joined(parts, 'data/train.jsonl').trimEnd().split('\n')).toHaveLength(SAMPLE.articles.length);
  });
});

test('losses of project, articles and layers are counted once each, those of the writer as it tells them', async () => {
  const losses = createLossReport();
  for (const _ of await bundleParts(ECHO, SAMPLE, REQUEST, losses));
  const counts = new Map(losses.groups().map(({ reason, count }) => [reason, count]));
  const spans = SAMPLE.layers.flatMap((layer) => layer.spans);
  expect(counts.get('ids-dropped')).toBe(spans.length);
  expect(counts.get('attribute-dropped')).toBe(spans.flatMap(({ attributes }) => attributes).length);
  expect(counts.get('link-dropped')).toBe(SAMPLE.layers.flatMap(({ links }) => links).length);
  expect(counts.get('status-dropped')).toBe(SAMPLE.layers.length);
  expect(counts.get('text-dropped')).toBe(SAMPLE.articles.length);
  expect(counts.get('label-set-dropped')).toBe(1);
  expect(counts.get('guidelines-dropped')).toBe(1);
  expect(counts.get('overlap-dropped')).toBe(SAMPLE.articles.length);
  expect(counts.get('decision-dropped')).toBe(SAMPLE.decisions.length);
  expect(counts.get('thread-dropped')).toBe(SAMPLE.threads.length);
});

test('what was written is counted by part and label', () => {
  const split = { shares: { train: 1, dev: 0, test: 0 }, seed: '' };
  const ids = SAMPLE.articles.map(({ id }) => id);
  const request = { ...REQUEST, prepare: { ...AS_IT_IS, split } };
  const opened = openDataset(ECHO, createEcho, SAMPLE, ids, request, createLossList());
  if (!opened.ok) throw new Error(opened.problem);
  const { run } = opened;
  expect(run.tally()).toEqual([]);
  for (const article of SAMPLE.articles) {
    for (const _ of run.article(
      article,
      SAMPLE.layers.filter(({ articleId }) => articleId === article.id),
    ));
  }
  expect(run.tally()).toEqual([
    {
      split: 'train',
      articles: 1,
      layers: 2,
      spans: 2,
      links: 1,
      labels: new Map([
        ['quote', 1],
        ['entity', 1],
      ]),
    },
  ]);
});

describe('the loss report', () => {
  test.each(LOSS_REASONS)('has a title, a sentence and advice for %s', (reason) => {
    const { title, sentence, advice } = lossWords(reason);
    expect(title).not.toMatch(/\.$/);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(advice).toMatch(/^[A-Z].*\.$/);
  });

  test('counts all and shows the first few, as text and as JSON', () => {
    const losses = createLossReport();
    for (let index = 0; index < 7; index += 1) {
      losses.add({ reason: 'note-dropped', detail: `a\nnote ${index}`, spanId: `s${index}` as never });
    }
    losses.add({ reason: 'attribute-dropped', detail: 'Rome', attribute: 'type' });
    const text = lossesAsText({ name: 'Echo' }, losses.groups());
    expect(text).toContain('Notes left out (note-dropped): 7\n');
    expect(text).toContain('  - a note 0 (span s0)\n');
    expect(text).toContain('  - and 2 more');
    expect(text).toContain('  - Rome: type\n');
    expect(JSON.parse(lossesAsJson({ id: 'echo' }, losses.groups()))).toMatchObject({
      format: 'echo',
      losses: [
        { reason: 'attribute-dropped', count: 1 },
        { reason: 'note-dropped', count: 7, examples: [{ spanId: 's0' }, {}, {}, {}, {}] },
      ],
    });
  });
});

test('what a format never carries and what it carries in part are told apart', () => {
  const carries: Carries = { ...HUGGING_FACE.carries, overlaps: 'partly' };
  expect(lostInWords(carries)).toEqual({
    never: ['origins', 'page starts', 'guidelines', 'the label set', 'decisions of reviewers', 'threads'],
    partly: ['overlapping spans'],
  });
});

test('an archive made while it streams is read by others, with names in any script, and is the same each time', () => {
  const files = Object.entries(unzipSync(madeArchive())).map(([path, bytes]) => [
    path,
    new TextDecoder().decode(bytes),
  ]);
  expect(files).toEqual([
    ['Größe/漢字 🎉.txt', 'one two'],
    ['empty', ''],
    ['long', `${'a'.repeat(100_000)}${'b'.repeat(100_000)}${'c'.repeat(100_000)}`],
  ]);
  expect(madeArchive()).toEqual(madeArchive());
});

/** An archive with a name in several scripts, an empty file and a long one. */
function madeArchive(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = createZipStream((bytes) => chunks.push(bytes));
  for (const [path, pieces] of [
    ['Größe/漢字 🎉.txt', ['one ', 'two']],
    ['empty', []],
    ['long', ['a', 'b', 'c'].map((letter) => letter.repeat(100_000))],
  ] as const) {
    const file = zip.file(path);
    for (const piece of pieces) file.add(new TextEncoder().encode(piece));
    file.end();
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}
