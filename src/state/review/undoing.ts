import { type ArticleId } from '#core/project/project.ts';
import { countingDecisions } from '#core/review/counting.ts';
import { type BatchId, type Decision, type DecisionId } from '#core/review/decision.ts';
import { loadDecisions } from '#storage/decisions.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { type Committing } from './committing.ts';
import { lastAction, lastUndo } from './log-history.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { type ReviewAction } from './review-state.ts';
import { type WriteQueue } from './review-saving.ts';

/**
 * Taking back what was decided, and taking that back: always by new decisions. What this tab did is taken back in its order,
 * whatever article it was in; then, as after a reload, what the log of the open article says.
 */
export function createUndoing(
  { dependencies, session, set, get }: ReviewParts,
  { append, withdrawal }: Committing,
  queue: WriteQueue,
): Pick<ReviewState, 'undo' | 'redo'> {
  const { database, newId } = dependencies;

  const logOf = async (articleId: ArticleId): Promise<readonly Decision[]> => {
    if (articleId === get().article.id) return get().log;
    await queue.settled();
    return (await loadDecisions(database, session.getState().project.id, articleId)).decisions;
  };

  /** Takes back those decisions of an action that still count; gives what did so, or nothing where none does. */
  const takeBack = async ({ text, decisions }: ReviewAction): Promise<ReviewAction | undefined> => {
    const batch = (decisions.size > 1 ? newId() : '') as BatchId | '';
    const made: Decision[] = [];
    for (const [articleId, ids] of decisions) {
      const counting = new Set(countingDecisions(await logOf(articleId)).map(({ id }) => id));
      const taken = ids.filter((id) => counting.has(id));
      if (taken.length > 0) made.push(withdrawal(articleId, taken, batch));
    }
    if (made.length === 0) return undefined;
    append(made);
    return { text, decisions: new Map(made.map(({ id, articleId }) => [articleId, [id]])) };
  };

  /** What these decisions are about is the current group afterwards. */
  const showAgain = (ids: readonly DecisionId[]): void => {
    const { log, items, goTo, currentId } = get();
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
  };

  const attempt = async (job: () => Promise<ArticleId | undefined>): Promise<ArticleId | undefined> => {
    try {
      return await job();
    } catch (error) {
      get().say((error as StorageError).message);
      return undefined;
    }
  };

  /** Takes an action back, says so, and shows what it was about; gives the first of its articles. */
  const turnBack = async (
    action: ReviewAction,
    words: string,
    note: (taken: ReviewAction | undefined) => void,
  ): Promise<ArticleId | undefined> => {
    const taken = await takeBack(action);
    note(taken);
    get().say(taken ? `${words} ${action.text}` : 'Somebody has changed that since.');
    if (!taken) return undefined;
    showAgain(subjectsOf(action, get().log, get().article.id));
    return [...taken.decisions.keys()][0];
  };

  return {
    undo: () =>
      attempt(async () => {
        const { done, undone, article, log, say } = get();
        const action = done.at(-1) ?? actionOf(article.id, lastAction(log));
        if (!action) {
          say('There is nothing to undo.');
          return undefined;
        }
        return turnBack(action, 'Undone:', (taken) => {
          set({ done: done.slice(0, -1), undone: taken ? [...undone, taken] : undone });
        });
      }),
    redo: () =>
      attempt(async () => {
        const { done, undone, article, log, say } = get();
        const action = undone.at(-1) ?? (done.length === 0 ? actionOf(article.id, lastUndo(log)) : undefined);
        if (!action) {
          say('There is nothing to redo.');
          return undefined;
        }
        const logs = new Map<ArticleId, readonly Decision[]>();
        for (const id of action.decisions.keys()) logs.set(id, await logOf(id));
        return turnBack(action, 'Done again:', (taken) => {
          const again = {
            text: action.text,
            decisions: new Map([...action.decisions].map(([id, ids]) => [id, subjects(ids, logs.get(id)!)])),
          };
          set({ undone: undone.slice(0, -1), done: taken ? [...done, again] : done });
        });
      }),
  };
}

function actionOf(articleId: ArticleId, decisions: readonly Decision[]): ReviewAction | undefined {
  if (decisions.length === 0) return undefined;
  return { text: 'the last decision.', decisions: new Map([[articleId, decisions.map(({ id }) => id)]]) };
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
