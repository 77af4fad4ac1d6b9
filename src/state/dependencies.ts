import { type ArticleId } from '#core/project/project.ts';
import { type TabLock } from '#platform/tab-lock.ts';
import { type Database } from '#storage/database.ts';
import { type LayerKey } from '#storage/rows.ts';
import { type Agreeing } from '#workers/agreement.ts';
// Wholly a type: an import that stays would bring the worker's code along.
import type { BackupDone } from '#workers/backup-work.ts';
import { type MentionSearch } from '#workers/mentions.ts';
import { type Mirror } from '#workers/mirror.ts';
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
  readonly mirror: Mirror;
  /**
   * Writes everything that has changed into a folder of the user's; rejects where it cannot. Where the folder is ahead of the
   * database it only says so, unless it is to go on.
   */
  readonly backup: (folder: FileSystemDirectoryHandle, goesOn: boolean) => Promise<Pick<BackupDone, 'lead'>>;
  /** Folders of the user's; choosing and asking are to be called at a click. */
  readonly folders: {
    readonly canChoose: () => boolean;
    readonly choose: (mode: 'read' | 'readwrite') => Promise<FileSystemDirectoryHandle | undefined>;
    readonly mayWrite: (folder: FileSystemDirectoryHandle, asks: boolean) => Promise<boolean>;
  };
  /** Writes a layer's snapshot where one is due; rejects where it cannot. */
  readonly writeSnapshot: (key: LayerKey) => Promise<void>;
  /** Runs a job once there is nothing else to do. */
  readonly whenIdle: (job: () => void) => void;
  /** Runs a job after some seconds: what the disk refused is tried again then. */
  readonly retryLater: (job: () => void) => void;
  readonly now: () => string;
  readonly newId: () => string;
  readonly loadSeeds: () => Promise<readonly SeedFile[]>;
  /** The articles of the sample project. */
  readonly loadSample: () => Promise<readonly SeedFile[]>;
  readonly requestTabLock: (name: string, onGranted: () => void) => TabLock;
  readonly askForPersistence: () => Promise<'kept' | 'may-be-cleared' | 'unknown'>;
  /** Tells the other tabs that projects, annotators or the library have changed on the disk. */
  readonly tellTabs: () => void;
  /** Tells the other tabs that the review of these articles has changed on the disk. */
  readonly tellReviewed: (articleIds: readonly ArticleId[]) => void;
  /** Tells the other tabs that the look of the app has changed on the disk. */
  readonly tellLook: () => void;
  readonly download: (fileName: string, blob: Blob) => void;
  /** True where the user can be asked for a place on the disk. */
  readonly canChooseSaveFile: () => boolean;
  /** Asks the user where to save a file; undefined where the user thought better of it. */
  readonly chooseSaveFile: (suggestedName: string) => Promise<FileSystemFileHandle | undefined>;
}
