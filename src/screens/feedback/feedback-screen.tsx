import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { OUTCOMES, type Outcome } from '#core/review/feedback.ts';
import { ADDRESSES, feedbackAddress } from '#state/addresses.ts';
import { type ArticleFeedback } from '#state/feedback/feedback-store.ts';
import { useLibrary, useSession, useStores, useThreads } from '#state/react.tsx';
import { useFeedback, useLaterStores } from '#state/react-later.tsx';
import { nameOf } from '#state/session-store.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { plural } from '#language/numbers.ts';
import { MessageCircle } from 'lucide-react';
import { useEffect } from 'react';
import styles from './feedback-screen.module.css';
import { OutcomeCounts } from './outcome-counts.tsx';

/** For which articles a reviewer has decided something about the annotator's own layers, and how much became of them. */
export function FeedbackScreen() {
  const { threads } = useStores();
  const { feedback } = useLaterStores();
  const annotatorId = useSession((state) => state.annotatorId);
  const annotators = useSession((state) => state.annotators);
  const projectId = useSession((state) => state.project.id);
  const articles = useFeedback((state) => state.articles);
  const failure = useFeedback((state) => state.failure);
  useEffect(() => {
    void feedback.getState().read();
    void threads.getState().count();
  }, [feedback, threads, annotatorId, projectId]);
  return (
    <Page
      title={t`Feedback`}
      lead={
        <>{tNodes`What became of the spans of ${<bdi>{nameOf(annotators, annotatorId)}</bdi>} in review: your layers against gold.`}</>
      }
      actions={<LinkButton href={ADDRESSES.share}>{t`Share`}</LinkButton>}
    >
      {failure !== '' && <Message kind="problem">{t`The feedback could not be read. ${failure}`}</Message>}
      {articles?.length === 0 && <NoFeedback />}
      {articles && articles.length > 0 && (
        <>
          <section className={styles.total} aria-labelledby="total-heading">
            <h2 id="total-heading">{plural(articles.length, 'article')}</h2>
            <OutcomeCounts counts={sumOf(articles)} />
          </section>
          <ul className={styles.articles} aria-label={t`Articles with feedback`}>
            {articles.map((article) => (
              <ArticleRow key={article.articleId} feedback={article} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function ArticleRow({ feedback: { articleId, counts } }: { readonly feedback: ArticleFeedback }) {
  const title = useLibrary((state) => state.find(articleId)?.title ?? t`An article that is not in the library`);
  const open = useThreads((state) => state.counts.get(articleId)?.open ?? 0);
  return (
    <li>
      <a href={feedbackAddress(articleId)} dir="auto" title={title}>
        {title}
      </a>
      <OutcomeCounts counts={counts} />
      {open > 0 && (
        <p className={styles.threads}>
          <MessageCircle size={14} aria-hidden="true" />
          {plural(open, 'open thread')}
        </p>
      )}
    </li>
  );
}

function sumOf(articles: readonly ArticleFeedback[]): Readonly<Record<Outcome, number>> {
  const sum = (outcome: Outcome): number => articles.reduce((total, { counts }) => total + counts[outcome], 0);
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, sum(outcome)])) as Record<Outcome, number>;
}

/** How feedback comes here, or that it is here for somebody else. */
function NoFeedback() {
  const { session } = useStores();
  const annotators = useSession((state) => state.annotators);
  const annotatorId = useSession((state) => state.annotatorId);
  const others = useFeedback((state) => state.others);
  return (
    <div className={styles.empty}>
      <p>{tNodes`There is no feedback for ${<bdi>{nameOf(annotators, annotatorId)}</bdi>} yet.`}</p>
      {others.length > 0 ? (
        <>
          <p>{t`There is some for others who annotate in this browser. If you are one of them, go on as yourself:`}</p>
          <div className={styles.people}>
            {others.map((id) => (
              <Button
                key={id}
                onClick={() => {
                  // The button goes away with what is said here.
                  document.querySelector<HTMLElement>('#main')?.focus();
                  void session.getState().annotateAs(id);
                }}
              >
                <span className={styles.whom}>{t`I am ${nameOf(annotators, id)}`}</span>
              </Button>
            ))}
          </div>
        </>
      ) : (
        <p>{tNodes`Mark articles as done and ${<a href={ADDRESSES.share}>{t`send them to a reviewer`}</a>}. What the reviewer returns to you is a file: ${<a href={ADDRESSES.import}>{t`import it`}</a>}, and the feedback is here.`}</p>
      )}
    </div>
  );
}
