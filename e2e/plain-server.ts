import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A server that a journey started. */
export interface PlainServer {
  /** With a slash at the end. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The endings that the plain servers of most languages know; all others go out as a stream of bytes. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves whatever folder `folderNow` names at each request, below a path, without any header but the type. */
export async function servePlainly(path: string, folderNow: () => string): Promise<PlainServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const asked = pathname.startsWith(path) ? decodeURIComponent(pathname.slice(path.length)) : undefined;
    const file = asked === undefined ? '' : join(folderNow(), /(?:^|\/)$/.test(asked) ? `${asked}index.html` : asked);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** True where there is a Python, whose server many people use. */
export function hasPython(): boolean {
  return spawnSync('python3', ['--version']).status === 0;
}

/** `python3 -m http.server` over a folder. */
export async function servePython(folder: string): Promise<PlainServer> {
  const python = spawn('python3', ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const port = await portOf(python);
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      const ended = new Promise((resolve) => {
        python.once('exit', resolve);
      });
      python.kill();
      await ended;
    },
  };
}

/** What it says first tells its port. */
function portOf(python: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    python.stdout!.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const port = /port (\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(port);
    });
    python.once('error', reject);
    python.once('exit', () => {
      reject(new Error(`the server ended: ${said}`));
    });
  });
}
