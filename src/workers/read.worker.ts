import { expose } from 'comlink';
import { openOnce } from './open-once.ts';
import { createReadWork } from './read-work.ts';

// Reading files and importing them off the main thread; workers/transfer.ts is its client.
expose(createReadWork(openOnce()));
