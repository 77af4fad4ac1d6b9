import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { useIsTouch } from '#ui/use-is-touch.ts';
import styles from './search-help.module.css';

const LINES: readonly { readonly typed: string; readonly text: string }[] = [
  {
    typed: 'tax cuts',
    text: t`All words in one paragraph, or in one span with its values and note. Parts of words count.`,
  },
  { typed: '“tax cuts”', text: t`These words in this order.` },
  { typed: 'label:claim', text: t`Only spans with this label. Two labels: spans with either.` },
  { typed: 'type:person', text: t`Only spans with this value of an attribute; a name with spaces: check-worthy:yes.` },
  {
    typed: 'with:note without:speaker',
    text: t`Only spans that have, or could have but lack, a note, a link or a value.`,
  },
  { typed: 'called:“Ann Lee”', text: t`Only spans with exactly these words, and what “Same as” links to them.` },
  { typed: 'by:everyone by:Ada', text: t`Spans of everyone, or of one annotator; otherwise yours.` },
  { typed: 'status:done', text: t`Only articles with this status: not-started, in-progress or done.` },
  { typed: 'in:text in:spans in:notes', text: t`Where to look; otherwise everywhere.` },
];

/** The query language, short enough to be on the screen. */
export function SearchHelp() {
  const isTouch = useIsTouch();
  return (
    <details className={styles.help}>
      <summary>{t`How to search`}</summary>
      <p>
        {t`Capitals, accents and the shape of quotation marks do not count.`}
        {!isTouch && (
          <>
            {' '}
            {tNodes`${<kbd>↓</kbd>} and ${<kbd>↑</kbd>} go through the results, ${<kbd>{t`Enter`}</kbd>} opens one, ${<kbd>{t`Esc`}</kbd>} goes back to the field.`}
          </>
        )}
      </p>
      <dl>
        {LINES.map(({ typed, text }) => (
          <div key={typed}>
            <dt>
              <code>{typed}</code>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
