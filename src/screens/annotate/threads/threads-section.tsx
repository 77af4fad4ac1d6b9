import { t } from '#language/t.ts';
import { type Thread } from '#core/review/thread.ts';
import { type Span } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { placeAddress } from '#state/addresses.ts';
import { type AnnotateState } from '#state/annotate/annotate-parts.ts';
import { useAnnotate, useStores, useThreadContext, useThreadDraft, useThreads } from '#state/react.tsx';
import { articlePlace, placeKey, spanPlace, type ThreadPlace } from '#state/threads/thread-place.ts';
import { threadsAbout } from '#state/threads/threads-store.ts';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { plural } from '#language/numbers.ts';
import { ThreadForm } from '#views/threads/thread-form.tsx';
import { ThreadList } from '#views/threads/thread-list.tsx';
import { MessageCirclePlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import styles from './threads-section.module.css';

interface ThreadsSectionProps {
  readonly onReturnToText: () => void;
}

/** The threads on the selected span, or all of the article where none is selected, and a way to start one. */
export function ThreadsSection({ onReturnToText }: ThreadsSectionProps) {
  const { annotate } = useStores();
  const article = useAnnotate((state) => state.article);
  const annotatorId = useAnnotate((state) => state.layer.annotatorId);
  const selected = useAnnotate((state) => findSpan(state.layer.spans, state.selectedId));
  const threads = useThreads((state) => state.threads);
  const failure = useThreads((state) => (state.saving.kind === 'failed' ? state.saving.message : state.failure));
  const context = useThreadContext();
  const [showsAll, setShowsAll] = useState(false);
  const own = selected ? threadsAbout(threads, [{ annotatorId, spanId: selected.id }]) : threads;
  const shown = showsAll ? threads : own;
  const place = selected ? spanPlace(article.id, annotatorId, selected, article.text) : articlePlace(article.id);
  return (
    <section className={styles.section} aria-labelledby="threads-heading">
      <h2 id="threads-heading">{headingFor(shown, selected, showsAll)}</h2>
      {failure !== '' && <Message kind="problem">{failure}</Message>}
      <ThreadList
        label={t`Threads`}
        threads={shown}
        key={selected && !showsAll ? 'of a span' : 'all'}
        beginsFolded={!selected || showsAll}
        language={article.language}
        context={{
          ...context,
          under: 2,
          onEscape: onReturnToText,
          onGoTo: (thread) => {
            goTo(annotate.getState(), thread);
          },
        }}
      />
      {selected && threads.length > own.length && (
        <Button
          look="quiet"
          aria-pressed={showsAll}
          onClick={() => {
            setShowsAll(!showsAll);
          }}
        >
          {showsAll
            ? t`Only those on the span`
            : plural(threads.length - own.length, 'Show # other thread', 'Show # other threads')}
        </Button>
      )}
      <NewThread
        key={placeKey(place)}
        place={place}
        isOnSpan={selected !== undefined}
        onReturnToText={onReturnToText}
      />
    </section>
  );
}

function headingFor(shown: readonly Thread[], selected: Span | undefined, showsAll: boolean): string {
  const where = selected && !showsAll ? t`Threads on the span` : t`Threads`;
  return shown.length === 0 ? where : `${where} · ${shown.length}`;
}

interface NewThreadProps {
  readonly place: ThreadPlace;
  readonly isOnSpan: boolean;
  readonly onReturnToText: () => void;
}

/** A button that becomes a field. What was typed and not sent is there again, whenever that was. */
function NewThread({ place, isOnSpan, onReturnToText }: NewThreadProps) {
  const { threads } = useStores();
  const { maxLength } = useThreadContext();
  const draft = useThreadDraft(placeKey(place));
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || draft.text !== '';
  const field = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const focusNext = useRef<'field' | 'button'>(undefined);
  useEffect(() => {
    if (focusNext.current === 'field') {
      field.current?.focus();
      // With what stands below the field.
      field.current?.form?.scrollIntoView({ block: 'nearest' });
    }
    if (focusNext.current === 'button') button.current?.focus();
    focusNext.current = undefined;
  }, [isShown]);
  if (!isShown) {
    return (
      <Button
        ref={button}
        data-new-thread
        look="quiet"
        aria-keyshortcuts="T"
        onClick={() => {
          focusNext.current = 'field';
          setOpen(true);
        }}
      >
        <MessageCirclePlus size={16} aria-hidden="true" />
        {isOnSpan ? t`Start a thread on the span` : t`Start a thread on the article`}
      </Button>
    );
  }
  return (
    <div data-new-thread>
      <ThreadForm
        ref={field}
        label={isOnSpan ? t`New thread on the span` : t`New thread on the article`}
        draft={draft}
        maxLength={maxLength}
        sendText={t`Start`}
        offersQuestion
        onSend={async (body, isQuestion) => {
          focusNext.current = 'button';
          const isSaved = await threads.getState().start(place, body, isQuestion);
          if (isSaved) setOpen(false);
          else focusNext.current = undefined;
          return isSaved;
        }}
        onEscape={() => {
          setOpen(false);
          onReturnToText();
        }}
      />
    </div>
  );
}

/** The span that the thread is about, in the layer that is shown; else its words in the text. */
function goTo({ layer, article, selectSpan }: AnnotateState, { spans, range }: Thread): void {
  const ref = spans.find(({ annotatorId, spanId }) => {
    return annotatorId === layer.annotatorId && findSpan(layer.spans, spanId) !== undefined;
  });
  if (ref) selectSpan(ref.spanId, true);
  else if (range) location.hash = placeAddress(article.id, range);
}
