import { t } from '#language/t.ts';
import { type GuidelineExample } from '#core/project/guidelines.ts';
import { Check, X } from 'lucide-react';
import styles from './example-quote.module.css';

/** An example as it is read: whether to do so or not, its words within their context, where they stand. */
export function ExampleQuote({ example }: { readonly example: Omit<GuidelineExample, 'comment'> }) {
  const { before, quote, after, source, isGood } = example;
  return (
    <div className={styles.example}>
      <p className={`${styles.kind} ${isGood ? styles.good : styles.bad}`}>
        {isGood ? <Check size={15} aria-hidden="true" /> : <X size={15} aria-hidden="true" />}
        {isGood ? t`Good example` : t`Not like this`}
      </p>
      {/* The article's language is not known here: the words themselves say in which direction they run. */}
      <blockquote dir="auto">
        {before.trim() !== '' && '… '}
        {before}
        <mark>{quote}</mark>
        {after}
        {after.trim() !== '' && ' …'}
      </blockquote>
      {source !== '' && <p className={styles.source}>{source}</p>}
    </div>
  );
}
