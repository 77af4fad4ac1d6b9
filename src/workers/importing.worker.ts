import { type DraftsRead } from '#importers/importer.ts';
import { exposeWork } from './expose-work.ts';

/** Reading files that need no document of a browser. */
export interface ImportingWork {
  readonly readDocx: (bytes: Uint8Array, fileName: string) => Promise<DraftsRead>;
}

// Long documents off the main thread; workers/importing.ts is its client.
exposeWork(async () => {
  const { readDocx } = await import('#importers/docx/read.ts');
  return { readDocx } satisfies ImportingWork;
});
