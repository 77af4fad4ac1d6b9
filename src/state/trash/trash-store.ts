import { t } from '#language/t.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type EarlierStores } from '#state/earlier-stores.ts';
import { messageOf } from '#state/message-of.ts';
import { setRemoved } from '#storage/articles.ts';
import { deleteForGood, goesAt, keyOfItem } from '#storage/delete-for-good.ts';
import { setProjectRemoved } from '#storage/projects.ts';
import { loadTrash, setLayerRemoved, type TrashItem } from '#storage/trash.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createLayerMoving, type LayerMoving } from './moving-layers.ts';

/** Something in the trash, with the ISO time at which it goes by itself; undefined where it never does. */
export type ShownTrash = TrashItem & { readonly key: string; readonly goesAt: string | undefined };

export interface TrashState {
  /** Everything that was removed in this browser, the latest first; undefined before it was read. */
  readonly items: readonly ShownTrash[] | undefined;
  /** What was done last, as a sentence, or empty. */
  readonly said: string;
  readonly failure: string;

  readonly read: () => Promise<void>;
  readonly putBack: (item: TrashItem) => Promise<void>;
  /** Deletes these with all that hangs on them; nothing brings them back. */
  readonly deleteForGood: (items: readonly TrashItem[]) => Promise<void>;
  readonly moveLayer: LayerMoving['moveLayer'];
  /** Takes a layer out of the trash and shows it where its article is open. */
  readonly putLayerBack: (articleId: ArticleId, annotatorId: AnnotatorId) => Promise<void>;
  readonly forgetFailure: () => void;
}

export type TrashStore = StoreApi<TrashState>;

export function createTrashStore(
  dependencies: Dependencies,
  { session, library, annotate }: EarlierStores,
): TrashStore {
  const { database } = dependencies;

  const { keyFor, tellAll, showAgain, moveLayer } = createLayerMoving(dependencies, { session, library, annotate });

  return createStore<TrashState>((set, get) => {
    const read = async (): Promise<void> => {
      try {
        const items = await loadTrash(database);
        set({ items: items.map((item) => ({ ...item, key: keyOfItem(item), goesAt: goesAt(item) })) });
      } catch (error) {
        set({ failure: messageOf(error) });
      }
    };
    const attempt = async (job: () => Promise<string>): Promise<void> => {
      set({ failure: '', said: '' });
      try {
        set({ said: await job() });
        await tellAll();
      } catch (error) {
        set({ failure: messageOf(error) });
      }
      await read();
    };
    return {
      items: undefined,
      said: '',
      failure: '',

      read,
      putBack: (item) =>
        attempt(async () => {
          if (item.kind === 'layer') await setLayerRemoved(database, item, undefined);
          else if (item.kind === 'article') await setRemoved(database, item.projectId, item.articleId, '');
          else await setProjectRemoved(database, item.projectId, '');
          return IS_BACK[item.kind](item.title);
        }),
      deleteForGood: (items) =>
        attempt(async () => {
          let deleted = 0;
          for (const item of items) if (await deleteForGood(database, item)) deleted += 1;
          const left = items.length - deleted;
          if (left > 0) return t`What was put back or changed in another tab meanwhile stays.`;
          return items.length === 1 ? t`Deleted for good: “${items[0]!.title}”.` : t`The trash is empty.`;
        }),
      moveLayer,
      putLayerBack: async (articleId, annotatorId) => {
        const key = keyFor(articleId, annotatorId);
        await attempt(async () => {
          await setLayerRemoved(database, key, undefined);
          return t`The layer is back.`;
        });
        if (get().failure !== '') annotate.getState().say(get().failure);
        await showAgain(key);
      },
      forgetFailure: () => {
        set({ failure: '' });
      },
    };
  });
}

const IS_BACK: Readonly<Record<TrashItem['kind'], (title: string) => string>> = {
  project: (title) => t`The project is back: “${title}”.`,
  article: (title) => t`The article is back: “${title}”.`,
  layer: (title) => t`The layer on its article is back: “${title}”.`,
};
