import { type Edit } from '#core/edits/edit.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId, type Layer, type LayerStatus } from '#core/project/project.ts';
import { type TextRange } from '#core/text/range.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type AnnotateData, type TextSelection } from './annotate-state.ts';
import { type Dependencies } from './dependencies.ts';
import { type SessionStore } from './session-store.ts';

export type Step = 1 | -1;

/** The open article with everything that can be done to it. Actions never throw; what went wrong ends up in the state. */
export interface AnnotateState extends AnnotateData {
  /** Opens an article and this annotator's layer on it; selects the span if it is there, or the place of the text. */
  readonly open: (articleId: ArticleId, annotatorId: AnnotatorId, spanId?: SpanId, place?: TextRange) => Promise<void>;
  readonly close: () => void;
  /** Resolves when every edit is on the disk or the disk refuses. */
  readonly settled: () => Promise<void>;
  readonly retrySaving: () => void;
  /** Downloads the open article with its layer as it stands in memory, which may be ahead of the disk. */
  readonly downloadFromMemory: () => Promise<void>;

  readonly commit: (edit: Edit, notice: string) => boolean;
  /**
   * One action on the open layer and on this annotator's layers of other articles, saved and undone together. `change` gives
   * the edit for a layer, or undefined where it stays as it is; layers that another tab is writing are left alone.
   */
  readonly commitAcross: (
    others: readonly ArticleId[],
    change: (layer: Layer) => Edit | undefined,
    notice: (changed: number, busy: number) => string,
  ) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly setStatus: (status: LayerStatus) => void;

  readonly select: (selection: TextSelection | undefined) => void;
  /** Selects a span as a whole, so that keys act on it; `reveal` brings it into sight. */
  readonly selectSpan: (id: SpanId | undefined, reveal: boolean) => void;
  /** A click at an offset: takes the shortest span there, a click again at the same place the next longer one. */
  readonly clickAt: (offset: number, again: boolean) => void;
  readonly walk: (step: Step) => boolean;
  readonly escape: () => boolean;

  /** Tags the selection or, without one, what the label takes at the caret; relabels where a span is the target. */
  readonly applyLabel: (label: LabelId) => void;
  readonly relabel: (id: SpanId, label: LabelId) => void;
  readonly arm: (label: LabelId | undefined) => void;
  readonly addFragment: (range?: TextRange) => void;
  readonly removeFragment: (id: SpanId, index: number) => void;
  /** Moves the start or end of one of the span's ranges to an offset. */
  readonly setBoundary: (id: SpanId, index: number, edge: 'from' | 'to', offset: number) => void;
  readonly moveBoundary: (edge: 'from' | 'to', step: Step, unit: 'word' | 'character') => void;
  readonly deleteSpan: (id?: SpanId) => void;
  readonly setNote: (id: SpanId, note: string) => void;
  /** Tells the user something; quietly, where it is only for those who do not see the screen. */
  readonly say: (text: string, isQuiet?: boolean) => void;
}

/** What the parts of the store share. */
export interface Parts {
  readonly dependencies: Dependencies;
  readonly session: SessionStore;
  readonly set: (part: Partial<AnnotateData>) => void;
  readonly get: () => AnnotateState;
}
