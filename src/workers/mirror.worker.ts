import { exposeWork } from './expose-work.ts';

// Writing the mirror off the main thread; workers/mirror.ts is its client.
exposeWork(async () => (await import('./mirror-in-worker.ts')).mirrorWorker);
