import { t } from '#language/t.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { spansAt } from '#core/spans/spans-at.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { useMemo } from 'react';
import styles from './here-list.module.css';

/** All spans at the caret where there is more than one, the shortest first. */
export function HereList() {
  const { annotate } = useStores();
  const labelSet = useSession((state) => state.project.labelSet);
  const { text, language } = useAnnotate((state) => state.article);
  const spans = useAnnotate((state) => state.layer.spans);
  const caret = useAnnotate((state) => state.selection?.head);
  const selectedId = useAnnotate((state) => state.selectedId);
  const here = useMemo(() => (caret === undefined ? [] : spansAt(spans, caret)), [spans, caret]);
  if (here.length < 2) return null;
  return (
    <div className={styles.here} data-here>
      <h3>{t`Here · ${here.length}`}</h3>
      <ul aria-label={t`Spans here`}>
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
                <span lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
                  {quoteOf(text, span)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
