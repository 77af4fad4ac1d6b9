import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type BehindQuestion } from '#core/agreement/behind-question.ts';
import { FIGURE_WORDS, type FigureWords } from '#core/agreement/figure-words.ts';
import { type Figure } from '#core/agreement/figure.ts';
import { inWords, noIntervalInWords } from '#core/agreement/report-words.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { decimals, plural } from '#language/numbers.ts';
import { CountButton } from './figure-value.tsx';
import styles from './headline.module.css';
import { twoDigits } from './two-digits.ts';
import { useLook } from './use-look.ts';

/** The figures about all labels, each with what it measures, how to read it, and when not to. */
export function Headline({ report: { headline } }: { readonly report: AgreementReport }) {
  const { f1, gamma, unitizing, links } = headline;
  const error = gamma && gamma.gamma.value !== null && gamma.samples > 1 ? gamma.samplingError : undefined;
  return (
    <div className={styles.cards}>
      <Card words={FIGURE_WORDS.strict} figure={f1.strict} />
      <Card words={FIGURE_WORDS.partial} figure={f1.partial} />
      {gamma && (
        <Card
          words={FIGURE_WORDS.gamma}
          figure={gamma.gamma}
          more={error === undefined ? '' : t`Off by ±${decimals(error, 3)} or so because chance was drawn.`}
        />
      )}
      <Card words={FIGURE_WORDS.unitizing} figure={unitizing} />
      {links.types.length > 0 && (
        <Card words={FIGURE_WORDS.links} figure={links.aligned} question={LINKS} title={t`Links that only one has`} />
      )}
    </div>
  );
}

interface CardProps {
  readonly words: FigureWords;
  readonly figure: Figure;
  readonly more?: string;
  /** What is behind it, and in which words that is shown. */
  readonly question?: BehindQuestion;
  readonly title?: string;
}

const ALL: BehindQuestion = { kind: 'disagreements' };
const LINKS: BehindQuestion = { kind: 'links', which: 'aligned', type: undefined, pair: undefined };

function Card({ words, figure, more = '', question = ALL, title = t`What annotators disagree on` }: CardProps) {
  const { name, measures, reading, caution } = words;
  const look = useLook();
  const { value, reason, interval, noInterval, articles } = figure;
  const range = interval
    ? t`95 % interval ${twoDigits(interval.low)} to ${twoDigits(interval.high)}`
    : value === null
      ? t`No value: ${inWords(reason)}`
      : noIntervalInWords(noInterval);
  const resting = <span>{plural(articles, 'article')}</span>;
  return (
    <section className={styles.card} aria-label={name}>
      <h2>{name}</h2>
      <p className={styles.value}>
        <CountButton words={value === null ? '–' : twoDigits(value)} name={name} onLook={look(question, title)} />
      </p>
      <p className={styles.range}>{range === '' ? resting : tNodes`${range}; ${resting}`}</p>
      <p>{measures}</p>
      <details>
        <summary>{t`How to read it, and when not to`}</summary>
        <p>{reading}</p>
        <p>{caution}</p>
        {more !== '' && <p>{more}</p>}
      </details>
    </section>
  );
}
