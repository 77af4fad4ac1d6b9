import { type SpanRef } from '#core/alignment/group.ts';
import { type AttributeId, type AttributeValue } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type Reason } from '#core/review/decision.ts';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { type TextSelection } from '#state/annotate/annotate-state.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type LibraryStore } from '#state/library-store.ts';
import { type SessionStore } from '#state/session-store.ts';
import { type WriteQueue } from '#state/write-queue.ts';
// Wholly a type: what restores it is loaded only where there is something to restore.
import type { ReviewWrite } from '#storage/unsaved-review.ts';
import { type LinkPlace } from './link-places.ts';
import { type BulkData, type BulkPolicy } from './bulk-state.ts';
import { type QueueData, type QueueFilter, type QueueOrder } from './queue-state.ts';
import { type ComparedChoice, type ReviewAction, type ReviewData, type ReviewView } from './review-state.ts';

/** What the store holds. */
export interface AllReviewData extends ReviewData {
  readonly queue: QueueData;
  readonly bulk: BulkData;
  /** What this tab did, oldest first, in whatever article; and what it took back, the last one last. */
  readonly done: readonly ReviewAction[];
  readonly undone: readonly ReviewAction[];
}

/** Reviewing: the queue of articles, the open one, and all that can be done. Actions never throw. */
export interface ReviewState extends AllReviewData {
  /** Opens the article, at the group that the span is in where one is given. */
  readonly open: (articleId: ArticleId, span?: SpanRef) => Promise<void>;
  readonly close: () => void;
  /** Forgets all that is about the project that was left; what is on its way to the disk gets there. */
  readonly leaveProject: () => void;
  /** Reads layers and log of the open article again, where they have changed on the disk. */
  readonly refresh: () => Promise<void>;
  /** Takes in that another tab has reviewed these articles. */
  readonly hear: (articleIds: readonly ArticleId[]) => Promise<void>;
  /** Resolves when every decision is on the disk or the disk refuses. */
  readonly settled: () => Promise<void>;
  readonly retrySaving: () => void;
  /** In the last moment of a page: keeps decisions and what is typed, as far as it is not on the disk yet. */
  readonly keepUnsaved: () => void;
  /** Downloads the open article with the compared layers and every decision, which may be ahead of the disk. */
  readonly downloadFromMemory: () => Promise<void>;
  /** Compares other layers from now on. */
  readonly compare: (choice: ComparedChoice) => Promise<void>;

  /** Makes it the current one. */
  readonly goTo: (id: string | undefined, isRevealed?: boolean) => void;
  readonly step: (step: 1 | -1) => void;
  /** To the next (or the last) that is still open. */
  readonly stepOpen: (step: 1 | -1) => void;
  /** Chooses a line of the card; the same line again is accepted. */
  readonly pressLine: (line: number) => void;
  readonly focusLine: (line: number) => void;
  /** Accepts the chosen line of the card, or this one, and goes on to what is open next. */
  readonly accept: (line?: number) => void;
  /** Nothing here belongs to gold. */
  readonly reject: () => void;
  readonly defer: () => void;
  readonly merge: (how: 'union' | 'intersection') => void;
  /** Takes all parts of what some marked in one piece, or the whole. */
  readonly takeSplit: (how: 'parts' | 'whole') => void;
  /** Decides the same again about what is there now. */
  readonly keep: () => void;
  readonly toggleReason: (reason: Reason) => void;
  /** Keeps what is typed about the current group as a draft. */
  readonly typeComment: (comment: string) => void;
  /** Says what was typed; of a group that is decided it makes a new decision. */
  readonly leaveComment: () => void;

  /** Takes up the chosen proposal, or what is decided, and says how it is changed: with keys, or with what is in sight. */
  readonly startEditing: (by?: 'keys' | 'buttons') => void;
  readonly stopEditing: () => void;
  readonly moveEdge: (edge: 'from' | 'to', step: 1 | -1, unit: 'word' | 'character') => void;
  readonly setEdge: (index: number, edge: 'from' | 'to', offset: number) => void;
  readonly relabelDraft: (label: LabelId) => void;
  /** Sets a value of what is being changed; undefined takes it away. */
  readonly setDraftValue: (id: AttributeId, value: AttributeValue | undefined) => void;
  /** Takes up or puts down the value that has this letter, where the draft’s label has one. */
  readonly pressDraftValue: (letter: string) => void;
  /** Takes the selected words (or the word at the caret) for this attribute, or for the first that holds words. */
  readonly takeDraftWords: (id?: AttributeId) => void;
  /** Lets a link of this type go from what is being changed to this place; it takes the place of one where only one may be. */
  readonly addDraftLink: (type: LinkTypeId, end: LinkPlace) => void;
  /** Takes away the links of this type to this place. */
  readonly removeDraftLink: (type: LinkTypeId, place: string) => void;
  readonly saveDraft: () => void;
  /** Puts what is selected into gold, which nobody had marked. */
  readonly add: (label: LabelId) => void;

  readonly select: (selection: TextSelection | undefined) => void;
  readonly clickAt: (offset: number, again: boolean) => void;
  /** Leaves what is going on: editing, then the selection, then the chosen line; false where there is nothing. */
  readonly escape: () => boolean;

  /** Gives back the article in which something was taken back. */
  readonly undo: () => Promise<ArticleId | undefined>;
  readonly redo: () => Promise<ArticleId | undefined>;

  readonly setView: (view: ReviewView) => void;
  readonly cycleView: () => void;
  readonly setHeatLabel: (label: LabelId) => void;
  readonly showNames: (areShown: boolean) => void;
  /** Marks the open article as finished; false, with a jump to what is open, where something is. */
  readonly finish: () => Promise<boolean>;
  /** The article to review after the open one. */
  readonly nextArticle: () => ArticleId | undefined;

  /** Reads what there is to review, and counts it in the background. */
  readonly readQueue: () => Promise<void>;
  readonly cancelQueue: () => void;
  /** Counts these articles anew; the others stay as they are shown. */
  readonly countAgain: (articleIds: readonly ArticleId[]) => Promise<void>;
  /** Shows in the queue how far the open article is. */
  readonly noteOpen: () => void;
  readonly sortQueue: (order: QueueOrder) => void;
  readonly filterQueue: (filter: Partial<QueueFilter>) => void;

  /** Opens the dialog of policies for the open article, or for these. */
  readonly openBulk: (articleIds: readonly ArticleId[]) => void;
  readonly closeBulk: () => void;
  readonly chooseBulk: (part: Partial<BulkPolicy>) => void;
  readonly acceptBulk: () => Promise<void>;

  readonly say: (text: string, isQuiet?: boolean) => void;
}

/** What the parts of the store share. */
export interface ReviewParts {
  readonly dependencies: Dependencies;
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
  readonly set: (part: Partial<AllReviewData>) => void;
  readonly get: () => ReviewState;
}

/** What the review writes, so that the log has the order in which decisions were made. */
export type ReviewWrites = WriteQueue<ReviewWrite>;
