import { expose } from 'comlink';
import { createAgreementWork } from './agreement-work.ts';
import { openOnce } from './open-once.ts';

// Computing agreement off the main thread; workers/agreement.ts is its client.
expose(createAgreementWork(openOnce()));
