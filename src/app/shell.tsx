import { ADDRESSES } from '#state/addresses.ts';
import { useAnnotate, useLibrary, useSession, useStores } from '#state/react.tsx';
import { Message } from '#ui/message.tsx';
import { useEffect, useRef, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { KeysDialog } from './keys-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { NoticeToast } from './notice-toast.tsx';
import { type Route, routeOf } from './route.ts';
import { SaveStatus } from './save-status.tsx';
import { RouteScreen } from './route-screen.tsx';
import styles from './shell.module.css';

const LINKS = [
  { screen: 'library', text: 'Library', address: ADDRESSES.library },
  { screen: 'annotate', text: 'Annotate', address: ADDRESSES.annotate },
  { screen: 'labels', text: 'Labels', address: ADDRESSES.labels },
  { screen: 'import', text: 'Import', address: ADDRESSES.import },
  { screen: 'export', text: 'Export', address: ADDRESSES.export },
  { screen: 'settings', text: 'Settings', address: ADDRESSES.settings },
] as const;

/** What stays around every screen: the way between screens, whether the work is saved, the sheet of keys. */
export function Shell() {
  const [path] = useHashLocation();
  const route = routeOf(path);
  const theme = useSession((state) => state.theme);
  const [areKeysOpen, setKeysOpen] = useState(false);
  const header = useRef<HTMLElement>(null);

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useDocumentTitle(route);
  useFocusOnArrival(route.screen);
  useLeaveGuard();
  useQuestionMark(() => {
    setKeysOpen(true);
  });

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
      <header ref={header} className={styles.header}>
        <a className={styles.brand} href={ADDRESSES.library} aria-label="Spanmark">
          <span aria-hidden="true">▍</span>
          <b>Spanmark</b>
        </a>
        <nav aria-label="Main" className={styles.nav}>
          {LINKS.map(({ screen, text, address }) => (
            <a key={screen} href={address} aria-current={route.screen === screen ? 'page' : undefined}>
              {text}
            </a>
          ))}
        </nav>
        <span className={styles.gap} />
        <SaveStatus />
        <button
          type="button"
          className={styles.keys}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          onClick={() => {
            setKeysOpen(true);
          }}
        >
          <kbd aria-hidden="true">?</kbd>
        </button>
      </header>
      <LibraryFailure />
      <RouteScreen route={route} />
      <NoticeToast />
      <KeysDialog
        isOpen={areKeysOpen}
        onClose={() => {
          setKeysOpen(false);
        }}
      />
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
  annotate: 'Annotate',
  labels: 'Labels',
  import: 'Import',
  export: 'Export',
  settings: 'Settings',
  unknown: 'Not found',
};

function useDocumentTitle(route: Route): void {
  const article = useAnnotate((state) => state.article.title);
  const title = route.screen === 'annotate' && article !== '' ? article : TITLES[route.screen];
  useEffect(() => {
    document.title = `${title} · Spanmark`;
  }, [title]);
}

/** After a step to another screen the focus goes to its content; the annotate screen takes it itself. */
function useFocusOnArrival(screen: Route['screen']): void {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      scrollTo(0, 0);
      if (screen !== 'annotate') document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [screen]);
}

/** The browser asks before it closes a page whose last edit is not on the disk. */
function useLeaveGuard(): void {
  const { annotate } = useStores();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (annotate.getState().saving.kind !== 'saved') event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  }, [annotate]);
}

/** `?` opens the sheet of keys, other than where it is typed. */
function useQuestionMark(open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      const isTyped = target instanceof Element && target.closest('input, textarea, select, [role="dialog"]');
      if (event.key !== '?' || isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
    };
  }, []);
}
