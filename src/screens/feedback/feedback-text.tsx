import { t } from '#language/t.ts';
import { compareSpans, type Span } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';
import { entryAt } from '#state/feedback/entry-at.ts';
import { type OpenFeedback } from '#state/feedback/feedback-store.ts';
import { useReading, useSession } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { ArticleText, type ArticleTextHandle } from '#views/text/article-text.tsx';
import { useTellEdges } from '#views/text/use-tell-edges.ts';
import { type ShownSelection } from '#views/text/use-shown-selection.ts';
import { type ShownLink } from '#views/text/link-arrows.tsx';
import { useEffect, useMemo, useRef, useState } from 'react';
import styles from './feedback-text.module.css';
import { spanOf } from '#core/review/feedback.ts';

interface FeedbackTextProps {
  readonly opened: OpenFeedback;
  readonly titleId: string;
  /** How many pixels of the window's foot something covers. */
  readonly covered: () => number;
}

type Layer = 'mine' | 'gold';

const NO_LINKS: readonly ShownLink[] = [];
const NO_RANGES: readonly TextRange[] = [];

/** The text with the annotator's spans, or with those of gold. What is looked at is outlined in either. */
export function FeedbackText({ opened, titleId, covered }: FeedbackTextProps) {
  const { feedback } = useLaterStores();
  const { article, paragraphs, mine, gold, entries, at, reveal } = opened;
  const labelSet = useSession((state) => state.project.labelSet);
  const tell = useTellEdges(useReading((state) => state.look.tellsSpans));
  const [layer, setLayer] = useState<Layer>('mine');
  const [selection, setSelection] = useState<ShownSelection>();
  const view = useRef<ArticleTextHandle>(null);
  const entry = at === undefined ? undefined : entries[at];
  const selected = entry && (layer === 'mine' ? (entry.mine ?? entry.gold) : (entry.gold ?? entry.mine));
  const spans = useMemo(
    () => withSpan(layer === 'mine' ? mine.spans : gold.spans, selected),
    [layer, mine, gold, selected],
  );
  const other = selected === entry?.mine ? entry?.gold : entry?.mine;
  const besides = other && selected !== other ? other.ranges : NO_RANGES;
  useEffect(() => {
    if (reveal === 0 || !entry) return;
    const { ranges } = spanOf(entry);
    view.current?.bringIntoSight(ranges[0]!.from);
    view.current?.bringEndIntoSight({ from: ranges[0]!.from, to: ranges.at(-1)!.to }, 0);
    // Only the walk asks to scroll.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reveal]);
  return (
    <div className={styles.column}>
      <fieldset className={styles.layers}>
        <legend>{t`Spans in the text`}</legend>
        {(['mine', 'gold'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="layer"
              checked={layer === each}
              onChange={() => {
                setLayer(each);
              }}
            />
            {each === 'mine' ? t`Yours` : t`Gold`}
          </label>
        ))}
      </fieldset>
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
        links={NO_LINKS}
        besides={besides}
        editable={false}
        reveal={0}
        titleId={titleId}
        bar={undefined}
        covered={covered}
        onSelect={setSelection}
        onClickAt={(offset) => {
          setSelection({ anchor: offset, head: offset });
          feedback.getState().lookAt(entryAt(entries, offset), false);
        }}
        onAddFragment={() => undefined}
        onMoveBoundary={() => undefined}
      />
    </div>
  );
}

/** The spans with this one, which may be of the other layer. */
function withSpan(spans: readonly Span[], span: Span | undefined): readonly Span[] {
  return !span || spans.includes(span) ? spans : [...spans, span].toSorted(compareSpans);
}
