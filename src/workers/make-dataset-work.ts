import { t } from '#language/t.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { reviewLosses } from '#formats/exchange/carries.ts';
import { lossesAsJson, lossesAsText } from '#formats/exchange/loss-words.ts';
import { createLossReport, type LossGroup } from '#formats/exchange/losses.ts';
import { type TallyRow } from '#formats/exchange/tally.ts';
import { type DatasetRun, openDataset, type WriteRequest } from '#formats/exchange/write-dataset.ts';
import { findFormat } from '#formats/registry.ts';
import { type Database } from '#storage/database.ts';
import { walkArticles } from '#storage/walk-articles.ts';
import { type BundleChoice } from '#storage/walk-start.ts';
import { gatherBlob } from './gather-blob.ts';
import { inHundredths } from './in-hundredths.ts';
import { pourFiles } from './pour-files.ts';
import { createSpool, type SpooledFile } from './spool.ts';

/** What is written, in which format and how. */
export interface DatasetChoice {
  readonly bundle: BundleChoice;
  readonly formatId: string;
  readonly request: WriteRequest;
}

/** A dataset that was made and waits to be saved. */
export interface MadeDataset {
  readonly kind: 'made';
  /** Names what was made to whoever made it. */
  readonly handle: number;
  /** The files in it; only the first few have their start. */
  readonly files: readonly Omit<SpooledFile, 'pieces'>[];
  /** In bytes, before packing. */
  readonly size: number;
  /** Ending of the file's name, with the dot. */
  readonly extension: string;
  readonly tally: readonly TallyRow[];
  /** As it is named in the file. */
  readonly labelSet: LabelSet;
  readonly losses: readonly LossGroup[];
  /** The title of the last article; empty where there is none. */
  readonly title: string;
}

export type DatasetOutcome = MadeDataset | { readonly kind: 'problem'; readonly problem: string };

type Report = (done: number, total: number) => void;

/** Makes datasets in other formats. */
export interface MakeDatasetWork {
  /** Reads what was chosen and writes it, without saving it yet. What was made before is let go. */
  readonly makeDataset: (choice: DatasetChoice, report: Report) => Promise<DatasetOutcome>;
  /**
   * Saves what was made: into the file, piece by piece, or gives it back where there is none. Undefined where it was cancelled;
   * the file is as it was then. Rejects where it was let go, or the disk refuses.
   */
  readonly saveDataset: (
    handle: number,
    file: FileSystemFileHandle | undefined,
    report: Report,
  ) => Promise<Blob | 'saved' | undefined>;
  /** Stops what is being saved. */
  readonly stopSaving: () => void;
}

interface Held {
  readonly handle: number;
  readonly files: readonly SpooledFile[];
  readonly isArchive: boolean;
}

/** The work of the worker that makes datasets, which tests run without one. */
export function createMakeDatasetWork(database: () => Promise<Database>): MakeDatasetWork {
  let held: Held | undefined;
  let handles = 0;
  let isStopped = false;
  return {
    makeDataset: async (choice, report) => {
      held = undefined;
      const made = await make(await database(), choice, report);
      if (made.kind === 'problem') return made;
      const { files, isArchive, ...rest } = made;
      held = { handle: (handles += 1), files, isArchive };
      return {
        handle: held.handle,
        files: files.map(({ path, size, start }) => ({ path, size, start })),
        size: files.reduce((sum, { size }) => sum + size, 0),
        extension: isArchive ? '.zip' : endingOf(files[0]?.path ?? ''),
        ...rest,
      };
    },
    saveDataset: async (handle, file, report) => {
      if (held?.handle !== handle) throw new Error(t`What was made is no longer in memory: make it again.`);
      isStopped = false;
      const { files, isArchive } = held;
      const pouring = { isArchive, report: inHundredths(report), isCancelled: () => isStopped };
      if (!file) {
        const whole = gatherBlob();
        const sink = { write: (bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(whole.add(bytes)) };
        return (await pourFiles(files, { ...pouring, sink })) ? whole.blob() : undefined;
      }
      const target = await file.createWritable();
      try {
        const isWhole = await pourFiles(files, { ...pouring, sink: { write: (bytes) => target.write(bytes) } });
        // Only closing puts what was written in the place of the file.
        await (isWhole ? target.close() : target.abort());
        return isWhole ? 'saved' : undefined;
      } catch (error) {
        await target.abort().catch(() => undefined);
        throw error;
      }
    },
    stopSaving: () => {
      isStopped = true;
    },
  };
}

/** Why there is no file of gold. */
const NO_GOLD = t`None of the chosen articles has gold yet: their review is not done.`;

async function make(database: Database, { bundle, formatId, request }: DatasetChoice, report: Report) {
  const format = findFormat(formatId);
  if (!format?.write) throw new Error(`There is no format ${formatId} that can be written.`);
  // Loaded before anything is read: waiting for it would end the transaction.
  const createWriter = await format.write();
  const spool = createSpool();
  const losses = createLossReport();
  let problem = '';
  let title = '';
  let labelSet: LabelSet = bundle.project.labelSet;
  let run: DatasetRun | undefined;
  const add = (parts: ReturnType<DatasetRun['start']>): void => {
    for (const part of parts) spool.add(part);
  };
  try {
    await walkArticles(database, bundle, {
      start: (project, annotators, articleIds) => {
        const opened = openDataset(format, createWriter, { project, annotators }, articleIds, request, losses);
        if (articleIds.length === 0 && bundle.whose.kind === 'gold') problem = NO_GOLD;
        else if (!opened.ok) ({ problem } = opened);
        if (!opened.ok || problem !== '') throw new Error(problem);
        ({ run } = opened);
        ({ labelSet } = run);
        add(run.start());
      },
      article: (article, layers) => {
        ({ title } = article);
        add(run!.article(article, layers));
      },
      review: (review) => {
        reviewLosses(review, format.carries, losses);
      },
      report: inHundredths(report),
    });
  } catch (error) {
    if (problem !== '') return { kind: 'problem' as const, problem };
    throw error;
  }
  add(run!.end());
  const groups = losses.groups();
  const isArchive = format.extension === '.zip' || spool.files().length !== 1;
  if (isArchive && groups.length > 0) {
    spool.add({ path: 'losses.json', content: lossesAsJson(format, groups) });
    spool.add({ path: 'losses.txt', content: lossesAsText(format, groups) });
  }
  return {
    kind: 'made' as const,
    files: spool.files(),
    isArchive,
    tally: run!.tally(),
    labelSet,
    losses: groups,
    title,
  };
}

/** The ending of a path, with the dot: `spans.jsonl` → `.jsonl`; empty where it has none. */
function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const at = name.indexOf('.');
  return at < 0 ? '' : name.slice(at);
}
