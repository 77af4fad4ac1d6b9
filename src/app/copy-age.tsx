import { t } from '#language/t.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { ageInWords, isCopyDue } from '#state/copies/last-copy.ts';
import { useCopies } from '#state/react.tsx';
import { plural } from '#language/numbers.ts';
import { useEffect, useState } from 'react';
import styles from './save-status.module.css';

const MINUTE_MS = 60_000;

/** How old the last copy outside the browser is, in few words; the way to Settings, where copies are made. */
export function CopyAge() {
  const folder = useCopies((state) => state.folder.kind);
  const lastCopy = useCopies((state) => state.lastCopy);
  const editsSince = useCopies((state) => state.editsSince);
  const uncopiedSince = useCopies((state) => state.uncopiedSince);
  const now = useMinute();
  const look = lookOf();
  if (!look) return null;
  return (
    <a href={ADDRESSES.settings} className={`${styles.copy} ${look.isUrgent ? styles.due : ''}`} title={look.title}>
      {look.text}
    </a>
  );

  function lookOf() {
    if (folder === 'failed')
      return { text: t`Backup failed`, title: t`The backup folder cannot be written to`, isUrgent: true };
    if (folder === 'ahead')
      return { text: t`Backup paused`, title: t`The backup folder holds more than this browser`, isUrgent: true };
    if (folder === 'asks') return { text: t`Backup paused`, title: t`Allow the backup folder again`, isUrgent: true };
    if (!editsSince && !lastCopy) return undefined;
    const since = plural(
      editsSince ?? 0,
      '# edits since the last copy outside this browser',
      '# edits since the last copy outside this browser',
    );
    const isUrgent = isCopyDue({ lastCopy, editsSince, uncopiedSince }, now);
    if (lastCopy) return { text: t`Copied ${ageInWords(lastCopy.at, now)}`, title: since, isUrgent };
    return { text: t`No copy yet`, title: t`No copy has left this browser yet`, isUrgent };
  }
}

/** The time now, told anew each minute, as an ISO time. */
function useMinute(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date().toISOString());
    }, MINUTE_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
