import { type ArticleId } from '#core/project/project.ts';
import { type TabLock } from '#platform/tab-lock.ts';
import { type Database } from '#storage/database.ts';
import { type LayerKey } from '#storage/rows.ts';
import { type Agreeing } from '#workers/agreement.ts';
import { type MentionSearch } from '#workers/mentions.ts';
import { type Reviewing } from '#workers/review.ts';
import { type Search } from '#workers/search.ts';
import { type Transfer } from '#workers/transfer.ts';

/** A file from the seeds folder as it was read at build time. */
export interface SeedFile {
  readonly fileName: string;
  readonly text: string;
}

/** What the stores are given by main.tsx; tests give their own clock, ids and files. */
export interface Dependencies {
  readonly database: Database;
  readonly transfer: Transfer;
  readonly mentions: MentionSearch;
  readonly search: Search;
  readonly reviewing: Reviewing;
  readonly agreeing: Agreeing;
  /** Writes a layer's snapshot where one is due; rejects where it cannot. */
  readonly writeSnapshot: (key: LayerKey) => Promise<void>;
  /** Runs a job once there is nothing else to do. */
  readonly whenIdle: (job: () => void) => void;
  readonly now: () => string;
  readonly newId: () => string;
  readonly loadSeeds: () => Promise<readonly SeedFile[]>;
  readonly requestTabLock: (name: string, onGranted: () => void) => TabLock;
  readonly askForPersistence: () => Promise<'kept' | 'may-be-cleared' | 'unknown'>;
  /** Tells the other tabs that projects, annotators or the library have changed on the disk. */
  readonly tellTabs: () => void;
  /** Tells the other tabs that the review of these articles has changed on the disk. */
  readonly tellReviewed: (articleIds: readonly ArticleId[]) => void;
  readonly download: (fileName: string, blob: Blob) => void;
  /** True where the user can be asked for a place on the disk. */
  readonly canChooseSaveFile: () => boolean;
  /** Asks the user where to save a file; undefined where the user thought better of it. */
  readonly chooseSaveFile: (suggestedName: string) => Promise<FileSystemFileHandle | undefined>;
}
