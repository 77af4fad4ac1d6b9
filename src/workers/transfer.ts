import { proxy } from 'comlink';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Project } from '#core/project/project.ts';
import { type Orphan } from '#formats/exchange/report-dataset.ts';
import { type BundleChoice } from '#storage/walk-start.ts';
// Wholly types: imports that stay would run the workers' code on the main thread.
import type { DraftFields, Redrafted } from './draft-work.ts';
import type { Readable } from './open-files.ts';
import type { DatasetChoice, DatasetOutcome, MakeDatasetWork } from './make-dataset-work.ts';
import type { MadeFile, MakeFileWork } from './make-file-work.ts';
import type { MakeSharedWork, SharedChoice } from './make-shared-work.ts';
import type { NearArticle, PreparedFile } from './prepared-file.ts';
import type { ReadChoices, ReadWork, WriteTarget } from './read-work.ts';
import { runInWorker } from './run-in-worker.ts';

type Report = (done: number, total: number) => void;

/** Reads, imports and makes files in workers, each of which starts with its first call. */
export interface Transfer {
  /**
   * What the files and folders hold and would change in the project, or what is wrong with them; files that are one dataset
   * are read as one. What they hold stays in the worker. Rejects where the disk cannot be read, or the worker dies or is closed.
   */
  readonly readFiles: (
    files: readonly Readable[],
    project: Project,
    report: Report,
  ) => Promise<readonly PreparedFile[]>;
  /** Looks again at what importing would change, in another project; rejects as readFiles does. */
  readonly prepareAgain: (handle: number, project: Project) => Promise<PreparedFile>;
  /** Reads a file again in the format and with the unit and labels that the user chose; rejects as readFiles does. */
  readonly choose: (handle: number, choices: ReadChoices, project: Project) => Promise<PreparedFile>;
  /** See DraftWork; all of them reject as readFiles does. */
  readonly draftOf: (handle: number) => Promise<DraftFields>;
  readonly redraft: (handle: number, fields: DraftFields, project: Project) => Promise<Redrafted>;
  readonly bindBook: (book: number, asWhole: boolean, project: Project) => Promise<readonly PreparedFile[]>;
  /** As DraftWork does. */
  readonly splitTable: (handle: number, project: Project) => Promise<readonly PreparedFile[]>;
  readonly nearArticles: (project: Project) => Promise<readonly NearArticle[]>;
  /** Every span of a dataset that has no place in a text; rejects as readFiles does. */
  readonly orphansOf: (handle: number) => Promise<readonly Orphan[]>;
  /**
   * Imports a file that was read, all or nothing; false where it was cancelled, and nothing is written then. Rejects as
   * readFiles does, and where the disk refuses.
   */
  readonly write: (handle: number, target: WriteTarget, report: Report) => Promise<boolean>;
  /** Takes back what is being imported, unless it is on the disk already; `write` says which. */
  readonly cancelWriting: () => void;
  /** Lets go of all that was read and rejects what is being read; a later call starts a new worker. */
  readonly forgetRead: () => void;
  /** The chosen part of a project as a native JSON file; rejects as readFiles does. */
  readonly makeFile: (choice: BundleChoice, report: Report) => Promise<MadeFile>;
  /** The chosen part of a project in another format, which stays in the worker until it is saved; rejects as readFiles does. */
  readonly makeDataset: (choice: DatasetChoice, report: Report) => Promise<DatasetOutcome>;
  /** Saves what was made; see MakeDatasetWork. Rejects as readFiles does, and where the disk refuses. */
  readonly saveDataset: (
    handle: number,
    file: FileSystemFileHandle | undefined,
    report: Report,
  ) => Promise<Blob | 'saved' | undefined>;
  /** Stops what is being saved, which says so by undefined. */
  readonly stopSaving: () => void;
  /** A file, or an archive of several, that people hand to each other; rejects as readFiles does. */
  readonly makeShared: (choice: SharedChoice, report: Report) => Promise<Blob>;
  /** Rejects what is being made; a later call starts a new worker. */
  readonly cancelMaking: () => void;
  /** What is in memory as a native JSON file. Rejects where a layer's article is missing, or the worker dies. */
  readonly writeBundleBlob: (bundle: Bundle) => Promise<Blob>;
}

/** A client with at most one worker for each direction. A worker that dies fails its calls, and the next call starts afresh. */
export function createTransfer(): Transfer {
  const reading = runInWorker<ReadWork>(
    'reading',
    () => new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' }),
  );
  const making = runInWorker<MakeFileWork & MakeDatasetWork & MakeSharedWork>(
    'export',
    () => new Worker(new URL('./make-file.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    readFiles: (files, project, report) => reading.run((work) => work.readFiles(files, project, proxy(report))),
    prepareAgain: (handle, project) => reading.run((work) => work.prepareAgain(handle, project)),
    choose: (handle, choices, project) => reading.run((work) => work.choose(handle, choices, project)),
    draftOf: (handle) => reading.run((work) => work.draftOf(handle)),
    redraft: (handle, fields, project) => reading.run(async (work) => work.redraft(handle, fields, project)),
    bindBook: (book, asWhole, project) => reading.run((work) => work.bindBook(book, asWhole, project)),
    splitTable: (handle, project) => reading.run((work) => work.splitTable(handle, project)),
    nearArticles: (project) => reading.run((work) => work.nearArticles(project)),
    orphansOf: (handle) => reading.run((work) => work.orphansOf(handle)),
    write: (handle, target, report) => reading.run((work) => work.write(handle, target, proxy(report))),
    cancelWriting: () => void reading.run((work) => work.cancelWriting()).catch(() => undefined),
    forgetRead: reading.close,
    makeFile: (choice, report) => making.run((work) => work.makeFile(choice, proxy(report))),
    makeDataset: (choice, report) => making.run(async (work) => work.makeDataset(choice, proxy(report))),
    saveDataset: (handle, file, report) => making.run(async (work) => work.saveDataset(handle, file, proxy(report))),
    stopSaving: () => void making.run((work) => work.stopSaving()).catch(() => undefined),
    makeShared: (choice, report) => making.run((work) => work.makeShared(choice, proxy(report))),
    cancelMaking: making.close,
    writeBundleBlob: (bundle) => making.run((work) => work.writeBundleBlob(bundle)),
  };
}
