import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type Label } from '#core/labels/label-set.ts';
import { type AnnotateHandle } from '#screens/annotate/annotate-screen.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { useAnnotate, useSession, useStores, useTour } from '#state/react.tsx';
import { shortened } from '#state/span-words.ts';
import { exampleFor, tourLabels } from '#state/tour/tour-steps.ts';
import { useKeyText } from '#screens/annotate/keys/use-key-text.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { useIsTouch } from '#ui/use-is-touch.ts';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import styles from './tour-card.module.css';

interface TourCardProps {
  /** Filled while the annotate screen is there. */
  readonly annotate: RefObject<AnnotateHandle | null>;
}

/** What each kind of label is put on, and how it is done with keys and by touch. */
const WAYS: Readonly<
  Record<Label['smartExtent'], { readonly title: string; readonly click: string; readonly tap: string }>
> = {
  name: { title: t`Mark a name`, click: t`Click anywhere in a name`, tap: t`Tap a name` },
  word: { title: t`Mark a word`, click: t`Click a word`, tap: t`Tap a word` },
  sentence: {
    title: t`Mark a sentence that says something`,
    click: t`Click in a sentence that says how something is`,
    tap: t`Tap a sentence that says how something is`,
  },
  quotation: {
    title: t`Mark what somebody says`,
    click: t`Click between quotation marks`,
    tap: t`Tap between quotation marks`,
  },
};

/**
 * The tour over an open article: each step waits until there is a span of its label. It takes no focus and stands in nobody’s
 * way; each step is read out once.
 */
export function TourCard({ annotate }: TourCardProps) {
  const { tour } = useStores();
  const labels = tourLabels(useSession((state) => state.project.labelSet));
  const step = useTour((state) => state.step);
  const canWrite = useAnnotate((state) => state.phase === 'open' && state.permission === 'write');
  const heading = useId();
  const label = labels[step];
  const focusText = (): void => {
    annotate.current?.context()?.view.focus();
  };
  if (!canWrite) return null;
  return (
    <section className={styles.card} aria-labelledby={heading} data-tour>
      <header className={styles.header}>
        <h2 id={heading}>{t`Tour`}</h2>
        <span className={styles.count}>{label ? t`${step + 1} of ${labels.length}` : t`Done`}</span>
        <Button
          look="icon"
          aria-label={t`End the tour`}
          title={t`End the tour. Help goes on with it.`}
          onClick={() => {
            tour.getState().end();
            focusText();
          }}
        >
          <X size={16} aria-hidden="true" />
        </Button>
      </header>
      {label ? (
        <Step key={label.id} label={label} onPlace={focusText} />
      ) : (
        <TourEnd
          onEnd={() => {
            tour.getState().end();
            focusText();
          }}
        />
      )}
    </section>
  );
}

function Step({ label, onPlace }: { readonly label: Label; readonly onPlace: () => void }) {
  const { tour, annotate } = useStores();
  const article = useAnnotate((state) => state.article);
  const paragraphs = useAnnotate((state) => state.paragraphs);
  const spans = useAnnotate((state) => state.layer.spans);
  const isTouch = useIsTouch();
  const example = useMemo(() => {
    const taken = spans.flatMap((span) => (span.label === label.id ? span.ranges : []));
    return exampleFor(label, article.text, paragraphs, article.language, taken);
  }, [label, article, paragraphs, spans]);
  return (
    <>
      <Spoken of={label.id}>
        <h3>{WAYS[label.smartExtent].title}</h3>
        <p>
          {stepInWords(
            label,
            isTouch,
            example && (
              <q lang={article.language} dir="auto">
                {shortened(article.text.slice(example.range.from, example.range.to)).replaceAll(
                  /^[“”„«»"]|[“”„«»"]$/g,
                  '',
                )}
              </q>
            ),
          )}
        </p>
      </Spoken>
      <div className={styles.buttons}>
        {example && (
          <Button
            onClick={() => {
              const { select } = annotate.getState();
              select({ anchor: example.at, head: example.at });
              annotate.setState(({ reveal }) => ({ reveal: reveal + 1 }));
              onPlace();
            }}
          >{t`Put the caret there`}</Button>
        )}
        <Button look="quiet" onClick={tour.getState().skipStep}>{t`Skip this step`}</Button>
      </div>
    </>
  );
}

/** How a span of the label is made, with words of the article to do it on where there are any. */
function stepInWords({ name, key, smartExtent }: Label, isTouch: boolean, example: ReactNode): ReactNode {
  const { tap, click } = WAYS[smartExtent];
  if (isTouch) {
    const shown = <b>{name}</b>;
    return example
      ? tNodes`${tap}, such as ${example}, then choose ${shown} among the labels.`
      : tNodes`${tap}, then choose ${shown} among the labels.`;
  }
  const shown = <kbd>{key}</kbd>;
  return example
    ? tNodes`${click}, such as ${example}, then press ${shown}: it becomes a span of the label ${name}.`
    : tNodes`${click}, then press ${shown}: it becomes a span of the label ${name}.`;
}

/** How long after a step was drawn it is read out, in milliseconds: what was done just before is told first. */
const SPEAK_AFTER_MS = 600;

/** What a step says, read out once when it comes. A region that is new with its text would not be. */
function Spoken({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  const shown = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      setSaid(shown.current?.innerText ?? '');
    }, SPEAK_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [of]);
  return (
    <>
      <div ref={shown}>{children}</div>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}

function TourEnd({ onEnd }: { readonly onEnd: () => void }) {
  const { tour } = useStores();
  const made = useTour((state) => state.made.length);
  const keyText = useKeyText();
  const isTouch = useIsTouch();
  return (
    <>
      <Spoken of="end">
        <h3>{t`That is all there is to it`}</h3>
        <p>{tNodes`What you made are spans like all others, and they are saved. ${isTouch ? <b>{t`Undo`}</b> : <kbd>{keyText('undo')}</kbd>} takes back the last thing you did, also tomorrow; ${isTouch ? <b>{t`Mark as done`}</b> : <kbd>{keyText('finish')}</kbd>} says that you are through with an article.`}</p>
      </Spoken>
      <div className={styles.buttons}>
        <LinkButton look="primary" href={ADDRESSES.import} onClick={onEnd}>{t`Bring your own article`}</LinkButton>
        {made > 0 && (
          <Button
            onClick={() => {
              tour.getState().takeBack();
              onEnd();
            }}
          >{t`Take these spans back`}</Button>
        )}
        <Button onClick={onEnd}>{t`Go on here`}</Button>
      </div>
    </>
  );
}
