import { keysInUse } from '#state/keys/choices.ts';
import { chordText } from '#state/keys/chord.ts';
import { findCommand, isButtonKey, isInField, isTaken } from '#state/keys/find-command.ts';
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
  useEffect(() => {
    let used = keysInUse(ALL_REVIEW_COMMANDS, keys.getState().choices);
    const stop = keys.subscribe(({ choices }) => {
      used = keysInUse(ALL_REVIEW_COMMANDS, choices);
    });
    const press = (event: KeyboardEvent): void => {
      if (isTaken(event)) return;
      const now = latest.current();
      const found = now && findCommand(event, now, REVIEW_COMMANDS, used);
      if (!found || (isInField(event) && event.key === 'Escape')) return;
      if (isButtonKey(event) || found.command.run(now, found.chord) === false) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', press, true);
    return () => {
      stop();
      window.removeEventListener('keydown', press, true);
    };
  }, [keys]);
}

/** Gives the first key of a review command as people read it, as the user chose it; empty where it has none. */
export function useReviewKeyText(): (id: string) => string {
  const used = keysInUse(
    ALL_REVIEW_COMMANDS,
    useChosenKeys(({ choices }) => choices),
  );
  return (id) => {
    const keys = used.get(id);
    if (!keys) throw new RangeError(`there is no command “${id}”`);
    return keys[0] === undefined ? '' : chordText(keys[0]);
  };
}
