import { exposeWork } from './expose-work.ts';

// Writing the backup folder off the main thread; workers/backup.ts is its client.
exposeWork(async () => (await import('./backup-in-worker.ts')).backupWorker);
