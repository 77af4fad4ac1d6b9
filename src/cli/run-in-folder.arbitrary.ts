import { execFile, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { buildCommand } from './run-command.mjs';

/** What a command said and how it ended. */
export interface Ran {
  readonly code: number;
  readonly errors: string;
  readonly output: string;
}

/** Runs a program of Node in a folder, as npm runs a script. */
export async function runInFolder(folder: string, program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: folder }, (error, output, errors) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, errors, output });
    });
  });
}

/** A command that was put together and started once, for starting takes longer than most of what it is asked to do. */
export interface WaitingCommand {
  /** Runs it in a folder, as a process of its own would; a run begins once the one before has ended. */
  readonly run: (folder: string, args: readonly string[]) => Promise<Ran>;
  /** Ends it and removes its files. */
  readonly end: () => Promise<void>;
}

/** Starts `main` of a file of this folder, given without its ending, in a process that waits for command lines. */
export async function startCommand(name: string): Promise<WaitingCommand> {
  const built = await buildCommand(name);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', waiting(name)], {
    cwd: dirname(built.start),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let last: Promise<unknown> = Promise.resolve();
  const answer = (folder: string, args: readonly string[]): Promise<Ran> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null): void => {
        reject(new Error(`The command ended with ${code} instead of an answer.`));
      };
      child.once('exit', ended);
      child.once('message', (ran: Ran) => {
        child.off('exit', ended);
        resolve(ran);
      });
      child.send({ folder, args });
    });
  return {
    run: (folder, args) => {
      const ran = last.then(() => answer(folder, args));
      last = ran.catch(() => undefined);
      return ran;
    },
    end: async () => {
      child.kill();
      await built.remove();
    },
  };
}

/** What the waiting process does: it changes into the folder, and keeps what would go to the terminal. */
function waiting(name: string): string {
  return `
    import { resolve } from 'node:path';
    import { pathToFileURL } from 'node:url';
    const { main } = await import(pathToFileURL(resolve('${name}.js')).href);
    process.on('message', async ({ folder, args }) => {
      process.chdir(folder);
      const said = { output: '', errors: '' };
      process.stdout.write = (text) => { said.output += text; return true; };
      process.stderr.write = (text) => { said.errors += text; return true; };
      const code = await main(args);
      process.send({ code, ...said });
    });`;
}
