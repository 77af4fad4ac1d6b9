import { type Project } from '#core/project/project.ts';
// Wholly types: an import that stays would bring the worker's code along.
import type { DraftFields } from '#workers/draft-work.ts';
import type { NearArticle, PreparedFile } from '#workers/prepared-file.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { messageOf } from '#state/message-of.ts';
import { type SessionStore } from '#state/session-store.ts';

/** Articles that were read and are not imported yet. */
export interface DraftState {
  /** The handles of those that are not to be imported. */
  readonly leftOut: ReadonlySet<number>;
  /** By handle, the article that is nearly the same; filled a while after the files are shown. */
  readonly near: ReadonlyMap<number, NearArticle>;
  /** By handle, why what the user wrote cannot be so; the article is as it was before. */
  readonly faults: ReadonlyMap<number, string>;
}

export interface DraftActions {
  /** Leaves a file out of the import, or takes it in again. */
  readonly leaveOut: (handle: number, isOut: boolean) => void;
  /** The article of a file with its whole text; undefined where it is gone. */
  readonly draftOf: (handle: number) => Promise<DraftFields | undefined>;
  /** Puts what the user wrote in the place of what was read, or says in `faults` why not. */
  readonly edit: (handle: number, fields: DraftFields) => Promise<void>;
  /** Makes a book one article, or one for each of its parts. What was changed in it is lost. */
  readonly bindBook: (book: number, asWhole: boolean) => Promise<void>;
  /** Puts an article of its own for each row in the place of a table, so that each can be changed or left out. */
  readonly splitTable: (handle: number) => Promise<void>;
}

/** What `createDraftActions` gives; `settled` resolves when every change has been carried out. */
export interface Drafting {
  readonly actions: DraftActions;
  readonly settled: () => Promise<void>;
  /** Looks for articles that are nearly the same. Never rejects. */
  readonly look: () => Promise<void>;
}

interface Shown extends DraftState {
  readonly phase: 'idle' | 'reading' | 'preview' | 'writing' | 'done';
  readonly files: readonly PreparedFile[];
  readonly failure: string;
}

/** No article was read. */
export const NO_DRAFTS: DraftState = { leftOut: new Set(), near: new Map(), faults: new Map() };

/** Changing articles before they come in. */
export function createDraftActions(
  { transfer }: Pick<Dependencies, 'transfer'>,
  session: SessionStore,
  set: (part: Partial<Shown>) => void,
  get: () => Shown,
): Drafting {
  let last = Promise.resolve();
  let turn = 0;
  const project = (): Project => session.getState().project;

  const look = async (): Promise<void> => {
    const mine = (turn += 1);
    if (!get().files.some(({ reading }) => reading.kind === 'article')) return;
    try {
      const near = await transfer.nearArticles(project());
      if (mine === turn) set({ near: new Map(near.map((each) => [each.handle, each])) });
    } catch {
      // What was given up meanwhile is not looked for; everything else is told by whatever the user does next.
    }
  };
  const say = (handle: number, fault: string): void => {
    const faults = new Map(get().faults);
    if (fault === '') faults.delete(handle);
    else faults.set(handle, fault);
    set({ faults });
  };
  const change = async (handle: number, fields: DraftFields): Promise<void> => {
    try {
      const result = await transfer.redraft(handle, fields, project());
      say(handle, result.ok ? '' : result.problems.map(({ message }) => sentence(message)).join(' '));
      if (!result.ok) return;
      set({ files: get().files.map((each) => (each.handle === handle ? result.file : each)) });
      void look();
    } catch (error) {
      set({ failure: messageOf(error) });
    }
  };
  const replace = async (read: () => Promise<readonly PreparedFile[]>, isReplaced: (file: PreparedFile) => boolean) => {
    try {
      await last;
      const fresh = await read();
      const { files } = get();
      const at = files.findIndex(isReplaced);
      set({ files: files.filter((each) => !isReplaced(each)).toSpliced(at, 0, ...fresh) });
      void look();
    } catch (error) {
      set({ failure: messageOf(error) });
    }
  };
  const actions: DraftActions = {
    leaveOut: (handle, isOut) => {
      const leftOut = new Set(get().leftOut);
      if (isOut) leftOut.add(handle);
      else leftOut.delete(handle);
      set({ leftOut });
    },
    draftOf: async (handle) => {
      try {
        await last;
        return await transfer.draftOf(handle);
      } catch (error) {
        set({ failure: messageOf(error) });
        return undefined;
      }
    },
    edit: (handle, fields) => {
      if (get().phase !== 'preview') return last;
      last = last.then(() => change(handle, fields));
      return last;
    },
    bindBook: (book, asWhole) =>
      replace(
        () => transfer.bindBook(book, asWhole, project()),
        (file) => file.book?.id === book,
      ),
    splitTable: (handle) =>
      replace(
        () => transfer.splitTable(handle, project()),
        (file) => file.handle === handle,
      ),
  };
  return { actions, look, settled: () => last };
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
