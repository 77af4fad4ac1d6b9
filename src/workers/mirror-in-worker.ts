import { databaseName } from '#storage/database-name.ts';
import { openDatabase } from '#storage/database.ts';
import { hearWrites } from '#storage/mirror/mirror-channel.ts';
import { createMirrorWriter, type MirrorState } from '#storage/mirror/mirror-writer.ts';
import { openMirrorFolder } from '#storage/mirror/opfs-folder.ts';
import { createMirrorWork, type MirrorWork } from './mirror-work.ts';

async function open(onState: (state: MirrorState) => void): Promise<MirrorWork> {
  const folder = await openMirrorFolder();
  // A connection that another tab's upgrade closed stays closed, and so does the mirror until the page is loaded again.
  const database = await openDatabase(await databaseName(), () => undefined);
  const writer = createMirrorWriter(database, folder, () => new Date().toISOString());
  const work = createMirrorWork(writer, onState);
  hearWrites(work.note);
  return work;
}

let opened: Promise<MirrorWork> | undefined;

/** Writing the mirror off the main thread; workers/mirror.ts is its client. */
export const mirrorWorker = {
  async start(onState: (state: MirrorState) => void): Promise<void> {
    opened ??= open(onState);
    await (await opened).start();
  },
};

export type MirrorWorker = typeof mirrorWorker;
