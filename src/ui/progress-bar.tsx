import { count } from '#language/numbers.ts';
import { t } from '#language/t.ts';
import { Button } from './button.tsx';
import styles from './progress-bar.module.css';

interface Progress {
  readonly done: number;
  readonly total: number;
}

interface ProgressBarProps {
  /** What is being done: “Reading the articles”. It is the name of the bar. */
  readonly name: string;
  /** Undefined before it is known how much there is to do. */
  readonly progress: Progress | undefined;
  readonly onCancel: () => void;
}

/** How far something is that takes a while, and a way to stop it. Its steps are there to be looked up, and not announced. */
export function ProgressBar({ name, progress, onCancel }: ProgressBarProps) {
  // Not in steps, which are of many kinds and mean nothing to whoever waits.
  const words = progress && percent(progress);
  return (
    <div className={styles.progress}>
      <p>
        {name}
        {words === undefined ? '…' : ':'} <span className={styles.count}>{words}</span>
      </p>
      <progress
        aria-label={name}
        aria-valuetext={words}
        {...(progress ? { value: progress.done, max: Math.max(progress.total, 1) } : {})}
      />
      <Button onClick={onCancel}>{t`Cancel`}</Button>
    </div>
  );
}

/** Only as much as is wholly done. */
function percent({ done, total }: Progress): string {
  return count(Math.floor((100 * done) / Math.max(total, 1)) / 100, { style: 'percent' });
}
