import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { findLinkType } from '#core/labels/label-set.ts';
import { type LinkType, mayStartAt } from '#core/labels/link-type.ts';
import { type Span } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type LinkCandidate } from '#core/suggest/link-candidates.ts';
import { linkEndsFor } from '#state/annotate/link-ends.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { withKeyText } from '#state/keys/key-text.ts';
import { shortened } from '#state/span-words.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { useIsTouch } from '#ui/use-is-touch.ts';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import styles from './link-bar.module.css';
import { LinkOptions, optionId } from './link-options.tsx';

interface LinkBarProps {
  readonly onReturnToText: () => void;
}

/** Asks where a link ends, while one is being made: the likely ends first, more by typing, or a click in the text. */
export function LinkBar({ onReturnToText }: LinkBarProps) {
  const linking = useAnnotate((state) => state.linking);
  const from = useAnnotate((state) => findSpan(state.layer.spans, linking?.from));
  const type = useSession((state) => linking && findLinkType(state.project.labelSet, linking.type));
  if (!from || !type) return null;
  return <LinkChoice key={`${from.id} ${type.id}`} from={from} type={type} onReturnToText={onReturnToText} />;
}

interface LinkChoiceProps extends LinkBarProps {
  readonly from: Span;
  readonly type: LinkType;
}

function LinkChoice({ from, type, onReturnToText }: LinkChoiceProps) {
  const { annotate } = useStores();
  const id = useId();
  const labelSet = useSession((state) => state.project.labelSet);
  const article = useAnnotate((state) => state.article);
  const layer = useAnnotate((state) => state.layer);
  const paragraphs = useAnnotate((state) => state.paragraphs);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const bar = useRef<HTMLElement>(null);
  const isTouch = useIsTouch();
  const ends = useMemo(
    () => linkEndsFor({ article, paragraphs, layer, labelSet }, from, type, typed),
    [article, paragraphs, layer, labelSet, from, type, typed],
  );
  useEffect(() => {
    // A field would bring up the keyboard over the spans that can be tapped.
    (isTouch ? bar : field).current?.focus({ preventScroll: true });
  }, [isTouch]);

  const pick = (end: LinkCandidate | undefined): void => {
    if (!end) return;
    const { cue } = end;
    annotate
      .getState()
      .linkTo(
        end.span ? { kind: 'span', id: end.span.id, cue } : { kind: 'new', label: end.label.id, range: end.range, cue },
      );
    onReturnToText();
  };
  const close = (): void => {
    annotate.getState().stopLinking();
    onReturnToText();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, ends.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter') pick(ends[active]);
    else return;
    event.preventDefault();
  };

  return (
    // Esc closes it from wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={bar}
      className={styles.bar}
      aria-label={t`Link: ${type.name}`}
      tabIndex={-1}
      data-region="link"
      data-foot={isTouch ? '' : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <LinkHead from={from} type={type} onClose={close} />
      <input
        ref={field}
        className={styles.field}
        role="combobox"
        aria-label={t`${type.name}: words of the text`}
        aria-expanded={ends.length > 0}
        aria-controls={id}
        aria-activedescendant={ends[active] ? optionId(id, active) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={isTouch ? t`Tap a span, or type words of the text` : t`Type words of the text, or click a span`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <LinkOptions id={id} type={type} ends={ends} active={active} isTyped={typed.trim() !== ''} onPick={pick} />
    </section>
  );
}

interface LinkHeadProps extends Pick<LinkChoiceProps, 'from' | 'type'> {
  readonly onClose: () => void;
}

/** Which type of link is being made, and from where. */
function LinkHead({ from, type, onClose }: LinkHeadProps) {
  const { annotate } = useStores();
  const article = useAnnotate((state) => state.article);
  const linkTypes = useSession((state) => state.project.labelSet.linkTypes);
  const types = linkTypes.filter((each) => mayStartAt(each, from.label));
  return (
    <div className={styles.head}>
      <span className={styles.types} role="group" aria-label={t`Link type`}>
        {types.map((each) => (
          <button
            key={each.id}
            type="button"
            aria-pressed={each.id === type.id}
            title={each.description}
            onClick={() => {
              annotate.getState().startLinking(each.id);
            }}
          >
            {each.name}
          </button>
        ))}
      </span>
      <span className={styles.of}>
        {tNodes`from ${<q lang={article.language}>{shortened(quoteOf(article.text, from))}</q>}`}
      </span>
      <Button look="icon" aria-label={t`Close`} title={withKeyText(t`Close`, 'Esc')} onClick={onClose}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
