import { type CarriedLayer, type Decision } from '#core/carry-over/carry-layer.ts';
import { type CarriedSpans } from '#core/carry-over/carry-spans.ts';
import { type AnnotatorId, type Article, type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type Carried } from '#core/text/anchor.ts';
import { type ChangedWords } from '#core/text/changed-words.ts';
import { type TextRange } from '#core/text/range.ts';
import { NOTHING_OPEN } from '#state/annotate/annotate-state.ts';

/** Why a text cannot become a corrected article, or that it can. */
export type TextProblem = 'none' | 'same' | 'empty' | 'too-long';

/** What becomes of one annotator's spans. */
export interface CarriedFor {
  readonly annotatorId: AnnotatorId;
  readonly spans: CarriedSpans;
}

/** What saving a text would do, as far as no decision is needed. */
export interface CorrectionPreview {
  /** The text that was compared; behind the draft while somebody types. */
  readonly text: string;
  readonly problem: TextProblem;
  readonly words: ChangedWords;
  readonly own: CarriedSpans;
  readonly others: readonly CarriedFor[];
}

/** The article whose text is being corrected, the draft, and what was decided. */
export interface CorrectionData {
  readonly phase: 'closed' | 'opening' | 'open' | 'saving' | 'missing' | 'failed';
  /** Why it cannot be opened or was not saved, or empty. */
  readonly failure: string;
  readonly article: Article;
  /** What the text field holds; LF only and well-formed, as an article is. */
  readonly draft: string;
  /** True where the draft was typed at an earlier time. */
  readonly isFromBefore: boolean;
  readonly preview: CorrectionPreview | undefined;
  /** By span; those of spans that have a place by now do not count. */
  readonly decisions: ReadonlyMap<SpanId, Decision>;
  /** The annotator's own layer as the decisions make it. */
  readonly result: CarriedLayer | undefined;
}

export interface CorrectionState extends CorrectionData {
  readonly open: (articleId: ArticleId) => Promise<void>;
  /** Leaves the correction; a draft stays on the disk, and what is being saved is saved. */
  readonly close: () => void;
  /** Takes what the text field holds; it is kept on the disk at once and compared when there is a pause. */
  readonly type: (text: string) => void;
  /** Back to the article's text, without decisions. */
  readonly discard: () => Promise<void>;
  /** Puts a lost span where it was guessed to be. */
  readonly placeAtGuess: (id: SpanId) => void;
  /** Puts a lost span on these words of the draft, without white space around them; nothing where there are none. */
  readonly placeAt: (id: SpanId, range: TextRange) => void;
  readonly deleteSpan: (id: SpanId) => void;
  readonly undecide: (id: SpanId) => void;
  /** Ends when the preview is that of the draft. */
  readonly compared: () => Promise<void>;
  /** Ends when what was typed is on the disk or was refused. */
  readonly kept: () => Promise<void>;
  /** Saves the corrected article and says so; gives its id, or undefined where something is in the way. */
  readonly save: () => Promise<ArticleId | undefined>;
}

/** Before any article was opened. */
export const NOTHING_CORRECTED: CorrectionData = {
  phase: 'closed',
  failure: '',
  article: NOTHING_OPEN.article,
  draft: '',
  isFromBefore: false,
  preview: undefined,
  decisions: new Map(),
  result: undefined,
};

/** How many spans came over in which way. */
export function gradesOf({ carried }: CarriedSpans): Readonly<Record<Carried, number>> {
  const counts = { kept: 0, changed: 0, moved: 0 };
  for (const { grade } of carried) counts[grade] += 1;
  return counts;
}

/** How many of the annotator's own spans still need a decision. */
export function undecidedIn({ preview, decisions }: Pick<CorrectionData, 'preview' | 'decisions'>): number {
  return preview?.own.unplaced.filter(({ before }) => !decisions.has(before.id)).length ?? 0;
}

/** True where the draft differs from the article's text. */
export function hasDraft({ article, draft }: Pick<CorrectionData, 'article' | 'draft'>): boolean {
  return draft !== article.text;
}
