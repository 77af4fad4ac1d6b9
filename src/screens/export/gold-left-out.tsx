import { plural } from '#ui/plural.ts';
import styles from './export-preview.module.css';

interface GoldLeftOutProps {
  readonly chosen: number;
  readonly written: number;
}

/** Says how many of the chosen articles are not in a file of gold. */
export function GoldLeftOut({ chosen, written }: GoldLeftOutProps) {
  const left = chosen - written;
  if (left <= 0) return null;
  return (
    <p className={styles.none}>
      {left} of {plural(chosen, 'article')} left out: {left === 1 ? 'its' : 'their'} review is not done.
    </p>
  );
}
