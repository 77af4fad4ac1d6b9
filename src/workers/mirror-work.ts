import { type MirrorState, type MirrorWriter } from '#storage/mirror/mirror-writer.ts';
import { type WriteNote } from '#storage/mirror/watch-writes.ts';

/** What the worker of the mirror does; each new state is told. */
export interface MirrorWork {
  readonly start: () => Promise<void>;
  readonly note: (note: WriteNote) => void;
}

/** The work of the worker that writes the mirror, which tests run without one. */
export function createMirrorWork(writer: MirrorWriter, onState: (state: MirrorState) => void): MirrorWork {
  let waiting: WriteNote[] = [];
  let isBusy = false;
  /** What came while the disk was busy is written as one. A write that failed is made good by comparing everything. */
  const drain = async (): Promise<void> => {
    isBusy = true;
    while (waiting.length > 0) {
      const notes = waiting;
      waiting = [];
      onState(await writer.note(together(notes)).catch(() => writer.start()));
    }
  };
  return {
    start: async () => {
      onState(await writer.start());
    },
    note: (note) => {
      waiting.push(note);
      if (isBusy) return;
      drain().then(
        () => {
          isBusy = false;
        },
        () => {
          // The disk refuses for now: the next write tries again, and so does the next start.
          isBusy = false;
        },
      );
    },
  };
}

function together(notes: readonly WriteNote[]): WriteNote {
  return {
    put: notes.flatMap(({ put }) => put),
    gone: notes.flatMap(({ gone }) => gone),
    isLarge: notes.some(({ isLarge }) => isLarge),
  };
}
