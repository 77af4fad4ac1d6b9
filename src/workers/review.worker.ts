import { exposeWork } from './expose-work.ts';

// Aligning many articles off the main thread; workers/review.ts is its client.
exposeWork(async () => {
  const [{ createReviewWork }, { openOnce }] = await Promise.all([
    import('./review-work.ts'),
    import('./open-once.ts'),
  ]);
  return createReviewWork(openOnce());
});
