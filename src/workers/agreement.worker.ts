import { exposeWork } from './expose-work.ts';

// Computing agreement off the main thread; workers/agreement.ts is its client.
exposeWork(async () => {
  const [{ createAgreementWork }, { openOnce }] = await Promise.all([
    import('./agreement-work.ts'),
    import('./open-once.ts'),
  ]);
  return createAgreementWork(openOnce());
});
