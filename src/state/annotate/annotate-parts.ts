import { type Edit } from '#core/edits/edit.ts';
import { type AttributeId, type AttributeValue } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId, type Layer, type LayerStatus } from '#core/project/project.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type LinkId } from '#core/spans/link.ts';
import { type TextRange } from '#core/text/range.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type AnnotateData, type TextSelection } from './annotate-state.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type SessionStore } from '#state/session-store.ts';

export type Step = 1 | -1;

/** Where a new link ends. The words of a span that is new get the label; a cue goes to the span that the link starts at. */
export type LinkEnd =
  | { readonly kind: 'span'; readonly id: SpanId; readonly cue?: TextRange | undefined }
  | { readonly kind: 'new'; readonly label: LabelId; readonly range: TextRange; readonly cue?: TextRange | undefined };

/** The open article with everything that can be done to it. Actions never throw; what went wrong ends up in the state. */
export interface AnnotateState extends AnnotateData {
  /** Opens an article and this annotator's layer on it; selects the span if it is there, or the place of the text. */
  readonly open: (articleId: ArticleId, annotatorId: AnnotatorId, spanId?: SpanId, place?: TextRange) => Promise<void>;
  readonly close: () => void;
  /** Resolves when every edit is on the disk or the disk refuses. */
  readonly settled: () => Promise<void>;
  readonly retrySaving: () => void;
  /** In the last moment of a page: keeps what is not on the disk yet for the next start. */
  readonly keepUnsaved: () => void;
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
  /** Sets what a span holds for an attribute, or takes it away where the value is undefined. */
  readonly setAttribute: (id: SpanId, attribute: AttributeId, value: AttributeValue | undefined) => void;
  /** Sets the attribute value with this letter on the selected span, or takes it away where it is set; false without one. */
  readonly applyValueKey: (letter: string) => boolean;
  /** Takes the selected words, or the word at the caret, for this attribute of the span, or for its first that holds words. */
  readonly takeWords: (id?: AttributeId) => void;
  /** Starts the choice of a link's end, for the selected span; ends it where `type` is undefined. */
  readonly startLinking: (type?: LinkTypeId) => void;
  readonly stopLinking: () => void;
  /** Links the span that linking was started for to a span, or to words that get a span first. */
  readonly linkTo: (end: LinkEnd) => void;
  readonly removeLink: (id: LinkId) => void;
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
