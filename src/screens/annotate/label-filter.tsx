import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { useMemo } from 'react';
import styles from './label-filter.module.css';

interface LabelFilterProps {
  readonly labels: readonly Label[];
  readonly spans: readonly Span[];
  readonly hidden: ReadonlySet<LabelId>;
  readonly onChange: (hidden: ReadonlySet<LabelId>) => void;
}

/** One switch for each label with the number of its spans; off hides them in the list, not in the text. */
export function LabelFilter({ labels, spans, hidden, onChange }: LabelFilterProps) {
  const counts = useMemo(() => countsOf(spans), [spans]);
  if (spans.length === 0) return null;
  return (
    <div className={styles.filter} role="group" aria-label={t`Labels in the list`}>
      {labels.map((label) => (
        <button
          key={label.id}
          type="button"
          aria-pressed={!hidden.has(label.id)}
          aria-label={t`List ${label.name}: ${counts.get(label.id) ?? 0}`}
          title={hidden.has(label.id) ? t`Show ${label.name} in the list` : t`Hide ${label.name} from the list`}
          onClick={() => {
            const next = new Set(hidden);
            if (!next.delete(label.id)) next.add(label.id);
            onChange(next);
          }}
        >
          <LabelMark label={label} />
          {counts.get(label.id) ?? 0}
        </button>
      ))}
    </div>
  );
}

function countsOf(spans: readonly Span[]): ReadonlyMap<LabelId, number> {
  const counts = new Map<LabelId, number>();
  for (const { label } of spans) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
