import { isRange } from '#core/labels/attribute.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { cutBehind } from '#core/text/cut-behind.ts';
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
import { type SpotCheck, spotCheck } from '#core/review/spot-check.ts';
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

/** So many articles are asked of the disk together: most of the time goes by between a question and its answer. */
const READ_AT_ONCE = 16;
/** How long counted articles wait to be told: the page puts all of its rows in order each time. */
const PAUSE_MS = 400;
const FIRST_PAUSE_MS = 80;

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

  /** Reads the articles and visits them in their order, with how many those are by then. */
  const readEach = async (
    choice: ReviewedArticles,
    visit: (review: ArticleReview | undefined, done: number) => void,
  ): Promise<void> => {
    let done = 0;
    while (done < choice.articleIds.length) {
      const together = choice.articleIds.slice(done, done + READ_AT_ONCE);
      for (const review of await Promise.all(together.map((id) => read(choice, id)))) visit(review, (done += 1));
    }
  };

  /** What the policy decides, and of it what the spot check takes out: a share of all that is decided in whatever article. */
  const run = async (
    choice: PolicyRun,
    report: Report,
    visit: (review: ArticleReview, decisions: readonly Decision[]) => void = () => undefined,
  ): Promise<SpotCheck> => {
    let made = 0;
    // The batch has an id of its own, so that its decisions need no other chance.
    const newId = (): string => `${choice.batch}-${(made += 1)}`;
    const all: Decision[] = [];
    await readEach(choice, (review, done) => {
      if (review && review.layers.length > 0) {
        const decisions = decisionsOf(choice, review, newId);
        all.push(...decisions);
        visit(review, decisions);
      }
      report(done, choice.articleIds.length);
    });
    return spotCheck(all, choice.share, choice.batch);
  };

  return {
    align: alignLayers,
    count: async (choice, report) => {
      let some: ArticleFigures[] = [];
      let told = Date.now();
      let pause = FIRST_PAUSE_MS;
      await readEach(choice, (review, done) => {
        if (review) some.push(figuresOf(review));
        // Not at each article: what the page is told it sorts and draws. The first are there soon.
        if (Date.now() - told < pause && done < choice.articleIds.length) return;
        report(some, done);
        some = [];
        told = Date.now();
        pause = PAUSE_MS;
      });
    },
    plan: async (choice, report) => {
      const listed: PlannedDecision[] = [];
      const { kept, checked } = await run(choice, report, (review, decisions) => {
        // Some of them will be taken out: at most half, as nobody is offered more.
        const some = decisions.slice(0, 2 * LISTED - listed.length);
        listed.push(...some.map((decision) => planned(review, decision)));
      });
      const stays = new Set<string>(kept.map(({ id }) => id));
      return {
        decisions: kept.length,
        articles: new Set(kept.map(({ articleId }) => articleId)).size,
        checked: checked.length,
        list: listed.filter(({ key }) => stays.has(key)).slice(0, LISTED),
      };
    },
    write: async (choice, report) => {
      const { kept } = await run(choice, report);
      if (kept.length > 0) await appendDecisions(await database(), choice.projectId, kept);
      return kept;
    },
  };
}

/** Counts what is to be settled in an article, and what is left of it. */
function figuresOf({ article, layers, log, finishedAt, openThreads }: ArticleReview): ArticleFigures {
  const groups = alignLayers(layers);
  const gold = foldGold(article.id, log, groups, layers);
  return { ...countGroups(article.id, groups, gold, layers), finishedAt, openThreads, f1: meanStrictF1(layers) };
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
  const wordsOf = (ranges: readonly TextRange[]): string => cutBehind(quoteOf(text, { ranges }), SHOWN);
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
