import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Article } from '#core/project/project.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { workedBundle } from '#formats/exchange/example.arbitrary.ts';
import { type Loss } from '#formats/exchange/losses.ts';
import { annotatorsOf, essenceOf, expectedAfter, SOME_TIME } from '#formats/exchange/round-trip.arbitrary.ts';
import { writeBundle } from '#formats/native/write.ts';
import { findFormat } from '#formats/registry.ts';
import { main } from './main.ts';
import { openInputs } from './open-inputs.ts';
import { readInputs } from './read-inputs.ts';
import { WRITABLE } from './writers.ts';

/** Overlaps, an interrupted span, attributes, links, an emoji and two annotators, one of them without a name. */
const PROJECT: Bundle = workedBundle();

describe.each(WRITABLE)('%s', (id) => {
  const format = findFormat(id);
  const carries = format?.carries ?? CARRIES_ALL;

  test('a project goes through it by the command line, and comes back but for what the losses name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'spanmark-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [file, out, lossFile] = ['project.json', 'out', 'losses.json'].map((name) => join(folder, name));
    await writeFile(file!, writeBundle(PROJECT));
    const { code, errors } = await runQuietly([file!, '--to', id, '--out', out!, '--losses', lossFile!]);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const { losses } = JSON.parse(await readFile(lossFile!, 'utf8')) as { readonly losses: readonly Loss[] };
    if (format && !format.read) return;

    const read = await readAgain(folder, out!);
    expect(read.problems).toEqual([]);
    expect(read.orphans).toEqual([]);
    const expected = expectedAfter(PROJECT, losses, carries);
    const layers = essenceOf(read.bundle.layers, carries);
    expect(layers).toEqual(expected.layers);
    expect(annotatorsOf(layers, read.bundle.annotators)).toEqual(expected.annotators);
    expect(read.bundle.articles.map(({ text }) => text)).toEqual(PROJECT.articles.map(({ text }) => text));
    if (carries.about === 'yes') expect(read.bundle.articles.map(aboutOf)).toEqual(PROJECT.articles.map(aboutOf));
  });
});

function aboutOf({ title, source, date, language }: Article) {
  return { title, source, date, language };
}

async function runQuietly(args: readonly string[]): Promise<{ readonly code: number; readonly errors: string }> {
  let errors = '';
  const spies = [
    vi.spyOn(process.stdout, 'write').mockReturnValue(true),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      errors += String(text);
      return true;
    }),
  ];
  const code = await main(args);
  for (const spy of spies) spy.mockRestore();
  return { code, errors };
}

/** Reads the folder into the project without its articles. Its files are of the time that stands for missing ones. */
async function readAgain(folder: string, out: string) {
  const empty = join(folder, 'labels.json');
  await writeFile(empty, writeBundle({ ...PROJECT, annotators: [], articles: [], layers: [] }));
  for (const name of await readdir(out, { recursive: true })) {
    await utimes(join(out, name), new Date(SOME_TIME), new Date(SOME_TIME));
  }
  const { dropped } = await openInputs([empty, out]);
  return readInputs(dropped, { from: undefined, unit: undefined });
}
