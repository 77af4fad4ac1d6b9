import { t } from '#language/t.ts';
/** What can go wrong with the disk, as far as the user can do something about it. */
export type StorageProblem =
  | 'full'
  | 'newer-version'
  | 'blocked'
  | 'closed'
  | 'conflict'
  | 'merge-changed'
  | 'damaged-log'
  | 'label-set-changed'
  | 'label-gone'
  | 'damaged'
  | 'unavailable';

/** The only error that storage throws. `message` says what happened and what to do. */
export class StorageError extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, cause?: unknown) {
    super(ADVICE[problem], { cause });
    this.name = 'StorageError';
    this.problem = problem;
  }
}

const ADVICE: Readonly<Record<StorageProblem, string>> = {
  full: t`The disk space for this site is used up. Free some space, then try again. Nothing stored before is lost.`,
  'newer-version': t`The stored work was written by a newer Spanmark. Reload the page to get that version.`,
  blocked: t`Another tab holds the stored work in an older Spanmark. Close that tab, then reload this one.`,
  closed: t`The connection to the stored work was closed, probably by another tab that updated it. Reload the page.`,
  conflict: t`Another tab changed this layer in the meantime. Reload the page to see its changes.`,
  'merge-changed': t`A layer of this file was changed here in the meantime. Look again at what importing the file changes, then import it.`,
  'damaged-log': t`The log of a layer on the disk is damaged, so nothing is changed. Open its article to see what is left of it.`,
  'label-set-changed': t`Another tab changed the label set in the meantime. It is shown as it is now: make your change again.`,
  'label-gone': t`Another tab took away the label or link type of this change, so it is not saved. Download a copy if you need it, then reload the page.`,
  damaged: t`The browser cannot read what it has stored: the files of its database are damaged. Look at the copies: the second copy is kept apart from them.`,
  unavailable: t`The browser does not give access to its storage. Leave private browsing or allow site data, then reload the page.`,
};

/** Runs a storage job and turns every error of Dexie or the browser into a StorageError. */
export async function guarded<Result>(job: () => Promise<Result>): Promise<Result> {
  try {
    return await job();
  } catch (error) {
    throw error instanceof StorageError ? error : new StorageError(problemOf(error), error);
  }
}

/** Walks the chain of causes, since a full disk shows itself only inside the error of the transaction or of many rows. */
function problemOf(error: unknown): StorageProblem {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; depth += 1) {
    const named = at instanceof StorageError ? at.problem : PROBLEM_OF_NAME.get(at.name);
    if (named) return named;
    at = causeOf(at);
  }
  return 'unavailable';
}

/** Dexie says `inner` for what aborted a transaction, `failures` for the rows of one write of many. */
function causeOf(error: Error): unknown {
  if ('inner' in error && error.inner) return error.inner;
  if ('failures' in error && Array.isArray(error.failures)) return error.failures[0];
  return error.cause;
}

const PROBLEM_OF_NAME: ReadonlyMap<string, StorageProblem> = new Map([
  ['QuotaExceededError', 'full'],
  ['VersionError', 'newer-version'],
  ['ConstraintError', 'conflict'],
  ['DatabaseClosedError', 'closed'],
  ['InvalidStateError', 'closed'],
  // What browsers say where the files of a database cannot be read.
  ['UnknownError', 'damaged'],
]);
