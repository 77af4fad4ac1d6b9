/** Whether the browser promised not to clear this site's data by itself. */
export type Persistence = 'kept' | 'may-be-cleared' | 'unknown';

/** Asks the browser to keep this site's data; it may decide without asking the user. Never rejects. */
export async function askForPersistence(): Promise<Persistence> {
  return answerOf((storage) => storage.persist());
}

/** What the browser promised so far, without asking again. Never rejects. */
export async function currentPersistence(): Promise<Persistence> {
  return answerOf((storage) => storage.persisted());
}

async function answerOf(ask: (storage: StorageManager) => Promise<boolean>): Promise<Persistence> {
  try {
    return (await ask(navigator.storage)) ? 'kept' : 'may-be-cleared';
  } catch {
    // Browsers without the question, and pages that may not ask it.
    return 'unknown';
  }
}
