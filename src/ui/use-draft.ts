import { use, useEffect, useRef, useState } from 'react';
import { OpenDraftsContext } from './open-drafts.ts';

/** What is typed is saved so long after a key, however fast the next ones come, in milliseconds. */
const SAVE_AFTER_MS = 250;

/** A text field whose content is saved while it is typed, and at the latest when the field is left or hidden. */
export interface Draft {
  /** What the field shows: what is typed, else what is stored. */
  readonly value: string;
  readonly type: (text: string) => void;
  /** Saves, and from then on shows what is stored. */
  readonly leave: () => void;
}

/**
 * A draft of the stored text; `save` is called with what was typed. Until then it is among the open drafts of the app, which
 * does not say “saved” meanwhile and hands it on when the page is hidden or left.
 */
export function useDraft(stored: string, save: (text: string) => void): Draft {
  const drafts = use(OpenDraftsContext);
  const [draft, setDraft] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<string>(undefined);
  const saveUnsaved = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const text = unsaved.current;
    unsaved.current = undefined;
    if (text !== undefined) save(text);
    drafts?.remove(saveNow.current);
  };
  const saveLatest = useRef(saveUnsaved);
  /** Stays the same function, by which the open drafts know this one. */
  const saveNow = useRef(() => {
    saveLatest.current();
  });
  useEffect(() => {
    saveLatest.current = saveUnsaved;
  });
  useEffect(() => {
    const leave = saveNow.current;
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return {
    value: draft ?? stored,
    type: (text) => {
      setDraft(text);
      unsaved.current = text;
      drafts?.add(saveNow.current);
      timer.current ??= setTimeout(saveNow.current, SAVE_AFTER_MS);
    },
    leave: () => {
      saveUnsaved();
      setDraft(undefined);
    },
  };
}
