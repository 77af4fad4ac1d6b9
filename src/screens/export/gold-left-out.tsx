import { t } from '#language/t.ts';
import { plural } from '#language/numbers.ts';
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
      {left === 1
        ? t`${left} of ${plural(chosen, 'article')} left out: its review is not done.`
        : t`${left} of ${plural(chosen, 'article')} left out: their review is not done.`}
    </p>
  );
}
