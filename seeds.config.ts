import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Plugin } from 'vite';

/** A file of the seeds folder; `text` is its bytes as UTF-8, nothing changed. */
interface SeedFile {
  readonly fileName: string;
  readonly text: string;
}

const MODULE = 'virtual:seeds';
const RESOLVED = `\0${MODULE}`;
/** The articles of the sample project: always those of seeds/, whatever the library starts with. */
const SAMPLE = 'virtual:sample';
const RESOLVED_SAMPLE = `\0${SAMPLE}`;

/**
 * Reads every .txt and .md file of a folder, sorted by name. Files that are not UTF-8 are left out and named to `warn`,
 * since a wrong guess at the encoding would freeze a wrong text.
 */
export function readSeeds(folder: string, warn: (message: string) => void): readonly SeedFile[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(txt|md)$/i.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  const files: SeedFile[] = [];
  for (const fileName of names) {
    try {
      files.push({ fileName, text: decoder.decode(readFileSync(join(folder, fileName))) });
    } catch {
      warn(`seeds: ${fileName} is left out because it is not UTF-8; save it as UTF-8 and start again`);
    }
  }
  return files;
}

/** Makes the seeds folder (SEEDS_DIR, or seeds/) importable as `virtual:seeds`, and seeds/ as `virtual:sample`; a change reloads the page. */
export function seeds(): Plugin {
  const own = resolve('seeds');
  const folder = resolve(process.env['SEEDS_DIR'] ?? own);
  return {
    name: 'spanmark-seeds',
    resolveId: (id) => (id === MODULE ? RESOLVED : id === SAMPLE ? RESOLVED_SAMPLE : undefined),
    load(id) {
      if (id !== RESOLVED && id !== RESOLVED_SAMPLE) return undefined;
      if (id === RESOLVED_SAMPLE && folder === own) return `export { seedFiles as sampleFiles } from '${MODULE}';`;
      const files = readSeeds(id === RESOLVED ? folder : own, (message) => {
        this.warn(message);
      });
      return `export const ${id === RESOLVED ? 'seedFiles' : 'sampleFiles'} = ${JSON.stringify(files)};`;
    },
    buildStart() {
      try {
        readdirSync(folder);
      } catch {
        this.error(`There is no folder ${folder}. Set SEEDS_DIR to a folder with .txt or .md files, or unset it.`);
      }
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (!resolve(path).startsWith(folder)) return;
        const module = server.moduleGraph.getModuleById(RESOLVED);
        if (module) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
