import { t } from '#language/t.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { nameOf } from '#state/session-store.ts';
import { useAnnotate, useLibrary, useSession, useStores } from '#state/react.tsx';
import { SelectField } from '#ui/field.tsx';
import { useIsTouch } from '#ui/use-is-touch.ts';
import { plural } from '#language/numbers.ts';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { HereList } from './here-list.tsx';
import { LayerActions } from './layer-actions.tsx';
import { SelectedSpan } from './span/selected-span.tsx';
import styles from './side-panel.module.css';
import { SpansList } from './spans-list.tsx';

/** It comes after the text, so that the way to the first article stays short. */
const ThreadsSection = lazy(async () => ({
  default: (await import('./threads/threads-section.tsx')).ThreadsSection,
}));

/** Only small screens have the panel as a sheet. */
const SheetHead = lazy(async () => ({ default: (await import('./touch/sheet-head.tsx')).SheetHead }));

interface SidePanelProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly annotatorId: AnnotatorId;
  readonly onShow: (annotator: AnnotatorId) => void;
  readonly onReturnToText: () => void;
  /** The sheet covers more or less of the text than before, or tells of another span. */
  readonly onSettled: () => void;
}

/** The selected span, the spans at the caret and the list of all spans. A sheet on small screens. */
export function SidePanel({ isOpen, onClose, annotatorId, onShow, onReturnToText, onSettled }: SidePanelProps) {
  const { session } = useStores();
  const phase = useAnnotate((state) => state.phase);
  const selected = useAnnotate((state) => findSpan(state.layer.spans, state.selectedId));
  const panel = useRef<HTMLElement>(null);
  const [isTall, setTall] = useState(false);
  const isTouch = useIsTouch();
  useEffect(() => {
    // Only a sheet opens; it takes the focus, and gives it back to the text.
    if (isOpen) panel.current?.focus({ preventScroll: true });
  }, [isOpen]);
  return (
    // Esc closes a sheet from wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      className={`${styles.panel} ${isOpen ? styles.open : ''} ${isTall ? styles.tall : ''}`}
      aria-label={t`Spans and details`}
      tabIndex={-1}
      data-sheet={isOpen ? '' : undefined}
      onKeyDown={(event) => {
        if (!isOpen || event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {isOpen && (
        <Suspense fallback={null}>
          <SheetHead sheet={panel} isTall={isTall} onTall={setTall} onClose={onClose} onSettled={onSettled} />
        </Suspense>
      )}
      {phase === 'open' && (
        <>
          <LayerChoice annotatorId={annotatorId} onShow={onShow} />
          <LayerActions
            annotatorId={annotatorId}
            onGone={() => {
              onShow(session.getState().annotatorId);
            }}
          />
          <section data-region="selected" aria-labelledby="selected-heading">
            <h2 id="selected-heading">{t`Selected`}</h2>
            {selected ? (
              <SelectedSpan key={selected.id} span={selected} onReturnToText={onReturnToText} />
            ) : (
              <p className={styles.empty}>
                {isTouch
                  ? t`Nothing is selected. Tap a span in the text.`
                  : t`Nothing is selected. Click a span, or press Tab in the text.`}
              </p>
            )}
            <HereList />
          </section>
          <Suspense fallback={null}>
            <ThreadsSection onReturnToText={onReturnToText} />
          </Suspense>
          <SpansList />
        </>
      )}
    </aside>
  );
}

/** Whose layer is shown; only where others have annotated this article as well. */
function LayerChoice({ annotatorId, onShow }: Pick<SidePanelProps, 'annotatorId' | 'onShow'>) {
  const articleId = useAnnotate((state) => state.article.id);
  const writer = useSession((state) => state.annotatorId);
  const annotators = useSession((state) => state.annotators);
  const progress = useLibrary((state) => state.find(articleId)?.progress);
  const others = (progress ?? []).filter((layer) => layer.annotatorId !== writer && layer.status !== 'not-started');
  if (others.length === 0) return null;
  const options = [
    { value: writer, text: t`${nameOf(annotators, writer)} (you)` },
    ...others.map((layer) => ({
      value: layer.annotatorId,
      text: `${nameOf(annotators, layer.annotatorId)} · ${plural(layer.spanCount, 'span')}`,
    })),
  ];
  return (
    <div className={styles.layer}>
      <SelectField label={t`Annotations of`} value={annotatorId} options={options} onChange={onShow} />
    </div>
  );
}
