import { t } from '#language/t.ts';
import { type FeedbackEntry, spanOf } from '#core/review/feedback.ts';
import { extentOf } from '#core/spans/span.ts';
import { type OpenFeedback } from '#state/feedback/feedback-store.ts';
import { useStores, useThreadContext, useThreadDraft, useThreads } from '#state/react.tsx';
import { placeKey, rangePlace, spanPlace } from '#state/threads/thread-place.ts';
import { Message } from '#ui/message.tsx';
import { ThreadForm } from '#views/threads/thread-form.tsx';
import { ThreadList } from '#views/threads/thread-list.tsx';
import styles from './entry-card.module.css';
import { threadsOn } from './threads-on.ts';

interface EntryThreadsProps {
  readonly entry: FeedbackEntry;
  readonly opened: OpenFeedback;
}

/** What was said about the span, by the reviewer too, and a field to ask. */
export function EntryThreads({ entry, opened: { article, mine: layer } }: EntryThreadsProps) {
  const { threads: store } = useStores();
  const threads = useThreads((state) => state.threads);
  const failure = useThreads((state) => (state.saving.kind === 'failed' ? state.saving.message : ''));
  const context = useThreadContext();
  const { mine } = entry;
  const place = mine
    ? spanPlace(article.id, layer.annotatorId, mine, article.text)
    : rangePlace(article.id, extentOf(spanOf(entry)), article.text);
  const draft = useThreadDraft(placeKey(place));
  return (
    <div className={styles.threads}>
      {failure !== '' && <Message kind="problem">{failure}</Message>}
      <ThreadList
        label={t`Threads on it`}
        threads={threadsOn(entry, layer.annotatorId, threads)}
        language={article.language}
        context={{ ...context, under: 2 }}
      />
      <ThreadForm
        label={t`Ask about it`}
        draft={draft}
        maxLength={context.maxLength}
        sendText={t`Start a thread`}
        offersQuestion
        onSend={(body, isQuestion) => store.getState().start(place, body, isQuestion)}
      />
    </div>
  );
}
