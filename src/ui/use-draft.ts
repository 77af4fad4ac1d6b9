import { useEffect, useRef, useState } from 'react';

/** What is typed is saved so long after a key, however fast the next ones come, in milliseconds. */
const SAVE_AFTER_MS = 300;

/** A text field whose content is saved while it is typed, and at the latest when the field is left or hidden. */
export interface Draft {
  /** What the field shows: what is typed, else what is stored. */
  readonly value: string;
  readonly type: (text: string) => void;
  /** Saves, and from then on shows what is stored. */
  readonly leave: () => void;
}

/** A draft of the stored text; `save` is called with what was typed. */
export function useDraft(stored: string, save: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<string>(undefined);
  const saveUnsaved = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const text = unsaved.current;
    unsaved.current = undefined;
    if (text !== undefined) save(text);
  };
  const saveNow = useRef(saveUnsaved);
  useEffect(() => {
    saveNow.current = saveUnsaved;
  });
  useEffect(() => {
    const hide = (): void => {
      saveNow.current();
    };
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', hide);
      saveNow.current();
    };
  }, []);
  return {
    value: draft ?? stored,
    type: (text) => {
      setDraft(text);
      unsaved.current = text;
      timer.current ??= setTimeout(() => {
        saveNow.current();
      }, SAVE_AFTER_MS);
    },
    leave: () => {
      saveUnsaved();
      setDraft(undefined);
    },
  };
}
