import { findSpan } from '#core/spans/span-order.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { ArticleText, type ArticleTextHandle } from '#views/text/article-text.tsx';
import { type RefObject, useId } from 'react';
import { ArticleAbout } from './article-about.tsx';
import styles from './article-column.module.css';
import { LabelsToolbar } from './labels-toolbar.tsx';
import { PermissionMessage } from './permission-message.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TakenOutMessage } from './taken-out-message.tsx';

interface ArticleColumnProps {
  readonly view: RefObject<ArticleTextHandle | null>;
  readonly onTogglePanel: () => void;
}

/** Title, labels and text of the open article. */
export function ArticleColumn({ view, onTogglePanel }: ArticleColumnProps) {
  const titleId = useId();
  const { annotate } = useStores();
  const article = useAnnotate((state) => state.article);
  const paragraphs = useAnnotate((state) => state.paragraphs);
  const buckets = useAnnotate((state) => state.buckets);
  const selection = useAnnotate((state) => state.selection);
  const selected = useAnnotate((state) => findSpan(state.layer.spans, state.selectedId));
  const permission = useAnnotate((state) => state.permission);
  const reveal = useAnnotate((state) => state.reveal);
  const labelSet = useSession((state) => state.project.labelSet);
  return (
    <div className={styles.column}>
      <ArticleAbout titleId={titleId} />
      <PermissionMessage />
      <TakenOutMessage
        onPutBack={() => {
          view.current?.focus();
        }}
      />
      <LabelsToolbar onTogglePanel={onTogglePanel} />
      <div data-region="text">
        <ArticleText
          ref={view}
          text={article.text}
          language={article.language}
          paragraphs={paragraphs}
          buckets={buckets}
          labelSet={labelSet}
          selection={selection}
          selected={selected}
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
    </div>
  );
}
