import { type AnnotatorId, type Article, type ArticleId, type Layer } from '#core/project/project.ts';
import { type FeedbackEntry, type Outcome } from '#core/review/feedback.ts';
import { type Paragraph, paragraphsOf } from '#core/text/paragraphs.ts';
import { pause } from '#platform/pause.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { messageOf } from '#state/message-of.ts';
import { type SessionStore } from '#state/session-store.ts';
import { loadArticle } from '#storage/articles.ts';
import { loadAllDecisions, loadDecisions } from '#storage/decisions.ts';
import { layersOf } from '#storage/label-changes.ts';
import { loadHeads } from '#storage/layers.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** An article that a reviewer has decided about and the annotator has annotated. */
export interface ArticleFeedback {
  readonly articleId: ArticleId;
  readonly counts: Readonly<Record<Outcome, number>>;
}

/** What became of the annotator's layer on one article. */
export interface OpenFeedback {
  readonly article: Article;
  readonly paragraphs: readonly Paragraph[];
  readonly mine: Layer;
  readonly gold: Layer;
  readonly entries: readonly FeedbackEntry[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** False where no reviewer has decided anything about the article. */
  readonly isReviewed: boolean;
  /** The entry that is looked at, by its place among the entries. */
  readonly at: number | undefined;
  /** Grows when the text should bring it into sight. */
  readonly reveal: number;
}

export interface FeedbackState {
  /** Everything there is feedback on; undefined before it was read. */
  readonly articles: readonly ArticleFeedback[] | undefined;
  /** Annotators of this browser besides the one who annotates that there is feedback for. */
  readonly others: readonly AnnotatorId[];
  readonly phase: 'closed' | 'opening' | 'open' | 'missing';
  readonly opened: OpenFeedback | undefined;
  readonly failure: string;

  /** Reads for which articles there is feedback. */
  readonly read: () => Promise<void>;
  readonly open: (articleId: ArticleId) => Promise<void>;
  readonly close: () => void;
  /** Looks at an entry; with `reveal` the text goes to it. */
  readonly lookAt: (at: number | undefined, reveal: boolean) => void;
}

export type FeedbackStore = StoreApi<FeedbackState>;

/** Comes when it is first needed: the way to the first article needs none of it. */
const comparing = () => import('./compare-layer.ts');

/** So many articles are compared before the page may go on. */
const AT_ONCE = 20;

export function createFeedbackStore({ database }: Dependencies, session: SessionStore): FeedbackStore {
  const store = createStore<FeedbackState>((set, get) => {
    /** Grows with every reading, so that an earlier one that ends late shows nothing. */
    let turn = 0;

    return {
      ...NOTHING_READ,
      close: () => {
        turn += 1;
        set({ phase: 'closed', opened: undefined });
      },
      read: async () => {
        const mine = (turn += 1);
        const { project, annotatorId } = session.getState();
        const { id } = project;
        try {
          const logs = await loadAllDecisions(database, id);
          const heads = (await loadHeads(database, id)).filter(
            ({ articleId, status }) => status !== 'not-started' && logs.has(articleId),
          );
          const own = heads.filter((head) => head.annotatorId === annotatorId);
          const layers = await layersOf(database, id, own);
          const { compareLayer } = await comparing();
          const articles: ArticleFeedback[] = [];
          for (const [index, layer] of layers.entries()) {
            if (index % AT_ONCE === AT_ONCE - 1) await pause();
            const { decisions } = logs.get(layer.articleId)!;
            articles.push({ articleId: layer.articleId, counts: compareLayer(layer, decisions).counts });
          }
          const others = new Set(heads.map((head) => head.annotatorId).filter((other) => other !== annotatorId));
          if (mine === turn) set({ articles, others: [...others], failure: '' });
        } catch (error) {
          if (mine === turn) set({ failure: messageOf(error) });
        }
      },
      open: async (articleId) => {
        const mine = (turn += 1);
        const { project, annotatorId } = session.getState();
        const { id } = project;
        if (get().opened?.article.id !== articleId) set({ phase: 'opening', opened: undefined, failure: '' });
        try {
          const article = await loadArticle(database, id, articleId);
          const [layer] = await layersOf(database, id, [{ projectId: id, articleId, annotatorId }]);
          const { decisions } = await loadDecisions(database, id, articleId);
          const { compareLayer } = await comparing();
          if (mine !== turn) return;
          if (!article || !layer) {
            set({ phase: 'missing' });
            return;
          }
          const paragraphs = paragraphsOf(article.text);
          const compared = { ...compareLayer(layer, decisions), isReviewed: decisions.length > 0 };
          set({
            phase: 'open',
            opened: { article, paragraphs, mine: layer, ...compared, at: undefined, reveal: 0 },
          });
        } catch (error) {
          if (mine === turn) set({ phase: 'missing', failure: messageOf(error) });
        }
      },
      lookAt: (at, reveal) => {
        const { opened } = get();
        if (!opened) return;
        set({ opened: { ...opened, at, reveal: reveal ? opened.reveal + 1 : opened.reveal } });
      },
    };
  });
  session.subscribe(({ project, annotatorId }, before) => {
    if (project.id !== before.project.id || annotatorId !== before.annotatorId) store.setState(NOTHING_READ);
  });
  return store;
}

const NOTHING_READ = { articles: undefined, others: [], phase: 'closed', opened: undefined, failure: '' } as const;
