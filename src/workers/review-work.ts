import { isRange } from '#core/labels/attribute.ts';
import { type TextRange } from '#core/text/range.ts';
import { alignLayers } from '#core/alignment/align-layers.ts';
import { type ComparedLayers, type Group } from '#core/alignment/group.ts';
import { type AnnotatorId, type ArticleId, type LayerStatus, type ProjectId } from '#core/project/project.ts';
import { type ArticleFigures, countGroups } from '#core/review/article-figures.ts';
import { type BatchId, type Decision } from '#core/review/decision.ts';
import { foldGold } from '#core/review/fold-gold.ts';
import { meanStrictF1 } from '#core/review/mean-strict-f1.ts';
import { type Policy, policyDecisions } from '#core/review/policies.ts';
import { type PlannedDecision, type PolicyPlan } from '#core/review/policy-plan.ts';
import { spotCheck } from '#core/review/spot-check.ts';
import { type ArticleReview, readReview } from '#storage/article-review.ts';
import { type Database } from '#storage/database.ts';
import { appendDecisions } from '#storage/decisions.ts';

/** Which articles of a project, and whose layers on them are compared. */
export interface ReviewedArticles {
  readonly projectId: ProjectId;
  readonly articleIds: readonly ArticleId[];
  /** Undefined for everybody. */
  readonly annotatorIds: readonly AnnotatorId[] | undefined;
  readonly statuses: readonly LayerStatus[];
}

/** A policy on some articles, and what its decisions say of themselves. */
export interface PolicyRun extends ReviewedArticles {
  readonly policy: Policy;
  readonly settings: string;
  readonly by: AnnotatorId;
  readonly at: string;
  readonly batch: BatchId;
  /** The share that is left to be looked at one by one, from 0 to 1. */
  readonly share: number;
}

/** So many decisions of a dry run are listed. */
const LISTED = 200;
/** So many characters of a span's words are listed. */
const SHOWN = 160;

type Report = (done: number, total: number) => void;

/** Aligns and folds many articles; the page does it for one. */
export interface ReviewWork {
  readonly align: (layers: ComparedLayers) => readonly Group[];
  /** Counts the articles one by one; `report` is given what was counted since it was called last. */
  readonly count: (
    choice: ReviewedArticles,
    report: (some: readonly ArticleFigures[], done: number) => void,
  ) => Promise<void>;
  readonly plan: (run: PolicyRun, report: Report) => Promise<PolicyPlan>;
  /** Writes what the policy decides, all in one transaction; gives the decisions by article. */
  readonly write: (run: PolicyRun, report: Report) => Promise<readonly Decision[]>;
}

/** The work of the review worker, which tests run without one. */
export function createReviewWork(database: () => Promise<Database>): ReviewWork {
  const read = async (choice: ReviewedArticles, articleId: ArticleId): Promise<ArticleReview | undefined> => {
    return readReview(await database(), {
      projectId: choice.projectId,
      articleId,
      isCompared: ({ annotatorId, status }) =>
        choice.statuses.includes(status) && (choice.annotatorIds?.includes(annotatorId) ?? true),
    });
  };

  /** What the policy decides, article by article. */
  const run = async (
    choice: PolicyRun,
    report: Report,
    visit: (review: ArticleReview, kept: readonly Decision[], checked: number) => void,
  ): Promise<void> => {
    let made = 0;
    // The batch has an id of its own, so that its decisions need no other chance.
    const newId = (): string => `${choice.batch}-${(made += 1)}`;
    for (const [index, articleId] of choice.articleIds.entries()) {
      const review = await read(choice, articleId);
      if (review && review.layers.length > 0) {
        const all = decisionsOf(choice, review, newId);
        const { kept, checked } = spotCheck(all, choice.share, choice.batch);
        if (all.length > 0) visit(review, kept, checked.length);
      }
      report(index + 1, choice.articleIds.length);
    }
  };

  return {
    align: alignLayers,
    count: async (choice, report) => {
      let some: ArticleFigures[] = [];
      let told = Date.now();
      for (const [index, articleId] of choice.articleIds.entries()) {
        const review = await read(choice, articleId);
        if (review) some.push(figuresOf(review));
        // Not at each article: what the page is told it draws.
        if (Date.now() - told < 80 && index + 1 < choice.articleIds.length) continue;
        report(some, index + 1);
        some = [];
        told = Date.now();
      }
    },
    plan: async (choice, report) => {
      const plan = { decisions: 0, articles: 0, checked: 0, list: [] as PlannedDecision[] };
      await run(choice, report, (review, kept, checked) => {
        plan.decisions += kept.length;
        plan.articles += kept.length > 0 ? 1 : 0;
        plan.checked += checked;
        for (const decision of kept.slice(0, LISTED - plan.list.length)) plan.list.push(planned(review, decision));
      });
      return plan;
    },
    write: async (choice, report) => {
      const all: Decision[] = [];
      await run(choice, report, (_review, kept) => {
        all.push(...kept);
      });
      if (all.length > 0) await appendDecisions(await database(), choice.projectId, all);
      return all;
    },
  };
}

/** Counts what is to be settled in an article, and what is left of it. */
function figuresOf({ article, layers, log, finishedAt, openThreads }: ArticleReview): ArticleFigures {
  const groups = alignLayers(layers);
  return { ...countGroups(article.id, groups, log, layers), finishedAt, openThreads, f1: meanStrictF1(layers) };
}

function decisionsOf(
  { policy, settings, by, at, batch }: PolicyRun,
  { article, layers, log }: ArticleReview,
  newId: () => string,
): readonly Decision[] {
  const groups = alignLayers(layers);
  const gold = foldGold(article.id, log, groups, layers);
  const { id: articleId, text, language } = article;
  return policyDecisions(
    policy,
    { text, language, groups, gold },
    { articleId, at, by, isBlind: true, reasons: [], comment: '', batch, layers, settings, newId },
  );
}

function planned({ article: { title, text, language }, layers }: ArticleReview, decision: Decision): PlannedDecision {
  const { spans, covers } = decision;
  const about = spans[0] ?? covers[0];
  const wordsOf = (ranges: readonly TextRange[]): string => {
    const words = ranges.map(({ from, to }) => text.slice(from, to)).join(' … ');
    return words.length > SHOWN ? `${words.slice(0, SHOWN).toWellFormed()}…` : words;
  };
  const links = (spans[0]?.links ?? []).map(({ type, to }) => {
    const layer = layers.find(({ annotatorId }) => annotatorId === to.annotatorId);
    return { type, words: wordsOf(layer?.spans.find(({ id }) => id === to.spanId)?.ranges ?? []) };
  });
  return {
    key: decision.id,
    title,
    label: about?.label,
    words: wordsOf(about?.ranges ?? []),
    language,
    isLeftOut: spans.length === 0,
    attributes: (spans[0]?.attributes ?? []).map(({ id, value }) => {
      return { id, value: isRange(value) ? wordsOf([value]) : value };
    }),
    // Several people’s links to the same words are one.
    links: links.filter((link, at) => {
      return at === links.findIndex(({ type, words }) => type === link.type && words === link.words);
    }),
  };
}
