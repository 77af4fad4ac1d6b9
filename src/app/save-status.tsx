import { t } from '#language/t.ts';
import { useAnnotate, useGuidelines, useThreads } from '#state/react.tsx';
import { useReviewIfHere } from '#state/react-later.tsx';
import { useHasOpenDrafts } from '#ui/open-drafts.ts';
import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import styles from './save-status.module.css';

const LOOK = {
  saved: { Icon: Check, text: t`Saved`, more: t`on this device` },
  saving: { Icon: LoaderCircle, text: t`Saving`, more: '' },
  failed: { Icon: CircleAlert, text: t`Not saved`, more: '' },
} as const;

/** All has to be saved for so long, in milliseconds, before it is said: once for several edits in a row. */
const CALM_MS = 1500;

/**
 * Whether every change is on the disk: "Saved" only after the last transaction has committed. It can be looked up at any time;
 * said is only that all is saved. What could not be saved is told by a message of its own.
 */
export function SaveStatus() {
  const kinds = [
    useAnnotate((state) => state.saving.kind),
    useGuidelines((state) => state.saving.kind),
    useThreads((state) => state.saving.kind),
    useReviewIfHere((state) => state.saving.kind, 'saved'),
  ];
  const isTyping = useHasOpenDrafts();
  const worst = (['failed', 'saving'] as const).find((worse) => kinds.includes(worse)) ?? 'saved';
  const kind = worst === 'saved' && isTyping ? 'saving' : worst;
  const { Icon, text, more } = LOOK[kind];
  const times = useTimesSaved(kind === 'saved');
  return (
    <>
      <span role="status" aria-live="off" aria-label={text} className={`${styles.status} ${styles[kind]}`}>
        <Icon size={15} aria-hidden="true" />
        <span>
          {text}
          {more !== '' && <span className={styles.more}> {more}</span>}
        </span>
      </span>
      <span aria-live="polite" className="visually-hidden">
        {/* A new element each time, so that it is read out again. */}
        {times > 0 && <span key={times}>{t`All is saved.`}</span>}
      </span>
    </>
  );
}

/** How often all was saved again after something was not, and stayed so for a moment. */
function useTimesSaved(isSaved: boolean): number {
  const [times, setTimes] = useState(0);
  const isNews = useRef(false);
  useEffect(() => {
    if (!isSaved) isNews.current = true;
    if (!isSaved || !isNews.current) return undefined;
    const timer = setTimeout(() => {
      isNews.current = false;
      setTimes((count) => count + 1);
    }, CALM_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isSaved]);
  return times;
}
