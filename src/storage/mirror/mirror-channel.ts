import { type Database } from '#storage/database.ts';
import { watchWrites, type WriteNote } from './watch-writes.ts';

/** Every connection of this browser tells here what it wrote. */
const CHANNEL = 'spanmark-mirror';

/** Has what this connection writes told to all tabs and workers of this browser. Does nothing where there are no channels. */
export function tellMirror(database: Database): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  watchWrites(database, (note) => {
    channel.postMessage(note);
  });
}

/** Calls `onNote` for what any connection of this browser wrote, those of this page included. */
export function hearWrites(onNote: (note: WriteNote) => void): void {
  if (typeof BroadcastChannel === 'undefined') return;
  new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }: MessageEvent<WriteNote>) => {
    onNote(data);
  });
}
