import { t } from '#language/t.ts';
import { withCommas, withDots } from '#language/lists.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type LabelId } from '#core/labels/label-id.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { type Layer } from '#core/project/project.ts';
import { type FeedbackEntry } from '#core/review/feedback.ts';
import { type Span } from '#core/spans/span.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { annotateAddress, placeAddress } from '#state/addresses.ts';
import { type OpenFeedback } from '#state/feedback/feedback-store.ts';
import { useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { spanInWords } from '#state/span-words.ts';
import { extentOf } from '#core/spans/span.ts';
import { Markdown } from '#views/markdown/markdown.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { BoundaryChange } from './boundary-change.tsx';
import styles from './entry-card.module.css';
import { EntryThreads } from './entry-threads.tsx';
import { OutcomeMark } from './outcome-mark.tsx';
import { ALSO_WORDS, OUTCOME_WORDS, REASON_WORDS } from './outcome-words.ts';

interface EntryCardProps {
  readonly entry: FeedbackEntry;
  readonly opened: OpenFeedback;
}

/** One span of the annotator beside the one in gold, why it is so, and what was said about it. */
export function EntryCard({ entry, opened }: EntryCardProps) {
  const { outcome, mine, gold, differs, isChangedSince } = entry;
  const also = differs.slice(1).map((difference) => ALSO_WORDS[difference]);
  return (
    <section className={styles.card} aria-label={OUTCOME_WORDS[outcome].name}>
      <h2>
        <OutcomeMark outcome={outcome} />
        {OUTCOME_WORDS[outcome].name}
      </h2>
      <p>
        {OUTCOME_WORDS[outcome].text}
        {also.length > 0 && ` ${t`Also different: ${withCommas(also)}.`}`}
      </p>
      {isChangedSince && <p className={styles.changed}>{t`You have changed your span since the reviewer saw it.`}</p>}
      {differs.includes('boundary') && mine && gold ? (
        <BoundaryChange mine={mine} gold={gold} article={opened.article} />
      ) : (
        <Words span={(mine ?? gold)!} opened={opened} />
      )}
      <Labels mine={mine?.label} gold={gold?.label} />
      {mine && gold && <Details mine={mine} gold={gold} opened={opened} />}
      <Why entry={entry} />
      <p>
        <a href={addressOf(entry, opened)}>{mine ? t`Go to the span` : t`Go to the place`}</a>
      </p>
      <EntryThreads entry={entry} opened={opened} />
    </section>
  );
}

function Words({ span, opened: { article } }: { readonly span: Span; readonly opened: OpenFeedback }) {
  const { language, text } = article;
  return (
    <q className={styles.quote} lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
      {quoteOf(text, span)}
    </q>
  );
}

interface LabelsProps {
  readonly mine: LabelId | undefined;
  readonly gold: LabelId | undefined;
}

function Labels({ mine, gold }: LabelsProps) {
  const labelSet = useSession((state) => state.project.labelSet);
  const shown = (id: LabelId) => {
    const label = findLabel(labelSet, id);
    return (
      <span className={styles.label}>
        {label && <LabelMark label={label} />}
        {label?.name ?? id}
      </span>
    );
  };
  if (mine === gold || mine === undefined || gold === undefined) return shown((mine ?? gold)!);
  return (
    <dl className={styles.sides}>
      <dt>{t`Yours`}</dt>
      <dd>{shown(mine)}</dd>
      <dt>{t`Gold`}</dt>
      <dd>{shown(gold)}</dd>
    </dl>
  );
}

/** Values and links that only one of the two has. */
function Details({ mine, gold, opened }: { readonly mine: Span; readonly gold: Span; readonly opened: OpenFeedback }) {
  const labelSet = useSession((state) => state.project.labelSet);
  const told = (layer: Layer, span: Span) => spanInWords(labelSet, layer, span, opened.article.text).told;
  const [own, theirs] = [told(opened.mine, mine), told(opened.gold, gold)];
  const onlyMine = own.filter((words) => !theirs.includes(words));
  const onlyGold = theirs.filter((words) => !own.includes(words));
  if (onlyMine.length + onlyGold.length === 0) return null;
  return (
    <dl className={styles.sides}>
      <dt>{t`Only yours`}</dt>
      <dd>{onlyMine.length > 0 ? withDots(onlyMine) : t`nothing`}</dd>
      <dt>{t`Only gold`}</dt>
      <dd>{onlyGold.length > 0 ? withDots(onlyGold) : t`nothing`}</dd>
    </dl>
  );
}

/** Who decided, for which reasons, and in which words. */
function Why({ entry: { decision, gold } }: { readonly entry: FeedbackEntry }) {
  const annotators = useSession((state) => state.annotators);
  if (!decision) return null;
  const { by, reasons, comment, policy } = decision;
  const note = gold?.note ?? '';
  const who = <bdi>{nameOf(annotators, by)}</bdi>;
  return (
    <div className={styles.why}>
      <p className={styles.by}>
        {policy ? tNodes`Decided by ${who}, by a rule: ${policy.settings}` : tNodes`Decided by ${who}`}
      </p>
      {reasons.length > 0 && <p>{t`Why: ${withCommas(reasons.map((reason) => REASON_WORDS[reason]))}.`}</p>}
      {comment.trim() !== '' && <Markdown text={comment} under={2} />}
      {note.trim() !== '' && <p>{t`Note in gold: ${note}`}</p>}
    </div>
  );
}

function addressOf({ mine, gold }: FeedbackEntry, { article, mine: layer }: OpenFeedback): string {
  return mine ? annotateAddress(article.id, mine.id, layer.annotatorId) : placeAddress(article.id, extentOf(gold!));
}
