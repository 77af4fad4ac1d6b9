import { t } from '#language/t.ts';
import { type ArticleId } from '#core/project/project.ts';
import { findLabel, labelForKey, valueForKey } from '#core/labels/label-set.ts';
import { ADDRESSES, reviewAddress } from '#state/addresses.ts';
import { useStores } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { rowsOf } from '#state/review/queue-rows.ts';
import { focusRegion } from '#ui/focus-region.ts';
import { type ArticleTextHandle } from '#views/text/article-text.tsx';
import { type RefObject } from 'react';
import { type ReviewContext } from './keys/review-command.ts';

/** What the commands of the screen have to work with; nothing while no article is open. */
export function useReviewContext(
  screen: RefObject<HTMLElement | null>,
  view: RefObject<ArticleTextHandle | null>,
): () => ReviewContext | undefined {
  const { session } = useStores();
  const { review } = useLaterStores();
  const actions = useReviewActions();
  const focusIn = (selector: string): void => {
    if (review.getState().currentId === undefined) review.getState().say(t`Choose a group first.`);
    else screen.current?.querySelector<HTMLElement>(selector)?.focus();
  };
  return () => {
    const state = review.getState();
    if (state.phase !== 'open' || !view.current) return undefined;
    return {
      ...actions,
      state,
      view: view.current,
      applyDigit: (digit) => {
        const label = labelForKey(session.getState().project.labelSet, digit);
        if (!label) state.say(t`No label has the key ${digit}.`);
        else if (state.draft) state.relabelDraft(label.id);
        else state.add(label.id);
      },
      hasValue: (letter) => {
        if (!state.draft) return false;
        return valueForKey(findLabel(session.getState().project.labelSet, state.draft.label), letter) !== undefined;
      },
      focusComment: () => {
        focusIn('[data-comment]');
      },
      focusReasons: () => {
        focusIn('[data-reasons] button');
      },
      focusLinks: () => {
        const field = screen.current?.querySelector<HTMLElement>('[data-link-to]');
        if (field) field.focus();
        else state.say(t`No link type of the label set starts at this label.`);
      },
      ask: () => {
        const threads = screen.current?.querySelector<HTMLElement>('[data-ask]')?.closest('details');
        if (threads) threads.open = true;
        focusIn('details:has([data-ask]) > :last-child textarea');
      },
      focusRegion: (step) => {
        focusRegion(screen.current!, step);
      },
    };
  };
}

/** What buttons and keys of the screen do beyond the open article. */
export function useReviewActions() {
  const { library } = useStores();
  const { review } = useLaterStores();
  const goTo = (id: ArticleId | undefined): void => {
    if (id !== undefined && id !== review.getState().article.id) location.hash = reviewAddress(id);
  };
  return {
    openPolicies: () => {
      const { article, openBulk } = review.getState();
      openBulk([article.id]);
    },
    turnBack: (which: 'undo' | 'redo') => {
      void review.getState()[which]().then(goTo);
    },
    finish: () => {
      const { finish, nextArticle, say, article } = review.getState();
      const next = nextArticle();
      void finish().then((isFinished) => {
        if (!isFinished || review.getState().article.id !== article.id) return;
        say(
          next === undefined ? t`Finished. Nothing else waits for a review.` : t`Finished. This is the next article.`,
        );
        location.hash = next === undefined ? ADDRESSES.review : reviewAddress(next);
      });
    },
    openArticle: (step: 1 | -1) => {
      const { article, queue, choice, say } = review.getState();
      const rows = rowsOf(library.getState().present(), queue, choice);
      const next = rows[rows.findIndex(({ id }) => id === article.id) + step];
      if (next) goTo(next.id);
      else say(step === 1 ? t`This is the last article of the queue.` : t`This is the first article of the queue.`);
    },
  };
}
