import { t } from '#language/t.ts';
import { plural } from '#language/numbers.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type BatchId, type DecisionId } from '#core/review/decision.ts';
import { type Policy } from '#core/review/policies.ts';
import { LEADING_WORDS } from '#core/review/trim-extent.ts';
import { messageOf } from '#state/message-of.ts';
import { type PolicyRun } from '#workers/review-work.ts';
import { type BulkPolicy, NO_BULK } from './bulk-state.ts';
import { comparedArticles } from './compared.ts';
import { type ReviewParts, type ReviewState, type ReviewWrites } from './review-parts.ts';

type Bulk = Pick<ReviewState, 'openBulk' | 'closeBulk' | 'chooseBulk' | 'acceptBulk'>;

/** Accepting many groups by a policy: a dry run first, then one batch that is undone at once. */
export function createBulk({ dependencies, session, annotate, set, get }: ReviewParts, queue: ReviewWrites): Bulk {
  const { reviewing, newId, now, tellReviewed } = dependencies;
  /** What the last dry run was of, so that just that is written. */
  let planned: PolicyRun | undefined;
  let turn = 0;

  const fail = (mine: number, error: unknown): void => {
    if (mine !== turn) return;
    const failure = messageOf(error);
    set({ bulk: { ...get().bulk, phase: 'failed', failure, progress: undefined } });
  };
  const report =
    (mine: number) =>
    (done: number, total: number): void => {
      if (mine === turn && total > 1) set({ bulk: { ...get().bulk, progress: { done, total } } });
    };

  const plan = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const { articleIds, policy } = get().bulk;
    const { project, annotatorId: by } = session.getState();
    const rule = ruleOf(policy);
    set({ bulk: { ...get().bulk, phase: 'planning', plan: undefined, failure: '', progress: undefined } });
    if (!rule) return set({ bulk: { ...get().bulk, phase: 'planned' } });
    planned = {
      ...comparedArticles(project.id, articleIds, get().choice),
      policy: rule,
      settings: settingsInWords(policy),
      by,
      at: now(),
      batch: newId() as BatchId,
      share: policy.share,
    };
    try {
      await annotate.getState().settled();
      await queue.settled();
      const found = await reviewing.plan(planned, report(mine));
      if (mine === turn) set({ bulk: { ...get().bulk, phase: 'planned', plan: found, progress: undefined } });
    } catch (error) {
      fail(mine, error);
    }
  };

  return {
    openBulk: (articleIds) => {
      set({ bulk: { ...get().bulk, phase: 'planning', articleIds } });
      void plan();
    },
    closeBulk: () => {
      turn += 1;
      planned = undefined;
      set({ bulk: { ...NO_BULK, policy: get().bulk.policy } });
      reviewing.cancelPolicy();
    },
    chooseBulk: (part) => {
      set({ bulk: { ...get().bulk, policy: { ...get().bulk.policy, ...part } } });
      void plan();
    },
    acceptBulk: async () => {
      const run = planned;
      if (!run || get().bulk.phase !== 'planned') return;
      const mine = turn;
      set({ bulk: { ...get().bulk, phase: 'writing', progress: undefined } });
      try {
        const made = await reviewing.write({ ...run, at: now() }, report(mine));
        tellReviewed([...new Set(made.map(({ articleId }) => articleId))]);
        if (mine !== turn) return;
        const decisions = new Map<ArticleId, DecisionId[]>();
        for (const { articleId, id } of made) decisions.set(articleId, [...(decisions.get(articleId) ?? []), id]);
        const text = decidedInWords(made.length, decisions.size);
        const { done, closeBulk, refresh, say, countAgain } = get();
        set({ done: [...done, { text, decisions }], undone: [] });
        closeBulk();
        await refresh();
        void countAgain([...decisions.keys()]);
        say(text);
      } catch (error) {
        fail(mine, error);
      }
    },
  };
}

function decidedInWords(groups: number, articles: number): string {
  if (groups === 1) return t`One group was decided by the policy.`;
  return articles > 1
    ? t`${plural(groups, 'group')} ${plural(articles, 'in # article', 'in # articles')} were decided by the policy.`
    : plural(groups, '# group was decided by the policy.', '# groups were decided by the policy.');
}

/** The policy as the worker runs it; undefined where a setting is missing. */
function ruleOf({ kind, kept, annotatorId, rejectsOthers, threshold }: BulkPolicy): Policy | undefined {
  switch (kind) {
    case 'unanimous':
    case 'majority':
      return { kind };
    case 'trim-only':
      return { kind, kept, leading: LEADING_WORDS };
    case 'trusted':
      return annotatorId === '' ? undefined : { kind, annotatorId, rejectsOthers };
    case 'word-agreement':
      return { kind, threshold };
  }
}

const KEPT_WORDS: Readonly<Record<BulkPolicy['kept'], string>> = {
  most: 'most',
  longest: 'longest',
  shortest: 'shortest',
};

/** The rule as it is written into the decisions: in English, whatever the language in use. */
function settingsInWords({ kind, kept, annotatorId, rejectsOthers, threshold }: BulkPolicy): string {
  switch (kind) {
    case 'unanimous':
      return 'All who finished the article, two or more, marked the same.';
    case 'trim-only':
      return `All marked the same but for white space, quotation marks, brackets, final punctuation and leading words; taken: ${KEPT_WORDS[kept]}.`;
    case 'majority':
      return 'Two thirds or more of three or more marked the same, and nobody gave another label.';
    case 'trusted':
      return rejectsOthers
        ? `What ${annotatorId} marked; what only others marked is left out.`
        : `What ${annotatorId} marked.`;
    case 'word-agreement':
      return `All marked the same label and at least ${Math.round(threshold * 100)}% of the same words.`;
  }
}
