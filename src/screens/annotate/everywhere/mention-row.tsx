import { withCommas } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type MatchKind } from '#core/suggest/occurrences.ts';
import { type Mention } from '#state/everywhere/everywhere-search.ts';
import { directionOf } from '#core/text/direction.ts';
import { Check } from 'lucide-react';
import { memo } from 'react';
import styles from './mention-row.module.css';

interface MentionRowProps {
  readonly id: string;
  readonly mention: Mention;
  readonly language: string;
  readonly title: string;
  /** Its number among all mentions, from 1, and how many there are: not all are in the page. */
  readonly place: number;
  readonly all: number;
  readonly isActive: boolean;
  readonly isTicked: boolean;
  readonly onPick: () => void;
}

/** One mention with the words around it, its tick and how it matches. Keys are the list's. */
export const MentionRow = memo(
  function MentionRow({ id, mention, language, title, place, all, isActive, isTicked, onPick }: MentionRowProps) {
    const match = mention.longerName === '' ? MATCHES[mention.kind] : t`in a longer name`;
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
      <div
        id={id}
        role="option"
        className={`${styles.row} ${isActive ? styles.active : ''}`}
        aria-selected={isTicked}
        aria-posinset={place}
        aria-setsize={all}
        onClick={onPick}
      >
        <span className={styles.tick} aria-hidden="true">
          {isTicked && <Check size={13} strokeWidth={3} />}
        </span>
        <span className={styles.words} lang={language} dir={directionOf(language)}>
          {mention.before}
          <mark>{mention.words}</mark>
          {mention.after}
        </span>
        {match !== '' && (
          <span className={styles.match} title={mention.longerName || undefined}>
            {match}
          </span>
        )}
        <span className="visually-hidden">{withCommas(['', t`in ${title}`])}</span>
      </div>
    );
  },
  // What a row does when it is picked depends on nothing but its mention and place.
  (before, after) =>
    before.mention === after.mention &&
    before.place === after.place &&
    before.all === after.all &&
    before.isActive === after.isActive &&
    before.isTicked === after.isTicked,
);

const MATCHES: Readonly<Record<MatchKind, string>> = {
  exact: '',
  case: t`other capitals`,
  ending: t`with an ending`,
  alias: t`another name`,
};
