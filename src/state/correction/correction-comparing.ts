import { carryLayer, type CarriedLayer, type Decision } from '#core/carry-over/carry-layer.ts';
import { type AnnotatorId, type ArticleId, type Layer, type ProjectId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type Anchoring } from '#core/text/anchor.ts';
import { loadHeadsOf, loadLayer } from '#storage/layers.ts';
import { compareTexts } from './compare-texts.ts';
import { type CorrectionData, type CorrectionState } from './correction-state.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type HeldLayer } from '#state/held-layers.ts';
import { type SessionStore } from '#state/session-store.ts';

/** What the parts of the correction store share. */
export interface CorrectionParts {
  readonly dependencies: Dependencies;
  readonly session: SessionStore;
  readonly set: (part: Partial<CorrectionData>) => void;
  readonly get: () => CorrectionState;
}

/** The layers on the earlier text and their comparison with the draft. */
export interface Comparing {
  readonly projectId: () => ProjectId;
  readonly isOwn: (layer: { readonly annotatorId: AnnotatorId }) => boolean;
  /** Every layer on the article as it is on the disk now. */
  readonly read: (articleId: ArticleId) => Promise<readonly HeldLayer[]>;
  /** From now on these layers are compared. */
  readonly use: (layers: readonly HeldLayer[]) => void;
  readonly layers: () => readonly HeldLayer[];
  /** Compares after a pause in milliseconds; a later call makes an earlier one give up. */
  readonly compare: (afterMs: number) => Promise<void>;
  readonly compared: () => Promise<void>;
  /** Gives up what is being compared and lets go of the layers. */
  readonly stop: () => void;
  readonly anchors: () => Anchoring | undefined;
  /** The annotator's own layer as these decisions make it; undefined before the first comparison and without a layer. */
  readonly resultOf: (decisions: ReadonlyMap<SpanId, Decision>) => CarriedLayer | undefined;
}

export function createComparing({ dependencies, session, set, get }: CorrectionParts): Comparing {
  const { database, now } = dependencies;
  let layers: readonly HeldLayer[] = [];
  let anchors: Anchoring | undefined;
  let running: Promise<void> = Promise.resolve();
  let turn = 0;

  const projectId = (): ProjectId => session.getState().project.id;
  const isOwn: Comparing['isOwn'] = ({ annotatorId }) => annotatorId === session.getState().annotatorId;
  const ownLayer = (): Layer | undefined => layers.find(({ key }) => isOwn(key))?.stored.layer;

  const resultOf: Comparing['resultOf'] = (decisions) => {
    const { preview } = get();
    const own = ownLayer();
    if (!preview || !own || !anchors) return undefined;
    return carryLayer(anchors, own, preview.own, decisions, own.articleId, now());
  };

  const compareNow = async (isWanted: () => boolean): Promise<void> => {
    const others = layers.filter(({ key }) => !isOwn(key)).map(({ stored }) => stored.layer);
    const { article, draft } = get();
    const found = await compareTexts(article, draft, ownLayer(), others, isWanted);
    if (!found || !isWanted()) return;
    anchors = found.anchors;
    set({ preview: found.preview });
    set({ result: resultOf(get().decisions) });
  };

  return {
    projectId,
    isOwn,
    resultOf,
    read: async (articleId) => {
      const read: HeldLayer[] = [];
      for (const { annotatorId } of await loadHeadsOf(database, projectId(), articleId)) {
        const key = { projectId: projectId(), articleId, annotatorId };
        read.push({ key, stored: await loadLayer(database, key) });
      }
      return read;
    },
    use: (next) => {
      layers = next;
    },
    layers: () => layers,
    anchors: () => anchors,
    compare: (afterMs) => {
      const mine = (turn += 1);
      const isWanted = (): boolean => mine === turn;
      running = (async () => {
        if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
        if (isWanted()) await compareNow(isWanted);
      })();
      return running;
    },
    compared: async () => {
      let awaited: Promise<void> | undefined;
      while (awaited !== running) {
        awaited = running;
        await awaited;
      }
    },
    stop: () => {
      turn += 1;
      layers = [];
      anchors = undefined;
    },
  };
}
