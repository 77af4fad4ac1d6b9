import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { preview } from 'vite';
import { torture, type TortureFigures } from './torture.ts';

const USAGE = 'npm run torture -- [--kills 200] [--seed 20240617] [--lanes 3]    after npm run build';

/** Runs the torture on the built app and prints its figures; gives the exit code, 0 where nothing was lost or torn. */
export async function main(args: readonly string[]): Promise<number> {
  const numbers = { kills: { type: 'string' }, seed: { type: 'string' }, lanes: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options: numbers });
  const kills = Number(values.kills ?? 200);
  const seed = Number(values.seed ?? 20_240_617);
  const lanes = Number(values.lanes ?? 3);
  const isRight = [kills, seed, lanes].every((value) => Number.isInteger(value) && value > 0);
  if (!isRight) return complain(USAGE);
  if (!existsSync('dist/index.html')) return complain('There is no built app: run npm run build first.');
  const folder = mkdtempSync(join(tmpdir(), 'spanmark-torture-'));
  const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
  const start = Date.now();
  let hasFailed = true;
  try {
    const { port } = server.httpServer.address() as { port: number };
    const figures = await torture({ kills, seed, lanes, folder, address: `http://127.0.0.1:${port}/`, tell: write });
    hasFailed = false;
    for (const line of written(figures, seed, (Date.now() - start) / 1000)) write(line);
    return figures.lost === 0 && figures.torn.length === 0 ? 0 : 1;
  } finally {
    await server.close();
    // Browsers of other lanes may still write where one lane has failed; they end with this process.
    if (!hasFailed) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function written(figures: TortureFigures, seed: number, seconds: number): readonly string[] {
  const { kills, edits, lost, importsKilled, importsWhole, importsAbsent, torn } = figures;
  return [
    `kills (SIGKILL of the browser's process group): ${kills}`,
    `edits shown as saved: ${edits}`,
    `shown as saved and gone: ${lost}`,
    `imports killed: ${importsKilled} (${importsWhole} whole, ${importsAbsent} absent)`,
    `torn: ${torn.length}`,
    ...torn.map((sentence) => `  ${sentence}`),
    `seed ${seed}, ${Math.round(seconds)} s`,
  ];
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): number {
  process.stderr.write(`${line}\n`);
  return 2;
}
