import { useAnnotate } from '#state/react.tsx';
import { useEffect, useState } from 'react';
import styles from './notice-toast.module.css';

/** How long a notice stays in sight, in milliseconds. */
const SHOWN_MS = 5000;

/** A notice so young, in milliseconds, is about the way to another screen, and goes along. */
const FRESH_MS = 1000;

/** What just happened, in one sentence: shown for some seconds, or until the screen is left, and read out once. */
export function NoticeToast({ screen }: { readonly screen: string }) {
  const { text, count, isQuiet } = useAnnotate((state) => state.notice);
  const [gone, setGone] = useState(0);
  const [settled, setSettled] = useState(count);
  const [arrived, setArrived] = useState({ screen, count });
  if (arrived.screen !== screen) setArrived({ screen, count: settled });
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(count);
    }, FRESH_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [count]);
  useEffect(() => {
    const timer = setTimeout(() => {
      setGone(count);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [count]);
  return (
    <div className={styles.place} aria-live="polite" aria-atomic="true" data-notice>
      {/* A new element each time, so that the same sentence is read out again. */}
      {count > Math.max(gone, arrived.count) && (
        <p key={count} className={isQuiet ? 'visually-hidden' : styles.notice}>
          {text}
        </p>
      )}
    </div>
  );
}
