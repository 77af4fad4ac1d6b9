import { exposeWork } from './expose-work.ts';

// Reading files and importing them off the main thread; workers/transfer.ts is its client.
exposeWork(async () => {
  const [{ createReadWork }, { openOnce }] = await Promise.all([import('./read-work.ts'), import('./open-once.ts')]);
  return createReadWork(openOnce());
});
