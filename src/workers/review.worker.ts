import { expose } from 'comlink';
import { openOnce } from './open-once.ts';
import { createReviewWork } from './review-work.ts';

// Aligning many articles off the main thread; workers/review.ts is its client.
expose(createReviewWork(openOnce()));
