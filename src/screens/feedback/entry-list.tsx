import { t } from '#language/t.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { spanOf } from '#core/review/feedback.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type OpenFeedback } from '#state/feedback/feedback-store.ts';
import { useSession } from '#state/react.tsx';
import { directionOf } from '#core/text/direction.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { MessageCircle } from 'lucide-react';
import styles from './entry-list.module.css';
import { OutcomeMark } from './outcome-mark.tsx';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { type saidOn } from './threads-on.ts';

interface EntryListProps {
  readonly opened: OpenFeedback;
  /** Which entries are listed. */
  readonly places: readonly number[];
  /** What was said about each entry. */
  readonly said: readonly ReturnType<typeof saidOn>[];
  readonly onGoTo: (place: number) => void;
}

/** Longer quotes are cut by CSS anyway. */
const QUOTE_LENGTH = 300;

/** What became of the spans, one line each. */
export function EntryList({ opened, places, said, onGoTo }: EntryListProps) {
  const { article, entries, at } = opened;
  const labelSet = useSession((state) => state.project.labelSet);
  if (places.length === 0) {
    return <p className={styles.empty}>{t`Nothing here. Choose “everything” to see what was kept.`}</p>;
  }
  return (
    <ol className={styles.list} aria-label={t`Your spans and gold`}>
      {places.map((place) => {
        const entry = entries[place]!;
        const span = spanOf(entry);
        const label = findLabel(labelSet, span.label);
        return (
          <li key={place}>
            <button
              type="button"
              aria-current={place === at}
              onClick={() => {
                onGoTo(place);
              }}
            >
              <span className={styles.head}>
                <OutcomeMark outcome={entry.outcome} />
                <b>{OUTCOME_WORDS[entry.outcome].name}</b>
                {said[place] && <Said what={said[place]} />}
                <span className={styles.label}>
                  {label && <LabelMark label={label} />}
                  {label?.name ?? span.label}
                </span>
              </span>
              <span className={styles.quote} lang={article.language} dir={directionOf(article.language)}>
                {quoteOf(article.text, span).slice(0, QUOTE_LENGTH).toWellFormed()}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Said({ what }: { readonly what: 'thread' | 'comment' }) {
  return (
    <span className={styles.said}>
      <MessageCircle size={13} aria-hidden="true" />
      {what === 'thread' ? t`open thread` : t`comment`}
    </span>
  );
}
