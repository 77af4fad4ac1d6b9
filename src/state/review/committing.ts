import { t } from '#language/t.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type Deciding, withdraw } from '#core/review/decide.ts';
import { type BatchId, type Decision, type DecisionId } from '#core/review/decision.ts';
import { foldGold } from '#core/review/fold-gold.ts';
import { objectionTo } from './decision-parts.ts';
import { isOpen, itemsOf, nextOpen } from './review-items.ts';
import { type ReviewParts, type ReviewWrites } from './review-parts.ts';
import { type ReviewData } from './review-state.ts';
import { type WhyDrafts } from './why-drafts.ts';

/** Making decisions: shown at once, then written. */
export interface Committing {
  /** Who decides about the open article, when and why. */
  readonly deciding: () => Deciding;
  /** Makes the decision, and says so; goes on to what is open next where asked to. False where it cannot be. */
  readonly decide: (decision: Decision, text: string, goesOn: boolean) => boolean;
  /** Writes decisions, and shows those of the open article. */
  readonly append: (decisions: readonly Decision[]) => void;
  /** A decision that takes these back. */
  readonly withdrawal: (articleId: ArticleId, taken: readonly DecisionId[], batch: BatchId | '') => Decision;
}

export function createCommitting(
  parts: ReviewParts,
  queue: ReviewWrites,
  drafts: Pick<WhyDrafts, 'forget'>,
): Committing {
  const { dependencies, session, set, get } = parts;
  const { newId, now } = dependencies;

  const append: Committing['append'] = (decisions) => {
    const { id: projectId } = session.getState().project;
    const { article, log } = get();
    const here = decisions.filter(({ articleId }) => articleId === article.id);
    // Storage opens a finished article again with the first decision about it.
    if (here.length > 0) {
      set({ ...withLog(get(), [...log, ...here]), finishedAt: '' });
      get().noteOpen();
    }
    queue.push({ kind: 'decisions', projectId, decisions });
  };

  const deciding: Committing['deciding'] = () => {
    const { article, layers, reasons, comment, log } = get();
    const { annotatorId: by } = session.getState();
    return {
      articleId: article.id,
      id: newId() as DecisionId,
      at: now(),
      by,
      isBlind: isBlind(get(), by),
      reasons,
      comment,
      batch: '',
      policy: undefined,
      layers,
      log,
    };
  };

  /** What there is to do after a decision, as far as it is asked for. */
  const goOn = (decision: Decision, text: string, goesOn: boolean): void => {
    const { items, currentId, goTo, say } = get();
    const about = items.find(({ decisions }) => decisions.includes(decision))?.id ?? currentId;
    const next = goesOn ? nextOpen(items, about, 1) : undefined;
    goTo(next?.id ?? about, next !== undefined);
    if (!goesOn || next) return say(text);
    const isOver = !items.some(isOpen);
    say(`${text} ${isOver ? t`Nothing is open any more: the article can be finished.` : t`Nothing else is open.`}`);
  };

  return {
    append,
    deciding,
    decide: (decision, text, goesOn) => {
      const { article, gold, say, done, currentId } = get();
      const objection = objectionTo(decision, gold, session.getState().project.labelSet, article.text);
      if (objection?.mayBe === false) {
        say(objection.words);
        return false;
      }
      append([decision]);
      // What was said about the current group is in the decision now, unless that is about words nobody had marked.
      const isAboutCurrent = decision.covers.length + decision.supersedes.length > 0;
      if (currentId !== undefined && isAboutCurrent) drafts.forget(currentId);
      set({
        done: [...done, { text, decisions: new Map([[article.id, [decision.id]]]) }],
        undone: [],
        draft: undefined,
      });
      goOn(decision, objection ? `${text} ${objection.words}` : text, goesOn);
      return true;
    },
    withdrawal: (articleId, taken, batch) =>
      withdraw(taken, { ...deciding(), articleId, batch, layers: [], log: [], reasons: [], comment: '' }),
  };
}

/** What follows from another log of the open article. */
export function withLog(
  { article, groups, layers }: Pick<ReviewData, 'article' | 'groups' | 'layers'>,
  log: readonly Decision[],
): Pick<ReviewData, 'log' | 'gold' | 'items'> {
  const gold = foldGold(article.id, log, groups, layers);
  return { log, gold, items: itemsOf(groups, gold) };
}

/** Once the reviewer has seen the names in an article, no decision there is blind any more. */
function isBlind({ areNamesShown, log }: Pick<ReviewData, 'areNamesShown' | 'log'>, reviewer: Decision['by']): boolean {
  return !areNamesShown && log.every(({ by, isBlind: wasBlind, policy }) => by !== reviewer || wasBlind || policy);
}
