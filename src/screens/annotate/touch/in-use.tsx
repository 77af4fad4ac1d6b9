import { t } from '#language/t.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { firstWordsTaken, shorten, useTakenWords } from '#screens/annotate/key-hint.tsx';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { ChevronUp, Plus } from 'lucide-react';
import styles from './in-use.module.css';

interface InUseProps {
  readonly isPanelOpen: boolean;
  readonly onTogglePanel: () => void;
}

/** Above the labels at the foot of the window: the selected span, the selected words, or what the labels would take. */
export function InUse(props: InUseProps) {
  const selected = useAnnotate((state) => findSpan(state.layer.spans, state.selectedId));
  const hasWords = useAnnotate(({ selection }) => selection !== undefined && selection.anchor !== selection.head);
  if (hasWords) return <SelectedWords hasSpan={selected !== undefined} />;
  return selected ? <SpanButton {...props} span={selected} /> : <WordsTaken />;
}

/** Says which span is selected, and opens its details. */
function SpanButton({ span, isPanelOpen, onTogglePanel }: InUseProps & { readonly span: Span }) {
  const { text, language } = useAnnotate((state) => state.article);
  const label = useSession((state) => findLabel(state.project.labelSet, span.label));
  const name = label?.name ?? span.label;
  return (
    <Button
      className={styles.span}
      aria-label={t`Details of ${name}: ${shorten(quoteOf(text, span))}`}
      aria-expanded={isPanelOpen}
      onClick={onTogglePanel}
    >
      {label && <LabelMark label={label} />}
      <span className={styles.quote} lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
        {quoteOf(text, span).slice(0, 200)}
      </span>
      <ChevronUp className={isPanelOpen ? styles.open : undefined} size={16} aria-hidden="true" />
    </Button>
  );
}

function SelectedWords({ hasSpan }: { readonly hasSpan: boolean }) {
  const { annotate } = useStores();
  const { text } = useAnnotate((state) => state.article);
  const words = useAnnotate(({ selection }) => {
    const { anchor = 0, head = 0 } = selection ?? {};
    return text.slice(Math.min(anchor, head), Math.max(anchor, head));
  });
  return (
    <div className={styles.words}>
      <p className={styles.hint} dir="auto">
        {t`Selected: ${shorten(words)}`}
      </p>
      {hasSpan && (
        <Button
          look="quiet"
          title={t`Add these words to the selected span`}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            annotate.getState().addFragment();
          }}
        >
          <Plus size={15} aria-hidden="true" />
          {t`Fragment`}
        </Button>
      )}
    </div>
  );
}

/** What each label would take at the caret. */
function WordsTaken() {
  const labels = useSession((state) => state.project.labelSet.labels);
  const spans = useAnnotate((state) => state.layer.spans);
  const isWritable = useAnnotate((state) => state.permission === 'write');
  const isPlaced = useAnnotate((state) => state.selection !== undefined);
  const taken = useTakenWords(labels, false);
  if (!isWritable) return <p className={styles.hint}>{t`Read only: tap a span to see its details.`}</p>;
  const offers = taken.flatMap((each) => {
    const words = firstWordsTaken(each, spans);
    return words === undefined ? [] : [{ label: each.label, words }];
  });
  if (!isPlaced || offers.length === 0) {
    return <p className={styles.hint}>{t`Tap a word, then a label. Tap it twice to select it.`}</p>;
  }
  return (
    <p className={styles.hint}>
      {offers.map(({ label, words }) => (
        <span key={label.id} className={styles.offer}>
          <LabelMark label={label} /> <bdi>{words}</bdi>
        </span>
      ))}
    </p>
  );
}
