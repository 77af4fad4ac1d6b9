import { type ProjectId } from '#core/project/project.ts';
import { type Database } from '#storage/database.ts';
import { loadSettings, removeSetting, saveSetting } from '#storage/settings.ts';
import { putAtOnce } from '#storage/unsaved.ts';

/** What was typed and not sent, by what it is for. */
export type Drafts = ReadonlyMap<string, string>;

/** The drafts with this one, or without it where there is nothing left of it. */
export function withDraft(drafts: Drafts, key: string, text: string): Drafts {
  const others = [...drafts].filter(([other]) => other !== key);
  return new Map(text.trim() === '' ? others : [...others, [key, text] as const]);
}

/** Keeps drafts on the disk, each by itself, so that two tabs do not take each other's away. */
export interface DraftKeeper {
  /** The drafts of the project, those that are still on their way to the disk included. */
  readonly load: (projectId: ProjectId) => Promise<Drafts>;
  /** Keeps a draft, or forgets it where there is nothing left of it. What the disk refuses is tried again with the next one. */
  readonly keep: (projectId: ProjectId, key: string, text: string) => void;
  /** Writes what is not on the disk yet, in the last moment of a page. */
  readonly keepUnsaved: () => void;
}

/** Writes one draft after another; `kind` begins the names of the settings that hold them. */
export function createDraftKeeper(database: Database, kind = 'threadDraft'): DraftKeeper {
  const prefixFor = (projectId: ProjectId): string => `${kind} ${projectId} `;
  const unsaved = new Map<string, string>();
  let running = Promise.resolve();
  const drain = async (): Promise<void> => {
    for (const [key, text] of unsaved) {
      try {
        if (text === '') await removeSetting(database, key);
        else await saveSetting(database, key, text);
        // What was typed meanwhile is newer.
        if (unsaved.get(key) === text) unsaved.delete(key);
      } catch {
        // It stays, and is not lost as long as the page is there.
      }
    }
  };
  return {
    load: async (projectId) => {
      await running;
      const prefix = prefixFor(projectId);
      const all = new Map([...(await loadSettings(database)), ...unsaved]);
      return new Map(
        [...all].flatMap(([key, text]) => {
          const isOurs = key.startsWith(prefix) && typeof text === 'string' && text !== '';
          return isOurs ? [[key.slice(prefix.length), text] as const] : [];
        }),
      );
    },
    keep: (projectId, key, text) => {
      unsaved.set(prefixFor(projectId) + key, text.trim() === '' ? '' : text);
      running = running.then(drain);
    },
    keepUnsaved: () => {
      const rows = [...unsaved].map(([key, value]) => ({ key, value }));
      putAtOnce(database, rows);
    },
  };
}
