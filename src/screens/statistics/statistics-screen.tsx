import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type AnnotatorId } from '#core/project/project.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { type Counted } from '#state/corpus-store.ts';
import { annotatorsWhoBegan } from '#state/library-article.ts';
import { useLibrary, useSession } from '#state/react.tsx';
import { useCorpus, useCorpusVisit, useLaterStores } from '#state/react-later.tsx';
import { nameOf } from '#state/session-store.ts';
import { Button } from '#ui/button.tsx';
import { CancelledMessage } from '#ui/cancelled-message.tsx';
import { SelectField } from '#ui/field.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Download } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Figures } from './figures.tsx';
import { ProgressTable } from './progress-table.tsx';
import styles from './statistics-screen.module.css';

const ARTICLES = [
  { value: 'all', text: t`all articles` },
  { value: 'done', text: t`those that are done` },
] as const;

/** What one annotator has marked: how often, where, and what is missing. */
export function StatisticsScreen() {
  const { corpus } = useLaterStores();
  const writer = useSession((state) => state.annotatorId);
  const [chosen, setChosen] = useState<AnnotatorId>();
  const [articles, setArticles] = useState<(typeof ARTICLES)[number]['value']>('all');
  const annotatorId = chosen ?? writer;
  const counted = useCorpus((state) => state.counted);
  const people = useAnnotatorOptions();
  useCorpusVisit();
  useEffect(() => {
    void corpus.getState().count({ annotatorId, isDoneOnly: articles === 'done' });
  }, [corpus, annotatorId, articles]);
  return (
    <Page
      title={t`Statistics`}
      lead={t`What is marked in the articles, what is named most, and what is still missing.`}
      actions={
        <Button
          disabled={!counted}
          onClick={() => {
            corpus.getState().downloadFigures();
          }}
        >
          <Download size={16} aria-hidden="true" />
          {t`Save as CSV`}
        </Button>
      }
    >
      <div className={styles.choices}>
        <SelectField label={t`Spans of`} value={annotatorId} options={people} onChange={setChosen} />
        <SelectField label={t`In`} value={articles} options={ARTICLES} onChange={setArticles} />
      </div>
      <CorpusMessage />
      {counted && <Shown counted={counted} />}
    </Page>
  );
}

function Shown({ counted }: { readonly counted: Counted }) {
  return (
    <>
      <ProgressTable counted={counted} />
      {counted.spanCount > 0 ? <Figures counted={counted} /> : <NothingYet isDoneOnly={counted.choice.isDoneOnly} />}
    </>
  );
}

function NothingYet({ isDoneOnly }: { readonly isDoneOnly: boolean }) {
  return (
    <p className={styles.empty}>
      {isDoneOnly ? (
        <>{tNodes`No article with spans is done. Choose “all articles” above, or ${<a href={ADDRESSES.annotate}>{t`annotate`}</a>} and mark one as done.`}</>
      ) : (
        <>{tNodes`Nothing is marked yet. ${<a href={ADDRESSES.annotate}>{t`Open an article`}</a>} and mark a name, a claim or a quote: it is counted here.`}</>
      )}
    </p>
  );
}

/** Says how far the articles are read, or why they are not. */
function CorpusMessage() {
  const { corpus } = useLaterStores();
  const phase = useCorpus((state) => state.phase);
  const failure = useCorpus((state) => state.failure);
  const progress = useCorpus((state) => state.progress);
  if (phase === 'ready') return null;
  const again = (): void => void corpus.getState().read();
  if (phase === 'cancelled') {
    return (
      <CancelledMessage
        again={t`Read the articles`}
        onAgain={again}
      >{t`Nothing is counted until the articles are read.`}</CancelledMessage>
    );
  }
  if (phase === 'failed') {
    return (
      <Message kind="problem">
        {t`The articles could not be counted. ${failure}`}
        <Button onClick={again}>{t`Try again`}</Button>
      </Message>
    );
  }
  return <ProgressBar name={t`Reading the articles`} progress={progress} onCancel={corpus.getState().cancel} />;
}

/** You first, then the others who have begun something. */
function useAnnotatorOptions(): readonly { readonly value: AnnotatorId; readonly text: string }[] {
  const annotators = useSession((state) => state.annotators);
  const writer = useSession((state) => state.annotatorId);
  const articles = useLibrary((state) => state.articles);
  const begun = useMemo(() => annotatorsWhoBegan(annotators, articles), [annotators, articles]);
  const others = begun.filter(({ id }) => id !== writer);
  return [
    { value: writer, text: t`${nameOf(annotators, writer)} (you)` },
    ...others.map(({ id, name }) => ({ value: id, text: name })),
  ];
}
