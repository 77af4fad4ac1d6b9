// Wholly types: imports that stay would run the worker's code on the main thread.
import type { BackupDone } from './backup-work.ts';
import type { BackupWorker } from './backup-in-worker.ts';
import { runInWorker } from './run-in-worker.ts';

/**
 * Makes what writes everything that has changed into a folder of the user's, in a worker that lives only as long. Rejects where
 * the folder cannot be written to, or the worker dies.
 */
export function createBackup(): (folder: FileSystemDirectoryHandle, goesOn: boolean) => Promise<BackupDone> {
  const { run, close } = runInWorker<BackupWorker>(
    'backup',
    () => new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' }),
  );
  return async (folder, goesOn) => {
    try {
      return await run((work) => work.write(folder, goesOn));
    } finally {
      close();
    }
  };
}
