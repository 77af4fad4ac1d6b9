import { t } from '#language/t.ts';
import { UnopenedArticle } from '#views/articles/unopened-article.tsx';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { extentOf, type SpanId } from '#core/spans/span.ts';
import { type AnnotateState } from '#state/annotate/annotate-parts.ts';
import { type TextRange } from '#core/text/range.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { ADDRESSES, annotateAddress, historyAddress, readingPageAddress } from '#state/addresses.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { shortened } from '#state/span-words.ts';
import { focusRegion } from '#ui/focus-region.ts';
import { type ArticleTextHandle } from '#views/text/article-text.tsx';
import { lazy, type Ref, Suspense, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import styles from './annotate-screen.module.css';
import { ArticleColumn } from './article-column.tsx';
import { ArticleList } from './article-list.tsx';
import { EverywhereIfAsked } from './everywhere/everywhere-if-asked.tsx';
import { type KeyContext } from './keys/key-command.ts';
import { labelInUse } from './span/label-in-use.ts';
import { SidePanel } from './side-panel.tsx';
import { useKeys } from './keys/use-keys.ts';

/** They are looked up now and then, and come when they are first asked for. */
const GuidelinesDialog = lazy(async () => ({ default: (await import('./guidelines-dialog.tsx')).GuidelinesDialog }));

interface AnnotateScreenProps {
  readonly articleId: ArticleId;
  readonly spanId: SpanId | undefined;
  /** Whose layer the address names; the one who annotates where it names none. */
  readonly namedAnnotator: AnnotatorId | undefined;
  /** The place of the text that the address names. */
  readonly place: TextRange | undefined;
  readonly ref?: Ref<AnnotateHandle>;
}

/** What the palette needs to run a command of this screen. */
export interface AnnotateHandle {
  /** What commands work with now; undefined while no article is open. */
  readonly context: () => KeyContext | undefined;
}

/** The text of one article, the labels above it, its spans beside it. */
export function AnnotateScreen({ articleId, spanId, namedAnnotator, place, ref }: AnnotateScreenProps) {
  const { annotate, session, threads } = useStores();
  const writer = useSession((state) => state.annotatorId);
  const [shown, setShown] = useState<{ article: ArticleId; annotator: AnnotatorId }>();
  const annotatorId = shown?.article === articleId ? shown.annotator : (namedAnnotator ?? writer);
  const { from, to } = place ?? {};
  const phase = useAnnotate((state) => state.phase);
  const nameAsked = useSession((state) => state.nameAsked);
  const failure = useAnnotate((state) => state.failure);
  const view = useRef<ArticleTextHandle>(null);
  const screen = useRef<HTMLDivElement>(null);
  const language = useAnnotate((state) => state.article.language);
  const isPanelOpen = usePanel();
  const guidelines = useGuidelinesDialog(view);
  const focusText = (): void => {
    view.current?.focus();
  };

  useEffect(() => {
    const range = from === undefined || to === undefined ? undefined : { from, to };
    void annotate.getState().open(articleId, annotatorId, spanId, range);
  }, [annotate, articleId, annotatorId, spanId, from, to]);
  useEffect(() => () => annotate.getState().close(), [annotate]);
  useEffect(() => {
    void threads.getState().open(articleId);
  }, [threads, articleId]);
  useEffect(() => () => threads.getState().close(), [threads]);
  useEffect(() => {
    if (phase !== 'open') return;
    void session.getState().rememberArticle(articleId);
    if (annotate.getState().reveal === 0) scrollTo(0, 0);
    // The dialog that asks for the name has the focus first.
    if (nameAsked) view.current?.focus();
  }, [annotate, session, phase, articleId, annotatorId, nameAsked]);
  const context = useKeyContext(screen, view, guidelines.open);
  useKeys(context);
  useImperativeHandle(ref, () => ({ context }));
  const isLinking = useAnnotate((state) => state.linking !== undefined);
  const closePanel = isPanelOpen.close;
  const returnToText = (): void => {
    closePanel();
    focusText();
  };
  useEffect(() => {
    // The choice of a link's end lies in the column that the panel covers on small screens.
    if (isLinking) closePanel();
  }, [isLinking, closePanel]);

  if (phase === 'missing' || phase === 'failed') {
    return <UnopenedArticle failure={phase === 'missing' ? '' : failure} libraryAddress={ADDRESSES.library} />;
  }
  return (
    <div ref={screen} className={styles.screen}>
      <ArticleList current={articleId} />
      <main className={styles.main} id="main" tabIndex={-1}>
        {phase === 'open' && (
          <ArticleColumn
            view={view}
            isPanelOpen={isPanelOpen.value}
            onTogglePanel={isPanelOpen.toggle}
            onOpenGuidelines={guidelines.open}
            keys={context}
          />
        )}
      </main>
      <SidePanel
        isOpen={isPanelOpen.value}
        onClose={returnToText}
        onSettled={() => {
          bringSelectedIntoSight(annotate.getState(), view.current);
        }}
        annotatorId={annotatorId}
        onShow={(annotator) => {
          setShown({ article: articleId, annotator });
        }}
        onReturnToText={returnToText}
      />
      {guidelines.isAsked && (
        <Suspense fallback={null}>
          <GuidelinesDialog isOpen={guidelines.isOpen} label={guidelines.label} onClose={guidelines.close} />
        </Suspense>
      )}
      <EverywhereIfAsked language={language} onReturnToText={focusText} />
    </div>
  );
}

/** The guidelines over the screen, opened at the label in use; when they close, the text has the focus. */
function useGuidelinesDialog(view: React.RefObject<ArticleTextHandle | null>) {
  const { annotate, guidelines } = useStores();
  const [shown, setShown] = useState<{ isOpen: boolean; label: LabelId | undefined }>();
  useEffect(() => {
    if (shown?.isOpen === false) view.current?.focus();
  }, [shown, view]);
  return {
    isAsked: shown !== undefined,
    isOpen: shown?.isOpen === true,
    label: shown?.label,
    open: () => {
      void guidelines.getState().refresh();
      setShown({ isOpen: true, label: labelInUse(annotate.getState()) });
    },
    close: () => {
      setShown({ isOpen: false, label: undefined });
    },
  };
}

/** Scrolls the selected span out from under what has come over the text; its start, where it is too long for all of it. */
function bringSelectedIntoSight({ layer, selectedId }: AnnotateState, view: ArticleTextHandle | null): void {
  const span = findSpan(layer.spans, selectedId);
  if (!span) return;
  const { from, to } = extentOf(span);
  view?.bringIntoSight(to);
  view?.bringIntoSight(from);
}

/** On small screens the panel is a sheet that opens on demand. */
function usePanel() {
  const [value, setValue] = useState(false);
  return {
    value,
    toggle: () => {
      setValue((open) => !open);
    },
    close: useCallback(() => {
      setValue(false);
    }, []),
  };
}

function useKeyContext(
  screen: React.RefObject<HTMLDivElement | null>,
  view: React.RefObject<ArticleTextHandle | null>,
  openGuidelines: () => void,
): () => KeyContext | undefined {
  const { annotate, session, everywhere } = useStores();
  const goTo = useOpenNeighbour();
  const focusIn = (selector: string): void => {
    screen.current?.querySelector<HTMLElement>(selector)?.focus();
  };
  return () => {
    const state = annotate.getState();
    if (state.phase !== 'open' || !view.current) return undefined;
    const { labels } = session.getState().project.labelSet;
    const labelOf = (digit: string) => labels.find(({ key }) => key === digit);
    return {
      state,
      view: view.current,
      hasLabel: (digit) => labelOf(digit) !== undefined,
      applyDigit: (digit) => {
        const label = labelOf(digit);
        if (label) state.applyLabel(label.id);
        else state.say(t`No label has the key ${digit}.`);
      },
      armDigit: (digit) => {
        const label = labelOf(digit);
        if (label) state.arm(label.id);
      },
      focusNote: () => {
        if (findSpan(state.layer.spans, state.selectedId)) focusIn('[data-note]');
        else state.say(t`Select a span first.`);
      },
      labelEverywhere: () => {
        void everywhere.getState().open();
      },
      focusHere: () => {
        focusIn('[data-here] button');
      },
      openSearch: () => {
        location.hash = ADDRESSES.search;
      },
      openGuidelines,
      openHistory: () => {
        location.hash = historyAddress(state.article.id, state.layer.annotatorId);
      },
      print: () => {
        print();
      },
      openReadingPage: () => {
        location.hash = readingPageAddress(state.article.id, state.layer.annotatorId);
      },
      startThread: () => {
        // The field is there, or the button that brings it.
        focusIn('[data-new-thread] textarea');
        screen.current?.querySelector<HTMLElement>('button[data-new-thread]')?.click();
      },
      openArticle: goTo,
      finish: () => {
        state.setStatus('done');
        const { layer, article, say } = annotate.getState();
        if (layer.status !== 'done') return;
        // It is read over the next article, so that it tells which one it is about.
        say(t`“${shortened(article.title)}” is marked as done.`);
        goTo(1);
      },
      focusRegion: (step) => {
        focusRegion(screen.current!, step);
      },
    };
  };
}

/** Opens the article before or after the current one, in the order of the library. */
function useOpenNeighbour(): (step: 1 | -1) => void {
  const { annotate, library } = useStores();
  return (step) => {
    const { article, say } = annotate.getState();
    const { phase, present } = library.getState();
    if (phase === 'loading') return say(t`The library is still being read.`);
    const there = present();
    const next = there[there.findIndex(({ id }) => id === article.id) + step];
    if (next) location.hash = annotateAddress(next.id);
    else say(step === 1 ? t`This is the last article.` : t`This is the first article.`);
  };
}
