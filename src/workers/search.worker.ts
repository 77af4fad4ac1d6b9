import { exposeWork } from './expose-work.ts';

// Searching and counting off the main thread; workers/search.ts is its client.
exposeWork(async () => {
  const [{ createSearchWork }, { openOnce }] = await Promise.all([
    import('./search-work.ts'),
    import('./open-once.ts'),
  ]);
  return createSearchWork(openOnce());
});
