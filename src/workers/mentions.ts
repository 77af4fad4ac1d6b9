import { type Occurrence } from '#core/suggest/occurrences.ts';
import { type Wanted } from '#core/suggest/wanted.ts';
import { runInWorker } from './run-in-worker.ts';
// Wholly a type: an import that stays would run the worker's code on the main thread.
import type { MentionsWork, SearchedText } from './mentions-work.ts';

/** Looks for mentions off the main thread. */
export interface MentionSearch {
  /** The mentions in each of the texts, in their order. Rejects only where the worker dies. */
  readonly find: (wanted: Wanted, texts: readonly SearchedText[]) => Promise<readonly (readonly Occurrence[])[]>;
}

/** A search with at most one worker, which starts with the first call. */
export function createMentionSearch(): MentionSearch {
  const { run } = runInWorker<MentionsWork>(
    'mentions',
    () => new Worker(new URL('./mentions.worker.ts', import.meta.url), { type: 'module' }),
  );
  return { find: (wanted, texts) => run((work) => work.find(wanted, texts)) };
}
