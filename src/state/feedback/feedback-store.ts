import { type AnnotatorId, type Article, type ArticleId, type Layer, type ProjectId } from '#core/project/project.ts';
import { standingOf } from '#core/review/counting.ts';
import { type Decision } from '#core/review/decision.ts';
import { countOutcomes, feedbackOf, type FeedbackEntry, type Outcome, spanOf } from '#core/review/feedback.ts';
import { goldLayer } from '#core/review/gold-layer.ts';
import { type Paragraph, paragraphsOf } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';
import { pause } from '#platform/pause.ts';
import { type Dependencies } from '#state/dependencies.ts';
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

/** So many articles are compared before the page may go on. */
const AT_ONCE = 20;

export function createFeedbackStore({ database }: Dependencies, session: SessionStore): FeedbackStore {
  const store = createStore<FeedbackState>((set, get) => {
    const projectId = (): ProjectId => session.getState().project.id;
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
        const [id, { annotatorId }] = [projectId(), session.getState()];
        try {
          const logs = await loadAllDecisions(database, id);
          const heads = (await loadHeads(database, id)).filter(
            ({ articleId, status }) => status !== 'not-started' && logs.has(articleId),
          );
          const own = heads.filter((head) => head.annotatorId === annotatorId);
          const layers = await layersOf(database, id, own);
          const articles: ArticleFeedback[] = [];
          for (const [index, layer] of layers.entries()) {
            if (index % AT_ONCE === AT_ONCE - 1) await pause();
            const { decisions } = logs.get(layer.articleId)!;
            articles.push({ articleId: layer.articleId, counts: countOutcomes(compare(layer, decisions).entries) });
          }
          const others = new Set(heads.map((head) => head.annotatorId).filter((other) => other !== annotatorId));
          if (mine === turn) set({ articles, others: [...others], failure: '' });
        } catch (error) {
          if (mine === turn) set({ failure: messageOf(error) });
        }
      },
      open: async (articleId) => {
        const mine = (turn += 1);
        const [id, { annotatorId }] = [projectId(), session.getState()];
        if (get().opened?.article.id !== articleId) set({ phase: 'opening', opened: undefined, failure: '' });
        try {
          const article = await loadArticle(database, id, articleId);
          const [layer] = await layersOf(database, id, [{ projectId: id, articleId, annotatorId }]);
          const { decisions } = await loadDecisions(database, id, articleId);
          if (mine !== turn) return;
          if (!article || !layer) {
            set({ phase: 'missing' });
            return;
          }
          const { entries, gold } = compare(layer, decisions);
          const paragraphs = paragraphsOf(article.text);
          const compared = { entries, gold, counts: countOutcomes(entries), isReviewed: decisions.length > 0 };
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

function compare(
  layer: Layer,
  log: readonly Decision[],
): { readonly entries: readonly FeedbackEntry[]; readonly gold: Layer } {
  const { layer: gold } = goldLayer(layer.articleId, log);
  return { entries: feedbackOf(layer, gold, standingOf(log).decisions), gold };
}

/** The place of the entry with the shortest span at the offset; undefined where there is none. */
export function entryAt(entries: readonly FeedbackEntry[], offset: number): number | undefined {
  let found: { readonly at: number; readonly length: number } | undefined;
  for (const [at, entry] of entries.entries()) {
    const { ranges } = spanOf(entry);
    const length = lengthAt(ranges, offset);
    if (length > 0 && (!found || length < found.length)) found = { at, length };
  }
  return found?.at;
}

function lengthAt(ranges: readonly TextRange[], offset: number): number {
  if (!ranges.some(({ from, to }) => from <= offset && offset <= to)) return 0;
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
