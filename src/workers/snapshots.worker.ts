import { exposeWork } from './expose-work.ts';

// Writing snapshots off the main thread; workers/snapshots.ts is its client.
exposeWork(async () => (await import('./snapshot-work.ts')).snapshotWork);
