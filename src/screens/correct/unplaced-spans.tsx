import { t } from '#language/t.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { type Decision } from '#core/carry-over/carry-layer.ts';
import { type UnplacedSpan } from '#core/carry-over/carry-spans.ts';
import { sameRanges, type TextRange } from '#core/text/range.ts';
import { useSession } from '#state/react.tsx';
import { useCorrection, useLaterStores } from '#state/react-later.tsx';
import { nameOf } from '#state/session-store.ts';
import { Button } from '#ui/button.tsx';
import { plural } from '#language/numbers.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { useId } from 'react';
import { QuoteInContext } from './quote-in-context.tsx';
import styles from './unplaced-spans.module.css';

/** Spans of the annotator's own that have no place in the new text, each to be placed or deleted. */
export function UnplacedSpans({ selected }: { readonly selected: TextRange | undefined }) {
  const headingId = useId();
  const unplaced = useCorrection((state) => state.preview?.own.unplaced);
  const decisions = useCorrection((state) => state.decisions);
  if (!unplaced || unplaced.length === 0) return null;
  const open = unplaced.filter(({ before }) => !decisions.has(before.id)).length;
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId}>{t`Spans without a place`}</h2>
      <p className={styles.hint}>
        {open === 0 ? t`Everything is decided.` : plural(open, '# decision to make.', '# decisions to make.')}{' '}
        {t`To place a span yourself, select words in the text.`}
      </p>
      <ul className={styles.list} aria-labelledby={headingId}>
        {unplaced.map((one) => (
          <Unplaced key={one.before.id} unplaced={one} selected={selected} />
        ))}
      </ul>
    </section>
  );
}

interface UnplacedProps {
  readonly unplaced: UnplacedSpan;
  readonly selected: TextRange | undefined;
}

function Unplaced({ unplaced, selected }: UnplacedProps) {
  const { before, guess } = unplaced;
  const { text, language } = useCorrection((state) => state.article);
  const compared = useCorrection((state) => state.preview?.text ?? '');
  const draft = useCorrection((state) => state.draft);
  const decision = useCorrection((state) => state.decisions.get(before.id));
  const label = useSession((state) => findLabel(state.project.labelSet, before.label));
  const isPlaced = decision?.kind === 'place';
  return (
    <li className={styles.span} data-decided={decision !== undefined || undefined}>
      <p className={styles.label}>
        {label && <LabelMark label={label} />}
        {label?.name ?? before.label}
      </p>
      <QuoteInContext text={text} ranges={before.ranges} language={language} />
      {guess && !isPlaced && (
        <div className={styles.guess}>
          <p>{t`It may belong here:`}</p>
          <QuoteInContext text={compared} ranges={guess} language={language} />
        </div>
      )}
      {isPlaced && (
        <div className={styles.guess}>
          <p>{t`Will be here:`}</p>
          <QuoteInContext text={draft} ranges={decision.ranges} language={language} />
        </div>
      )}
      {decision?.kind === 'delete' && <p className={styles.outcome}>{t`Will be deleted from the new text.`}</p>}
      <Ways unplaced={unplaced} selected={selected} decision={decision} />
    </li>
  );
}

interface WaysProps extends UnplacedProps {
  readonly decision: Decision | undefined;
}

/** The ways to decide; pressing the one that was chosen takes the decision back. */
function Ways({ unplaced: { before, guess }, selected, decision }: WaysProps) {
  const { correction } = useLaterStores();
  const isPlaced = decision?.kind === 'place';
  const isAtGuess = isPlaced && guess !== undefined && sameRanges(decision.ranges, guess);
  const act = correction.getState();
  return (
    <div className={styles.actions}>
      {guess && (
        <Button
          aria-pressed={isAtGuess}
          onClick={() => {
            if (isAtGuess) act.undecide(before.id);
            else act.placeAtGuess(before.id);
          }}
        >{t`Place here`}</Button>
      )}
      <Button
        aria-pressed={isPlaced && !isAtGuess}
        disabled={!selected}
        onClick={() => {
          if (selected) act.placeAt(before.id, selected);
        }}
      >{t`Place at selection`}</Button>
      <Button
        look="danger"
        aria-pressed={decision?.kind === 'delete'}
        onClick={() => {
          if (decision?.kind === 'delete') act.undecide(before.id);
          else act.deleteSpan(before.id);
        }}
      >{t`Delete`}</Button>
    </div>
  );
}

/** How many of the other annotators' spans are copied, and which stay with the earlier text. */
export function OthersSpans() {
  const others = useCorrection((state) => state.preview?.others);
  const annotators = useSession((state) => state.annotators);
  const { text, language } = useCorrection((state) => state.article);
  const headingId = useId();
  const shown = others?.filter(({ spans }) => spans.carried.length + spans.unplaced.length > 0) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId}>{t`Other annotators`}</h2>
      <ul className={styles.list}>
        {shown.map(({ annotatorId, spans }) => (
          <li key={annotatorId}>
            {t`${nameOf(annotators, annotatorId)}: ${plural(spans.carried.length, 'span')} copied to the new text`}
            {spans.unplaced.length > 0 && (
              <details className={styles.details}>
                <summary>
                  {plural(
                    spans.unplaced.length,
                    '# span left in the earlier text only',
                    '# spans left in the earlier text only',
                  )}
                </summary>
                <ul className={styles.list}>
                  {spans.unplaced.map(({ before }) => (
                    <li key={before.id}>
                      <QuoteInContext text={text} ranges={before.ranges} language={language} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
