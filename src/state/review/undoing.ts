import { t } from '#language/t.ts';
import { type ArticleId } from '#core/project/project.ts';
import { countingDecisions } from '#core/review/counting.ts';
import { type BatchId, type Decision, type DecisionId } from '#core/review/decision.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { type Committing } from './committing.ts';
import { ACTIONS, UNDOS } from './log-history.ts';
import { type ReadLogs, readLogs } from './read-logs.ts';
import { type ReviewParts, type ReviewState, type ReviewWrites } from './review-parts.ts';
import { type ReviewAction } from './review-state.ts';

/**
 * Taking back what was decided, and taking that back: always by new decisions. What this tab did is taken back in its order,
 * whatever article it was in; then, as after a reload, what the log of the open article says, with the rest of its batch.
 */
export function createUndoing(
  parts: ReviewParts,
  { append, withdrawal }: Committing,
  queue: ReviewWrites,
): Pick<ReviewState, 'undo' | 'redo'> {
  const { dependencies, set, get } = parts;
  const { newId } = dependencies;

  /** Takes back those decisions of an action that still count; gives what did so, or nothing where none does. */
  const takeBack = async ({ text, decisions }: ReviewAction, logs: ReadLogs): Promise<ReviewAction | undefined> => {
    const batch = (decisions.size > 1 ? newId() : '') as BatchId | '';
    const made: Decision[] = [];
    for (const [articleId, ids] of decisions) {
      const counting = new Set(countingDecisions(await logs.of(articleId)).map(({ id }) => id));
      const taken = ids.filter((id) => counting.has(id));
      if (taken.length > 0) made.push(withdrawal(articleId, taken, batch));
    }
    if (made.length === 0) return undefined;
    append(made);
    return { text, decisions: new Map(made.map(({ id, articleId }) => [articleId, [id]])) };
  };

  const attempt = async (job: (logs: ReadLogs) => Promise<ArticleId | undefined>): Promise<ArticleId | undefined> => {
    try {
      return await job(readLogs(parts, queue));
    } catch (error) {
      get().say((error as StorageError).message);
      return undefined;
    }
  };

  /** Takes an action back, says so, and shows what it was about; gives the open article where it is one of its articles. */
  const turnBack = async (
    action: ReviewAction,
    logs: ReadLogs,
    inWords: (done: string) => string,
    note: (taken: ReviewAction | undefined) => void,
  ): Promise<ArticleId | undefined> => {
    const taken = await takeBack(action, logs);
    note(taken);
    const { say, log, article, queue: shown, countAgain } = get();
    say(taken ? inWords(action.text) : t`Somebody has changed that since.`);
    if (!taken) return undefined;
    showAgain(get(), subjectsOf(action, log, article.id));
    const articles = [...taken.decisions.keys()];
    if (articles.length > 1 && shown.phase !== 'closed') void countAgain(articles);
    return articles.includes(article.id) ? article.id : articles[0];
  };

  return {
    undo: () =>
      attempt(async (logs) => {
        const { done, undone, say } = get();
        const action = done.at(-1) ?? (await logs.last(ACTIONS));
        if (!action) {
          say(t`There is nothing to undo.`);
          return undefined;
        }
        return turnBack(
          action,
          logs,
          (text) => t`Undone: ${text}`,
          (taken) => {
            set({ done: done.slice(0, -1), undone: taken ? [...undone, taken] : undone });
          },
        );
      }),
    redo: () =>
      attempt(async (logs) => {
        const { done, undone, say } = get();
        const action = undone.at(-1) ?? (await logs.last(UNDOS));
        if (!action) {
          say(t`There is nothing to redo.`);
          return undefined;
        }
        const before = new Map<ArticleId, readonly Decision[]>();
        for (const id of action.decisions.keys()) before.set(id, await logs.of(id));
        return turnBack(
          action,
          logs,
          (text) => t`Done again: ${text}`,
          (taken) => {
            const again = {
              text: action.text,
              decisions: new Map([...action.decisions].map(([id, ids]) => [id, subjects(ids, before.get(id)!)])),
            };
            set({ undone: undone.slice(0, -1), done: taken ? [...done, again] : done });
          },
        );
      }),
  };
}

/** What these decisions are about is the current group afterwards. */
function showAgain({ log, items, goTo, currentId }: ReviewState, ids: readonly DecisionId[]): void {
  const about = log.find(({ id, verdict }) => ids.includes(id) && verdict !== 'withdraw');
  const [first] = about ? [...about.covers, ...about.spans].flatMap(({ ranges }) => ranges) : [];
  const covered = about?.covers[0];
  const item =
    items.find(({ group }) =>
      group?.members.some(
        ({ annotatorId, span }) => annotatorId === covered?.annotatorId && span?.id === covered.spanId,
      ),
    ) ?? items.find(({ hull }) => first !== undefined && hull.to > first.from);
  goTo(item?.id ?? currentId, item !== undefined);
}

/** The decisions of the open article that an action made, or whose undoing it was. */
function subjectsOf({ decisions }: ReviewAction, log: readonly Decision[], openId: ArticleId): readonly DecisionId[] {
  return subjects(decisions.get(openId) ?? [], log);
}

function subjects(ids: readonly DecisionId[], log: readonly Decision[]): readonly DecisionId[] {
  return log
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, verdict, supersedes }) => (verdict === 'withdraw' ? supersedes : [id]));
}
