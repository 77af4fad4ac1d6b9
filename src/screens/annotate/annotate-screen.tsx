import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';
import { findSpan } from '#core/spans/span-order.ts';
import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { useAnnotate, useLibrary, useSession, useStores } from '#state/react.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { type ArticleTextHandle } from '#views/text/article-text.tsx';
import { useEffect, useRef, useState } from 'react';
import styles from './annotate-screen.module.css';
import { ArticleColumn } from './article-column.tsx';
import { ArticleList } from './article-list.tsx';
import { type KeyContext } from './key-command.ts';
import { SidePanel } from './side-panel.tsx';
import { useKeys } from './use-keys.ts';

interface AnnotateScreenProps {
  readonly articleId: ArticleId;
  readonly spanId: SpanId | undefined;
  /** Whose layer the address names; the one who annotates where it names none. */
  readonly namedAnnotator: AnnotatorId | undefined;
  /** The place of the text that the address names. */
  readonly place: TextRange | undefined;
}

/** The text of one article, the labels above it, its spans beside it. */
export function AnnotateScreen({ articleId, spanId, namedAnnotator, place }: AnnotateScreenProps) {
  const { annotate, session } = useStores();
  const writer = useSession((state) => state.annotatorId);
  const [shown, setShown] = useState<{ article: ArticleId; annotator: AnnotatorId }>();
  const annotatorId = shown?.article === articleId ? shown.annotator : (namedAnnotator ?? writer);
  const { from, to } = place ?? {};
  const phase = useAnnotate((state) => state.phase);
  const nameAsked = useSession((state) => state.nameAsked);
  const failure = useAnnotate((state) => state.failure);
  const view = useRef<ArticleTextHandle>(null);
  const screen = useRef<HTMLDivElement>(null);
  const isPanelOpen = usePanel();

  useEffect(() => {
    const range = from === undefined || to === undefined ? undefined : { from, to };
    void annotate.getState().open(articleId, annotatorId, spanId, range);
  }, [annotate, articleId, annotatorId, spanId, from, to]);
  useEffect(() => () => annotate.getState().close(), [annotate]);
  useEffect(() => {
    if (phase !== 'open') return;
    void session.getState().rememberArticle(articleId);
    if (annotate.getState().reveal === 0) scrollTo(0, 0);
    // The dialog that asks for the name has the focus first.
    if (nameAsked) view.current?.focus();
  }, [annotate, session, phase, articleId, annotatorId, nameAsked]);
  useAnnotateKeys(screen, view);

  if (phase === 'missing' || phase === 'failed') {
    return (
      <Page title="This article cannot be opened">
        <Message kind="problem">
          {phase === 'missing' ? 'There is no article at this address. It may be in another browser.' : failure}
          <a href={ADDRESSES.library}>Open the library</a>
        </Message>
      </Page>
    );
  }
  return (
    <div ref={screen} className={styles.screen}>
      <ArticleList current={articleId} />
      <main className={styles.main} id="main" tabIndex={-1}>
        {phase === 'open' && <ArticleColumn view={view} onTogglePanel={isPanelOpen.toggle} />}
      </main>
      <SidePanel
        isOpen={isPanelOpen.value}
        onClose={isPanelOpen.close}
        annotatorId={annotatorId}
        onShow={(annotator) => {
          setShown({ article: articleId, annotator });
        }}
        onReturnToText={() => {
          view.current?.focus();
        }}
      />
    </div>
  );
}

/** On small screens the panel is a sheet that opens on demand. */
function usePanel() {
  const [value, setValue] = useState(false);
  return {
    value,
    toggle: () => {
      setValue((open) => !open);
    },
    close: () => {
      setValue(false);
    },
  };
}

function useAnnotateKeys(
  screen: React.RefObject<HTMLDivElement | null>,
  view: React.RefObject<ArticleTextHandle | null>,
): void {
  const { annotate, session } = useStores();
  const goTo = useOpenNeighbour();
  const focusIn = (selector: string): void => {
    screen.current?.querySelector<HTMLElement>(selector)?.focus();
  };
  useKeys((): KeyContext | undefined => {
    const state = annotate.getState();
    if (state.phase !== 'open' || !view.current) return undefined;
    const labelOf = (digit: string) => session.getState().project.labelSet.labels.find(({ key }) => key === digit);
    return {
      state,
      view: view.current,
      applyDigit: (digit) => {
        const label = labelOf(digit);
        if (label) state.applyLabel(label.id);
        else state.say(`No label has the key ${digit}.`);
      },
      armDigit: (digit) => {
        const label = labelOf(digit);
        if (label) state.arm(label.id);
      },
      focusNote: () => {
        if (findSpan(state.layer.spans, state.selectedId)) focusIn('[data-note]');
        else state.say('Select a span first.');
      },
      focusHere: () => {
        focusIn('[data-here] button');
      },
      openSearch: () => {
        location.hash = ADDRESSES.search;
      },
      openArticle: goTo,
      finish: () => {
        state.setStatus('done');
        if (annotate.getState().layer.status === 'done') goTo(1);
      },
      focusRegion: (step) => {
        focusRegion(screen.current!, step);
      },
    };
  });
}

/** Opens the article before or after the current one, in the order of the library. */
function useOpenNeighbour(): (step: 1 | -1) => void {
  const { annotate } = useStores();
  const articles = useLibrary((state) => state.articles);
  return (step) => {
    const { article, say } = annotate.getState();
    const there = articles.filter(({ removed }) => !removed);
    const next = there[there.findIndex(({ id }) => id === article.id) + step];
    if (next) location.hash = annotateAddress(next.id);
    else say(step === 1 ? 'This is the last article.' : 'This is the first article.');
  };
}

/** The parts of the screen that F6 goes through, each by the first thing in it that takes the focus. */
function focusRegion(screen: HTMLElement, step: 1 | -1): void {
  const regions = [...screen.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (part) => part.offsetParent !== null,
  );
  const current = regions.findIndex((part) => part.contains(document.activeElement));
  const next = regions.at((current + step) % regions.length) ?? regions[0];
  const focusable = 'button:not(:disabled), input, textarea, select, a[href], [tabindex="0"]';
  (next?.matches(focusable) ? next : next?.querySelector<HTMLElement>(focusable))?.focus();
}
