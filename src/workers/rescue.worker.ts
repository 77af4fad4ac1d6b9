import { exposeWork } from './expose-work.ts';

// Looking at the copies and restoring them off the main thread; workers/rescue.ts is its client.
exposeWork(async () => (await import('./rescue-in-worker.ts')).rescueWorker);
