import { mkdir, open, type FileHandle, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { goldBundle } from '#core/bundle/gold-bundle.ts';
import { type FilePart } from '#formats/exchange/dataset.ts';
import { createLossList, type Loss } from '#formats/exchange/losses.ts';
import { readArguments, type Request, usage } from './arguments.ts';
import { type InputProblem, openInputs } from './open-inputs.ts';
import { readInputs } from './read-inputs.ts';
import { WRITERS } from './writers.ts';

/** Runs the command and gives its exit code: 0 where everything was converted, 1 with lines on the standard error output. */
export async function main(args: readonly string[]): Promise<number> {
  const writable = [...WRITERS.keys()];
  const request = readArguments(args, writable);
  if (typeof request === 'string') {
    complain(`${request}\n\n${usage(writable)}`);
    return 1;
  }
  try {
    return (await convert(request)) ? 0 : 1;
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

const NO_GOLD = 'There is nothing to be written: no article’s review is done.';

/** True where nothing was left out in reading. Losses of the format written are no fault: whoever chose it knows them. */
async function convert({ inputs, to, from, unit, out, losses: lossesPath, whose }: Request): Promise<boolean> {
  const opened = await openInputs(inputs);
  const { bundle: all, orphans, ...read } = await readInputs(opened.dropped, { from, unit });
  const bundle = whose.kind === 'gold' ? goldBundle(all, whose.includesPartly) : all;
  const problems = [...opened.problems, ...read.problems];
  for (const { input, place, message } of problems) complain(`${input}: ${place}: ${message}\n`);
  for (const { place, span, label, why } of orphans) {
    complain(`${place}: the span “${span}” (${label}) ${why}: left out\n`);
  }
  const losses = createLossList();
  const hasContent = bundle.articles.length > 0;
  if (hasContent) await writeParts(out, await WRITERS.get(to)!(bundle, losses));
  else complain(`${whose.kind === 'gold' ? NO_GOLD : 'There is nothing to be written.'}\n`);
  if (lossesPath !== undefined) await writeLosses(lossesPath, { problems, leftOut: orphans, losses: losses.all });
  return hasContent && problems.length === 0 && orphans.length === 0;
}

/** Parts with one path are one file, whose parts follow each other. */
async function writeParts(out: string, parts: Iterable<FilePart>): Promise<void> {
  const folder = resolve(out);
  await mkdir(folder, { recursive: true });
  const files = new Map<string, FileHandle>();
  try {
    for (const { path, content } of parts) {
      const target = resolve(folder, path);
      if (!target.startsWith(folder + sep)) throw new Error(`The path ${path} leads out of ${out}.`);
      let file = files.get(target);
      if (!file) {
        await mkdir(dirname(target), { recursive: true });
        file = await open(target, 'w');
        files.set(target, file);
      }
      await file.appendFile(content);
    }
  } finally {
    for (const file of files.values()) await file.close();
  }
}

interface Losses {
  readonly problems: readonly InputProblem[];
  readonly leftOut: readonly unknown[];
  readonly losses: readonly Loss[];
}

async function writeLosses(path: string, losses: Losses): Promise<void> {
  await mkdir(dirname(resolve(path)), { recursive: true });
  await writeFile(path, `${JSON.stringify(losses, null, 2)}\n`);
}

function complain(text: string): void {
  process.stderr.write(text);
}
