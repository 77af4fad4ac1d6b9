import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type ArticleId } from '#core/project/project.ts';
import { type FeedbackEntry, OUTCOMES, type Outcome } from '#core/review/feedback.ts';
import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { type OpenFeedback } from '#state/feedback/feedback-store.ts';
import { useSession, useStores, useThreads } from '#state/react.tsx';
import { useFeedback, useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { useIsTouch } from '#ui/use-is-touch.ts';
import { plural } from '#language/numbers.ts';
import { UnopenedArticle } from '#views/articles/unopened-article.tsx';
import { directionOf } from '#core/text/direction.ts';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import styles from './article-feedback-screen.module.css';
import { EntryCard } from './entry-card.tsx';
import { EntryList } from './entry-list.tsx';
import { FeedbackText } from './feedback-text.tsx';
import { OutcomeCounts } from './outcome-counts.tsx';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { saidOn } from './threads-on.ts';
import { useWalkKeys } from './use-walk-keys.ts';

/** On small screens the panel sticks to the foot of the window, over the text. */
function coveredBy(panel: HTMLElement | null): number {
  if (!panel || getComputedStyle(panel).bottom === 'auto') return 0;
  return Math.max(0, innerHeight - panel.getBoundingClientRect().top);
}

/** Which entries are walked through. */
type Shown = 'differing' | 'all' | Outcome;

/** One article of the annotator with what became of each span in gold, and why. */
export function ArticleFeedbackScreen({ articleId }: { readonly articleId: ArticleId }) {
  const { threads } = useStores();
  const { feedback } = useLaterStores();
  const annotatorId = useSession((state) => state.annotatorId);
  const phase = useFeedback((state) => state.phase);
  const failure = useFeedback((state) => state.failure);
  const opened = useFeedback((state) => state.opened);
  useEffect(() => {
    void feedback.getState().open(articleId);
    void threads.getState().open(articleId);
  }, [feedback, threads, articleId, annotatorId]);
  useEffect(
    () => () => {
      feedback.getState().close();
      threads.getState().close();
    },
    [feedback, threads],
  );
  if (phase === 'missing') return <UnopenedArticle failure={failure} libraryAddress={ADDRESSES.library} />;
  return (
    // The same element before and after, so that it keeps the focus.
    <main id="main" tabIndex={-1} className={styles.page}>
      {opened && <Opened opened={opened} />}
    </main>
  );
}

function Opened({ opened }: { readonly opened: OpenFeedback }) {
  const { feedback } = useLaterStores();
  const { article, mine, entries, counts, at, reveal, isReviewed } = opened;
  const titleId = useId();
  const [shown, setShown] = useState<Shown>('differing');
  const threads = useThreads((state) => state.threads);
  const said = useMemo(
    () => entries.map((entry) => saidOn(entry, mine.annotatorId, threads)),
    [entries, mine, threads],
  );
  const places = useMemo(
    () => entries.flatMap((entry, place) => (isShown(entry, said[place], shown) ? [place] : [])),
    [entries, said, shown],
  );
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where the list was scrolled down to what was clicked, the card is above what is in sight.
    if (at !== undefined) panel.current?.scrollTo(0, 0);
  }, [at, reveal]);
  const goTo = (place: number | undefined): void => {
    if (place !== undefined) feedback.getState().lookAt(place, true);
  };
  const walk = (step: 1 | -1): void => {
    goTo(neighbourOf(places, at, step));
  };
  useWalkKeys(walk);
  const entry = at === undefined ? undefined : entries[at];
  return (
    <>
      <header className={styles.header}>
        <p className={styles.back}>
          <a href={ADDRESSES.feedback}>{t`Feedback`}</a> ·{' '}
          <a href={annotateAddress(article.id)}>{t`Annotate this article`}</a>
        </p>
        <h1 id={titleId} dir={directionOf(article.language)} lang={article.language}>
          {article.title}
        </h1>
        <OutcomeCounts counts={counts} />
      </header>
      <div className={styles.columns}>
        <FeedbackText opened={opened} titleId={titleId} covered={() => coveredBy(panel.current)} />
        <aside ref={panel} className={styles.panel} aria-label={t`What became of your spans`}>
          {isReviewed ? (
            <>
              <div className={styles.walk}>
                <SelectField label={t`Show`} value={shown} options={optionsFor(opened, said)} onChange={setShown} />
                <Step step={-1} name={t`Previous`} keyName="K" onStep={walk}>
                  <ChevronLeft size={18} aria-hidden="true" />
                </Step>
                <Step step={1} name={t`Next`} keyName="J" onStep={walk}>
                  <ChevronRight size={18} aria-hidden="true" />
                </Step>
              </div>
              <Current entry={entry} place={at === undefined ? -1 : places.indexOf(at)} of={places.length}>
                {entry && <EntryCard key={at} entry={entry} opened={opened} />}
              </Current>
              <EntryList opened={opened} places={places} said={said} onGoTo={goTo} />
            </>
          ) : (
            <p
              className={styles.empty}
            >{tNodes`No reviewer has decided anything about this article. When one returns a file to you, ${<a href={ADDRESSES.import}>{t`import it`}</a>}, and what became of your spans is here.`}</p>
          )}
        </aside>
      </div>
    </>
  );
}

interface CurrentProps {
  readonly entry: FeedbackEntry | undefined;
  readonly place: number;
  readonly of: number;
  readonly children: ReactNode;
}

/** The entry that is looked at. It is announced when the walk comes to another. */
function Current({ entry, place, of, children }: CurrentProps) {
  const told = place < 0 ? plural(of, 'place') : t`${place + 1} of ${of}`;
  const first = useIsTouch()
    ? plural(of, '# place to look at.', '# places to look at.')
    : plural(of, '# place to look at. Press J for the first.', '# places to look at. Press J for the first.');
  return (
    <>
      <p role="status" className={styles.place}>
        {entry ? `${told}: ${OUTCOME_WORDS[entry.outcome].name}` : first}
      </p>
      {children}
    </>
  );
}

interface StepProps {
  readonly step: 1 | -1;
  readonly name: string;
  readonly keyName: string;
  readonly onStep: (step: 1 | -1) => void;
  readonly children: ReactNode;
}

function Step({ step, name, keyName, onStep, children }: StepProps) {
  return (
    <Button
      look="icon"
      aria-label={name}
      title={`${name} (${keyName})`}
      aria-keyshortcuts={keyName}
      onClick={() => {
        onStep(step);
      }}
    >
      {children}
    </Button>
  );
}

type Said = ReturnType<typeof saidOn>;

/** What was kept differs in nothing, but is there where somebody has said something about it. */
function isShown({ outcome }: FeedbackEntry, said: Said, shown: Shown): boolean {
  return shown === 'all' || (shown === 'differing' ? outcome !== 'kept' || said !== undefined : outcome === shown);
}

function optionsFor(
  { entries, counts }: OpenFeedback,
  said: readonly Said[],
): readonly { readonly value: Shown; readonly text: string }[] {
  const differing = entries.length - counts.kept;
  const first = entries.filter((entry, place) => isShown(entry, said[place], 'differing')).length;
  return [
    {
      value: 'differing',
      text: first > differing ? t`what differs or was talked about (${first})` : t`what differs (${first})`,
    },
    { value: 'all', text: t`everything (${entries.length})` },
    ...OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => {
      return { value: outcome, text: `${OUTCOME_WORDS[outcome].short} (${counts[outcome]})` };
    }),
  ];
}

/** The shown entry after or before this one; the first or last where there is none yet, undefined at an end. */
function neighbourOf(places: readonly number[], at: number | undefined, step: 1 | -1): number | undefined {
  if (at === undefined) return step === 1 ? places[0] : places.at(-1);
  return step === 1 ? places.find((place) => place > at) : places.findLast((place) => place < at);
}
