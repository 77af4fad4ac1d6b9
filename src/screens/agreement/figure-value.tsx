import { t } from '#language/t.ts';
import { type Figure, type Outcome } from '#core/agreement/figure.ts';
import { inWords, noIntervalInWords } from '#core/agreement/report-words.ts';
import { withSemicolons } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';
import styles from './figure-value.module.css';
import { twoDigits } from './two-digits.ts';

interface FigureValueProps {
  readonly outcome: Outcome | Figure;
  /** What it is a figure of, for whoever does not see its row and column. */
  readonly name: string;
  /** Shows what is behind it; it is no button where there is nothing to be shown. */
  readonly onLook?: (() => void) | undefined;
}

/** A figure with its interval below, or a dash with why there is none. */
export function FigureValue({ outcome, name, onLook }: FigureValueProps) {
  const { value, reason } = outcome;
  const [low, high] = 'interval' in outcome && outcome.interval ? [outcome.interval.low, outcome.interval.high] : [];
  const range = low === undefined || high === undefined ? '' : t`${twoDigits(low)} to ${twoDigits(high)}`;
  const why = value === null ? inWords(reason) : 'noInterval' in outcome ? noIntervalInWords(outcome.noInterval) : '';
  const articles = 'articles' in outcome ? plural(outcome.articles, 'article') : '';
  const shown = value === null ? '–' : twoDigits(value);
  const said = range || why;
  const title = withSemicolons([said, articles].filter((words) => words !== ''));
  return (
    <span className={styles.figure} title={title}>
      <CountButton words={shown} name={name} onLook={onLook} />
      {(range !== '' || value === null) && <small>{said}</small>}
    </span>
  );
}

interface CountButtonProps {
  readonly words: string;
  readonly name: string;
  readonly onLook: (() => void) | undefined;
}

/** A count, a share or a distance that shows what is behind it. */
export function CountButton({ words, name, onLook }: CountButtonProps) {
  if (!onLook) return <span className={styles.plain}>{words}</span>;
  return (
    <button
      type="button"
      className={words === '–' ? `${styles.look} ${styles.dash}` : styles.look}
      aria-label={t`${words}, ${name}: show the spans`}
      onClick={onLook}
    >
      {words}
    </button>
  );
}
