import { t } from '#language/t.ts';
import { withCommas } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { messageOf } from '#state/message-of.ts';
import { fileNameOf, partFileName } from '#state/bundle-file-name.ts';
import { withoutEditsInWords } from '#state/without-edits.ts';
// Wholly types: an import that stays would bring the worker's code along.
import type { Restored } from '#storage/mirror/restore-rows.ts';
import { type Rescue } from '#workers/rescue.ts';
import { type Copy, type CopySource, type UnreadableCopy } from '#workers/copy.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type { Copy, CopySource, UnreadableCopy } from '#workers/copy.ts';

/** What the rescue screen knows. It works without the database. */
export interface RescueState {
  readonly phase: 'looking' | 'ready' | 'working';
  readonly copies: readonly (Copy | UnreadableCopy)[];
  /** What the last action did, as a sentence; empty before. */
  readonly done: string;
  readonly failure: string;

  /** Looks at all copies again. */
  readonly look: () => Promise<void>;
  /** True where the browser can be asked for a folder. */
  readonly canChooseFolder: boolean;
  /** Asks for a backup folder and looks in it; to be called at a click. */
  readonly chooseFolder: () => Promise<void>;
  readonly restore: (source: CopySource) => Promise<void>;
  /** Downloads a bundle for each project of a copy. */
  readonly download: (source: CopySource) => Promise<void>;
  /** Downloads a copy as it is on the disk, for where nothing else works. */
  readonly downloadRaw: (source: CopySource) => Promise<void>;
  /** Goes on with what the database holds; what only the copy holds is put aside. */
  readonly letGo: () => Promise<void>;
}

export type RescueStore = StoreApi<RescueState>;

interface RescueDependencies {
  readonly rescue: Rescue;
  readonly folders: Dependencies['folders'];
  readonly download: (fileName: string, blob: Blob) => void;
}

export function createRescueStore({ rescue, folders, download }: RescueDependencies): RescueStore {
  return createStore<RescueState>((set) => {
    const look = async (): Promise<void> => {
      set({ copies: await rescue.look(), phase: 'ready' });
    };
    /** Does one thing and looks again; what it says is shown, and why it failed. */
    const attempt = async (job: () => Promise<string>): Promise<void> => {
      set({ phase: 'working', done: '', failure: '' });
      try {
        set({ done: await job() });
        await look();
      } catch (error) {
        set({ phase: 'ready', failure: messageOf(error) });
      }
    };
    return {
      phase: 'looking',
      copies: [],
      done: '',
      failure: '',

      look: async () => {
        set({ phase: 'looking' });
        try {
          await look();
        } catch (error) {
          set({ phase: 'ready', failure: messageOf(error) });
        }
      },
      canChooseFolder: folders.canChoose(),
      chooseFolder: async () => {
        // First of all, since browsers ask only at a click.
        const folder = await folders.choose('read').catch(() => undefined);
        if (!folder) return;
        await attempt(async () => {
          await rescue.lookIn(folder);
          return '';
        });
      },
      restore: (source) => attempt(async () => restoredInWords(await rescue.restore(source))),
      download: (source) =>
        attempt(async () => {
          const files = await rescue.bundles(source);
          for (const { project, part, parts, blob } of files) download(partFileName(project, part, parts), blob);
          const unreadable = files.reduce((sum, file) => sum + file.unreadable, 0);
          const withoutEdits = files.reduce((sum, file) => sum + file.withoutEdits, 0);
          const names = withCommas(files.flatMap(({ project, part }) => (part === 0 ? [project] : [])));
          const said = [t`Downloaded, a file for each project: ${names}.`];
          if (unreadable > 0) {
            said.push(t`Of layers whose log is damaged there is what comes before the damage: ${unreadable}.`);
          }
          if (withoutEdits > 0) said.push(withoutEditsInWords(withoutEdits));
          return said.join(' ');
        }),
      downloadRaw: (source) =>
        attempt(async () => {
          download(fileNameOf(source, 'journal.jsonl'), await rescue.raw(source));
          return t`The copy was downloaded as it is on the disk.`;
        }),
      letGo: () =>
        attempt(async () => {
          await rescue.letGo();
          return t`Spanmark goes on with what the database holds. What only the second copy held was put aside and is still here.`;
        }),
    };
  });
}

function restoredInWords({
  articles,
  layers,
  edits,
  kept,
  lost,
  mended,
  newer,
  isNewDatabase,
}: Restored & { readonly isNewDatabase: boolean }): string {
  const parts = [
    articles + layers + edits + mended + newer === 0
      ? t`Restored: names and settings. No article, layer or edit was missing.`
      : t`Restored: ${plural(articles, 'article')}, ${plural(layers, 'layer')}, ${plural(edits, 'edit')}.`,
  ];
  if (mended > 0) parts.push(t`Layers whose log was damaged and is whole again: ${mended}.`);
  if (newer > 0) {
    parts.push(t`Layers that were older here got what they lacked from the folder, which can be undone: ${newer}.`);
  }
  if (kept > 0) {
    parts.push(
      t`Layers and review logs that went on differently in the database since, and stay as they are there: ${kept}. Download the second copy to have both.`,
    );
  }
  if (lost > 0) parts.push(t`Edits that the second copy itself has lost: ${lost}.`);
  if (isNewDatabase) {
    parts.push(t`The old database cannot be opened and was left as it is; from now on Spanmark uses a new one.`);
  }
  return parts.join(' ');
}
