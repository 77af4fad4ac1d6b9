import { t } from '#language/t.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { wordsOf } from '#core/suggest/words-of-span.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { type Dependencies } from '#state/dependencies.ts';
// Only types: what searches and tags comes when it is first wanted.
import type { Mention } from './everywhere-search.ts';
import {
  CLOSED,
  type EverywhereData,
  type EverywhereScope,
  isTicked,
  scopeOf,
  spanInHand,
  tickedByArticle,
} from './everywhere-state.ts';
import { type LibraryStore } from '#state/library-store.ts';
import { type SessionStore } from '#state/session-store.ts';
import { messageOf } from '#state/message-of.ts';
import { refusalOf } from '#state/annotate/taking.ts';

/** Other mentions of a span’s words, and tagging them all at once. Actions never throw. */
export interface EverywhereState extends EverywhereData {
  /** Looks for other mentions of this span of the open layer or, without one, of the span at the caret or selected. */
  readonly open: (id?: SpanId) => Promise<void>;
  readonly close: () => void;
  readonly setScope: (scope: EverywhereScope) => Promise<void>;
  readonly choose: (id: ArticleId, isChosen: boolean) => Promise<void>;
  readonly setWithDone: (withDone: boolean) => Promise<void>;
  readonly tick: (mention: Mention, isTicked: boolean) => void;
  /** Ticks every mention or, where every one is ticked, none. */
  readonly tickAll: () => void;
  /** Tags the ticked mentions as one action; closes where that was done. */
  readonly tag: () => Promise<void>;
}

export type EverywhereStore = StoreApi<EverywhereState>;

/** Makes the store of the search that goes with the open article. */
export function createEverywhereStore(
  dependencies: Dependencies,
  session: SessionStore,
  library: LibraryStore,
  annotate: AnnotateStore,
): EverywhereStore {
  return createStore<EverywhereState>((set, get) => {
    let turn = 0;

    const look = async (part: Partial<EverywhereData>): Promise<void> => {
      set(part);
      const { span, label, phase } = get();
      if (!span || !label || phase === 'closed' || phase === 'tagging') return;
      turn += 1;
      const mine = turn;
      const { article, layer } = annotate.getState();
      const { project, annotatorId } = session.getState();
      if (get().scope !== 'article') await library.getState().whenRead();
      if (mine !== turn) return;
      const { articleIds, done } = scopeOf(get(), library.getState().articles, layer);
      set({ phase: 'looking', failure: '', done });
      const question = { projectId: project.id, annotatorId, span, label, home: { article, layer }, articleIds };
      try {
        const { searchEverywhere } = await import('./everywhere-search.ts');
        const found = await searchEverywhere(dependencies, question, () => mine !== turn);
        if (found && mine === turn) set({ phase: 'shown', ...found });
      } catch (error) {
        if (mine === turn) set({ phase: 'shown', articles: [], overlapping: 0, failure: (error as Error).message });
      }
    };

    return {
      ...CLOSED,
      open: async (id) => {
        const shown = annotate.getState();
        if (shown.phase !== 'open') return;
        const span = id === undefined ? spanInHand(shown) : findSpan(shown.layer.spans, id);
        if (!span) return shown.say(t`Select a span first, or put the caret into one.`);
        if (shown.permission !== 'write') return shown.say(refusalOf(shown.permission));
        const label = findLabel(session.getState().project.labelSet, span.label);
        if (!label) return shown.say(t`The label of this span is no longer in the label set.`);
        const { id: articleId, text } = shown.article;
        const words = wordsOf(text, span);
        await look({ ...CLOSED, phase: 'looking', span, label, words, chosen: new Set([articleId]) });
      },
      close: () => {
        turn += 1;
        set(CLOSED);
      },
      setScope: (scope) => look({ scope }),
      choose: (id, isChosen) => {
        const chosen = new Set(get().chosen);
        if (isChosen) chosen.add(id);
        else chosen.delete(id);
        return look({ chosen });
      },
      setWithDone: (withDone) => look({ withDone }),
      tick: ({ key }, ticked) => {
        set({ choices: new Map(get().choices).set(key, ticked) });
      },
      tickAll: () => {
        const all = get().articles.flatMap(({ mentions }) => mentions);
        const ticked = !all.every((mention) => isTicked(get(), mention));
        set({ choices: new Map([...get().choices, ...all.map(({ key }) => [key, ticked] as const)]) });
      },
      tag: async () => {
        const { span, label, phase } = get();
        const mentions = tickedByArticle(get());
        if (phase !== 'shown' || !span || !label || mentions.size === 0) return;
        set({ phase: 'tagging', failure: '' });
        try {
          const { tagEverywhere } = await import('./tag-everywhere.ts');
          const isDone = await tagEverywhere(dependencies, annotate, { span, label, mentions });
          set(isDone ? CLOSED : { phase: 'shown', failure: annotate.getState().notice.text });
        } catch (error) {
          set({ phase: 'shown', failure: messageOf(error) });
        }
      },
    };
  });
}
