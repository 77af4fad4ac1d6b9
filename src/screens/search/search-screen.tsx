import { t } from '#language/t.ts';
import { isEmptyQuery } from '#core/search/search-plan.ts';
import { searchAddress } from '#state/addresses.ts';
import { useSession } from '#state/react.tsx';
import { useCorpus, useCorpusVisit, useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { CancelledMessage } from '#ui/cancelled-message.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ReadyQueries } from './ready-queries.tsx';
import { SearchFilters } from './search-filters.tsx';
import { SearchHelp } from './search-help.tsx';
import { SearchResults } from './search-results.tsx';
import styles from './search-screen.module.css';

/** How long nothing must be typed before it is searched, in milliseconds. */
const PAUSE_MS = 120;

/** Looks through texts, spans, values and notes of all articles. The query alone says everything, so that it can be linked. */
export function SearchScreen({ query: addressed }: { readonly query: string }) {
  const field = useRef<HTMLInputElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useQuery(addressed);
  const labelSet = useSession((state) => state.project.labelSet);
  const isEmpty = isEmptyQuery(query, labelSet);
  useCorpusVisit();
  useEffect(() => {
    field.current?.focus();
  }, []);
  const fill = (next: string): void => {
    setQuery(next);
    field.current?.focus();
  };
  return (
    <Page title={t`Search`} lead={t`The texts of all articles, what is marked in them, and notes.`}>
      {/* It takes no focus; the field and the links in it do, and the arrows go between them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={screen}
        className={styles.screen}
        onKeyDown={(event) => {
          goBetween(event, screen.current!, field.current!);
        }}
      >
        <form
          role="search"
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          <input
            ref={field}
            type="search"
            className={styles.field}
            aria-label={t`Search texts, spans and notes`}
            placeholder={t`Words, a “phrase”, label:claim …`}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
            }}
          />
          <SearchFilters query={query} onChange={setQuery} />
        </form>
        <ReadyQueries query={query} onChoose={fill} />
        <SearchHelp />
        <CorpusMessage />
        {!isEmpty && <SearchResults query={query} />}
      </div>
    </Page>
  );
}

/** What is typed; it is searched and written into the address after a pause, and follows the address where that changes. */
function useQuery(addressed: string) {
  const { corpus } = useLaterStores();
  const [query, setQuery] = useState(addressed);
  const written = useRef(addressed);
  useEffect(() => {
    if (addressed !== written.current) setQuery(addressed);
    written.current = addressed;
  }, [addressed]);
  useEffect(() => {
    const timer = setTimeout(() => {
      void corpus.getState().search(query);
      if (written.current === query) return;
      written.current = query;
      // In place of the address before, so that one step back leaves the screen, and one back from a hit finds its query.
      location.replace(searchAddress(query));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [corpus, query]);
  return [query, setQuery] as const;
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
      >{t`Nothing is searched until the articles are read.`}</CancelledMessage>
    );
  }
  if (phase === 'failed') {
    return (
      <Message kind="problem">
        {t`The articles could not be searched. ${failure}`}
        <Button onClick={again}>{t`Try again`}</Button>
      </Message>
    );
  }
  return <ProgressBar name={t`Reading the articles`} progress={progress} onCancel={corpus.getState().cancel} />;
}

/** Down from the field to the results, up and down through them, Esc back to the field. */
function goBetween(event: KeyboardEvent, screen: HTMLElement, field: HTMLInputElement): void {
  const results = [...screen.querySelectorAll<HTMLElement>('[data-hit]')];
  const at = results.indexOf(document.activeElement as HTMLElement);
  const isInField = document.activeElement === field;
  if (at < 0 && !isInField) return;
  const next = {
    ArrowDown: isInField ? results[0] : results[at + 1],
    ArrowUp: at === 0 ? field : results[at - 1],
    Home: isInField ? undefined : results[0],
    End: isInField ? undefined : results.at(-1),
    Escape: isInField ? undefined : field,
  }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
