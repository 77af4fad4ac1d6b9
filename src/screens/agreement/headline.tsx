import { FIGURE_WORDS, type FigureWords } from '#core/agreement/figure-words.ts';
import { type Figure } from '#core/agreement/figure.ts';
import { inWords, noIntervalInWords } from '#core/agreement/report-words.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { plural } from '#ui/plural.ts';
import { CountButton } from './figure-value.tsx';
import styles from './headline.module.css';
import { twoDigits } from './two-digits.ts';

/** The figures about all labels, each with what it measures, how to read it, and when not to. */
export function Headline({ report: { headline } }: { readonly report: AgreementReport }) {
  const { f1, gamma, unitizing, links } = headline;
  const error = gamma && gamma.gamma.value !== null && gamma.samples > 0 ? gamma.samplingError : undefined;
  return (
    <div className={styles.cards}>
      <Card words={FIGURE_WORDS.strict} figure={f1.strict} />
      <Card words={FIGURE_WORDS.partial} figure={f1.partial} />
      {gamma && (
        <Card
          words={FIGURE_WORDS.gamma}
          figure={gamma.gamma}
          more={error === undefined ? '' : `Off by ±${error.toFixed(3)} or so because chance was drawn.`}
        />
      )}
      <Card words={FIGURE_WORDS.unitizing} figure={unitizing} />
      {links.types.length > 0 && <Card words={FIGURE_WORDS.links} figure={links.aligned} />}
    </div>
  );
}

interface CardProps {
  readonly words: FigureWords;
  readonly figure: Figure;
  readonly more?: string;
}

function Card({ words: { name, measures, reading, caution }, figure, more = '' }: CardProps) {
  const { agreement } = useLaterStores();
  const { value, reason, interval, noInterval, articles } = figure;
  const range = interval
    ? `95 % interval ${twoDigits(interval.low)} to ${twoDigits(interval.high)}`
    : value === null
      ? `No value: ${inWords(reason)}`
      : noIntervalInWords(noInterval);
  return (
    <section className={styles.card} aria-label={name}>
      <h2>{name}</h2>
      <p className={styles.value}>
        <CountButton
          words={value === null ? '–' : twoDigits(value)}
          name={name}
          onLook={() => {
            const question = {
              kind: 'disagreements',
              pair: undefined,
              label: undefined,
              articleId: undefined,
            } as const;
            void agreement.getState().lookBehind(question, 'What annotators disagree on');
          }}
        />
      </p>
      <p className={styles.range}>
        {range}
        {range !== '' && '; '}
        {plural(articles, 'article')}
      </p>
      <p>{measures}</p>
      <details>
        <summary>How to read it, and when not to</summary>
        <p>{reading}</p>
        <p>{caution}</p>
        {more !== '' && <p>{more}</p>}
      </details>
    </section>
  );
}
