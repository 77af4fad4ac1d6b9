import { exposeWork } from './expose-work.ts';

// Looking for mentions off the main thread; workers/mentions.ts is its client.
exposeWork(async () => (await import('./mentions-work.ts')).mentionsWork);
