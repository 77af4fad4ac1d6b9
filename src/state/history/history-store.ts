import { t } from '#language/t.ts';
import { asItWas } from '#core/edits/as-it-was.ts';
import { type AnnotatorId, type Article, type ArticleId, type Layer } from '#core/project/project.ts';
import { relabelThrough } from '#core/relabel/relabel-layer.ts';
import { type Paragraph, paragraphsOf } from '#core/text/paragraphs.ts';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { bundleFileName } from '#state/bundle-file-name.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { messageOf } from '#state/message-of.ts';
import { type SessionStore } from '#state/session-store.ts';
import { loadArticle } from '#storage/articles.ts';
import { isStanding } from '#storage/label-changes.ts';
import { loadLayerLog } from '#storage/layer-log.ts';
import { type EntryRow } from '#storage/rows.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** A layer with everything that was done to it. */
export interface OpenHistory {
  readonly article: Article;
  readonly paragraphs: readonly Paragraph[];
  readonly annotatorId: AnnotatorId;
  /** The layer as it is now. */
  readonly newest: Layer;
  /** The entries of its log, the newest first. */
  readonly entries: readonly EntryRow[];
  /** How many entries before these are damaged or missing. */
  readonly lost: number;
  /** True where entries after these are damaged, so that `newest` is not what it was last. */
  readonly isCut: boolean;
  /** Number of the entry after which the layer is shown. */
  readonly at: number;
  /** The layer as it was then, under the label set of today. */
  readonly shown: Layer;
}

export interface HistoryState {
  readonly phase: 'closed' | 'opening' | 'open' | 'missing';
  readonly opened: OpenHistory | undefined;
  readonly failure: string;

  /** Reads the log of an annotator's layer on an article and shows the layer as it is now. */
  readonly open: (articleId: ArticleId, annotatorId: AnnotatorId) => Promise<void>;
  readonly close: () => void;
  /** Shows the layer as it was after the entry with this number. */
  readonly lookAt: (number: number) => void;
  /** Downloads the article with the layer as it is shown. */
  readonly downloadShown: () => Promise<void>;
  readonly forgetFailure: () => void;
}

export type HistoryStore = StoreApi<HistoryState>;

interface OtherStores {
  readonly session: SessionStore;
  readonly annotate: AnnotateStore;
}

export function createHistoryStore(dependencies: Dependencies, { session, annotate }: OtherStores): HistoryStore {
  const { database, transfer, download } = dependencies;
  return createStore<HistoryState>((set, get) => {
    /** Grows with every opening, so that an earlier one that ends late shows nothing. */
    let turn = 0;
    const close = (): void => {
      turn += 1;
      set({ phase: 'closed', opened: undefined, failure: '' });
    };
    return {
      phase: 'closed',
      opened: undefined,
      failure: '',

      open: async (articleId, annotatorId) => {
        close();
        const mine = turn;
        set({ phase: 'opening' });
        try {
          await annotate.getState().settled();
          const projectId = session.getState().project.id;
          const article = await loadArticle(database, projectId, articleId);
          const log = await loadLayerLog(database, { projectId, articleId, annotatorId });
          if (mine !== turn) return;
          if (!article) return set({ phase: 'missing' });
          const { stored, entries, lost } = log;
          const opened: OpenHistory = {
            article,
            paragraphs: paragraphsOf(article.text),
            annotatorId,
            newest: stored.layer,
            entries: entries.toReversed(),
            lost,
            isCut: stored.damage !== undefined,
            at: stored.number,
            shown: seenToday(session, stored.layer, article),
          };
          set({ phase: 'open', opened });
        } catch (error) {
          if (mine === turn) set({ phase: 'missing', failure: messageOf(error) });
        }
      },
      close,
      lookAt: (number) => {
        const { opened } = get();
        if (!opened) return;
        const { newest, entries, article } = opened;
        try {
          const shown = seenToday(session, asItWas(newest, entries.toReversed(), number), article);
          set({ opened: { ...opened, at: number, shown }, failure: '' });
        } catch (error) {
          set({ failure: messageOf(error) });
        }
      },
      downloadShown: async () => {
        const { opened } = get();
        if (!opened) return;
        const { article, annotatorId, shown, at } = opened;
        const { project, annotators } = session.getState();
        try {
          const owner = annotators.filter(({ id }) => id === annotatorId);
          const held = { project, annotators: owner, articles: [article], layers: [shown] };
          const blob = await transfer.writeBundleBlob({ ...held, decisions: [], threads: [] });
          download(bundleFileName(t`${article.title} after edit ${at}`), blob);
        } catch (error) {
          set({ failure: messageOf(error) });
        }
      },
      forgetFailure: () => {
        set({ failure: '' });
      },
    };
  });
}

/** Everybody's layers are seen through the changes of the label set, whenever they were made. */
function seenToday(session: SessionStore, layer: Layer, article: Article): Layer {
  return relabelThrough(layer, session.getState().labelChanges.filter(isStanding), article.text);
}
