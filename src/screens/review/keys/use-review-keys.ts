import { findCommand, isButtonKey, isInField } from '#state/keys/find-command.ts';
import { keyTextIn } from '#state/keys/key-text.ts';
import { listenToKeys } from '#state/keys/listen-to-keys.ts';
import { useChosenKeys, useStores } from '#state/react.tsx';
import { useEffect, useRef } from 'react';
import { type ReviewContext } from './review-command.ts';
import { ALL_REVIEW_COMMANDS, REVIEW_COMMANDS } from './review-commands.ts';

/** Runs the review screen's keys wherever the focus is, other than in fields and dialogs. `context` is asked at each key. */
export function useReviewKeys(context: () => ReviewContext | undefined): void {
  const { keys } = useStores();
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  });
  useEffect(
    () =>
      listenToKeys(keys, ALL_REVIEW_COMMANDS, (event, used) => {
        const now = latest.current();
        // It keeps all other keys to itself, and is no place to be left in.
        if (now && event.key === 'Escape' && event.target instanceof HTMLSelectElement) {
          now.view.focus();
          return true;
        }
        const found = now && findCommand(event, now, REVIEW_COMMANDS, used);
        if (!found || (isInField(event) && event.key === 'Escape') || isButtonKey(event)) return false;
        return found.command.run(now, found.chord) !== false;
      }),
    [keys],
  );
}

/** Gives the first key of a review command as people read it, as the user chose it; empty where it has none. */
export function useReviewKeyText(): (id: string) => string {
  return keyTextIn(
    ALL_REVIEW_COMMANDS,
    useChosenKeys(({ choices }) => choices),
  );
}
