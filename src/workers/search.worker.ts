import { expose } from 'comlink';
import { openOnce } from './open-once.ts';
import { createSearchWork } from './search-work.ts';

// Searching and counting off the main thread; workers/search.ts is its client.
expose(createSearchWork(openOnce()));
