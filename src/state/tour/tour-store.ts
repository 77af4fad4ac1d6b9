import { type LabelId } from '#core/labels/label-id.ts';
import { type ArticleId, type Layer } from '#core/project/project.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { type AnnotateState } from '#state/annotate/annotate-parts.ts';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type SessionStore } from '#state/session-store.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { tourLabels } from './tour-steps.ts';

/** A short tour in which a newcomer makes one span of each of the first labels. */
export interface TourState {
  /** `offered` until the newcomer has begun it or said no; `unknown` before the disk was asked. */
  readonly phase: 'unknown' | 'offered' | 'running' | 'over';
  /** How many steps are behind; as many as there are labels at its end. */
  readonly step: number;
  /** What was made in it since the page was loaded, and is still to be had back with one action. */
  readonly made: readonly { readonly articleId: ArticleId; readonly id: SpanId }[];

  readonly load: () => Promise<void>;
  /** Begins it, from the start or, where it was left, from there. */
  readonly start: () => void;
  readonly skipStep: () => void;
  /** Ends it, at its end or before; it can be begun again. */
  readonly end: () => void;
  /** Does not offer it any more. */
  readonly dismiss: () => void;
  /** Deletes what was made in it from the open article, in as many edits as there are spans. */
  readonly takeBack: () => void;
}

export type TourStore = StoreApi<TourState>;

/** Under which key the settings remember how far it is. */
const KEPT = 'tour';

export function createTourStore({ database }: Dependencies, session: SessionStore, annotate: AnnotateStore): TourStore {
  const store = createStore<TourState>((set, get) => {
    /** Where it cannot be kept, the tour goes on all the same. */
    const keep = (part: Partial<Pick<TourState, 'phase' | 'step' | 'made'>>): void => {
      set(part);
      const { phase, step } = get();
      saveSetting(database, KEPT, { phase, step }).catch(() => undefined);
    };
    return {
      phase: 'unknown',
      step: 0,
      made: [],

      load: async () => {
        const kept = await loadSetting(database, KEPT).catch(() => undefined);
        set(isKept(kept) ? kept : { phase: 'offered' });
      },
      start: () => {
        const isAtEnd = get().step >= tourLabels(session.getState().project.labelSet).length;
        keep({ phase: 'running', step: isAtEnd ? 0 : get().step, made: [] });
      },
      skipStep: () => {
        keep({ step: get().step + 1 });
      },
      end: () => {
        keep({ phase: 'over' });
      },
      dismiss: () => {
        keep({ phase: 'over' });
      },
      takeBack: () => {
        const { article, deleteSpan } = annotate.getState();
        for (const { articleId, id } of get().made.toReversed()) if (articleId === article.id) deleteSpan(id);
        set({ made: [] });
      },
    };
  });
  annotate.subscribe((state, before) => {
    const { phase, step, made } = store.getState();
    // Each step of the caret comes by here, in the tour or not.
    if (phase !== 'running' || !isEdit(state, before)) return;
    const label = tourLabels(session.getState().project.labelSet)[step];
    const fresh = label && newSpan(state.layer, before.layer, label.id);
    if (!fresh) return;
    store.setState({ made: [...made, { articleId: state.layer.articleId, id: fresh.id }] });
    store.getState().skipStep();
  });
  return store;
}

function isEdit(state: AnnotateState, before: AnnotateState): boolean {
  const [one, other] = [state.layer, before.layer];
  const isSame = one.articleId === other.articleId && one.annotatorId === other.annotatorId;
  return state.phase === 'open' && before.phase === 'open' && isSame && one !== other;
}

/** A span that has the label now and had not before. */
function newSpan(layer: Layer, before: Layer, label: LabelId): Span | undefined {
  const had = new Set(before.spans.flatMap((span) => (span.label === label ? [span.id] : [])));
  return layer.spans.find((span) => span.label === label && !had.has(span.id));
}

function isKept(kept: unknown): kept is Pick<TourState, 'phase' | 'step'> {
  const { phase, step } = (kept ?? {}) as { readonly phase?: unknown; readonly step?: unknown };
  return ['offered', 'running', 'over'].includes(phase as string) && Number.isInteger(step);
}
