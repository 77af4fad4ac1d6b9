/** Bundles the pages of the components other than Spanmark. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { PEERS } from './peers.mjs';

const HERE = import.meta.dirname;
const BENCH = join(HERE, '..');

/** @type {import('esbuild').BuildOptions} */
const OPTIONS = {
  absWorkingDir: BENCH,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'chrome123',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  loader: { '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.png': 'dataurl' },
  alias: { vue: './node_modules/vue/dist/vue.runtime.esm.js' },
  logLevel: 'error',
};

/**
 * Builds these peers into `out`, one folder each, and gives back how many bytes each loads, gzipped, without the driver.
 *
 * @param {readonly string[]} names
 * @param {string} out
 * @returns {Promise<Record<string, number>>}
 */
export async function buildPeers(names, out) {
  mkdirSync(out, { recursive: true });
  await build({ ...OPTIONS, entryPoints: [join(HERE, 'page/driver.js')], outfile: join(out, 'driver.js') });
  copyFileSync(join(HERE, 'page/page.css'), join(out, 'page.css'));
  /** @type {Record<string, number>} */
  const sizes = {};
  for (const name of names) sizes[name] = await buildPeer(name, join(out, name));
  return sizes;
}

/** @param {string} name @param {string} folder */
async function buildPeer(name, folder) {
  const peer = PEERS[name];
  if (!peer) throw new Error(`There is no peer “${name}”.`);
  const { code = '', scripts = [], styles = [] } = peer;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    ...OPTIONS,
    stdin: { contents: code, resolveDir: BENCH, loader: 'jsx' },
    outfile: join(folder, 'adapter.js'),
  });
  for (const file of [...scripts, ...styles]) copyFileSync(join(BENCH, file), join(folder, basename(file)));
  const links = styles.map((file) => basename(file));
  if (existsSync(join(folder, 'adapter.css'))) links.push('adapter.css');
  const tags = [
    ...links.map((file) => `<link rel="stylesheet" href="${file}" />`),
    ...scripts.map((file) => `<script src="${basename(file)}"></script>`),
  ];
  const gzip = readdirSync(folder).reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  const page = readFileSync(join(HERE, 'page/peer.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), page.replace('<!--peer-->', tags.join('\n    ')));
  return gzip;
}
