import { t } from '#language/t.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { type Thread } from '#core/review/thread.ts';
import { Button } from '#ui/button.tsx';
import { plural } from '#language/numbers.ts';
import { timeInWords } from '#language/dates.ts';
import { Markdown } from '#views/markdown/markdown.tsx';
import { directionOf } from '#core/text/direction.ts';
import { ArrowRight, CircleCheck, CircleHelp, MessageCircle } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import styles from './thread-card.module.css';
import { type MessageDraft, ThreadForm } from './thread-form.tsx';

/** What can be done to a thread. What resolves, resolves with true once it is on the disk. */
export interface ThreadEvents {
  readonly onReply: (thread: Thread, body: string) => Promise<boolean>;
  readonly onResolve: (thread: Thread, isResolved: boolean) => void;
  readonly onMark: (thread: Thread, isGuidelineQuestion: boolean) => void;
  /** Without it there is no way to the place: it is in sight, or there is none. */
  readonly onGoTo?: (thread: Thread) => void;
  readonly onEscape?: () => void;
}

/** What threads are drawn with besides themselves. */
export interface ThreadContext extends ThreadEvents {
  readonly nameOf: (id: AnnotatorId) => string;
  /** What was typed as a reply and not sent. */
  readonly draftOf: (thread: Thread) => MessageDraft;
  /** The longest message, in UTF-16 code units. */
  readonly maxLength: number;
  /** The level of the heading that the threads stand under. */
  readonly under: number;
}

interface ThreadCardProps {
  readonly thread: Thread;
  /** Of the article, for its words. */
  readonly language: string;
  readonly context: ThreadContext;
  /** True where only what it is about is shown until it is opened, as a resolved one is in any case. */
  readonly beginsFolded?: boolean;
  /** Stands above the messages: where it is, for a list over several articles. */
  readonly children?: ReactNode;
}

/** One thread: what it is about, whether it is open, what was said, and a field to answer. A resolved one begins folded. */
export function ThreadCard({ thread, language, context, beginsFolded = false, children }: ThreadCardProps) {
  const { quote, isResolved, isGuidelineQuestion, messages } = thread;
  const about = useId();
  // Resolving it does not fold it away from under the pointer.
  const [isOpenAtFirst] = useState(!isResolved && !beginsFolded);
  return (
    <details className={styles.thread} data-thread={thread.id} open={isOpenAtFirst}>
      <summary className={styles.summary}>
        <span className={styles.about} id={about}>
          {quote === '' ? (
            t`The article as a whole`
          ) : (
            <q lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
              {quote}
            </q>
          )}
        </span>
        <span className={styles.states}>
          <span className={isResolved ? styles.resolved : styles.open}>
            {isResolved ? <CircleCheck size={13} aria-hidden="true" /> : <MessageCircle size={13} aria-hidden="true" />}
            {isResolved ? t`Resolved` : t`Open`}
          </span>
          {isGuidelineQuestion && (
            <span className={styles.question}>
              <CircleHelp size={13} aria-hidden="true" />
              {t`Guideline question`}
            </span>
          )}
          <span>{plural(messages.length, 'message')}</span>
        </span>
      </summary>
      <div className={styles.content} role="group" aria-labelledby={about}>
        {children}
        <ol className={styles.messages} aria-label={t`Messages`}>
          {messages.map(({ id, by, at, body }) => (
            <li key={id}>
              <p className={styles.by}>
                <bdi>{context.nameOf(by)}</bdi> <time dateTime={at}>{timeInWords(at)}</time>
              </p>
              <div className={styles.body} dir="auto">
                <Markdown text={body} under={context.under} />
              </div>
            </li>
          ))}
        </ol>
        <ThreadForm
          label={t`Reply`}
          isLabelShown={false}
          draft={context.draftOf(thread)}
          onSend={(body) => context.onReply(thread, body)}
          sendText={t`Send`}
          maxLength={context.maxLength}
          {...(context.onEscape ? { onEscape: context.onEscape } : {})}
        />
        <ThreadActions thread={thread} context={context} />
      </div>
    </details>
  );
}

function ThreadActions({ thread, context }: Pick<ThreadCardProps, 'thread' | 'context'>) {
  const { quote, isResolved, isGuidelineQuestion } = thread;
  const words = wordsOfActions(quote.slice(0, 60).toWellFormed());
  return (
    <div className={styles.actions}>
      <Button
        look="quiet"
        aria-label={isResolved ? words.reopen : words.resolve}
        onClick={() => {
          context.onResolve(thread, !isResolved);
        }}
      >
        {isResolved ? t`Reopen` : t`Resolve`}
      </Button>
      <Button
        look="quiet"
        aria-pressed={isGuidelineQuestion}
        onClick={() => {
          context.onMark(thread, !isGuidelineQuestion);
        }}
      >
        <CircleHelp size={15} aria-hidden="true" />
        {t`Guideline question`}
      </Button>
      {context.onGoTo && (
        <Button
          look="quiet"
          aria-label={words.goTo}
          onClick={() => {
            context.onGoTo?.(thread);
          }}
        >
          <ArrowRight size={15} aria-hidden="true" />
          {t`Go there`}
        </Button>
      )}
    </div>
  );
}

/** What can be done to a thread on these words; on the article where there are none. */
function wordsOfActions(quote: string): { readonly reopen: string; readonly resolve: string; readonly goTo: string } {
  if (quote === '') {
    return {
      reopen: t`Reopen the thread on the article`,
      resolve: t`Resolve the thread on the article`,
      goTo: t`Go to the article`,
    };
  }
  return {
    reopen: t`Reopen the thread on “${quote}”`,
    resolve: t`Resolve the thread on “${quote}”`,
    goTo: t`Go to “${quote}”`,
  };
}
