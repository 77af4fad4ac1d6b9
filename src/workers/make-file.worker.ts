import { exposeWork } from './expose-work.ts';

// Making files off the main thread; workers/transfer.ts is its client.
exposeWork(async () => {
  const [{ openOnce }, file, dataset, shared] = await Promise.all([
    import('./open-once.ts'),
    import('./make-file-work.ts'),
    import('./make-dataset-work.ts'),
    import('./make-shared-work.ts'),
  ]);
  const database = openOnce();
  return {
    ...file.createMakeFileWork(database),
    ...dataset.createMakeDatasetWork(database),
    ...shared.createMakeSharedWork(database),
  };
});
