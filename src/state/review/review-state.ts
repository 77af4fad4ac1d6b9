import { type ComparedLayers, type Group } from '#core/alignment/group.ts';
import { type Proposal } from '#core/alignment/proposals.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type Article, type ArticleId } from '#core/project/project.ts';
import { type DecidedLink, type Decision, type DecisionId, type Reason } from '#core/review/decision.ts';
import { type Gold, type GroupState } from '#core/review/fold-gold.ts';
import { type StaleDecision } from '#core/review/staleness.ts';
import { type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { type Paragraph } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';
import { NOTHING_OPEN, type Saving, type TextSelection } from '#state/annotate/annotate-state.ts';

/** Whose layers are compared. */
export interface ComparedChoice {
  /** Undefined for everybody. */
  readonly annotatorIds: ReadonlySet<AnnotatorId> | undefined;
  /** True where layers count that their annotators have not finished yet. */
  readonly alsoInProgress: boolean;
}

export const EVERYBODY: ComparedChoice = { annotatorIds: undefined, alsoInProgress: false };

/**
 * One thing to settle in the open article: a group of spans; or a decision that belongs to none, since nobody had marked
 * its words or the spans that it was about are gone.
 */
export interface ReviewItem {
  /** The key of the group, else the id of the decision. */
  readonly id: string;
  readonly group: Group | undefined;
  /** The standing decisions about it, in the order of the log. */
  readonly decisions: readonly Decision[];
  /** Those of them that need another look, with why. */
  readonly stale: readonly StaleDecision[];
  readonly state: GroupState;
  readonly hull: TextRange;
}

/** What is drawn of other people's spans: nothing, those of the current group, all of them, or how many cover each word. */
export const REVIEW_VIEWS = ['active', 'all', 'heat', 'gold'] as const;
export type ReviewView = (typeof REVIEW_VIEWS)[number];

/** A span that is being changed or made, before it is decided. */
export interface DraftSpan {
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
  readonly attributes: readonly SpanAttribute[];
  readonly note: string;
  /** Those that start at it, to spans of layers or of gold. */
  readonly links: readonly DecidedLink[];
  /** The proposal that it started from; undefined where it started from what is decided. */
  readonly proposal: Proposal | undefined;
  /** The decision that it is a span of, where it started from what is decided, and which span. */
  readonly decided: { readonly decision: Decision; readonly spanId: SpanId } | undefined;
}

/** The article under review. Plain data. */
export interface ReviewData {
  readonly phase: 'closed' | 'opening' | 'open' | 'missing' | 'failed';
  readonly failure: string;
  readonly article: Article;
  readonly paragraphs: readonly Paragraph[];
  /** The layers that are compared, by annotator. */
  readonly layers: ComparedLayers;
  /** The letter by which each annotator goes in this article, in the order of the letters. */
  readonly letters: ReadonlyMap<AnnotatorId, string>;
  readonly groups: readonly Group[];
  /** The log of decisions, those that are on their way to the disk included. */
  readonly log: readonly Decision[];
  readonly gold: Gold | undefined;
  /** In reading order. */
  readonly items: readonly ReviewItem[];
  /** When the review of the article was finished, as an ISO time, or empty. */
  readonly finishedAt: string;
  readonly currentId: string | undefined;
  /** What the current group can be settled with, most backers first; none without one. */
  readonly proposals: readonly Proposal[];
  /** Index of the line of the card that Enter takes; the one after the proposals is “leave out”. */
  readonly focused: number | undefined;
  /** What goes into the next decision about the current group. */
  readonly reasons: readonly Reason[];
  readonly comment: string;
  readonly draft: DraftSpan | undefined;
  readonly selection: TextSelection | undefined;
  readonly view: ReviewView;
  /** The label whose spans the heat view counts; the first of the label set where undefined. */
  readonly heatLabel: LabelId | undefined;
  readonly areNamesShown: boolean;
  readonly choice: ComparedChoice;
  readonly saving: Saving;
  /** Grows when the current group should be brought into sight. */
  readonly reveal: number;
}

const NO_ARTICLE = NOTHING_OPEN.article;

/** What is true of no article; choices and what is on its way to the disk outlive an article. */
export const NOTHING_REVIEWED = {
  phase: 'closed',
  failure: '',
  article: NO_ARTICLE,
  paragraphs: [],
  layers: [],
  letters: new Map(),
  groups: [],
  log: [],
  gold: undefined,
  items: [],
  finishedAt: '',
  currentId: undefined,
  proposals: [],
  focused: undefined,
  reasons: [],
  comment: '',
  draft: undefined,
  selection: undefined,
} as const satisfies Partial<ReviewData>;

/** Before anything was reviewed. */
export const FIRST_REVIEW: ReviewData = {
  ...NOTHING_REVIEWED,
  view: 'active',
  heatLabel: undefined,
  areNamesShown: false,
  choice: EVERYBODY,
  saving: { kind: 'saved' },
  reveal: 0,
};

/** Decisions that one action made, by article, so that it can be undone whatever article is open. */
export interface ReviewAction {
  /** What was done, as a sentence. */
  readonly text: string;
  readonly decisions: ReadonlyMap<ArticleId, readonly DecisionId[]>;
}
