import { rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * Runs `main` of a TypeScript file of this folder with the arguments of the command line. The source has imports of its own
 * kind, which Node 20 cannot run by itself: it is put together first, in a folder below node_modules so that packages are
 * found, and one for each run so that two do not disturb each other.
 *
 * @param {string} name of the file, without its ending
 */
export async function runCommand(name) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const outDir = `${root}node_modules/.cache/${name}/${process.pid}`;
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      build: { ssr: `src/cli/${name}.ts`, outDir, minify: false, target: 'node20' },
    });
    const { main } = await import(pathToFileURL(`${outDir}/${name}.js`).href);
    process.exitCode = await main(process.argv.slice(2));
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
