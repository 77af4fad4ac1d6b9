import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { useLibrary, useSession, useStores } from '#state/react.tsx';
import { reviewableIn } from '#state/reviewable.ts';
import { type PreparedFile } from '#state/transfer-store.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { plural } from '#language/numbers.ts';
import { useEffect, useId, useRef } from 'react';
import { AnnotateAs, madeForIn } from './annotate-as.tsx';
import styles from './import-screen.module.css';

/** What came in, and where to go from here. */
export function ImportedFiles({ files }: { readonly files: readonly PreparedFile[] }) {
  const { transfer } = useStores();
  const doneId = useId();
  const next = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  useEffect(() => {
    next.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, []);
  const project = useSession((state) => state.project.name);
  const fresh = files.filter(isFresh);
  const articles = articlesIn(fresh);
  const refused = files.filter(({ reading }) => reading.kind === 'problems').length;
  return (
    <>
      <Message kind="done">
        <p id={doneId}>
          {plural(fresh.length, '# file imported.', '# files imported.')}
          {articles > 0 &&
            articles !== fresh.length &&
            ` ${plural(articles, '# article has come in.', '# articles have come in.')}`}
          {refused > 0 && ` ${plural(refused, '# file could not be.', '# files could not be.')}`}{' '}
          {tNodes`The project is “${<bdi>{project}</bdi>}”.`}
        </p>
      </Message>
      <ReviewNext files={fresh} />
      {/* The focus comes here, and with it what was done is read out. */}
      <div ref={next} role="group" aria-labelledby={doneId} className={styles.actions}>
        <WayOn files={fresh} />
        <Button
          onClick={() => {
            transfer.getState().reset();
          }}
        >{t`Import more`}</Button>
      </div>
    </>
  );
}

/** Where whoever imported these files most likely goes next. */
function WayOn({ files }: { readonly files: readonly PreparedFile[] }) {
  const { transfer } = useStores();
  const leave = (): void => {
    transfer.getState().reset();
  };
  const annotatorId = useSession((state) => state.annotatorId);
  const madeFor = madeForIn(files);
  const [only] = files.flatMap(({ reading }) => (reading.kind === 'article' ? [reading.article.id] : []));
  const hasFeedback = files.some(
    ({ reading }) => reading.kind === 'bundle' && reading.plan.decisions > 0 && reading.layersOf.includes(annotatorId),
  );
  if (madeFor && madeFor.id !== annotatorId) return <AnnotateAs annotator={madeFor} />;
  if (hasFeedback) {
    return <a href={ADDRESSES.feedback} onClick={leave}>{t`See the feedback on your annotations`}</a>;
  }
  const isOne = files.length === 1 && only !== undefined;
  return (
    <a href={isOne ? annotateAddress(only) : ADDRESSES.library} onClick={leave}>
      {isOne ? t`Annotate it` : t`Open the library`}
    </a>
  );
}

/** Once several annotators have done the same articles they can be compared. */
function ReviewNext({ files }: { readonly files: readonly PreparedFile[] }) {
  const articles = useLibrary((state) => state.present());
  const hasLayers = files.some(({ reading }) => reading.kind === 'bundle' || reading.kind === 'dataset');
  const { articles: count, annotators } = reviewableIn(articles);
  if (!hasLayers || count === 0) return null;
  return (
    <Message kind="note">
      <p>
        {tNodes`${(
          <b>{t`${plural(annotators, 'annotator')} on ${plural(count, 'article')}:`}</b>
        )} they are done and can be compared.`}
      </p>
      <LinkButton look="primary" href={ADDRESSES.review}>{t`Start reviewing`}</LinkButton>
    </Message>
  );
}

/** How many articles these files brought; two with one text are one. */
function articlesIn(files: readonly PreparedFile[]): number {
  const alone = new Set<string>();
  let together = 0;
  for (const { reading } of files) {
    if (reading.kind === 'article') alone.add(reading.article.id);
    else if (reading.kind !== 'problems') together += reading.plan.articles;
  }
  return alone.size + together;
}

function isFresh({ reading, isHere }: PreparedFile): boolean {
  return reading.kind !== 'problems' && !isHere;
}
