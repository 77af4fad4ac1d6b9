import { expose } from 'comlink';
import { createMakeFileWork } from './make-file-work.ts';
import { openOnce } from './open-once.ts';

// Making files off the main thread; workers/transfer.ts is its client.
expose(createMakeFileWork(openOnce()));
