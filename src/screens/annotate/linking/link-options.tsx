import { t } from '#language/t.ts';
import { type LinkType } from '#core/labels/link-type.ts';
import { type LinkCandidate } from '#core/suggest/link-candidates.ts';
import { shortened } from '#state/span-words.ts';
import { useAnnotate } from '#state/react.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import styles from './link-bar.module.css';

interface LinkOptionsProps {
  readonly id: string;
  readonly type: LinkType;
  readonly ends: readonly LinkCandidate[];
  readonly active: number;
  /** True where the ends were narrowed by what was typed. */
  readonly isTyped: boolean;
  readonly onPick: (end: LinkCandidate) => void;
}

/** The places where a link can end. The focus stays in the field above, which points to the active one. */
export function LinkOptions({ id, type, ends, active, isTyped, onPick }: LinkOptionsProps) {
  const { text, language } = useAnnotate((state) => state.article);
  return (
    <>
      <div id={id} role="listbox" aria-label={type.name} className={styles.ends}>
        {ends.map((end, index) => (
          // The field has the keys; the options are for the pointer.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={`${end.span?.id ?? ''} ${end.range.from}`}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className={styles.end}
            onMouseDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              onPick(end);
            }}
          >
            <LabelMark label={end.label} />
            <b lang={language} dir={directionOf(language)}>
              {shortened(end.words)}
            </b>
            <span className={styles.about}>{aboutEnd(end, text)}</span>
          </div>
        ))}
      </div>
      {ends.length === 0 && (
        <p className={styles.nothing}>
          {isTyped
            ? t`These words are not in the text.`
            : t`There is nothing near that this link could end at. Type words of the text, or click a span.`}
        </p>
      )}
    </>
  );
}

/** Id of the option at this place. */
export function optionId(id: string, index: number): string {
  return `${id}-${index}`;
}

function aboutEnd({ span, label, cue }: LinkCandidate, text: string): string {
  const kind = span ? label.name : t`becomes ${label.name}`;
  return cue ? `${kind} · ${t`beside “${text.slice(cue.from, cue.to)}”`}` : kind;
}
