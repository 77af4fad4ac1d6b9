import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { type Bundle } from '#core/bundle/bundle.ts';
import { canonicalBundle } from '#formats/native/canonical.ts';
import { workedBundle } from '#formats/exchange/example.arbitrary.ts';
import { readBundle } from '#formats/native/read.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { writeBundle } from '#formats/native/write.ts';
import { FORMATS } from '#formats/registry.ts';
import { readArguments } from './arguments.ts';
import { writeFiles } from './write-files.ts';
import { runInFolder, startCommand } from './run-in-folder.arbitrary.ts';

const COMMAND = await startCommand('main');
afterAll(COMMAND.end);

const SAMPLE = sampleBundle();
const TEXT = 'Hi 🎉 said Ann Lee.';

test('a native bundle is the same when it was converted to one, and nothing is said', async () => {
  const { run, bundle } = await folderWith({ 'a.json': writeBundle(SAMPLE) });
  expect(await run(['a.json', '--to', 'native', '--out', 'out'])).toEqual({ code: 0, errors: '', output: '' });
  expect(await bundle()).toEqual(canonicalBundle(SAMPLE));
});

test('npm run convert runs it', async () => {
  const { path, bundle } = await folderWith({ 'a.txt': 'It rained.' });
  const start = join(import.meta.dirname, 'start.mjs');
  // With a file that is missing, so that it also has something to complain of.
  const { code, errors } = await runInFolder(path('.'), start, ['a.txt', 'b.txt', '--to', 'native', '--out', 'out']);
  expect(code).toBe(1);
  expect(errors).toMatch(/^b\.txt: file: ENOENT/);
  expect((await bundle()).articles.map(({ text }) => text)).toEqual(['It rained.']);
});

test('gold takes the place of everybody’s layers, of articles whose review is done or is wanted before', async () => {
  const { run, bundle } = await folderWith({ 'a.json': writeBundle(SAMPLE) });
  const gold = ['a.json', '--to', 'native', '--out', 'out', '--layers', 'gold'];
  const partly = await run([...gold, '--include-partial']);
  expect(partly).toEqual({ code: 0, errors: '', output: '' });
  const { annotators, layers } = await bundle();
  expect(annotators).toEqual([{ id: 'gold', name: 'Gold' }]);
  expect(layers.map(({ spans }) => spans.map(({ label }) => label))).toEqual([['quote']]);
  const undone = { ...SAMPLE, layers: SAMPLE.layers.map((layer) => ({ ...layer, status: 'done' as const })) };
  const other = await folderWith({ 'a.json': writeBundle(undone) });
  expect(await other.run(gold)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('no article’s review is done'),
  });
});

test('decisions and threads that a format has no room for are told with their number', async () => {
  const { run, path } = await folderWith({ 'a.json': writeBundle(SAMPLE) });
  const { output } = await run(['a.json', '--to', 'csv', '--out', 'out', '--losses', 'losses.json']);
  expect(output).toContain(`(decision-dropped): ${SAMPLE.decisions.length}\n`);
  expect(output).toContain(`(thread-dropped): ${SAMPLE.threads.length}\n`);
  const { losses } = JSON.parse(await readFile(path('losses.json'), 'utf8')) as { losses: { reason: string }[] };
  const dropped = losses.filter(({ reason }) => reason === 'decision-dropped' || reason === 'thread-dropped');
  expect(dropped).toHaveLength(SAMPLE.decisions.length + SAMPLE.threads.length);
});

test.each(['hugging-face', 'brat', 'label-studio', 'csv', 'web-annotation', 'cas-xmi', 'cas-json'])(
  'a stretch of text that is a value comes back from %s as one, and annotators with their names',
  async (format) => {
    const worked = workedBundle();
    const { run, bundle } = await folderWith({ 'a.json': writeBundle(worked) });
    await run(['a.json', '--to', format, '--out', 'between']);
    expect(await run(['between', '--to', 'native', '--out', 'out'])).toMatchObject({ code: 0, errors: '' });
    const { annotators, layers } = await bundle();
    expect(annotators).toContainEqual({ id: 'ann1', name: 'Ada One' });
    const values = layers.flatMap(({ spans }) => spans.flatMap(({ attributes }) => attributes));
    expect(values).toContainEqual({ id: 'cue', value: { from: 8, to: 12 } });
  },
);

test('texts and files of other formats become one project', async () => {
  const { run, bundle } = await folderWith({
    'a.txt': 'It rained.',
    'data.zip': zipSync({
      'data/train.jsonl': strToU8(row([{ start: 10, end: 17, text: 'Ann Lee' }])),
      'README.md': strToU8('#'),
    }),
    'folder/more.jsonl': row([{ start: 3, end: 4, text: '🎉' }]).replace('"Ann"', '"Bo"'),
  });
  expect(await run(['a.txt', 'data.zip', 'folder', '--to', 'native', '--out', 'out'])).toMatchObject({
    code: 0,
    errors: '',
  });
  const { articles, layers, annotators } = await bundle();
  expect(articles.map(({ text }) => text).toSorted()).toEqual([TEXT, 'It rained.']);
  expect(annotators.map(({ name }) => name).toSorted()).toEqual(['Ann', 'Bo']);
  expect(layers.map(({ spans }) => spans.map(({ ranges }) => ranges))).toEqual([
    [[{ from: 11, to: 18 }]],
    [[{ from: 3, to: 5 }]],
  ]);
});

test('what has no place is a line on the standard error output and in the losses, and the rest is written', async () => {
  const spans = [
    { start: 3, end: 5, text: 'nowhere' },
    { start: 11, end: 18, text: '' },
  ];
  const { run, bundle, path } = await folderWith({ 'a.jsonl': `${row(spans)}{not json\n` });
  const { code, errors } = await run([
    'a.jsonl',
    '--to',
    'native',
    '--out',
    'out',
    '--unit',
    'utf16',
    '--losses',
    'l/losses.json',
  ]);
  expect(code).toBe(1);
  expect(errors.split('\n')).toEqual([
    'a.jsonl: a.jsonl line 2: this line is not JSON',
    expect.stringMatching(/^a\.jsonl line 1: the span “span 1” \(entity\) has words that .*: left out$/) as string,
    '',
  ]);
  expect((await bundle()).layers.map((layer) => layer.spans.map(({ ranges }) => ranges))).toEqual([
    [[{ from: 11, to: 18 }]],
  ]);
  expect(JSON.parse(await readFile(path('l/losses.json'), 'utf8'))).toMatchObject({
    problems: [{ input: 'a.jsonl', place: 'a.jsonl line 2' }],
    leftOut: [{ span: 'span 1', label: 'entity', words: 'nowhere' }],
    losses: [],
  });
});

test('where nothing can be read nothing is written', async () => {
  const { run, path } = await folderWith({ 'bad.json': '{"format": "spanmark-bundle"' });
  const { code, errors } = await run(['bad.json', 'missing.txt', '--to', 'native', '--out', 'out']);
  expect(code).toBe(1);
  expect(errors).toMatch(/bad\.json: .*ends in the middle/);
  expect(errors).toMatch(/missing\.txt: file: ENOENT/);
  await expect(readdir(path('out'))).rejects.toThrow('ENOENT');
});

const TO = ['--to', 'conll', '--out', 'x'];

test.each([
  ['no input', ['--to', 'native', '--out', 'x'], 'at least one file'],
  ['no format', ['a.txt', '--out', 'x'], '--to must be one of: native'],
  ['an unknown format', ['a.txt', '--to', 'papyrus', '--out', 'x'], '--to must be one of'],
  [
    'an unknown format to be read',
    ['a', '--to', 'native', '--from', 'x', '--out', 'x'],
    '--from must be one of: native, text',
  ],
  ['an unknown unit', ['a', '--to', 'native', '--unit', 'inch', '--out', 'x'], '--unit must be one of: utf-16'],
  ['unknown layers', ['a', '--to', 'native', '--layers', 'silver', '--out', 'x'], '--layers must be one of: all, gold'],
  ['part of no gold', ['a', '--to', 'native', '--include-partial', '--out', 'x'], 'goes with --layers gold'],
  ['no folder', ['a', '--to', 'native'], '--out must name'],
  ['an unknown flag', ['a', '--too', 'native'], '--too'],
  ['an unknown option', ['a', ...TO, '--option', 'rows=sentence'], 'conll has the options variant, overlaps, scheme.'],
  ['an option that the format has not', ['a', '--to', 'brat', '--out', 'x', '--option', 'x=y'], 'brat has no options'],
  ['an unknown value', ['a', ...TO, '--option', 'scheme=BIO'], 'scheme must be one of: IOB2, IOB1, BIOES.'],
  ['shares that are none', ['a', ...TO, '--split', '80,20'], '--split 80,20 must be the shares of train, dev, test'],
  ['shares of nothing', ['a', ...TO, '--split', '0,0,0'], '--split 0,0,0 must be'],
  ['a seed for nothing', ['a', ...TO, '--seed', '2'], '--seed is for --split.'],
  ['half a renaming', ['a', ...TO, '--rename', 'PER'], '--rename PER must be OLD=NEW.'],
  ['a split of our own format', ['a', '--to', 'native', '--out', 'x', '--split', '1,1,1'], 'other formats than native'],
])('a command line with %s is refused with the reason', (_, args, reason) => {
  expect(readArguments(args, ['native', 'brat', 'conll'])).toContain(reason);
});

test('a command line may name the unit in two ways', () => {
  const args = ['a', '--to', 'native', '--out', 'x', '--unit'];
  expect(['codepoint', 'code-point', 'UTF16'].map((unit) => readArguments([...args, unit], ['native']))).toMatchObject([
    { unit: 'code-point' },
    { unit: 'code-point' },
    { unit: 'utf-16' },
  ]);
});

test('options, another name, a split and nameless annotators are as on the screen, and losses are counted', async () => {
  const { run, path } = await folderWith({ 'a.json': writeBundle(SAMPLE) });
  const { code, output, errors } = await run([
    'a.json',
    '--to=conll',
    '--out=out',
    '--option=variant=conll-2002',
    '--option=scheme=bioes',
    '--rename=entity=NAME',
    '--split=0,0,1',
    '--anonymous',
  ]);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(output).toContain('Labels renamed (label-renamed): 1\n');
  expect(output).toContain('--losses FILE lists each of them.');
  const files = await readdir(path('out'));
  expect(files).toContain('test-0001-annotator-1.bioes.conll');
  expect(await readFile(path('out/test-0001-annotator-1.bioes.conll'), 'utf8')).toMatch(/^\S+ [BS]-NAME$/m);
});

test('gold goes out in another format with all that can be chosen', async () => {
  const { run, path } = await folderWith({ 'a.json': writeBundle(SAMPLE) });
  const gold = ['a.json', '--to=brat', '--out=out', '--layers=gold', '--include-partial'];
  const { code, errors } = await run([...gold, '--rename=quote=SAID', '--anonymous']);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  const files = await readdir(path('out'), { recursive: true });
  const [annotations, ...others] = files.filter((name) => name.endsWith('.ann'));
  expect(others).toEqual([]);
  expect(await readFile(path(`out/${annotations}`), 'utf8')).toMatch(/^T1\tSAID /m);
});

test('a name that no label has is refused, and nothing is written', async () => {
  const { run, path } = await folderWith({ 'a.json': writeBundle(SAMPLE) });
  const { code, errors } = await run(['a.json', '--to', 'conll', '--out', 'out', '--rename', 'PER=X']);
  expect(code).toBe(1);
  expect(errors).toContain('--rename PER=X: there is no label or link type of this id or name, but entity');
  await expect(readdir(path('out'))).rejects.toThrow('ENOENT');
});

test('help lists every format with its options, and the losses of each format go to a file one by one', async () => {
  const { run, path } = await folderWith({ 'a.json': writeBundle(SAMPLE) });
  const { code, output } = await run(['--help']);
  expect(code).toBe(0);
  for (const { id } of FORMATS) expect(output).toContain(`  ${id} `);
  expect(output).toContain('--option scheme=BIOES');
  expect(output).toContain('all, gold');
  expect(await run(['a.json', '--to', 'spacy', '--out', 'out', '--losses', 'all.json'])).toMatchObject({ code: 0 });
  const { losses } = JSON.parse(await readFile(path('all.json'), 'utf8')) as { losses: { reason: string }[] };
  expect(losses.filter(({ reason }) => reason === 'ids-dropped').length).toBeGreaterThan(1);
});

test('with more files than may be open at once each has all of its parts', async () => {
  const { path } = await folderWith({});
  const parts = Array.from({ length: 30 }, (_, index) => ({ path: `d/${index % 10}.txt`, content: `${index}\n` }));
  await mkdir(path('out/d'), { recursive: true });
  await writeFile(path('out/d/3.txt'), 'old');
  await writeFiles(path('out'), parts, 3);
  expect(await readFile(path('out/d/3.txt'), 'utf8')).toBe('3\n13\n23\n');
  await expect(writeFiles(path('out'), [{ path: '../x', content: '' }])).rejects.toThrow('leads out of');
});

function row(spans: readonly object[]): string {
  const named = spans.map((span) => ({ ...span, label: 'entity', annotator: 'Ann' }));
  return `${JSON.stringify({ text: TEXT, spans: named })}\n`;
}

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await mkdtemp(join(tmpdir(), 'spanmark-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  await mkdir(path('folder'));
  for (const [name, content] of Object.entries(files)) await writeFile(path(name), content);
  return {
    path,
    /** Runs the command as `npm run convert` does, but for putting it together and starting it each time anew. */
    run: async (args: readonly string[]) => COMMAND.run(folder, args),
    bundle: async (): Promise<Bundle> => {
      const read = readBundle(await readFile(path('out/project.spanmark.json'), 'utf8'));
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      return read.value;
    },
  };
}
