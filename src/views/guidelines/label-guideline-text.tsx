import { t } from '#language/t.ts';
import { type LabelGuideline } from '#core/project/guidelines.ts';
import { Markdown } from '#views/markdown/markdown.tsx';
import { ExampleQuote } from './example-quote.tsx';
import styles from './label-guideline-text.module.css';

interface LabelGuidelineTextProps {
  readonly guideline: Pick<LabelGuideline, 'text' | 'examples'>;
  /** The level of the heading that this stands under. */
  readonly under: number;
}

/** What the guidelines say about one label, to be read: the text, then the examples with what is said about them. */
export function LabelGuidelineText({ guideline: { text, examples }, under }: LabelGuidelineTextProps) {
  return (
    <>
      {text.trim() !== '' && <Markdown text={text} under={under} />}
      {examples.length > 0 && (
        <ul className={styles.examples} aria-label={t`Examples`}>
          {examples.map((example, index) => (
            // Examples may repeat, and have nothing of their own that tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <ExampleQuote example={example} />
              {example.comment.trim() !== '' && <p className={styles.comment}>{example.comment}</p>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
