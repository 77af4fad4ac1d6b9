import { t } from '#language/t.ts';
import { plural } from '#language/numbers.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type Decision, type DecisionId } from '#core/review/decision.ts';
import { articlesOfBatch, loadDecisions } from '#storage/decisions.ts';
import { type LogHistory } from './log-history.ts';
import { type ReviewParts, type ReviewWrites } from './review-parts.ts';
import { type ReviewAction } from './review-state.ts';

/** The logs of articles as one action sees them. Calls reject where the disk cannot be read. */
export interface ReadLogs {
  /** The log of an article, read once. */
  readonly of: (articleId: ArticleId) => Promise<readonly Decision[]>;
  /** What the log of the open article says was done last, with all of its batch in whatever articles. */
  readonly last: (history: LogHistory) => Promise<ReviewAction | undefined>;
}

/** The logs for one action, those decisions included that are on their way to the disk. */
export function readLogs({ dependencies, session, get }: ReviewParts, queue: ReviewWrites): ReadLogs {
  const { database } = dependencies;
  const { id: projectId } = session.getState().project;
  const known = new Map<ArticleId, readonly Decision[]>();

  const logOf = async (articleId: ArticleId): Promise<readonly Decision[]> => {
    if (articleId === get().article.id) return get().log;
    const before = known.get(articleId);
    if (before) return before;
    await queue.settled();
    const { decisions } = await loadDecisions(database, projectId, articleId);
    known.set(articleId, decisions);
    return decisions;
  };

  return {
    of: logOf,
    last: async ({ last, inBatch }) => {
      const { article, log } = get();
      const here = last(log);
      const [first] = here;
      if (!first) return undefined;
      const found = new Map([[article.id, here]]);
      if (first.batch !== '') {
        await queue.settled();
        for (const id of await articlesOfBatch(database, projectId, first.batch)) {
          if (id === article.id) continue;
          const there = inBatch(await logOf(id), first.batch);
          if (there.length > 0) found.set(id, there);
        }
      }
      const decisions = new Map([...found].map(([id, some]): [ArticleId, DecisionId[]] => [id, some.map(idOf)]));
      return { text: inWords([...found.values()]), decisions };
    },
  };
}

/** What is taken back, as a sentence; an undo stands for the decisions that it took back. */
function inWords(logs: readonly (readonly Decision[])[]): string {
  const count = logs.flat().reduce((sum, { verdict, supersedes }) => {
    return sum + (verdict === 'withdraw' ? supersedes.length : 1);
  }, 0);
  if (logs.length > 1) return t`${plural(count, 'decision')} ${plural(logs.length, 'in # article', 'in # articles')}.`;
  if (count === 1) return t`the last decision.`;
  return plural(count, '# decision that was made at once.', '# decisions that were made at once.');
}

function idOf({ id }: Decision): DecisionId {
  return id;
}
