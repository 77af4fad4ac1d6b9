import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs `main` of a TypeScript file of this folder with the arguments of the command line, and sets the exit code.
 *
 * @param {string} name of the file, without its ending
 */
export async function runCommand(name) {
  const built = await buildCommand(name);
  try {
    await import(pathToFileURL(built.start).href);
  } finally {
    await built.remove();
  }
}

/**
 * Puts such a file together into one that Node 20 can run, since the source has imports of its own kind. It lies below
 * node_modules, so that packages are found, in a folder of its own, so that two do not disturb each other.
 *
 * @param {string} name of the file, without its ending
 */
export async function buildCommand(name) {
  const outDir = `${root}node_modules/.cache/${name}/${process.pid}`;
  const remove = () => rm(outDir, { recursive: true, force: true });
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      build: { ssr: `src/cli/${name}.ts`, outDir, minify: false, target: 'node20' },
    });
    const start = `${outDir}/start.mjs`;
    const code = `import { main } from './${name}.js';\nprocess.exitCode = await main(process.argv.slice(2));\n`;
    await writeFile(start, code);
    return { start, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
