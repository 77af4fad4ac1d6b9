import { type Bundle } from '#core/bundle/bundle.ts';
import { goldBundle } from '#core/bundle/gold-bundle.ts';
import { lossWords } from '#formats/exchange/loss-words.ts';
import { createLossReport, type LossGroup, type LossLog } from '#formats/exchange/losses.ts';
import { orphanInFile } from '#formats/exchange/write-orphans.ts';
import { HELP, readArguments, type Request } from './arguments.ts';
import { complain, complainOfInputs } from './complain.ts';
import { type ReadInputs, readPaths } from './read-inputs.ts';
import { help, USAGE } from './usage.ts';
import { writeFiles } from './write-files.ts';
import { type LossFile, openLossFile } from './write-losses.ts';
import { partsFor, WRITABLE } from './writers.ts';

/** Runs the command and gives its exit code: 0 where everything was converted, 1 with lines on the standard error output. */
export async function main(args: readonly string[]): Promise<number> {
  const request = readArguments(args, WRITABLE);
  if (request === HELP) {
    process.stdout.write(help());
    return 0;
  }
  if (typeof request === 'string') {
    complain(`${request}\n\n${USAGE}`);
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

/** True where nothing was left out in reading. Losses of the format written are no fault: they are told, and counted. */
async function convert(request: Request): Promise<boolean> {
  const { bundle, problems, orphans } = await read(request);
  complainOfInputs({ problems, orphans });
  const hasContent = bundle.articles.length > 0;
  const { losses: path } = request;
  const file = path === undefined ? undefined : openLossFile(path, { problems, leftOut: orphans.map(orphanInFile) });
  try {
    if (hasContent) await write(request, bundle, file);
    else complain(`${request.whose.kind === 'gold' ? NO_GOLD : 'There is nothing to be written.'}\n`);
  } finally {
    file?.close();
  }
  return hasContent && problems.length === 0 && orphans.length === 0;
}

/** What the inputs hold; their bytes are let go before anything is written. */
async function read({ inputs, from, unit, whose }: Request): Promise<ReadInputs> {
  const inside = await readPaths(inputs, { from, unit });
  return whose.kind === 'gold' ? { ...inside, bundle: goldBundle(inside.bundle, whose.includesPartly) } : inside;
}

async function write(request: Request, bundle: Bundle, file: LossFile | undefined): Promise<void> {
  const report = createLossReport();
  const losses: LossLog = {
    add: (loss) => {
      report.add(loss);
      file?.add(loss);
    },
  };
  await writeFiles(request.out, await partsFor(request, bundle, losses));
  const groups = report.groups();
  for (const group of groups) process.stdout.write(inWords(group));
  if (groups.length > 0 && !file) process.stdout.write('--losses FILE lists each of them.\n');
}

function inWords({ reason, count }: LossGroup): string {
  return `${lossWords(reason).title} (${reason}): ${count}\n`;
}
