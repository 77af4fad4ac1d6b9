import { findLabel } from '#core/labels/label-set.ts';
import { spansAt } from '#core/spans/spans-at.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { useMemo } from 'react';
import styles from './here-list.module.css';

/** All spans at the caret where there is more than one, the shortest first. */
export function HereList() {
  const { annotate } = useStores();
  const labelSet = useSession((state) => state.project.labelSet);
  const text = useAnnotate((state) => state.article.text);
  const spans = useAnnotate((state) => state.layer.spans);
  const caret = useAnnotate((state) => state.selection?.head);
  const selectedId = useAnnotate((state) => state.selectedId);
  const here = useMemo(() => (caret === undefined ? [] : spansAt(spans, caret)), [spans, caret]);
  if (here.length < 2) return null;
  return (
    <div className={styles.here} data-here>
      <h3>Here · {here.length}</h3>
      <ul aria-label="Spans here">
        {here.map((span) => {
          const label = findLabel(labelSet, span.label);
          return (
            <li key={span.id}>
              <button
                type="button"
                aria-current={span.id === selectedId}
                onClick={() => {
                  annotate.getState().selectSpan(span.id, true);
                }}
              >
                {label && <LabelMark label={label} />}
                <span>{quoteOf(text, span)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
