import { type Losses } from '#storage/mirror/find-losses.ts';
import { type PUT_ASIDE } from '#storage/mirror/open-journal.ts';
import { type ProjectSummary } from '#storage/mirror/summarise.ts';
import { type BackupLead } from './backup-lead.ts';

/** Where a copy is: the database itself, the mirror, a mirror that was put aside, by the name of its file, or the folder looked in. */
export type CopySource = 'database' | 'mirror' | 'folder' | `${typeof PUT_ASIDE}${string}`;

/** What a copy holds. */
export interface Copy {
  readonly source: CopySource;
  readonly projects: readonly ProjectSummary[];
  /** ISO time of what it was given last; empty where that is not known. */
  readonly newestAt: string;
  /** Damaged lines of a mirror; what they held is lost there. */
  readonly damaged: number;
  /** What the database lacks of it; undefined for the database itself, and where that cannot be opened. */
  readonly losses: Losses | undefined;
  /** How many layers are damaged in the database and whole in this mirror. */
  readonly mendable?: number;
  /** Of how many layers of a folder the edits cannot be read, so that only what they led to comes in. */
  readonly withoutEdits?: number;
  /** What a folder holds that the database lacks or has in an older state; not there where that is nothing. */
  readonly lead?: BackupLead;
}

/** A copy that cannot be read, and why. */
export interface UnreadableCopy {
  readonly source: CopySource;
  readonly failure: string;
}
