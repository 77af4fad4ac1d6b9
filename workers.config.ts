import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Plugin } from 'vite';

const FOLDER = 'src/workers';
/** What the page loads before anything is drawn. */
const FIRST = 'src/start.tsx';
const WORKER = /^([\w-]+\.worker)\.ts$/;
const START = /new URL\(\s*'\.\/([\w-]+\.worker)\.ts',\s*import\.meta\.url\s*\)/g;
const TYPES_ALONE = /^import \{\s*(?:type [\w$]+(?: as [\w$]+)?,?\s*)+\} from '[^']+';$/gm;
/** Packages that only files of other tools are read and written with. */
const FOR_FILES = /\/node_modules\/(?:pdfjs-dist|papaparse|fflate)\//;
const PRELOAD_HELPER = 'vite/preload-helper';
const IN_WINDOW = 'window.dispatchEvent';

/** Workers that are built with the page, and which modules both of them begin with. */
export interface SharedWorkers {
  readonly plugin: Plugin;
  /** Whether a module is loaded first by the page and is needed by a worker as well. Known when modules are put into files. */
  readonly isShared: (id: string) => boolean;
}

/**
 * Builds the workers with the page, so that what both need is in the built folder once. Vite builds each worker by itself, and
 * the database, the formats and the core came out ten times.
 */
export function sharedWorkers(): SharedWorkers {
  let root = '';
  const shared = new Set<string>();
  /** By the name of a worker without its ending, what stands for its address until all files have names. */
  const references = new Map<string, string>();
  const placeOf = (id: string): string => relative(root, id).replaceAll('\\', '/');
  const plugin: Plugin = {
    name: 'spanmark-shared-workers',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      for (const file of readdirSync(resolve(root, FOLDER))) {
        const name = WORKER.exec(file)?.[1];
        if (name === undefined) continue;
        references.set(name, this.emitFile({ type: 'chunk', id: join(root, FOLDER, file), name }));
      }
    },
    transform(code, id) {
      // It tells of files that did not load, and workers have no window.
      if (id.includes(PRELOAD_HELPER)) return changed(code, IN_WINDOW, () => 'dispatchEvent');
      const place = placeOf(id);
      if (!/^src\/.*\.tsx?$/.test(place)) return undefined;
      // Modules of which only types are needed would seem to be loaded.
      const typeless = code.replace(TYPES_ALONE, '');
      if (!place.startsWith(FOLDER)) return { code: typeless, map: null };
      return changed(typeless, START, (whole, name: string) => {
        const reference = references.get(name);
        return reference === undefined ? whole : `import.meta.ROLLUP_FILE_URL_${reference}`;
      });
    },
    buildEnd() {
      const reached = (from: readonly string[], isAll: boolean): ReadonlySet<string> => {
        const found = new Set(from);
        // Sets go through what is added on the way.
        for (const id of found) {
          const module = this.getModuleInfo(id);
          for (const next of module?.importedIds ?? []) found.add(next);
          if (isAll) for (const next of module?.dynamicallyImportedIds ?? []) found.add(next);
        }
        return found;
      };
      const ids = [...this.getModuleIds()];
      const workers = reached(
        ids.filter((id) => placeOf(id).startsWith(`${FOLDER}/`) && id.endsWith('.worker.ts')),
        true,
      );
      shared.clear();
      for (const id of reached([resolve(root, FIRST)], false)) if (workers.has(id)) shared.add(id);
    },
  };
  return { plugin, isShared: (id) => shared.has(id) };
}

function changed(code: string, pattern: string | RegExp, replace: (whole: string, name: string) => string) {
  return { code: code.replace(pattern, replace), map: null };
}

/** Puts what only reads and writes files, loaded when such a file is there, and each language into folders of their own. */
export function chunkFileName(assetsFolder: string): (chunk: { readonly moduleIds: readonly string[] }) => string {
  return ({ moduleIds }) => {
    const own = moduleIds.filter((id) => !id.includes('node_modules'));
    const isIn = (folder: RegExp): boolean => own.length > 0 && own.every((id) => folder.test(id));
    const isForFiles =
      isIn(/\/src\/(?:formats|importers)\//) || (own.length === 0 && moduleIds.every((id) => FOR_FILES.test(id)));
    const folder = isForFiles ? 'files/' : isIn(/\/src\/language\/catalogues\//) ? 'languages/' : '';
    return `${assetsFolder}/${folder}[name]-[hash].js`;
  };
}

/** Tables of letters for PDFs are with what reads files. */
export function assetFileName(assetsFolder: string): (asset: { readonly names: readonly string[] }) => string {
  return ({ names }) =>
    `${assetsFolder}/${names.some((name) => name.endsWith('.bcmap')) ? 'files/tables/' : ''}[name]-[hash][extname]`;
}
