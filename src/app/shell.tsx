import { type AnnotateHandle } from '#screens/annotate/annotate-screen.tsx';
// Only its type: the screen itself comes later.
import type { ReviewHandle } from '#screens/review/review-handle.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { type AppCommandId } from '#state/keys/app-commands.ts';
import { useAnnotate, useLibrary, useSession, useStores } from '#state/react.tsx';
import { useReviewIfHere } from '#state/react-later.tsx';
import { Message } from '#ui/message.tsx';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { AppButtons } from './app-buttons.tsx';
import { FocusOnArrival } from './focus-on-arrival.tsx';
import { KeysDialog } from './lazy-screens.ts';
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

/** What stays around every screen: the way between screens, whether the work is saved, the sheet of keys. */
export function Shell() {
  const [path] = useHashLocation();
  const route = routeOf(path);
  const theme = useSession((state) => state.theme);
  // Undefined until it is asked for, so that its table comes only then.
  const [areKeysOpen, setKeysOpen] = useState<boolean>();
  const annotate = useRef<AnnotateHandle>(null);
  const review = useRef<ReviewHandle>(null);
  const arrivals = useRef(0);

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useDocumentTitle(route);
  useLeaveGuard();
  const showKeys = (): void => {
    setKeysOpen(true);
  };
  const { open, palette } = usePalette({ annotate, review }, { 'show-keys': showKeys });
  const run = (id: AppCommandId): void => {
    if (id === 'open-palette') open();
    else showKeys();
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
      >
        Skip to the content
      </a>
      <header className={styles.header}>
        <a className={styles.brand} href={ADDRESSES.library} aria-label="Spanmark">
          <span aria-hidden="true">▍</span>
          <b>Spanmark</b>
        </a>
        <ProjectMenu />
        <MainNav screen={route.screen} />
        <span className={styles.gap} />
        <SaveStatus />
        <AppButtons run={run} />
      </header>
      <LibraryFailure />
      <ProjectsFailure />
      <Suspense key={route.screen} fallback={null}>
        <RouteScreen route={route} annotate={annotate} review={review} />
        <FocusOnArrival route={route} arrivalsRef={arrivals} />
      </Suspense>
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
      {route.screen === 'annotate' && <NameDialog />}
    </>
  );
}

function LibraryFailure() {
  const failure = useLibrary((state) => (state.phase === 'failed' ? state.failure : ''));
  if (failure === '') return null;
  return (
    <div className={styles.failure}>
      <Message kind="problem">The library could not be read. {failure}</Message>
    </div>
  );
}

const TITLES: Readonly<Record<Route['screen'], string>> = {
  library: 'Library',
  search: 'Search',
  annotate: 'Annotate',
  review: 'Review',
  agreement: 'Agreement',
  statistics: 'Statistics',
  correct: 'Correct the text',
  labels: 'Labels',
  import: 'Import',
  export: 'Export',
  guidelines: 'Guidelines',
  questions: 'Guideline questions',
  feedback: 'Feedback',
  share: 'Share',
  settings: 'Settings',
  unknown: 'Not found',
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

/** The browser asks before it closes a page whose last edit is not on the disk. */
function useLeaveGuard(): void {
  const { annotate, guidelines, threads, later } = useStores();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      const kinds = [annotate, guidelines, threads].map((store) => store.getState().saving.kind);
      const review = later.here.getState().stores?.review.getState();
      if ([...kinds, review?.saving.kind ?? 'saved'].some((kind) => kind !== 'saved')) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  }, [annotate, guidelines, threads, later]);
}
