import { t } from '#language/t.ts';
import { type AnnotateHandle } from '#screens/annotate/annotate-screen.tsx';
// Only its type: the screen itself comes later.
import type { ReviewHandle } from '#screens/review/review-handle.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { type AppCommandId } from '#state/keys/app-commands.ts';
import { useAnnotate, useLibrary, useStores, useTour } from '#state/react.tsx';
import { useReviewIfHere } from '#state/react-later.tsx';
import { Message } from '#ui/message.tsx';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { AppButtons } from './app-buttons.tsx';
import { CopyAge } from './copy-age.tsx';
import { FocusOnArrival } from './focus-on-arrival.tsx';
import { KeysDialog, ReadingPanel, TourCard } from './lazy-screens.ts';
import { LossMessage } from './loss-message.tsx';
import { MainNav } from './main-nav.tsx';
import { NameDialog } from './name-dialog.tsx';
import { NoticeToast } from './notice-toast.tsx';
import { ProjectMenu } from './project-menu.tsx';
import { ProjectsFailure } from './projects-failure.tsx';
import { type Route, routeOf } from './route.ts';
import { SaveStatus } from './save-status.tsx';
import { RouteScreen } from './route-screen.tsx';
import { usePalette } from './palette/use-palette.tsx';
import styles from './shell.module.css';
import { useAppKeys } from './use-app-keys.ts';
import { useLeaving } from './use-leaving.ts';
import { useReadingPanel } from './use-reading-panel.ts';
import { VersionMessage } from './version-message.tsx';
import { type Versions } from './versions.ts';

/** What stays around every screen: the way between screens, whether the work is saved, the sheet of keys. */
export function Shell({ versions }: { readonly versions: Versions }) {
  const [path] = useHashLocation();
  const route = routeOf(path);
  // Undefined until it is asked for, so that its table comes only then.
  const [areKeysOpen, setKeysOpen] = useState<boolean>();
  const annotate = useRef<AnnotateHandle>(null);
  const review = useRef<ReviewHandle>(null);
  const arrivals = useRef(0);
  const isTourShown = useTour((state) => state.phase === 'running') && route.screen === 'annotate';

  useDocumentTitle(route);
  useLeaving();
  const showKeys = (): void => {
    setKeysOpen(true);
  };
  const { reading, annotate: said } = useStores();
  const isReadingOpen = useReadingPanel(route.screen);
  const runs = {
    'show-keys': showKeys,
    'reading-comfort': () => {
      reading.getState().showPanel(!reading.getState().isPanelOpen);
    },
    'tell-spans': () => {
      const tellsSpans = !reading.getState().look.tellsSpans;
      void reading.getState().change({ tellsSpans });
      said.getState().say(tellsSpans ? t`Spans are told to a screen reader.` : t`Spans are no longer told.`);
    },
  };
  const { open, palette } = usePalette({ annotate, review }, runs);
  const run = (id: AppCommandId): void => {
    if (id === 'open-palette') open();
    else runs[id]();
  };
  useAppKeys(run);

  return (
    <>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          // The address names the screen: it must not change.
          event.preventDefault();
          document.querySelector<HTMLElement>('#main')?.focus();
        }}
      >{t`Skip to the content`}</a>
      <header className={styles.header}>
        <a className={styles.brand} href={ADDRESSES.library} aria-label={t`Spanmark`}>
          <span aria-hidden="true">▍</span>
          <b>{t`Spanmark`}</b>
        </a>
        <ProjectMenu />
        <MainNav screen={route.screen} />
        <span className={styles.gap} />
        <div className={styles.kept}>
          <CopyAge />
          <SaveStatus />
        </div>
        <AppButtons run={run} />
      </header>
      <VersionMessage versions={versions} />
      <LibraryFailure />
      <ProjectsFailure />
      <LossMessage />
      <Suspense key={route.screen} fallback={null}>
        <RouteScreen route={route} annotate={annotate} review={review} />
        <FocusOnArrival route={route} arrivalsRef={arrivals} />
      </Suspense>
      {isTourShown && (
        <Suspense fallback={null}>
          <TourCard annotate={annotate} />
        </Suspense>
      )}
      <NoticeToast screen={route.screen} />
      {palette}
      {areKeysOpen !== undefined && (
        <Suspense fallback={null}>
          <KeysDialog
            isOpen={areKeysOpen}
            onClose={() => {
              setKeysOpen(false);
            }}
          />
        </Suspense>
      )}
      {isReadingOpen && (
        <Suspense fallback={null}>
          <ReadingPanel />
        </Suspense>
      )}
      {route.screen === 'annotate' && <NameDialog />}
    </>
  );
}

function LibraryFailure() {
  const failure = useLibrary((state) => (state.phase === 'failed' ? state.failure : ''));
  if (failure === '') return null;
  return (
    <div className={styles.failure}>
      <Message kind="problem">{t`The library could not be read. ${failure}`}</Message>
    </div>
  );
}

const TITLES: Readonly<Record<Route['screen'], string>> = {
  library: t`Library`,
  search: t`Search`,
  annotate: t`Annotate`,
  review: t`Review`,
  agreement: t`Agreement`,
  statistics: t`Statistics`,
  correct: t`Correct the text`,
  labels: t`Labels`,
  import: t`Import`,
  export: t`Export`,
  guidelines: t`Guidelines`,
  questions: t`Guideline questions`,
  feedback: t`Feedback`,
  share: t`Share`,
  trash: t`Trash`,
  history: t`History`,
  help: t`Help`,
  settings: t`Settings`,
  unknown: t`Not found`,
};

function useDocumentTitle(route: Route): void {
  const annotated = useAnnotate((state) => state.article.title);
  const reviewed = useReviewIfHere((state) => state.article.title, '');
  const article = route.screen === 'annotate' ? annotated : route.screen === 'review' ? reviewed : '';
  const title = article === '' ? TITLES[route.screen] : article;
  useEffect(() => {
    document.title = `${title} · Spanmark`;
  }, [title]);
}
