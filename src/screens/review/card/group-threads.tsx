import { t } from '#language/t.ts';
import { useReviewKeyText } from '#screens/review/keys/use-review-keys.ts';
import { usePeople } from '#screens/review/use-people.ts';
import { useReview } from '#state/react-later.tsx';
import { useSession, useStores, useThreadContext, useThreadDraft, useThreads } from '#state/react.tsx';
import { rangesOf } from '#state/review/review-items.ts';
import { type ReviewItem } from '#state/review/review-state.ts';
import { nameOf } from '#state/session-store.ts';
import { groupPlace, placeKey, rangePlace } from '#state/threads/thread-place.ts';
import { threadsAbout } from '#state/threads/threads-store.ts';
import { Message } from '#ui/message.tsx';
import { ThreadForm } from '#views/threads/thread-form.tsx';
import { ThreadList } from '#views/threads/thread-list.tsx';
import styles from './group-threads.module.css';

interface GroupThreadsProps {
  readonly item: ReviewItem;
  readonly onReturnToText: () => void;
}

/** What was said about the spans of the group, and a field to ask about them. Names stay hidden here as well. */
export function GroupThreads({ item, onReturnToText }: GroupThreadsProps) {
  const { threads: store } = useStores();
  const article = useReview((state) => state.article);
  const areNamesShown = useReview((state) => state.areNamesShown);
  const letters = useReview((state) => state.letters);
  const annotators = useSession((state) => state.annotators);
  const all = useThreads((state) => state.threads);
  const failure = useThreads((state) => (state.saving.kind === 'failed' ? state.saving.message : ''));
  const people = usePeople();
  const context = useThreadContext();
  const keyText = useReviewKeyText();
  const { group, hull } = item;
  const place = group
    ? groupPlace(article.id, group.members, article.text)
    : rangePlace(article.id, hull, article.text);
  const draft = useThreadDraft(placeKey(place));
  const covered = item.decisions.flatMap(({ covers }) => covers);
  const [first] = rangesOf(item);
  const about = new Set(threadsAbout(all, [...place.spans, ...covered]));
  const threads = all.filter((thread) => {
    const isOnWords = thread.spans.length === 0 && thread.range?.from === first?.from && thread.range?.to === hull.to;
    return about.has(thread) || isOnWords;
  });
  return (
    <details
      className={styles.threads}
      // With threads that are open it begins open.
      open={threads.some(({ isResolved }) => !isResolved) || draft.text !== ''}
    >
      <summary data-ask>
        {threads.length === 0 ? t`Ask about it` : t`Threads · ${threads.length}`}{' '}
        <kbd aria-hidden="true">{keyText('review-ask')}</kbd>
      </summary>
      {failure !== '' && <Message kind="problem">{failure}</Message>}
      <ThreadList
        label={t`Threads on it`}
        threads={threads}
        language={article.language}
        context={{
          ...context,
          under: 2,
          onEscape: onReturnToText,
          nameOf: (id) => (letters.has(id) && !areNamesShown ? people.inWords(id) : nameOf(annotators, id)),
        }}
      />
      <ThreadForm
        label={t`Start a thread`}
        draft={draft}
        maxLength={context.maxLength}
        sendText={t`Start a thread`}
        offersQuestion
        onEscape={onReturnToText}
        onSend={(body, isQuestion) => store.getState().start(place, body, isQuestion)}
      />
    </details>
  );
}
