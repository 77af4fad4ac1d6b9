import { t } from '#language/t.ts';
import { findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { cutBehind } from '#core/text/cut-behind.ts';
import { type Layer } from '#core/project/project.ts';
import { type AnnotateState } from '#state/annotate/annotate-parts.ts';
import { spanInWords } from '#state/span-words.ts';
import { useAnnotate, useSession, useStores, useThreads } from '#state/react.tsx';
import { refKey } from '#state/threads/thread-place.ts';
import { plural } from '#language/numbers.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { MessageCircle, StickyNote } from 'lucide-react';
import { memo, useMemo } from 'react';
import styles from './span-item.module.css';

interface SpanItemProps {
  readonly span: Span;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
}

/** Longer quotes are cut by CSS anyway; this keeps a span over a whole article out of the list's layout. */
const QUOTE_LENGTH = 400;

/** One span in the list: its text first, then its label. */
export const SpanItem = memo(function SpanItem({ span, isSelected, isTabStop }: SpanItemProps) {
  const { annotate } = useStores();
  const label = useSession((state) => findLabel(state.project.labelSet, span.label));
  const article = useAnnotate((state) => state.article);
  const annotatorId = useAnnotate((state) => state.layer.annotatorId);
  const isDiscussed = useThreads(({ discussed }) => {
    return discussed.size > 0 && discussed.has(refKey({ annotatorId, spanId: span.id }));
  });
  const { told, missing } = useTold(span);
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={isSelected}
      data-item={span.id}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => {
        annotate.getState().selectSpan(span.id, true);
      }}
    >
      <span className={styles.quote} lang={article.language} dir={directionOf(article.language)}>
        {cutBehind(quoteOf(article.text, span), QUOTE_LENGTH)}
      </span>
      <span className={styles.tag}>
        {label && <LabelMark label={label} />}
        {label?.name ?? span.label}
        {span.ranges.length > 1 && <span className={styles.extra}>{plural(span.ranges.length, 'fragment')}</span>}
        {missing !== '' && <span className={styles.missing}>{missing}</span>}
        {span.note !== '' && (
          <StickyNote size={13} role="img" aria-label={t`Note: ${cutBehind(span.note, QUOTE_LENGTH)}`} />
        )}
        {isDiscussed && <MessageCircle size={13} role="img" aria-label={t`has an open thread`} />}
      </span>
      {told !== '' && (
        <span className={styles.told} dir="auto">
          {told}
        </span>
      )}
    </button>
  );
});

/** Values and links in words. They are taken from the store as one text, so that an item is drawn anew only where it changes. */
function useTold(span: Span): { readonly told: string; readonly missing: string } {
  const labelSet = useSession((state) => state.project.labelSet);
  const select = useMemo(() => selectTold(labelSet, span), [labelSet, span]);
  return JSON.parse(useAnnotate(select)) as { told: string; missing: string };
}

/** Looks again only where the layer is another one: the store changes at every step of the caret, the layer seldom. */
function selectTold(labelSet: LabelSet, span: Span): (state: AnnotateState) => string {
  let known: { readonly layer: Layer; readonly words: string } | undefined;
  return ({ layer, article }) => {
    if (known?.layer !== layer) {
      const { told, missing } = spanInWords(labelSet, layer, span, article.text);
      known = { layer, words: JSON.stringify({ told: told.join(' · '), missing: missing.join(' · ') }) };
    }
    return known.words;
  };
}
