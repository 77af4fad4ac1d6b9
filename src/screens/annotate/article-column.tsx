import { isRange } from '#core/labels/attribute.ts';
import { linksAt } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { useAnnotate, useReading, useSession, useStores } from '#state/react.tsx';
import { type TextRange } from '#core/text/range.ts';
import { useMedia } from '#ui/use-media.ts';
import { type ShownLink } from '#views/text/link-arrows.tsx';
import { ArticleText, type ArticleTextHandle } from '#views/text/article-text.tsx';
import { useTellEdges } from '#views/text/use-tell-edges.ts';
import { lazy, type RefObject, Suspense, useId, useMemo } from 'react';
import { ArticleAbout } from './article-about.tsx';
import styles from './article-column.module.css';
import { coveredAtFoot } from './foot.ts';
import { type KeyContext } from './keys/key-command.ts';
import { LabelsToolbar } from './labels-toolbar.tsx';
import { PermissionMessage } from './permission-message.tsx';
import { TakenOutMessage } from './taken-out-message.tsx';

/** What only paper shows comes after the text. */
const PrintedLegend = lazy(async () => ({ default: (await import('./print/printed-legend.tsx')).PrintedLegend }));
const PrintedList = lazy(async () => ({ default: (await import('./print/printed-list.tsx')).PrintedList }));

/** It comes with the article, though after the text: what is typed next is for its field. */
const LinkBar = lazy(async () => ({ default: (await import('./linking/link-bar.tsx')).LinkBar }));
/** Not before words are selected with a mouse. */
const SelectionBar = lazy(async () => ({ default: (await import('./selection-bar.tsx')).SelectionBar }));
/** Small and touch screens, which do not show the list of articles, have it. */
const ArticleEnd = lazy(async () => ({ default: (await import('./touch/article-end.tsx')).ArticleEnd }));

interface ArticleColumnProps {
  readonly view: RefObject<ArticleTextHandle | null>;
  readonly isPanelOpen: boolean;
  /** What commands work with. */
  readonly keys: () => KeyContext | undefined;
  readonly onTogglePanel: () => void;
  readonly onOpenGuidelines: () => void;
}

/** Title, labels and text of the open article. */
export function ArticleColumn({ view, isPanelOpen, keys, onTogglePanel, onOpenGuidelines }: ArticleColumnProps) {
  const hasNoList = useMedia('(max-width: 1180px)');
  const titleId = useId();
  return (
    <div className={styles.column}>
      <ArticleAbout titleId={titleId} onOpenGuidelines={onOpenGuidelines} />
      <PermissionMessage />
      <TakenOutMessage
        onPutBack={() => {
          view.current?.focus();
        }}
      />
      <LabelsToolbar isPanelOpen={isPanelOpen} onTogglePanel={onTogglePanel} />
      <Suspense fallback={null}>
        <PrintedLegend />
      </Suspense>
      <OpenText view={view} titleId={titleId} />
      <Suspense fallback={null}>
        {hasNoList && <ArticleEnd keys={keys} />}
        <PrintedList />
      </Suspense>
      <Suspense fallback={null}>
        <LinkBar
          onReturnToText={() => {
            view.current?.focus();
          }}
        />
      </Suspense>
    </div>
  );
}

/** The text with its spans. It alone is drawn at each edit and each step of the caret, and nothing around it. */
function OpenText({ view, titleId }: Pick<ArticleColumnProps, 'view'> & { readonly titleId: string }) {
  const { annotate } = useStores();
  const article = useAnnotate((state) => state.article);
  const paragraphs = useAnnotate((state) => state.paragraphs);
  const spans = useAnnotate((state) => state.layer.spans);
  const selection = useAnnotate((state) => state.selection);
  const selected = useAnnotate((state) => findSpan(state.layer.spans, state.selectedId));
  const permission = useAnnotate((state) => state.permission);
  const reveal = useAnnotate((state) => state.reveal);
  const labelSet = useSession((state) => state.project.labelSet);
  const tell = useTellEdges(useReading((state) => state.look.tellsSpans));
  const links = useShownLinks(selected);
  const besides = useMemo(() => rangesBeside(selected), [selected]);
  return (
    <div data-region="text">
      <ArticleText
        ref={view}
        text={article.text}
        language={article.language}
        paragraphs={paragraphs}
        spans={spans}
        labelSet={labelSet}
        tell={tell}
        selection={selection}
        selected={selected}
        links={links}
        besides={besides}
        editable={permission === 'write'}
        reveal={reveal}
        covered={coveredAtFoot}
        titleId={titleId}
        bar={
          permission === 'write' ? (
            <Suspense fallback={null}>
              <SelectionBar />
            </Suspense>
          ) : undefined
        }
        onSelect={(next) => {
          const state = annotate.getState();
          state.select(next);
          if (state.armed !== undefined) state.applyLabel(state.armed);
        }}
        onClickAt={(offset, again) => {
          annotate.getState().clickAt(offset, again);
        }}
        onAddFragment={({ anchor, head }) => {
          annotate.getState().addFragment({ from: Math.min(anchor, head), to: Math.max(anchor, head) });
        }}
        onMoveBoundary={(span, index, edge, offset) => {
          annotate.getState().setBoundary(span.id, index, edge, offset);
        }}
      />
    </div>
  );
}

/** One list, so that nothing is measured anew where there are none. */
const NO_LINKS: readonly ShownLink[] = [];

/** The links of the selected span with the spans at their ends. */
function useShownLinks(selected: Span | undefined): readonly ShownLink[] {
  const all = useAnnotate((state) => state.layer.links);
  const spans = useAnnotate((state) => state.layer.spans);
  return useMemo(() => {
    const links = selected ? linksAt(all, selected.id) : [];
    if (links.length === 0) return NO_LINKS;
    return links.flatMap(({ id, from, to }) => {
      const [start, end] = [findSpan(spans, from), findSpan(spans, to)];
      return start && end ? [{ id, from: start, to: end }] : [];
    });
  }, [all, spans, selected]);
}

function rangesBeside(selected: Span | undefined): readonly TextRange[] {
  return (selected?.attributes ?? []).flatMap(({ value }) => (isRange(value) ? [value] : []));
}
