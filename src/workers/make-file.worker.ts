import { expose } from 'comlink';
import { createMakeDatasetWork } from './make-dataset-work.ts';
import { createMakeFileWork } from './make-file-work.ts';
import { createMakeSharedWork } from './make-shared-work.ts';
import { openOnce } from './open-once.ts';

// Making files off the main thread; workers/transfer.ts is its client.
const database = openOnce();
expose({ ...createMakeFileWork(database), ...createMakeDatasetWork(database), ...createMakeSharedWork(database) });
