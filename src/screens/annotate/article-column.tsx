import { isRange } from '#core/labels/attribute.ts';
import { linksAt } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { type TextRange } from '#core/text/range.ts';
import { type ShownLink } from '#views/text/link-arrows.tsx';
import { ArticleText, type ArticleTextHandle } from '#views/text/article-text.tsx';
import { type RefObject, useId, useMemo } from 'react';
import { ArticleAbout } from './article-about.tsx';
import styles from './article-column.module.css';
import { LinkBar } from './linking/link-bar.tsx';
import { LabelsToolbar } from './labels-toolbar.tsx';
import { PermissionMessage } from './permission-message.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TakenOutMessage } from './taken-out-message.tsx';

interface ArticleColumnProps {
  readonly view: RefObject<ArticleTextHandle | null>;
  readonly onTogglePanel: () => void;
  readonly onOpenGuidelines: () => void;
}

/** Title, labels and text of the open article. */
export function ArticleColumn({ view, onTogglePanel, onOpenGuidelines }: ArticleColumnProps) {
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
      <LabelsToolbar onTogglePanel={onTogglePanel} />
      <OpenText view={view} titleId={titleId} />
      <LinkBar
        onReturnToText={() => {
          view.current?.focus();
        }}
      />
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
        selection={selection}
        selected={selected}
        links={links}
        besides={besides}
        editable={permission === 'write'}
        reveal={reveal}
        titleId={titleId}
        bar={permission === 'write' ? <SelectionBar /> : undefined}
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
