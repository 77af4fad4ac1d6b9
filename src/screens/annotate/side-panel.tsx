import { type AnnotatorId } from '#core/project/project.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { nameOf } from '#state/session-store.ts';
import { useAnnotate, useLibrary, useSession } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { plural } from '#ui/plural.ts';
import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { HereList } from './here-list.tsx';
import { SelectedSpan } from './span/selected-span.tsx';
import styles from './side-panel.module.css';
import { SpansList } from './spans-list.tsx';

/** It comes after the text, so that the way to the first article stays short. */
const ThreadsSection = lazy(async () => ({
  default: (await import('./threads/threads-section.tsx')).ThreadsSection,
}));

interface SidePanelProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly annotatorId: AnnotatorId;
  readonly onShow: (annotator: AnnotatorId) => void;
  readonly onReturnToText: () => void;
}

/** The selected span, the spans at the caret and the list of all spans. A sheet on small screens. */
export function SidePanel({ isOpen, onClose, annotatorId, onShow, onReturnToText }: SidePanelProps) {
  const phase = useAnnotate((state) => state.phase);
  const selected = useAnnotate((state) => findSpan(state.layer.spans, state.selectedId));
  return (
    <aside className={`${styles.panel} ${isOpen ? styles.open : ''}`} aria-label="Spans and details">
      <Button look="icon" className={styles.close} aria-label="Close spans" onClick={onClose}>
        <X size={18} aria-hidden="true" />
      </Button>
      {phase === 'open' && (
        <>
          <LayerChoice annotatorId={annotatorId} onShow={onShow} />
          <section data-region="selected" aria-labelledby="selected-heading">
            <h2 id="selected-heading">Selected</h2>
            {selected ? (
              <SelectedSpan key={selected.id} span={selected} onReturnToText={onReturnToText} />
            ) : (
              <p className={styles.empty}>Nothing is selected. Click a span, or press Tab in the text.</p>
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
    { value: writer, text: `${nameOf(annotators, writer)} (you)` },
    ...others.map((layer) => ({
      value: layer.annotatorId,
      text: `${nameOf(annotators, layer.annotatorId)} · ${plural(layer.spanCount, 'span')}`,
    })),
  ];
  return (
    <div className={styles.layer}>
      <SelectField label="Annotations of" value={annotatorId} options={options} onChange={onShow} />
    </div>
  );
}
