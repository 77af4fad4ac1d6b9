import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { type OpenHistory } from '#state/history/history-store.ts';
import { useHistory, useLaterStores } from '#state/react-later.tsx';
import { useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { Button } from '#ui/button.tsx';
import { FailureMessage } from '#ui/failure-message.tsx';
import { Message } from '#ui/message.tsx';
import { plural } from '#language/numbers.ts';
import { timeInWords } from '#language/dates.ts';
import { UnopenedArticle } from '#views/articles/unopened-article.tsx';
import { directionOf } from '#core/text/direction.ts';
import { Download } from 'lucide-react';
import { useEffect, useId } from 'react';
import { HistoryList } from './history-list.tsx';
import styles from './history-screen.module.css';
import { HistoryText } from './history-text.tsx';

interface HistoryScreenProps {
  readonly articleId: ArticleId;
  readonly annotatorId: AnnotatorId;
}

/** Everything that was done to a layer, the latest first, and the layer as it was at any time. */
export function HistoryScreen({ articleId, annotatorId }: HistoryScreenProps) {
  const { history } = useLaterStores();
  const phase = useHistory((state) => state.phase);
  const failure = useHistory((state) => state.failure);
  const opened = useHistory((state) => state.opened);
  useEffect(() => {
    void history.getState().open(articleId, annotatorId);
  }, [history, articleId, annotatorId]);
  useEffect(() => () => history.getState().close(), [history]);
  if (phase === 'missing') return <UnopenedArticle failure={failure} libraryAddress={ADDRESSES.library} />;
  return (
    // The same element before and after, so that it keeps the focus.
    <main id="main" tabIndex={-1} className={styles.page}>
      <FailureMessage text={failure} onDismiss={history.getState().forgetFailure} />
      {opened && <Opened opened={opened} />}
    </main>
  );
}

function Opened({ opened }: { readonly opened: OpenHistory }) {
  const { article, annotatorId, entries, lost, isCut } = opened;
  const annotators = useSession((state) => state.annotators);
  const titleId = useId();
  const listId = useId();
  return (
    <>
      <header className={styles.header}>
        <p className={styles.back}>
          <a href={annotateAddress(article.id, undefined, undefined)}>{t`Annotate this article`}</a>
        </p>
        <h1 id={titleId} dir={directionOf(article.language)} lang={article.language}>
          {article.title}
        </h1>
        <p
          className={styles.lead}
        >{tNodes`The layer of ${<bdi>{nameOf(annotators, annotatorId)}</bdi>}: ${plural(entries.length + lost, 'edit')}.`}</p>
      </header>
      {(lost > 0 || isCut) && (
        <div className={styles.damage}>
          <Message kind="problem">
            {isCut
              ? t`The log of this layer is damaged after the newest edit that is listed.`
              : plural(
                  lost,
                  'The first # edit of the log are damaged and cannot be shown.',
                  'The first # edits of the log are damaged and cannot be shown.',
                )}{' '}
            {t`Nothing is written over it.`}
          </Message>
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Shown opened={opened} />
          <HistoryText opened={opened} titleId={titleId} />
        </div>
        <aside className={styles.panel} aria-labelledby={listId}>
          <h2 id={listId}>{t`Edits, newest first`}</h2>
          {entries.length === 0 ? (
            <p className={styles.lead}>{t`Nothing was done to this layer in this browser.`}</p>
          ) : (
            <HistoryList opened={opened} />
          )}
        </aside>
      </div>
    </>
  );
}

/** Which state is shown, and the way to a file of it. */
function Shown({ opened: { entries, at, shown } }: { readonly opened: OpenHistory }) {
  const { history } = useLaterStores();
  const [newest] = entries;
  const isNow = newest === undefined || at === newest.number;
  const entry = entries.find(({ number }) => number === at);
  const state = (
    <b>{isNow ? t`As it is now` : entry ? t`As it was after edit ${at}` : t`As it was before the first edit`}</b>
  );
  const spans = plural(shown.spans.length, 'span');
  return (
    <div className={styles.shown}>
      <p role="status">{entry ? tNodes`${state}, ${timeInWords(entry.at)}: ${spans}.` : tNodes`${state}: ${spans}.`}</p>
      <Button onClick={() => void history.getState().downloadShown()}>
        <Download size={16} aria-hidden="true" />
        {t`Download it so`}
      </Button>
    </div>
  );
}
